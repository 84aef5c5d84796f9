"""Whether a message asks about an appointment that is known to stand, or wants another one. Pure."""

import re
from functools import cache

from agent.mentions.own_appointment.words import WORDS
from agent.mentions.service_questions import begins_as_question

STRAIGHT = str.maketrans("’´`", "'''")
QUESTION = re.compile("[?؟]")


def asks_of_it(text: str, language: str) -> bool:
    """Whether a text asks when it is or with whom, or whether one is written down for it; English is
    understood beside every language."""
    lowered = _lowered(text)
    for name in dict.fromkeys((language, "en")):
        if _has(lowered, name, "wants"):
            continue
        is_marked = bool(QUESTION.search(text)) or _has(lowered, name, "tag")
        is_asked = is_marked or (name == "en" and begins_as_question(text, name))
        if _has(lowered, name, "asks") or (is_asked and _has(lowered, name, "noted")):
            return True
    return False


def forgot_it(text: str, language: str) -> bool:
    """Whether a text says that somebody no longer knows, or wants to be reminded."""
    lowered = _lowered(text)
    return any(
        _has(lowered, name, "forgot") and not _has(lowered, name, "wants")
        for name in dict.fromkeys((language, "en"))
    )


def is_tagged(text: str, language: str) -> bool:
    """Whether a text ends as a statement does that is to be confirmed: "so it's at three, right?"."""
    lowered = _lowered(text)
    return any(_has(lowered, name, "tag") for name in dict.fromkeys((language, "en")))


def wants_another(text: str, language: str) -> bool:
    """Whether a text wants an appointment beside the one there is, for oneself or somebody else."""
    lowered = _lowered(text)
    return any(_has(lowered, name, "another") for name in dict.fromkeys((language, "en")))


def wants_the_same(text: str, language: str) -> bool:
    """Whether that one shall be like the one there is: "the same again", "one for my son too"."""
    lowered = _lowered(text)
    return any(_has(lowered, name, "same") for name in dict.fromkeys((language, "en")))


def _lowered(text: str) -> str:
    return text.casefold().translate(STRAIGHT)


def _has(lowered: str, language: str, part: str) -> bool:
    return bool(_pattern(language, part).search(lowered))


@cache
def _pattern(language: str, part: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{getattr(WORDS[language], part)})(?!\w)")
