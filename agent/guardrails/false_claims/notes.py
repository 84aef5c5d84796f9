"""A model's notes to itself: sentences about the customer instead of to them, about its tools and its
instructions, and labels of thoughts.

A receptionist says "you". Who writes "the user wants", "I should call the tool" or "Reasoning:" speaks to
nobody who reads along.
"""

import re

# Of the customer in the third person, with what they want, say or need.
_OF_THEM = (
    r"(?:the|this|our) (?:user|customer|client|guest|visitor)(?:'s)?(?: (?:is|has|just|also|now|only|already|seems to|appears to|might|may|did|does|not|didn't|doesn't|hasn't)){0,3} "
    r"(?:wants?|asks?|asked|asking|says?|said|saying|needs?|requests?|requested|requesting|would like|looking|mentions?|mentioned|prefers?|provided|specified|confirmed|greet\w*|wrote|writes|writing|message|query|question|request|input|language|intent)\b"
    r"|der (?:nutzer|benutzer|kunde|user|anwender) (?!vor |nach )(?:\w+ ){0,2}?(?:möchte|will|fragt|sagt|hat|braucht|schreibt|bittet|wünscht|nennt)\b|die (?:nutzerin|kundin|benutzerin) (?!vor |nach )(?:\w+ ){0,2}?(?:möchte|will|fragt|sagt|hat|braucht|schreibt|bittet|wünscht|nennt)\b"
    r"|(?:l'utilisat(?:eur|rice)|le client|la cliente|cet utilisateur) (?!avant |après )(?:\w+ ){0,2}?(?:veut|souhaite|demande|dit|a|cherche|voudrait|écrit|précise)(?!\w)"
    r"|(?:el usuario|la usuaria|el cliente|la clienta|la cliente) (?!de antes |anterior )(?:\w+ ){0,2}?(?:quiere|pide|pregunta|dice|ha|desea|necesita|busca|escribe|solicita)(?!\w)"
    r"|(?:l'utente|il cliente|la cliente) (?:\w+ ){0,2}?(?:vuole|chiede|dice|ha|desidera|vorrebbe|cerca|scrive|richiede)(?!\w)"
    r"|(?<!\w)ה(?:משתמש|לקוח|משתמשת|לקוחה) (?:\w+ )?(?:רוצה|מבקשת?|שואלת?|אומרת?|אמרה?|צריכה?|ביקשה?|שאלה?|כתבה?)(?!\w)"
    r"|(?:ال)(?:مستخدم|عميل|زبون)ة? (?:\w+ )?(?:يريد|تريد|يطلب|تطلب|يسأل|تسأل|قال|يقول|يحتاج|طلب|سأل)(?!\w)|(?:يريد|يطلب|يسأل|طلب|سأل) (?:ال)(?:مستخدم|عميل|زبون)"
)
# Of tools, prompts and formats, which customers know nothing of.
_OF_TOOLS = (
    r"(?:tool|function|api)[- ](?:call|result|response|output|returned|says|name)\w*\b|(?:call|use|invoke|run|calling|using|invoking) (?:the |a |this |my )?(?:\w+ )?(?:tool|function|api)s?\b"
    r"|(?:the |my )?(?:system (?:prompt|message)|instructions? (?:say|tell|state|require)|according to (?:my|the) instructions|assistant (?:should|must|needs))\b"
    r"|(?:das|dem|mein) (?:werkzeug|tool) (?:\w+ )?(?:aufrufen|nutzen|verwenden)|(?:tool|funktion|werkzeug)(?:aufruf|ergebnis)\w*|systemprompt|l'outil (?:\w+ )?(?:find|appel|renvoie)|appeler (?:l'outil|la fonction)|llamar a la (?:herramienta|función)|chiamare (?:lo strumento|la funzione)"
    r"|(?:לקרוא|להשתמש) (?:ל|ב)(?:כלי|פונקציה)|استدعاء (?:ال)?(?:أداة|دالة)"
)
_LABEL = (
    r"^\W*(?:my |the |internal |private |inner )?(?:thinking|thoughts?|thought process|reasoning|analysis|scratchpad|chain of thought|monologue|note to self|notes? \(internal\)|internal notes?"
    r"|gedanken|überlegung|überlegungen|réflexion|raisonnement|razonamiento|pensamiento|ragionamento|מחשבה|מחשבות|تفكير|التفكير)\W{0,3}(?:process)?\W{0,3}:"
)
# What somebody tells themselves to do next, without a word to anybody.
_TO_ONESELF = (
    r"^\W*(?:ok(?:ay)?,? |so,? |now,? |first,? |then,? |next,? |but |hmm,? |wait,? )*(?:i|we) (?:should|must|need to|ought to)(?: (?:now|first|then|just|probably|also))* "
    r"(?:look|check|find|search|call|use|offer|propose|respond|reply|answer|greet|hold|fetch|query|figure|determine|parse|clarify|output|present)\b(?![^.!?]*\b(?:you|your|yours|for free|until|from|at|on site)\b)"
)
_NOTE = re.compile(rf"(?<!\w)(?:{_OF_THEM}|{_OF_TOOLS})|{_LABEL}|{_TO_ONESELF}")
# From the first of these on a sentence is held back until it is whole.
STEMS = (
    "user", "customer", "client", "guest", "visitor", "should", "must", "need", "ought", "tool", "function", "api", "call", "system", "instruct", "assistant", "think", "thought", "reason",
    "analy", "scratch", "chain", "mono", "note", "internal", "nutzer", "benutzer", "kund", "anwender", "gedank", "überleg", "werkzeug", "funktion", "l'util", "utilis", "réfl", "raison", "appel", "usuari",
    "razon", "pens", "utente", "l'utente", "ragion", "llam", "chiam", "משתמש", "לקוח", "מחשב", "לקרוא", "להשתמש", "المستخدم", "العميل", "الزبون", "تفكير", "استدعاء",
)  # fmt: skip


def is_note(plain: str) -> bool:
    """Whether a folded sentence is written to nobody who reads it."""
    return bool(_NOTE.search(plain))
