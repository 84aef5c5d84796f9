"""Whether a message asks about an appointment that is known to stand, or wants another one. Pure."""

import re
from functools import cache

from agent.languages.patterns.compiled import compiled
from agent.mentions.own_appointment.words import WORDS

STRAIGHT = str.maketrans("’´`", "'''")
QUESTION = re.compile("[?؟]")
SENTENCES = re.compile(r"(?<=[.!?؟])\s+|\n+")


def asks_of_it(text: str, language: str) -> bool:
    """Whether a sentence of a text asks when it is or with whom, or whether it stands; English is understood
    beside every language."""
    return any(
        _asks(sentence, name)
        for sentence in SENTENCES.split(_lower(text))
        for name in dict.fromkeys((language, "en"))
    )


def _asks(sentence: str, language: str) -> bool:
    if not sentence.strip() or _has(sentence, language, "wants"):
        return False
    questions, statements = _frames(language)
    if questions.search(sentence):
        return True
    is_marked = (
        bool(QUESTION.search(sentence))
        or _has(sentence, language, "tag")
        or bool(compiled(WORDS[language].asked).fullmatch(sentence))
    )
    return is_marked and bool(statements.search(sentence))


@cache
def _frames(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What asks by itself, "when am I in?", and what its mark makes a question, "so I'm down for Friday,
    right?"."""
    of = WORDS[language]
    few, more = r"(?:[\w']+[\s,]+){0,2}?", r"(?:[\w'-]+[\s,]+){0,8}?"
    asked, one = rf"(?:{of.when}|{of.who})", rf"(?:{of.own}|{of.it})"
    questions = rf"(?:{asked}[\s,]+{few}{one}|{one}[\s,]+{more}{asked}(?=\W*(?:{AGAIN})?\W*$))"
    statements = rf"(?:{one}[\s,]+{more}(?:{of.state})|(?:{of.state})[\s,]+{few}{one}|{of.whole})"
    return tuple(re.compile(rf"(?<!\w){frame}(?!\w)") for frame in (questions, statements))  # type: ignore[return-value]


# What may follow the word that asks, at the end of a sentence.
AGAIN = (
    r"again|exactly|please|déjà|exactement|au juste|nochmal|noch ?mal|nomal|denn|eigentlich|genau|bitte|otra vez|"
    r"exactamente|por favor|di preciso|precisamente|esattamente|scusi|בדיוק|שוב|בבקשה|בסוף|بالضبط|بالظبط|بالزبط"
)
# What one calls one's own appointment, so that it is meant whatever the conversation knows of.
MINE = {
    "en": r"(?:my|our) (?:next )?(?:appointment|booking|reservation|appt|slot)",
    "de": r"(?:mein|unser)e?[nrm]? (?:nächste\w* )?(?:termin|buchung|reservierung)",
    "fr": r"(?:mon|notre|ma) (?:prochaine? )?(?:rdv|rendez-vous|réservation)",
    "es": r"(?:mi|nuestra) (?:próxima )?(?:cita|reserva|turno|hora)",
    "it": r"(?:(?:il )?mio|(?:la )?mia|nostro) (?:prossim[oa] )?(?:appuntamento|prenotazione)",
    "he": r"(?:התור|הפגישה|ההזמנה) (?:הבא )?שלי|תורי",
    "ar": r"(?:موعدي|ميعادي|حجزي|(?:الموعد|الميعاد|الحجز) (?:بتاعي|تبعي|حقي))",
}


def asks_when_mine_is(text: str, language: str) -> bool:
    """Whether a sentence asks when one's own appointment is, in any order of words: "c'est quand, mon rdv ?",
    "my booking, what day is it?"."""
    return any(
        _order_of_mine(name).search(sentence) and not _has(sentence, name, "wants")
        for sentence in SENTENCES.split(_lower(text))
        for name in dict.fromkeys((language, "en"))
    )


@cache
def _order_of_mine(language: str) -> re.Pattern[str]:
    few, when, mine = r"(?:[\w'-]+[\s,:،¿]+){0,3}?", WORDS[language].when, MINE[language]
    return re.compile(
        rf"(?<!\w)(?:(?:{mine})[\s,:،¿]+{few}(?:{when})|(?:{when})[\s,:،]+{few}(?:{mine}))(?!\w)"
    )


def forgot_it(text: str, language: str) -> bool:
    """Whether a text says that somebody no longer knows, or wants to be reminded."""
    lowered = _lower(text)
    return any(
        _has(lowered, name, "forgot") and not _has(lowered, name, "wants")
        for name in dict.fromkeys((language, "en"))
    )


def is_tagged(text: str, language: str) -> bool:
    """Whether a text ends as a statement does that is to be confirmed: "so it's at three, right?"."""
    lowered = _lower(text)
    return any(_has(lowered, name, "tag") for name in dict.fromkeys((language, "en")))


def wants_another(text: str, language: str) -> bool:
    """Whether a text wants an appointment beside the one there is, for oneself or somebody else."""
    lowered = _lower(text)
    return any(_has(lowered, name, "another") for name in dict.fromkeys((language, "en")))


def wants_the_same(text: str, language: str) -> bool:
    """Whether that one shall be like the one there is: "the same again", "one for my son too"."""
    lowered = _lower(text)
    return any(_has(lowered, name, "same") for name in dict.fromkeys((language, "en")))


def _lower(text: str) -> str:
    return text.casefold().translate(STRAIGHT)


def _has(lowered: str, language: str, part: str) -> bool:
    return bool(_pattern(language, part).search(lowered))


@cache
def _pattern(language: str, part: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{getattr(WORDS[language], part)})(?!\w)")
