"""Words by what they are to a booking: those whom it is for, what the trade is asked for, what is wished. Pure."""

import re
import unicodedata
from functools import cache

from agent.languages.language import Words
from agent.languages.patterns.compiled import compiled
from agent.mentions.beyond_one.relatives import ONE, SEVERAL
from agent.mentions.beyond_one.words import REMAINDER_WORDS

ACCENTS = re.compile("[\u0300-\u036f]")


def is_relative(word: str, language: str) -> bool:
    return bool(_relatives(language).fullmatch(word))


def is_treatment(text: str, language: str) -> bool:
    """Whether a lower-case text is the name of a treatment: "haircut", "ceretta"."""
    return bool(_treatments(language).fullmatch(text))


def touches(text: str, words: Words) -> bool:
    """Whether anything in a text is asked or wished that the receptionist acts on."""
    lowered = text.casefold().replace("’", "'")
    patterns = (*words.intents.values(), *words.topics.values())
    return any(
        found and _is_whole(found) for found in (compiled(pattern).search(lowered) for pattern in patterns)
    )


def _is_whole(found: re.Match[str]) -> bool:
    """Whether a match is made of whole words: Hebrew and Arabic patterns find parts of names."""
    before, after = found.string[: found.start()][-1:], found.string[found.end() :][:1]
    ends = (before, found.group()[:1]), (found.group()[-1:], after)
    return bool(found.group().strip()) and not any(one.isalnum() and other.isalnum() for one, other in ends)


@cache
def _relatives(language: str) -> re.Pattern[str]:
    told = "|".join(words[name] for name in dict.fromkeys(("en", language)) for words in (ONE, SEVERAL))
    without_accents = ACCENTS.sub("", unicodedata.normalize("NFD", told))
    return re.compile(f"{told}|{without_accents}")


@cache
def _treatments(language: str) -> re.Pattern[str]:
    told = (REMAINDER_WORDS[name].treatments for name in dict.fromkeys(("en", language)))
    return re.compile("|".join(pattern for treatments in told for pattern in treatments.values()))
