"""Whether a message asks if, or when, something is booked, whether one was made in the conversation or not.
Pure."""

import re

from agent.languages.patterns.compiled import compiled
from agent.mentions.own_appointment.finding import asks_when_mine_is
from agent.mentions.own_appointment.noted import (
    asks_for_own_booking,
    asks_how_it_went,
    asks_whether_noted,
)

QUESTION = re.compile("[?؟]")
STRAIGHT = str.maketrans("’", "'")
# What only a question says, with its mark or without.
ASKS = {
    "en": r"(?:is|was) (?:it|this|that|my (?:\w+ )?(?:appointment|booking|slot|reservation|time|haircut|"
    r"visit)|everything)(?: (?:now|really|already|all|actually|definitely))* (?:booked|confirmed|"
    r"reserved|scheduled|in the (?:calendar|book|system))(?! (?:out|up|solid))"
    r"|(?:am|are) (?:i|we)(?: (?:now|really|already|all|actually|definitely))* (?:booked|confirmed|in "
    r"the (?:calendar|book|system))|did (?:it|that|this|my booking|the booking) (?:work|go through)"
    r"|(?:have|has) (?:it|that|my booking|my appointment) (?:been )?(?:booked|confirmed|gone through)|"
    r"have you (?:now |really |already )?booked (?:it|me|that)|do (?:i|we) (?:now |already |still "
    r")?have (?:an?|my|the) (?:appointment|booking)"
    r"|(?:when|what time|what day)(?:'s| is| was) my (?:\w+ )?(?:appointment|booking|reservation|"
    r"haircut|visit)|what (?:have|did) i (?:just )?book(?:ed)?(?=\W*$)",
    "de": r"(?:ist|wurde) (?:es|das|der termin|mein termin|die buchung|meine buchung)(?: (?:jetzt|nun|schon|"
    r"auch|wirklich|denn|fest))* (?:gebucht|bestätigt|fix|fest|eingetragen|reserviert)|steht (?:der|"
    r"mein) termin(?: (?:jetzt|nun|schon))?(?=\W*$)|bin ich (?:jetzt |nun |schon )?(?:gebucht|"
    r"eingetragen|angemeldet)"
    r"|hab(?:e)? ich (?:jetzt |nun |schon )?(?:einen|den|meinen) termin(?=\W*$| am| um| bei| morgen| "
    r"heute| gebucht)|hat (?:es|das|die buchung|alles) (?:jetzt |denn )?geklappt|wann (?:ist|war|"
    r"hab(?:e)? ich) (?:noch ?mal |nochmal )?(?:mein(?:en)?|den|der) termin",
    "fr": r"(?:est-ce que |est-ce qu')?(?:c'est|ce sera|il est|elle est) (?:bien |déjà |vraiment "
    r")?(?:réservée?|confirmée?|enregistrée?)|(?:mon|le) (?:rendez-vous|rdv) est(?:-il)? (?:bien |déjà "
    r")?(?:confirmé|réservé|pris|enregistré)|ma réservation est(?:-elle)? (?:bien |déjà )?(?:confirmée|"
    r"faite|enregistrée)"
    r"|ai-je (?:bien |déjà )?(?:un|mon) (?:rendez-vous|rdv)|(?:c'est |à )?quand (?:est |c'est )?mon "
    r"(?:rendez-vous|rdv)|à quelle heure est mon (?:rendez-vous|rdv)|ça a (?:bien )?marché|la "
    r"réservation a (?:bien )?(?:marché|fonctionné)",
    "es": r"(?:ya )?(?:está|quedó|queda|ha quedado|estoy)(?: (?:ya|bien|todo|mi cita|la cita|la reserva))* "
    r"(?:reservad[oa]|confirmad[oa]|apuntad[oa])|tengo (?:ya |entonces )?(?:una|la|mi) (?:cita|"
    r"reserva)(?=\W*$)|cuándo (?:es|era|tengo) (?:mi|la) (?:cita|reserva)|a qué hora (?:es|tengo) "
    r"(?:mi|la) cita|se ha (?:hecho|confirmado|realizado) (?:la|mi) reserva|ha funcionado la reserva",
    "it": r"(?:è|risulta|sono)(?: (?:già|stato|stata|tutto|davvero|l'appuntamento))* (?:prenotat[oa]|"
    r"confermat[oa]|fissat[oa])|ho (?:già |quindi )?(?:un|l'|il mio) ?appuntamento(?=\W*$)|(?:quando|a "
    r"che ora) (?:è|ho) (?:il mio |l')appuntamento|quand'è (?:il mio |l')appuntamento|(?:la|mia) "
    r"prenotazione (?:è|ha) (?:andata|funzionato|confermata)",
    "he": r"(?:זה|התור|ההזמנה)(?: שלי)?(?: כבר| באמת)? (?:נקבע|נקבעה|הוזמן|מוזמן|מאושר|אושר|סגור|קבוע)|יש לי "
    r"(?:כבר )?תור(?=\W*$)|מתי (?:יש לי |ה)?תור(?: שלי)?(?=\W*$)|(?:נקבע|קבעת|קבעתם|הזמנת) לי (?:כבר "
    r")?תור",
    "ar": r"هل (?:تم |تأكد |أصبح |هو )?(?:ال)?(?:حجز|موعد|محجوز|مؤكد)(?:ي|ه)?(?: مؤكد| محجوز| تم)?(?=\W*$)|"
    r"هل تم (?:تأكيد |حجز )(?:ال)?(?:موعد|حجز)(?:ي)?|(?:عندي|لدي) (?:ال)?(?:حجز|موعد)(?=\W*$)|متى "
    r"(?:يكون )?(?:موعدي|حجزي)|(?:انحجز|تأكد) (?:ال)?(?:موعد|حجز)",
}
# The same of whoever comes, at the end of what is asked: "when am I coming again?".
ASKS_WHEN_TO_COME = {
    "en": r"(?:when|what time|what day) (?:am|are) (?:i|we) (?:coming|due|booked|in|on)(?: again| next)?",
    "de": r"wann (?:komm\w*|bin|muss) (?:ich|wir)(?: noch ?mal| wieder| eigentlich| dran| da| kommen)*",
    "fr": r"quand (?:est-ce que )?je (?:viens|passe)(?: déjà)?",
    "es": r"cuándo (?:me toca|voy|tengo que ir|vengo)(?: otra vez)?",
    "it": r"quando (?:vengo|devo venire|tocca a me)(?: di nuovo)?",
    "he": r"מתי אני (?:באה?|מגיעה?|אצלכם)(?: שוב)?",
    "ar": r"متى (?:سآتي|آتي|أجي|باجي|دوري)",
}
# A whole message that asks when, of what is kept or booked.
ASKS_WHEN = {
    "en": r"(?:and |so |ok,? |sorry,? )?(?:when|what time)(?:(?:'s| is| was) (?:it|that)(?: again)?)?",
    "de": r"(?:und |also )?(?:wann|um wie ?viel uhr)(?: (?:ist|war) (?:das|es|der))?"
    r"(?: (?:nochmal|noch mal|denn))?",
    "fr": r"(?:et |alors )?(?:c'est (?:pour |à )?)?(?:quand|quelle heure)"
    r"(?: (?:est-ce|déjà|c'est|exactement))*",
    "es": r"(?:y |entonces )?(?:cuándo|cuando|a qué hora)(?: (?:es|era))?",
    "it": r"(?:e |allora )?(?:quando|quand'è|a che ora)(?: (?:è|era|di preciso))?",
    "he": r"ו?(?:מתי|באיזו שעה)(?: (?:זה|התור))?",
    "ar": r"و?(?:متى|امتى|إمتى|أي ساعة)(?: (?:هو|الموعد|يكون))?",
}
# Those that tell as well as ask, but for the mark at their end.
NEEDS_A_MARK = frozenset({"fr", "es", "it", "he", "ar"})
BEGINS_A_QUESTION = re.compile(
    r"\W*(?:est-ce|ai-je|quand|à quelle|cuándo|a qué|quando|quand'è|a che|מתי|האם|هل|متى)(?!\w)"
)


def asks_whether_booked(text: str, language: str) -> bool:
    """Whether a text asks if, or when, something is booked; English is understood beside every language."""
    lowered, is_marked = _question_in(text)
    return asks_when_mine_is(text, language) or any(
        (
            (compiled(rf"(?<!\w)(?:{ASKS[one]})(?!\w)").search(lowered) or asks_for_own_booking(lowered, one))
            and (is_marked or one not in NEEDS_A_MARK)
        )
        or (is_marked and asks_whether_noted(lowered, one))
        or compiled(rf"(?<!\w)(?:{ASKS_WHEN_TO_COME[one]})(?=\W*$)").search(lowered)
        for one in {"en", language}
    )


def asks_of_what_is_known(text: str, language: str) -> bool:
    """Whether a text asks when, or whether it is done, and of what it does not say; English is understood
    beside every language."""
    lowered, is_marked = _question_in(text)
    return any(
        compiled(rf"\W*(?:{ASKS_WHEN[one]})\W*").fullmatch(lowered)
        or (is_marked and asks_how_it_went(lowered, one))
        for one in {"en", language}
    )


def _question_in(text: str) -> tuple[str, bool]:
    """A text in lower case, and whether it is marked as a question."""
    lowered = text.casefold().translate(STRAIGHT)
    return lowered, bool(QUESTION.search(text) or BEGINS_A_QUESTION.match(lowered))
