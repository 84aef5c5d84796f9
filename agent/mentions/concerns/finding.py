"""Which concern a message has, known by its parts: an ill word alone is no complaint, one of a visit that was
is. Pure."""

from enum import Enum
from functools import cache

from agent.languages.patterns.prefiltered import AnyPattern, prefilter
from agent.mentions.concerns.health import asks_about_health
from agent.mentions.concerns.words import WORDS, RefundWords

STRAIGHT = str.maketrans("’´`", "'''")
# Whoever asks for so much more than the answer again says so in more words.
LONGEST_REPEAT = 12
# "And", written onto the word behind it.
AND = {"he": "ו?", "ar": "[وف]?"}


class Concern(Enum):
    """``REFUND`` is money back, ``DATA`` what is stored of somebody, ``HEALTH`` a question of health."""

    LATE = "late"
    REFUND = "refund"
    DATA = "data"
    COMPLAINT = "complaint"
    HEALTH = "health"


# Those that are known by their own words alone.
TOLD = (Concern.LATE, Concern.REFUND, Concern.DATA, Concern.COMPLAINT)


def concern_in(text: str, language: str) -> Concern | None:
    """The concern of a text; English is understood beside every language."""
    lowered = text.casefold().translate(STRAIGHT)
    names = dict.fromkeys((language, "en"))
    for name in names:
        for concern in TOLD:
            if _pattern(name, concern.value).search(lowered):
                if concern is Concern.COMPLAINT and not _is_of_a_visit(lowered, name):
                    continue
                if concern is Concern.REFUND and _pattern(name, "supposed").search(lowered):
                    continue  # "Do I get my money back if I cancel?" asks for the terms.
                return concern
    return Concern.HEALTH if any(asks_about_health(lowered, name) for name in names) else None


def asks_to_repeat(text: str, language: str) -> bool:
    """Whether a short message asks to hear once more what was said last."""
    lowered = text.casefold().translate(STRAIGHT)
    if len(lowered.split()) > LONGEST_REPEAT:
        return False
    return any(_pattern(name, "repeat").search(lowered) for name in dict.fromkeys((language, "en")))


def _is_of_a_visit(lowered: str, language: str) -> bool:
    return bool(_pattern(language, "visit").search(lowered))


@cache
def _pattern(language: str, part: str) -> AnyPattern:
    told = _wants_money_back(WORDS[language].refund) if part == "refund" else getattr(WORDS[language], part)
    return prefilter(rf"(?<!\w){AND.get(language, '')}(?:{told})")


def _wants_money_back(of: RefundWords) -> str:
    """Money and back, or paid and twice, in either order within a clause."""
    pairs = (
        (of.money, of.back),
        (of.back, of.money),
        (of.back, of.paid),
        (of.paid, of.twice),
        (of.twice, of.paid),
    )
    told = (rf"(?:{one})(?!\w)[^.!?؟]{{0,45}}?(?<!\w)(?:{other})(?!\w)" for one, other in pairs)
    return "|".join((rf"(?:{of.alone})(?!\w)", *told))
