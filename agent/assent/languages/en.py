"""How an open summary is answered in English."""

from agent.assent.phrase import Phrases

IT = "it|that|this|them|mine|everything"
PHRASES = Phrases(
    yes="""
        you_have|you|youve twisted|bent my_arm
        you_have|you|youve talked|persuaded|convinced me into_it?
        go_on so|then|ahead? so|then?
        aye|yeah|yes|ok|okay|oh|well|alright? go_on_then|go_on|get_it_done|get_it_booked|get_in
        yes|yeah|aye please_do|sound|mint|champion|brill|ace|magic
        afraid_so|im_afraid_so|sadly_yes|unfortunately_yes|yes_unfortunately|yes_sadly|yeah_sadly|yes_afraid_so|i_suppose_so|suppose_so|needs_must|no_choice|cant_be_helped
        thats|that_is the_one|the_ticket|the_badger
        oh|ooh|ah|hi|hello|hey|well? yes|yeah|yea|yep|yup|ye|yeh|yah|yess|yas|ya|yh|y|yepp|yup|aye|yessir|yeap
        sure|sure_thing|for_sure|of_course|ofc|certainly|definitely|absolutely|totally|indeed|affirmative|by_all_means|surely_yes
        please? do|go_ahead|go_for_it|go_on|proceed|carry_on|crack_on|do_it|do_that|do_this|do_so|make_it_so|make_it_happen with|on? it|that|this? please|then?
        lets do_it|do_that|do_this|go|go_ahead|go_for_it|go_with_it|go_with_that
        yeah|yes|yep|yup|ok|okay|sure|alright|right ok|okay? go
        you can|may|could go_ahead|proceed|do_it|do_that
        i do|agree|am_agree|confirm|confirm_it|confirm_that|confirm_this|accept|approve|do_confirm
        im|i_am agree|in_agreement|sure
        agreed|agree|confirm|confirmed|accept|accepted|approved
        id|i_would like_that|like_to|love_that|love_to|like_it|be_happy_to
        i want_it|want_that|want_this|want_to
        nothing_to_change|no_changes|no_changes_needed|dont_change_anything
    """,
    weak="""
        looks|sounds about right
        sound|mint|champion|brill|belter|class|lush|spot|sweet_as|sorted_then|lovely_jubbly|happy_days|bostin|canny|gravy|bob_on|peachy
        thatll|that_will do_me|do_nicely
        ok|okay|okey|oki|okie|okie_dokie|okey_dokey|okey_doke|k|kk|kay|alright|all_right|alrighty|righto|rightio|right_o|rightyo|roger|roger_that
        good|great|perfect|lovely|brilliant|wonderful|excellent|super|superb|splendid|fantastic|awesome|amazing|fab|fabulous|ace|ideal|cool|nice|nice_one|sweet|fine|deal|done|sorted|magic|grand|smashing|marvellous|yay|beautiful|neat
        very good|nice
        all|looks|sounds|seems|works|feels good|great|fine|perfect|lovely|correct|right|ok|okay|nice|ideal|wonderful|brilliant|excellent|amazing|fantastic|awesome|super|cool
        that|this|it|everything|all|summary|the_summary|all_of_it|all_of_that sounds|looks|seems|is|would_be all|just|absolutely|really|so|very? good|great|fine|perfect|lovely|correct|right|ok|okay|nice|ideal|wonderful|brilliant|excellent|amazing|fantastic|awesome|super|cool
        thats|its|thatd_be|thatll_be|all_is absolutely|all|very|really? grand|sound|ace|mint|bang_on|sorted|decent|spot_on|magic|sweet|good|great|fine|perfect|lovely|correct|right|ok|okay|nice|ideal|wonderful|brilliant|excellent|amazing|fantastic|awesome|super|cool|accurate
        that|this|it|which|everything works|suits|fits|checks_out|will_do|would_work|does_nicely
        works|suits for? me|us
        all|looks|sounds|seems very|really good|great|nice
        those|these|they are|look all? correct|right|fine|good|perfect
        that_will|thatll be grand|nice|super|lovely|ok|okay|alright
        sounds|sound like|as a plan|deal|winner
        thatll|that_will do|work|be_fine|be_great|be_good|be_perfect|be_lovely
        correct|exactly|precisely|spot_on|bang_on|all_correct|quite_right|everything_correct
        im|i_am|were happy|fine|ok|okay|good|pleased with_that|with_this|with_it|with_the_summary
        im|i_am good_to_go|happy_to_go_ahead
        good_to_go|thumbs_up|will_do
    """,
    after="""
        sadly|unfortunately|regrettably|alas|afraid_so|cant_be_helped|cant_make_it|i_cant_make_it|i_cant_come|cant_come
        for|by|with|to me|us
        i do|would|am|agree
        for_good|for_ever|forever|permanently|definitively|finally|completely|once_and_for_all|no_doubt|without_a_doubt|for_real|definitely|of_course|please_do|it_is|it_does|that_is|thats_exactly_it|that_is_exactly_it|thats_the_one|thats_me|thats_what_i_want|thats_what_i_wanted|as_shown|as_above|as_it_is|as_is|im_sure|i_am_sure|very_much_so|very_much|absolutely_sure|exactly_that|all_of_it|right_away|straight_away|asap|immediately|and
        go on|then
    """,
    operations={
        "book": """
            stick|bang|whack|chuck|pop|lock|slot|shove|bung|write|add it|me|that|us in|down
            sort|get it|that|me sorted|booked|in
            please|just|so? book|reserve|schedule|secure|confirm it|that|this|the_appointment|my_appointment|the_booking|my_booking|the_slot|the_time|the_haircut? in|for_me|for_us? please|now?
            book|put|pencil|get|sign|squeeze|slot|pop|fit|stick me|us|it|that|this in|down|up? for_it|for_that|then?
            lock|take|grab|snap|have|get it|that|this in|up?
            ill|i_will|well|lets take|have|book|go_with it|that|this|that_one|this_one|the_appointment|that_slot
            id|i_would like to book|have|take it|that|this|the|that_appointment|this_appointment|that_one|this_one|the_appointment
            i|we want_to book it|that|this|the_appointment
            you can|may book it|that|me_in|this
            go_ahead_and|please_go_ahead_and book|reserve|confirm it|that|this|me? in?
            make the_booking|the_appointment|the_reservation|my_appointment
            sign me|us up
            count me|us in
            please|just|so? send|submit it|that|this|the_request|my_request off|in|over|through? please|now?
        """,
        "move": """
            get|swap|sort|do it moved|changed|swapped|sorted|over
            make_it_so|do_the_swap|swap_them
            please|just|so? move|shift|change|switch|swap|reschedule|rebook|postpone|push|confirm it|that|this|the_appointment|my_appointment|the_booking|my_booking|the_time? back|forward|over|along|for_me? please|now?
            ill|i_will|lets move|take|have|change|reschedule|do it|that|this
            id|i_would like to move|change|reschedule it|that|this|the_appointment
            you can|may move|change|reschedule it|that|this
            go_ahead_and move|change|reschedule it|that|this
            book it|that|me in?
            make the_change|the_move|the_switch
        """,
        "cancel": """
            bin|ditch|axe|chuck|kill|nuke it|that|this|the_lot off?
            get_shot|get_rid of_it|of_that?
            please|just|so|you_can? erase|axe it|that|this|the_appointment|my_appointment|the_booking|my_booking please|now?
            please|just? take|cross|strike it|me|that out|off of|from? the|your? calendar|book|list|schedule|diary? please?
            please|just|so|you_can|you_may|go_ahead_and|i_want_to|id_like_to|i_would_like_to|i_need_to|i_have_to|lets? cancel|delete|remove it|that|this|mine|the_appointment|my_appointment|the_booking|my_booking|the_haircut|the_lot? for_me? please|now?
            please|just? get_rid_of|do_away_with|bin it|that|this|the_appointment
            take me|it off|out
            call it off
        """,
    },
    no="""
        no|nope|nah|naw|nay|noo|negative|n|no_thanks|no_thank_you|no_ta|no_way|not_at_all|certainly_not|absolutely_not|definitely_not|of_course_not|not_really
        not now|right_now|today|this_time|anymore|any_more|interested|for_me|that|this|it|quite|like_that
        no|oh|please|actually? dont|do_not|please_dont|dont_do_it|dont_do_that|stop|stop_it|abort|halt|decline|refuse|undo
        rather|better|preferably|id_rather|i_would_rather|id_prefer|best not
        i dont|do_not
        that|it|this wont|will_not|doesnt|does_not be_necessary|be_needed|work|suit|do|help me?
        i dont|do_not|didnt want_to|want_it|want_that|want_this|agree|like_it|mean_that|mean_to
        i changed|have_changed|ive_changed my_mind
        thats|that_is|its|it_is|this_is|that|it not|isnt|doesnt right|correct|it|me|work|what_i_want|what_i_wanted|what_i_asked_for
        thats|that_is|its|it_is|this_is wrong|incorrect|a_mistake|an_error|a_no
        wrong|incorrect
        im|i_am|were|we_are|you_are|youre good|fine|ok|okay|alright|all_right|all_set|all_good|sorted thanks|thank_you|ta|cheers
        let|lets us? not|leave_it|drop_it|forget_it|skip_it|just_drop_it|just_leave_it|just_forget_it
        just? leave_it|drop_it|skip_it|leave_that then|for_now|be|there|at_that?
        i dont|do_not think so
        no need
    """,
    drop={
        "book": """
            never_mind|nevermind|nvm|forget_it|forget_about_it|forget_that|forget_this|forget_what_i_said|scrap_that|scrap_it|scratch_that|drop_it|skip_it|drop_this|let_it_go
            changed_my_mind|change_of_mind|having_second_thoughts
            dont|do_not|not|never|lets_not|please_dont|rather_not|no_need_to book|reserve|schedule|confirm it|that|this|anything|me?
            dont|do_not want|need it|that|this|to_book|to_go_ahead|an_appointment anymore|any_more|after_all?
            no_longer want|need|interested
            call it off
            cancel|delete|remove|undo it|that|this|everything please?
            yeah nah|no|naw
            ill|i_will pass|leave_it|skip
            dont bother
            dont|do_not|not|never|lets_not|please_dont|rather_not|no_need_to send|submit it|that|this|the_request|anything?
        """,
        "move": """
            never_mind|nevermind|nvm|forget_it|forget_about_it|forget_that|forget_what_i_said|scrap_that|scratch_that|drop_it|skip_it
            changed_my_mind|change_of_mind
            dont|do_not|not|never|lets_not|please_dont|rather_not|no_need_to|without move|moving|change|changing|shift|reschedule|rescheduling|switch it|that|this|anything|my|the?
            keep|leave|hold it|that|this|mine|my|the|everything|things
            leave alone
            it|that|everything|the_appointment|my_appointment should|can|will? stays|stay|remains|remain
            stick|sticking with|to
            as it|they was|were
            the original|old|first|previous time|one|slot|appointment|date|day
        """,
        "cancel": """
            ill|i_will|we_will|well be|still_be? there|coming|in
            sorted|fixed the|my kids|car|childcare|work
            never_mind|nevermind|nvm|forget_it|forget_about_it|forget_that|forget_what_i_said|scrap_that|scratch_that|skip_it
            changed_my_mind|change_of_mind
            dont|do_not|not|never|lets_not|please_dont|rather_not|no_need_to|without|didnt|didnt_want_to|didnt_mean_to|dont_want_to cancel|cancelling|canceling|delete|remove|drop it|that|this|anything|my|the?
            keep|leave|hold|save it|that|this|mine|my|the|everything|things
            leave|keep alone|me_in
            it|that|everything|the_appointment|my_appointment should|can|will? stays|stay|remains|remain|stands
            still coming|come|want|need|on|attending|attend|be_there|make_it|like_it
            i|we am|are|will|can|could|shall|do|ll? still? be_there|make_it|come|attend
            im|were|we_are|i_am|ill|well|i_will|we_will coming|come|be_there|be_coming|attending|make_it|keep|keeping
            after all
            as planned|agreed|arranged|booked|scheduled
            i|we need|want that|the|it|this|my
            didnt mean|want to
        a|by mistake|accident
        let_it|let_that|let_them stand|be
        only|just asking|wondering|checking|curious
            better|rather|best not
            stick|sticking with|to
            do it|that instead
        """,
    },
    beside="""
        thanks? anyway|all_the_same|though
        what_a_shame|shame|such_a_shame|sorry_about_that|so_sorry|sorry|apologies|no_worries_at_all
        please|pls|plz|plse|pleas|plase|pretty_please
        thanks|thank_you|thank_u|thankyou|thx|thnx|tnx|thanx|ty|tysm|tyvm|cheers|ta|many_thanks|thank_you_so_much|thank_you_very_much|thanks_so_much|thanks_a_lot|thanks_a_million|thanks_very_much|much_appreciated|appreciated|thats_very_kind|very_kind|bless_you
        then|now|just|mate|love|dear|sir|madam|maam|miss|guys|folks|everyone|hun|hon|buddy|pal|friend|all|team|x|xx|xxx|and|so|hi|hello|hey
        for me|us
        that|it would_be|will_be|d_be great|lovely|good|perfect|wonderful|nice|fantastic|brilliant|amazing|awesome|super
    """,
    soft="""
        hm|hmm|hmmm|um|umm|uh|er|erm|oh|ooh|ah|argh|ugh|eh|oops|whoops|actually|sorry|so_sorry|apologies|my_bad|i_mean|i_meant|well|maybe|perhaps|thinking_about_it|on_second_thought|on_second_thoughts|on_reflection|come_to_think_of_it|like|but|or|you_know|you_see|i_think|i_guess|really|at_all|today|for_now|if_possible|for_the_moment|afraid|im_afraid|though|anyway|after_all|honestly|lol|haha|jk
        what i_said|i_wrote
    """,
    never="""
        yeah|yea|ok|okay|sure|aha right
        yeah yeah
        sure sure
        oh|well great|perfect|lovely|brilliant|wonderful|fantastic|nice|good|super|awesome|amazing|fine
        just|so|how great|perfect|lovely|brilliant|wonderful|fantastic|super|awesome
        fine fine
        im|i_am|were|we_are|youre|you_are good|fine|ok|okay|alright|cool|great|all_set|all_good
        all_set|no_worries|no_problem|not_bad|as_if|if_you_say_so|if_you_must|whatever|i_wish|in_my_dreams|in_your_dreams|yeah_nah|big_deal|good_for_you|good_one|nice_try
        done|deal|fine with_you|with_this_chat
        thats it|all|everything
    """,
    wait="""
        2|two|one|1|five|5|ten|10|half_a|just_a|a|another sec|secs|second|seconds|tick|ticks|mo|jiffy|min|mins|minute|minutes please?
        gis|gissa|just|hold a_sec|a_mo|a_tick|a_minute|fire|the_line
        phones|the_phones|doorbells|doors|kettles|kids_are|babys|boss ringing|going|gone|on|crying|here|coming
        wait|hang_on|hold_on|hold_up|hold_your_horses|bear_with_me|one_moment|a_moment|one_sec|one_second|a_sec|a_second|just_a_minute|one_minute|a_minute|a_mo|two_mins|brb|be_right_back|back_in|gimme|give_me
        let me|us ask|check|think|see|look|sleep|talk|speak|get_back|know|discuss|have|double_check|consult|confirm
        need|have|want|going|got to check|think|ask|look|talk|see|speak|consider|discuss|consult|sleep
        not yet|sure|certain|decided|quite_sure|so_sure
        still|am|im thinking|deciding|considering|undecided
        thinking about
        think|sleep|mull about|on|over it|this|that|the
        cant|cannot|havent|not decide|decided|made_up
        undecided|in_two_minds
        ill|i_will|will check|think|ask|see|decide|consider|sleep|let_you_know|get_back|come_back|be_back|write|confirm
        checking|looking_at my|the
        maybe later|tomorrow
    """,
    bye="""
        see|seeya|catch you|ya|u
        see_you|see_ya|cu|cya|ttyl|laters|bye|bye_bye|goodbye|good_bye|bubye|good_night|night_night|nighty_night|farewell|so_long|until_then|till_then|until_next_time|toodles
        talk|speak|write to_you? later|soon|tomorrow|again
        thats|that_is|that_was|thatll_be|that_will_be all|it|everything
        no_that|no_thats was|all|it|everything
        nothing else|more
        have a nice|good|great|lovely
        take care
        gotta|got_to|have_to|must run|go|dash
        im off|done|out
        ill|i_will be_there|see_you|come_by
        looking_forward|look_forward
    """,
    asks="""
        what|whats|who|whos|when|whens|where|wheres|which|why|how|hows|whose
        is|are|am|do|does|did|can|could|will|would|should|shall|may|might|has|have|isnt|arent|dont|doesnt|cant|couldnt|wont|wouldnt you|u|i|we|it|that|this|there|they|he|she|the|my|your
    """,
)
