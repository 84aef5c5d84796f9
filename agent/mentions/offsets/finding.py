"""Where a message says so much earlier or later, and how much. Pure."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from functools import cache

from msgspec import Struct

from agent.languages.patterns.compiled import compiled
from agent.languages.patterns.prefiltered import AnyPattern, prefilter
from agent.languages.patterns.remembered import remember
from agent.mentions.offsets.words import DAY, WORDS, OffsetWords

STRAIGHT = str.maketrans("’´`", "'''")
# A preposition tells an offset only at the end of what is said: "an hour before" a time, never "before ten".
ENDS = (
    r"(?=\W*$|\s*[,.;:!?؟)]|\s+(?:please|then|thanks|if|bitte|s'il|svp|por favor|si|se|per favore|grazie|"
    r"בבקשה|אם|من فضلك|لو|إذا)\b)"
)
# "An hour later than ten", "eine Stunde früher als Sie sagen": told from another time.
NOT_COMPARED = r"(?!\s+(?:than|als|que|di|del|de|of|dalle|מ\w|من)(?!\w))"
NUMBER = r"\d{1,3}(?:[.,]5)?"
# In place of an offset: a sign that is no word of an agreement, a refusal or a time.
PLACEHOLDER = " ⌛ "


class Offset(Struct, frozen=True):
    """So many minutes later (earlier where negative), as the characters start:end of a message say."""

    minutes: int
    start: int
    end: int

    @property
    def is_of_days(self) -> bool:
        """Whether whole days are counted, so that an hour may be told beside them."""
        return self.minutes % DAY == 0

    def from_moment(self, local: datetime) -> datetime:
        """The moment on the same clock; ``local`` is naive, on the clock of the place."""
        return local + timedelta(minutes=self.minutes)


@remember
def offset_in(text: str, language: str) -> Offset | None:
    """The first offset of a text; English is understood beside every language."""
    told = text.translate(STRAIGHT)
    found = [one for name in dict.fromkeys((language, "en")) for one in _offsets(told, name)]
    return min(found, key=lambda one: (one.start, -one.end), default=None)


def length_in(text: str, language: str) -> int | None:
    """The minutes of the first length that a text tells, and that is none until something begins; English is
    understood beside every language."""
    told = text.translate(STRAIGHT)
    for name in dict.fromkeys((language, "en")):
        words = WORDS[name]
        pattern = compiled(rf"(?<!\w){_amount(words)}", re.IGNORECASE)
        for found in pattern.finditer(told):
            if not compiled(rf"(?<!\w)(?:{words.until})\s*$", re.IGNORECASE).search(told[: found.start()]):
                return _minutes(found, words)
    return None


def without_offset(text: str, language: str) -> str:
    """The text with a sign in place of its offset, so that "yes, an hour later" is no plain yes."""
    found = offset_in(text, language)
    return text if found is None else f"{text[: found.start]}{PLACEHOLDER}{text[found.end :]}"


def _offsets(text: str, language: str) -> Iterator[Offset]:
    words = WORDS[language]
    for way, pattern in _patterns(language):
        found = pattern.search(text)
        if found is not None:
            yield Offset(way * _minutes(found, words), found.start(), found.end())


def _minutes(found: re.Match[str], words: OffsetWords) -> int:
    whole = found["whole"]
    if whole is not None:
        return round(_value(whole, words.wholes))
    count = found["count"]
    # "Hour and a half later" has one without saying so.
    many = float(count.replace(",", ".")) if count[:1].isdecimal() else _value(count, words.counts)
    return round((many + (0.5 if found["half"] else 0)) * _value(found["unit"], words.units))


def _value(said: str, values: Mapping[str, float]) -> float:
    return next(
        value for pattern, value in values.items() if compiled(pattern, re.IGNORECASE).fullmatch(said)
    )


@cache
def _patterns(language: str) -> tuple[tuple[int, AnyPattern], ...]:
    """Each pattern of a language, with 1 for later and -1 for earlier."""
    words = WORDS[language]
    amount = _amount(words)
    told = (
        (1, rf"{amount}\s+(?:{words.later})(?!\w){NOT_COMPARED}"),
        (-1, rf"{amount}\s+(?:{words.earlier})(?!\w){NOT_COMPARED}"),
        *(
            (way, rf"{amount}\s+(?:{word})(?!\w){ENDS}")
            for way, word in ((1, words.after), (-1, words.before))
            if word
        ),
        (1, rf"(?:{words.to_later})\s*{amount}"),
        (-1, rf"(?:{words.to_earlier})\s*{amount}"),
    )
    return tuple((way, prefilter(rf"(?<!\w){pattern}", re.IGNORECASE)) for way, pattern in told)


def _amount(words: OffsetWords) -> str:
    half = f"(?P<half>{words.half})?" if words.half else "(?P<half>(?!))?"
    return (
        rf"(?:(?P<whole>{_any(words.wholes)})(?!\w)(?!{words.half or '(?!)'})|"
        rf"(?P<count>{_any(words.counts)}|{NUMBER})\s*(?P<unit>{_any(words.units)})\.?{half}(?!\w))"
    )


def _any(patterns: Iterable[str]) -> str:
    return "|".join(f"(?:{one})" for one in patterns)
