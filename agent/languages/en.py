"""English, as customers speak it. What the receptionist says is in ``agent.languages.phrases``."""

from agent.languages.language import Words

WORDS = Words(
    tag="en",
    intents={
        "person": r"\b(?:humans?|real person|(?<!for )a person|some(?:body|one) real|(?:an?|your|the) (?:agent|operator|manager|receptionist|"
        r"representative|member of staff|staff member|owner)|(?:speak|talk)(?:ing)? (?:to|with)\b(?! (?:you|u)\b)|(?:connect|put) me (?:to|with|through)|"
        r"call me back|can some(?:one|body) (?:call|ring|help|contact)|customer service)\b",
        "cancel": r"\bcancel(?:l?ing|l?ed)?\b|\b(?:gotta|got to|have to|need to|must|gonna|will|'ll) (?:bail|drop out|pull out|back out|pass)\b|\bcall (?:it )?off\b|\b(?:can't|cannot|can not|won't) (?:make|come to|attend) (?:it|my|the)\b|\bnot coming\b|\bnot going to make it\b|\btake me off\b|"
        r"\b(?:won't|not going to) be able to (?:come|make|attend)\b|\b(?:delete|remove|drop|scrap|withdraw|forget|no longer (?:need|want)|"
        r"do(?:n't| not) (?:need|want)) (?:my|the|our|this|that) (?:\w+ ){0,2}(?:appointment|booking|reservation|slot)\b",
        "move": r"\b(?:reschedul\w*|re-?book|postpone|(?:came|come) up\b.*\b(?:another|different|other) (?:day|time|date)|push (?:it|my|the)|bring (?:it|my|the) \w*\s?forward|"
        r"(?:move|change|shift|switch|swap|delay) (?:my|the|our|that|this) (?:\w+ ){0,2}(?:appointment|booking|reservation|time|date|slot|visit|day)|"
        r"move (?:it|that|(?:my|the) \w+)|(?:change|shift|switch) (?:it|that) to|(?:another|different) (?:time|day|date) for my)\b",
        "restart": r"\bstart (?:over|again|from scratch)\b|\bfrom the beginning\b|\breset\b",
        "forget": r"^\W*(?:(?:ok(?:ay)?|al?right|all right|no worries|no problem|well|hm+|oh|no|sorry|actually|fine)\W+)*(?:never ?mind|forget (?:it|about it)|"
        r"(?:i'?ll |i will |let'?s )?(?:just )?leave it(?: at that| there| for (?:now|today))?|i(?:'ve)? changed my mind|i don'?t want (?:it|this|that) any ?more)"
        r"(?:\W+(?:then|thanks|thank you|anyway|bye))*\W*$",
        "thanks": r"^\W*(?:ok(?:ay)?[, ]*|great[, ]*|perfect[, ]*|lovely[, ]*|awesome[, ]*)?(?:many thanks|thanks|thank you|thx|ty|cheers|much appreciated)\b",
        "goodbye": r"\b(?:good)?bye(?:[- ]bye)?\W*$|\bi(?:'ll| will) (?:try|come back|look|ask|call|check) (?:again |back )*(?:another (?:time|day)|later|elsewhere|somewhere else|some other time)\b|"
        r"^\W*(?:(?:ok(?:ay)?|lovely|great|perfect|super|cool|nice|fine|al?right|wonderful|brilliant|thanks|thank you)\W+)*(?:bye|goodbye|good night|see you|see ya|that'?s (?:all|it|everything)|nothing else|have a (?:nice|good|great|lovely))\b",
        "bargain": r"\b(?:discount|cheaper|lower price|better price|reduce the price|for free|% off|percent off|half price|special deal|"
        r"knock off|haggle|coupon|promo code|voucher code)\b",
        "abuse": r"\b(?:stupid|idiot|useless|moron|dumb|shut up|fuck\w*|shit\w*|crap|bullshit|suck|sucks|hate you|piss off|bitch|asshole|wanker)\b",
        "small_talk": r"\b(?:how are you|how'?s it going|how do you do|what'?s up|nice to meet you|how is your day|you'?re (?:funny|nice|great|the best|sweet)|"
        r"good (?:bot|job)|well done|i love you|haha+|lol)\b",
        "out_of_scope": r"\b(?:joke|weather|poem|song|story|recipe|translate|python|javascript|write (?:me )?(?:a|an|some)|essay|homework|"
        r"capital of|president|football|news|stock|crypto|bitcoin|system prompt|your (?:instructions|prompt|rules)|ignore (?:all|any|your|the|previous)|"
        r"pretend (?:to be|you)|you are now|act as|developer mode|password|other customers?|who else|customer (?:list|data))\b",
        "book": r"\b(?:book|reserve|schedule|(?:fit|squeeze|get|pop|pencil|put) (?:me|us) (?:in|down)|(?:come|get|pop|drop) in|space for (?:me|us)|(?:an?|another|new|make an?) (?:appointment|booking|reservation))\b",
        "greeting": r"^\W*(?:hi|hello|hey|hiya|howdy|greetings|good (?:morning|afternoon|evening|day)|yo)\b",
    },
    topics={
        "policy": r"\b(?:cancell?ation (?:policy|terms|rules|fee)|cancel(?:lation)? fee|late fee|no.?show|(?:can|could|may) i (?:still )?cancel|policy|free to cancel|"
        r"what (?:happens )?if i (?:can'?t|cancel|need to|have to|am late|don'?t)|how (?:late|long before) can i cancel|cancel for free|refund)\b",
        "price": r"\b(?:how much|prices?|pricing|costs?|charge|fees?|rates|cheap|cheapest|expensive|price ?list)\b",
        "duration": r"\b(?:how long|duration|how many (?:minutes|hours)|long does)\b",
        "hours": r"\b(?:(?:opening|business|working) (?:hours|times)|hours of operation|(?:are|is|r) (?:you|u|the \w+|it) (?:guys )?(?:open|closed|shut)|"
        r"you(?:'re| are) (?:open|closed)|do (?:you|u) (?:guys )?(?:open|close|work)|open on|closed on|(?:when|what time|how late|until when|how early) (?:do|are|is) (?:you|the \w+) "
        r"(?:open|close|closing|shut|finish|there)|what are your hours|your hours)\b",
        "address": r"\b(?:where (?:are|r) (?:you|u)|where is|where's|where do i (?:go|come|have)|address|location|located|directions|find you|get there|"
        r"get to you|how do i get)\b",
        "contact": r"\b(?:(?:phone|telephone|contact) (?:number|details|info)|your (?:number|phone|e-?mail)|(?:can i|how (?:can|do) i) (?:call|reach|contact|phone|ring|e-?mail) you|reach you)\b",
        "staff": r"\bwho (?:works|does|is (?:there|doing|it)|are|do you have|can|offers|would|will)\b|\byour (?:staff|team|stylists|people)\b|\bwhich (?:stylists?|staff|people)\b",
        "services": r"\b(?:what (?:services|treatments|else|do you (?:do|offer|have)|can (?:i|you) (?:book|do|offer))|which (?:services|treatments)|"
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
