"""Distress in English."""

from agent.distress.parts import Parts

_KIN = r"(?:husband|wife|boyfriend|girlfriend|partner|father|dad|stepfather|stepdad|mother|mum|mom|brother|sister|son|uncle|ex|neighbou?r|roommate|flatmate)"
_MINE = rf"my (?:\w+ )?{_KIN}"
_ME = r"(?:me|us|my (?:child|kids?|children|son|daughter|baby|mother|mum|mom|sister))"
_WHO = rf"i|im|ill|ive|he|hes|she|shes|they|{_MINE}|my (?:best )?friend"
_SELF = r"(?:my ?self|himself|herself|themselves)"
_HARMED = r"(?:hit|beaten|beat up|abused|raped|attacked|stalked|assaulted|strangled|stabbed)"

PARTS = Parts(
    wish=rf"(?:{_WHO})(?: (?!dont|not|never|didnt)\w+){{0,2}}? (?:want|wants|wanna|wanted|wish|going|gonna|plan|planning|think|thinking|thoughts|ready|try|tried|trying|about|could|keep|rather|will)"
    rf"|ill|(?:thoughts|thinking|think) (?:of|about)|(?:want|wanna|going) to",
    dying=rf"(?:kill|killing|hang|hanging|harm|harming|hurt|hurting|shoot|shooting|drown|cut|cutting) {_SELF}|(?:end|ending|take|taking) (?:my|his|her|their) (?:own )?life|end it all"
    r"|die|dying|(?:be|were|was) dead|never wake up|not wake up|stop living|jump off (?:a|the) (?:bridge|roof)",
    figure=rf"cut(?:ting)? my ?self (?:a|an|some|bangs|the|out)|(?:die|dying|dead) (?:for|of|from|laughing|to|with (?:this|that)|my (?:\w+ )?(?:hair|roots|brows|eyebrows|lashes|beard)|it|them|blonde?|red|tips|ends)|(?:dont|not|never|didnt|wont) (?:\w+ )?(?:want to|going to|wanna) (?:kill|hurt|harm|cut|die)\w*"
    rf"|(?:kill|hurt|harm|cut|hang) {_SELF} (?:for|if|over|shaving|at|doing|while|trying|with (?:the|these|this|that|my))|(?:when|if|before|after|until) i die"
    r"|wish(?:ed)? i (?:was|were) dead (?:tired|sexy)|laugh\w*",
    despair=r"(?:dont|do not|no longer|not) (?:want|wanna|wish)(?: to)? (?:live|be alive|exist|be here|wake up|go on)(?: living)?(?: any ?more| any longer)?(?= ,|$)|(?:no|any) (?:reason|point) (?:to live|(?:in|to) (?:living|go on|going on))|nothing (?:left )?to live for"
    r"|life is(?: not|nt) worth living|(?:life|my life) isnt worth living|better off (?:without me|dead)|suicidal|(?:commit|committing|attempt\w*|considering|contemplating|about|of) suicide|self harm(?:ing)?|cant go on living|(?:cant|cannot) live (?:any ?more|like this|this way)|want (?:everything|it all|all of it) to (?:end|stop|be over)",
    attacker=rf"he|hes|she|shes|they|theyre|someone|somebody|{_MINE}|(?:a|the|this|some) (?:man|guy|stranger)|who",
    attacks=rf"(?:hits?|hitting|beats?|beating|beat up|punche[sd]|punch\w*|kick\w*|slap\w*|chok\w+|strangl\w+|stab\w*|rap(?:ed|es|ing)|assault\w*|attack\w*|abus\w+|threaten\w*|hurts|hurting|following|stalking) {_ME}",
    play=r"(?:hits?|hit|hitting) (?:me|us) (?:up|with (?:a |an |the |his |her )?(?:price|bill|question|offer|deal|quote))|beats? (?:me|us) (?:by|at|in|to)|following (?:me|us) (?:on|around the (?:salon|shop|room))|(?:me|us) (?:during|when (?:he|she|they) (?:wax|cut|pluck|trim|massage)\w*|on (?:instagram|tiktok|facebook|social))",
    danger=rf"(?:im|i am|ive|i was|i have|i keep|we are|were)(?: \w+){{0,2}}? (?:being |been |getting ){_HARMED}|i was raped|(?:afraid|scared|terrified|frightened) (?:of|for) (?:{_MINE}|him|what he|my life)|(?:not|dont feel|arent|isnt) safe (?:at home|here|with him|any ?more)"
    rf"|(?:get|run|escape) away from (?:him|{_MINE})|(?:wants?|tries|tried|trying|threaten\w*|(?:said|says|swore|swears)(?: that)? (?:he|she|they|hed|hell|shed|shell)(?: will| would| is going to| was going to| wants to)?) (?:to )?kill {_ME}|domestic violence|(?:he|she) (?:has|had|pulled) (?:a )?(?:knife|gun)",
    acute=r"(?:my|his|her) (?:chest|heart)(?: \w+){0,3}? (?:hurt\w*|pains?|tight\w*|aches?|aching|crushing|stopped|pressure)|(?:have|having|got|gets?|getting|with|bad|severe|strong|sharp|has) (?:\w+ )?chest pains?|^chest pains?|(?:pain|pains|pressure|tightness) (?:\w+ )?(?:in|on) (?:my|his|her|the) chest"
    r"|(?:cant|cannot|can not|cant barely|hard to|struggling to|barely|unable to) breathe?(?= ,|$| (?:and|properly|any ?more|please|help|at all|right))|(?:not|isnt|stopped|no longer) breathing|(?:is|am|are|im|hes|shes|baby|child) (?:choking|unconscious|unresponsive|convulsing)"
    r"|(?:wife|husband|mother|mum|mom|father|dad|friend|son|daughter|child|he|she|baby|customer|lady|man|woman|someone|somebody)(?: \w+){0,2}? (?:collapsed|passed out|fainted|wont wake up|unconscious|having a seizure)|i (?:just )?(?:passed out|fainted|collapsed)"
    r"|(?:having|have|has|having had|suffering) (?:\w+ )?(?:a )?(?:heart attack|stroke|seizure|anaphyla\w*|allergic shock)|(?:took|swallowed|taken) (?:all |too many |a lot of |the whole |a bottle of )(?:\w+ ){0,3}?(?:pills|tablets|sleeping pills)|overdos\w+|(?:face|mouth) (?:is )?droop\w*"
    r"|(?:call|need|send|get) (?:me )?(?:an? |the )?(?:ambulance|paramedics?|911|999)|medical emergency|(?:fell|fallen|down|collapsed)(?: \w+| ,){0,4}? (?:not|isnt|wont|doesnt) (?:responding|respond|reacting|moving|move|wake up|waking)|(?:swallowed|drank|drunk|eaten|ate) (?:some |a |the )?(?:bleach|poison|battery|detergent|antifreeze|tablets|medicine|pills)|(?:throat|tongue) (?:is )?(?:swelling|closing)(?: up)?|(?:my|one|left|right) (?:whole )?(?:left |right )?side (?:is |went |gone |has gone )?numb",
    past=r"(?:last|years?|months?|weeks?) (?:year|month|ago|back)|long ago|in (?:19|20)\d\d|history of|nearly|almost|as a (?:child|kid)|gave me|give me|used to|recover\w*|survivor|wax\w*|had a (?:stroke|heart attack|seizure)|in case of|training|course|first aid|laugh\w*",
    bleeding=r"bleed|bleeds|bleeding|blood|bled",
    heavily=r"a lot|lots|heavily|badly|wont stop|will not stop|doesnt stop|not stopping|isnt stopping|so much|everywhere|profusely|cant stop|nonstop|non stop|hours|still",
    complaint=r"swell\w*|swollen|fever|pus|infected|infection|numb|blister\w*|burn(?:s|ed|ing|t)?|cant (?:breathe|swallow|see|open)|severe pain|terrible pain|unbearable|throbbing|wont stop hurting",
    treatment=r"(?:after|since|following|from) (?:\w+ ){0,4}?(?:extraction|surgery|operation|procedure|treatment|injections?|fillers?|botox|root canal|implant|filling|piercing|tattoo|peel\w*|laser|wax\w*|colou?r\w*|bleach\w*|dye|massage|appointment|visit|tooth|teeth)|(?:pulled|removed|took out) (?:\w+ ){0,2}?(?:tooth|teeth|mole)"
    r"|(?:tooth|teeth) (?:\w+ ){0,2}?(?:pulled|removed|out)",
)  # fmt: skip
