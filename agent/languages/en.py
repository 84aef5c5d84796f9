"""English, as customers speak it. What the receptionist says is in ``agent.languages.phrases``."""

from agent.languages.language import Words

WORDS = Words(
    tag="en",
    intents={
        "person": r"\b(?:(?:speak|talk|chat|put) (?:\w+ ){0,3}(?:a )?(?:real |actual |proper |live )?(?:person|human|someone|somebody)|(?:real|actual|proper|live|flesh and blood) (?:person|human|people|one)|(?:give|get|pass) (?:me|us) (?:\w+ ){0,3}(?:person|human|someone|somebody|manager|boss|owner)|(?:sick|tired|fed up|enough) (?:of|with) (?:\w+ )?(?:bot|robot|machine|computer)s?|not (?:a|the|this) (?:bot|robot|machine))\b|"
        r"\b(?:humans?|real person|(?<!for )a person|some(?:body|one) real|(?:an?|your|the) (?:agent|operator|manager|receptionist|"
        r"representative|member of staff|staff member|owner)|(?:speak|talk)(?:ing)? (?:to|with)\b(?! (?:you|u)\b)|(?:connect|put) me (?:to|with|through)|"
        r"call me back|can some(?:one|body) (?:call|ring|help|contact)|customer service)\b",
        "cancel": r"\b(?:scrub|nix|void|zap|wipe|ditch|scrap|bin|axe|drop|kill|pull|remove|delete) (?:my|the|our|this|that) (?:\w+ )?(?:appointment|booking|reservation|slot|haircut|massage)\b|"
        r"\b(?:(?:have to|need to|got to|must|going to|want to|can (?:you|i|we)|please|just|gonna) (?:\w+ ){0,2}(?:bin|sack|knock|jib|jack|blow|scrap|ditch|axe|drop|leave|scratch|swerve|kill|lose|skip|bail on) (?:it|that|this|(?:my|the) (?:appointment|booking|slot|haircut|trim|massage|reservation|visit|whole thing|lot)|mon\w*|tue\w*|wed\w*|thu\w*|fri\w*|sat\w*)(?: (?:off|out|on the head))?|(?:bin|sack|jib|knock|blow) (?:it|that|this|my \w+|the \w+|\w+day) (?:off|out|on the head)|get (?:shot|rid) of (?:it|that|my|the|mon\w*|tue\w*|wed\w*|thu\w*|fri\w*|sat\w*)|(?:give|let) (?:\w+ ){0,3}(?:slot|spot|place|time|appointment) (?:to|go to) (?:someone|somebody|another)|let (?:someone|somebody) else have|(?:take|cross|scratch|strike|knock) (?:me|my name|us) (?:off|out)|(?:won't|will not|not going to|can't|cannot) (?:be )?(?:coming|come in|come after all|be able to|make (?:\w+day|thurs|tues|weds)|attend)|(?:won't|don't) (?:be )?need(?:ing)? (?:it|the|my|that) ?(?:\w+ )?(?:any ?more|now|after all)|count me out|i'm out\b|free up (?:my|the)|no longer (?:able|coming|need))\b|"
        r"\bcancel(?:l?ing|l?ed)?\b|\b(?:gotta|got to|have to|need to|must|gonna|will|'ll) (?:bail|drop out|pull out|back out|pass)\b|\bcall (?:it )?off\b|\b(?:can't|cannot|can not|won't) (?:make|come to|attend) (?:it|my|the)\b|\bnot coming\b|\bnot going to make it\b|\btake me off\b|"
        r"\b(?:won't|not going to) be able to (?:come|make|attend)\b|\b(?:delete|remove|drop|scrap|withdraw|forget|no longer (?:need|want)|"
        r"do(?:n't| not) (?:need|want)) (?:my|the|our|this|that) (?:\w+ ){0,2}(?:appointment|booking|reservation|slot)\b",
        "move": r"\b(?:(?:shove|push|knock|nudge|bump|shunt|put|shift|kick|bring|pull|slide|swap|switch|move|change) (?:it|that|this|me|us|(?:my|the) (?:appointment|booking|slot|haircut|trim|massage|reservation|visit|whole thing|lot)) (?:back|forward|forwards|along|over|on|up|out|to|for|a (?:day|week|bit|couple))|any other (?:day|time)|(?:another|different|later|earlier) (?:slot|day|time) instead|rearrang\w*|come (?:on )?(?:another|a different) (?:day|time))\b|"
        r"\b(?:reschedul\w*|re-?book|postpone|(?:came|come) up\b.*\b(?:another|different|other) (?:day|time|date)|push (?:it|my|the)|bring (?:it|my|the) \w*\s?forward|"
        r"(?:move|change|shift|switch|swap|delay) (?:my|the|our|that|this) (?:\w+ ){0,2}(?:appointment|booking|reservation|time|date|slot|visit|day)|"
        r"move (?:it|that|(?:my|the) \w+)|(?:change|shift|switch) (?:it|that) to|(?:another|different) (?:time|day|date) for my)\b",
        "restart": r"\bstart (?:over|again|from scratch)\b|\bfrom the beginning\b|\breset\b",
        "forget": r"^\W*(?:(?:ok(?:ay)?|al?right|all right|no worries|no problem|well|hm+|oh|no|sorry|actually|fine)\W+)*(?:never ?mind|forget (?:it|about it)|"
        r"(?:i'?ll |i will |let'?s )?(?:just )?leave it(?: at that| there| for (?:now|today))?|i(?:'ve)? changed my mind|i don'?t want (?:it|this|that) any ?more)"
        r"(?:\W+(?:then|thanks|thank you|anyway|bye))*\W*$",
        "thanks": r"^\W*(?:(?:aw+|ah|oh|ok|okay|great|perfect|lovely|brill|brilliant|nice one|sound|class|right|alright|cool|awesome)[, !]*)*(?:thanks|thank|ta|cheers|nice one|much obliged|you're (?:a )?(?:star|legend|angel|diamond|gem|lifesaver|godsend|the best)|(?:bless|god bless)(?: you)?|appreciate)\b|"
        r"^\W*(?:ok(?:ay)?[, ]*|great[, ]*|perfect[, ]*|lovely[, ]*|awesome[, ]*)?(?:many thanks|thanks|thank you|thx|ty|cheers|much appreciated)\b",
        "goodbye": r"^\W*(?:(?:right|ok|okay|alright|cool|lovely|great|well|cheers|thanks|thank you|ta)\W+)*(?:bye|cheerio|see (?:you|ya)|later|laters|catch you|take care|toodle\w*|night|good night|off i go|gotta (?:go|dash|run)|that'?ll be (?:all|it)|all done|have a)\b(?! (?:than|slot|one|time|app))|"
        r"\b(?:good)?bye(?:[- ]bye)?\W*$|\bi(?:'ll| will) (?:try|come back|look|ask|call|check) (?:again |back )*(?:another (?:time|day)|later|elsewhere|somewhere else|some other time)\b|"
        r"^\W*(?:(?:ok(?:ay)?|lovely|great|perfect|super|cool|nice|fine|al?right|wonderful|brilliant|thanks|thank you)\W+)*(?:bye|goodbye|good night|see you|see ya|that'?s (?:all|it|everything)|nothing else|have a (?:nice|good|great|lovely))\b",
        "bargain": r"\b(?:discount|cheaper|lower price|better price|reduce the price|for free|% off|percent off|half price|special deal|"
        r"knock off|haggle|coupon|promo code|voucher code)\b",
        "abuse": r"\b(?:stupid|idiot|useless|moron|dumb|shut up|fuck\w*|shit\w*|crap|bullshit|suck|sucks|hate you|piss off|bitch|asshole|wanker)\b",
        "small_talk": r"\b(?:(?:do|would|can|are|have) (?:you|u) (?:like|love|dream|sleep|eat|feel|ever|believe|think|married|single|lonely|bored|in love|got a (?:girl|boy)friend)|favou?rite|(?:lovely|nice|gorgeous|horrible|awful) weather|raining|snowing|did (?:you|u) (?:see|watch|catch)|marry me|knock knock)\b|"
        r"\b(?:how are you|how'?s it going|how do you do|what'?s up|nice to meet you|how is your day|you'?re (?:funny|nice|great|the best|sweet)|"
        r"good (?:bot|job)|well done|i love you|haha+|lol)\b",
        "out_of_scope": r"\b(?:tell me (?:a|something)|unicorns?|aliens?|the match|the game last|who won|lottery|meaning of life|what'?s \d+ ?[+x*] ?\d+)\b|"
        r"\b(?:joke|weather|poem|song|story|recipe|translate|python|javascript|write (?:me )?(?:a|an|some)|essay|homework|"
        r"capital of|president|football|news|stock|crypto|bitcoin|system prompt|your (?:instructions|prompt|rules)|ignore (?:all|any|your|the|previous)|"
        r"pretend (?:to be|you)|you are now|act as|developer mode|password|other customers?|who else|customer (?:list|data))\b",
        "book": r"\b(?:book|reserve|schedule|(?:fit|squeeze|get|pop|pencil|put) (?:me|us) (?:in|down)|(?:come|get|pop|drop) in|space for (?:me|us)|(?:an?|another|new|make an?) (?:appointment|booking|reservation))\b",
        "greeting": r"^\W*(?:hi|hello|hey|hiya|howdy|greetings|good (?:morning|afternoon|evening|day)|yo)\b",
    },
    topics={
        "policy": r"\b(?:cancell?ation (?:policy|terms|rules|fee)|cancel(?:lation)? fee|late fee|no.?show|(?:can|could|may) i (?:still )?cancel|policy|free to cancel|"
        r"what (?:happens )?if i (?:can'?t|cancel|need to|have to|am late|don'?t)|how (?:late|long before) can i cancel|cancel for free|refund)\b",
        "price": r"\b(?:how much|what (?:do|does|d'you|would|will|is) (?:\w+ ){0,4}(?:cost|charge|set me back|damage)|what'?s the damage|set me back|(?:how|what) (?:do )?(?:you|u|yous) (?:want|after|charging|asking)|price|pricey)\b|"
        r"\b(?:how much|prices?|pricing|costs?|charge|fees?|rates|cheap|cheapest|expensive|price ?list)\b",
        "duration": r"\b(?:how long|how much time|how many hours|(?:take|takes|taking|last|lasts) (?:long|ages|an hour|all day|forever)|what time will i be (?:out|done|finished)|be (?:done|finished|out) by)\b|"
        r"\b(?:how long|duration|how many (?:minutes|hours)|long does)\b",
        "hours": r"\b(?:(?:when|what time|what times) (?:\w+ ){0,2}(?:open|close|shut|closing|opening|start|finish|knock off)|(?:still|even) open|(?:open|close|shut) (?:till|until|late|early|at|on|today|tomorrow|sundays?|mondays?|saturdays?)|(?:you|yous) (?:lot |guys )?(?:open|shut|closed)|opening times)\b|"
        r"\b(?:(?:opening|business|working) (?:hours|times)|hours of operation|(?:are|is|r) (?:you|u|the \w+|it) (?:guys )?(?:open|closed|shut)|"
        r"you(?:'re| are) (?:open|closed)|do (?:you|u) (?:guys )?(?:open|close|work)|open on|closed on|(?:when|what time|how late|until when|how early) (?:do|are|is) (?:you|the \w+) "
        r"(?:open|close|closing|shut|finish|there)|what are your hours|your hours)\b",
        "address": r"\b(?:where (?:about|abouts|exactly|bouts)|whereabouts|where (?:\w+ ){0,2}(?:you|yous|ya|salon|shop|place|based|at)\b|how do (?:i|we) (?:get|find)|post ?code|what (?:street|road|station|stop)|nearest (?:station|stop|tube))\b|"
        r"\b(?:where (?:are|r) (?:you|u)|where is|where's|where do i (?:go|come|have)|address|location|located|directions|find you|get there|"
        r"get to you|how do i get)\b",
        "contact": r"\b(?:(?:phone|telephone|contact) (?:number|details|info)|your (?:number|phone|e-?mail)|(?:can i|how (?:can|do) i) (?:call|reach|contact|phone|ring|e-?mail) you|reach you)\b",
        "staff": r"\b(?:who (?:else|works|do you|cuts|does)|(?:is|does) \w+ still (?:work|working|there|with you|about)|still work(?:s|ing)? (?:there|for|with|here)|who'?ve (?:you|yous) got|how many (?:of you|people work))\b|"
        r"\bwho (?:works|does|is (?:there|doing|it)|are|do you have|can|offers|would|will)\b|\byour (?:staff|team|stylists|people)\b|\bwhich (?:stylists?|staff|people)\b",
        "services": r"\b(?:what (?:else )?(?:do|can|is|are|have) (?:you|u|yous|it)(?: lot| guys| all)? (?:do|offer|got|have|provide)|what'?s on offer|what (?:sort|kind|kinds|type) of (?:stuff|things|treatments?|services?)|anything (?:else )?(?:other than|besides|apart from) (?:hair|cuts)|what (?:stuff|things) do)\b|"
        r"\b(?:what (?:services|treatments|else|do you (?:do|offer|have)|can (?:i|you) (?:book|do|offer))|which (?:services|treatments)|"
        r"(?:services|treatments) do you|(?:list|show)(?: me)?(?: of)?(?: your| the| all)? (?:services|treatments|menu|options)|menu|"
        r"do (?:you|u) (?:guys )?(?:do|offer|have|provide|sell|also do)|services)\b",
        "self": r"\b(?:(?:are you|is this|am i (?:talking|speaking|chatting|writing) (?:to|with))(?: an?| the)?(?: (?:real|actual|live|human|person|being|people|ai|"
        r"robot|bot|chatbot|machine|computer|program|or|an?)\b)+|robot|(?:a|the) bot|are you (?:real|human|a person|an? ai|a machine)|chatgpt|who are you|what are you|what can you do|your name)\b",
    },
    ordinals={
        "first": 0,
        "1st": 0,
        "second": 1,
        "2nd": 1,
        "third": 2,
        "3rd": 2,
        "fourth": 3,
        "4th": 3,
        "fifth": 4,
        "5th": 4,
        "sixth": 5,
        "6th": 5,
        "last": -1,
        "earliest": 0,
        "earlier": 0,
        "latest": -1,
        "later": -1,
    },
    things="one|time|slot|option|appointment|choice|of (?:these|those|them)",
    numbers={
        "one": 1,
        "two": 2,
        "three": 3,
        "four": 4,
        "five": 5,
        "six": 6,
        "seven": 7,
        "eight": 8,
        "nine": 9,
        "ten": 10,
    },
    people=r"people|persons?|ppl|pax|of us|guests?|places?|seats?|spots?|adults|friends and me|friends and i|tickets?",
    pairs=r"\b(?:a couple of us|me plus one|me and my \w+|my \w+ and (?:i|me|myself)|the two of us|both of us|(?:us|we) both)\b",
    we_are=r"\b(?:we|us|there)(?:'re| are| would be|'ll be| will be)\s+",
    anyone=r"\b(?:any(?:one|body)|no preference|don'?t (?:mind|care)|doesn'?t matter|whoever|whichever|any (?:stylist|staff|person|of them|therapist)|"
    r"some(?:one|body) else|a different (?:stylist|person)|either(?: of them)?)\b",
    without=r"\b(?:not|(?:any(?:one|body)|every(?:one|body)|all|whoever) but|except(?: for)?|without|other than|apart from|instead of|don'?t want|rather not|avoid|no|isn'?t)\s+(?:with\s+|to be\s+|to see\s+)?",
    more=r"\b(?:more (?:times|options|slots|dates)|other (?:times|days|options|dates|slots)|later days|another (?:time|day|date)|something else|"
    r"any(?:thing|\s?thing) else|what else|none of (?:these|those|them)|show (?:me )?more|next days|different (?:times?|days?)|else do you have)\b",
    name=r"\b(?:it should (?:say|read)|i meant|(?:change|correct) (?:the |my )?name to|name (?:to|should be)|my name is|my name's|the name is|name is|name's|name:|i am|i'm|im|this is|it's|its|call me|under the name(?: of)?|under|for)\s+",
    instead=r"\binstead\b|\b(?:could|can|may) (?:i|we) (?:come|do|have)\b",
    joined=r"or|and",
    same_time=r"\bsame (?:time|hour)\b",
    longer=r"\b(?:long(?:er|est)?|extended|full|big(?:ger)?)\s+(?:one|version|session|massage|appointment|option|treatment)\b|\blonger\b",
    shorter=r"\b(?:short(?:er|est)?|quick|small(?:er)?|normal|standard|regular)\s+(?:one|version|session|massage|appointment|option|treatment)\b|\bshorter\b",
    common="the i you would like can could have please what and for with is my hello hi thanks thank yes okay want need do does are it at this that when "
    "how much hey book appointment tomorrow today",
)
