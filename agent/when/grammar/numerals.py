"""What the shapes of numbers, dates and clocks mean: one reader for each shape."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from agent.when.grammar.clock_face import clock
from agent.when.vocabulary.catalogue import Meaning, plain
from agent.when.vocabulary.time_vocabulary import TimeVocabulary

MONTHS = {"MONTH", "WEAKMONTH"}
# The word behind a dotted number, or behind the range it begins: "3.-5. dec"; and the date that ends one:
# "3.-5.12.".
_WORD = re.compile(r"\s*(?:[-–—/]\s?\d{1,2}\.?\s*)?(?:of\s)?([^\W\d_]{1,20})")
_RANGE_OF_DATE = re.compile(r"\s*[-–—/]\s?\d{1,2}\.\s?\d{1,2}\.")


def _iso(match: re.Match[str], _: TimeVocabulary) -> Meaning:
    written = tuple(int(match[f"iso_{name}"]) for name in ("year", "month", "day"))
    read: Meaning = (("YMD", written),)
    if match["iso_hour"]:
        time = clock(int(match["iso_hour"]), int(match["iso_minute"]), is_padded=True)
        read += (("TIME", time),)
    return read


def _full(match: re.Match[str], _: TimeVocabulary) -> Meaning:
    written = match["full_year"]
    year = int(written) if len(written) == 4 else 2000 + int(written)
    # Dots put the day first everywhere, at least before a year in full.
    is_dotted = match["full_mark"] == "." and len(written) == 4
    return (("FULL", (int(match["full_a"]), int(match["full_b"]), year, is_dotted)),)


def _clock(match: re.Match[str], _: TimeVocabulary) -> Meaning:
    hour = match["clock_hour"]
    read = clock(int(hour), int(match["clock_minute"]), is_padded=hour.startswith("0"))
    return (("NOTIME", None),) if read is None else (("HHMM", read),)


def _french(match: re.Match[str], _: TimeVocabulary) -> Meaning:
    return (("NH", int(match["french_hour"])),)


def _meridiem(match: re.Match[str], catalogue: TimeVocabulary) -> Meaning:
    # A lone "am" is a word of its own in several languages; only after a number is it the morning.
    is_word = match.group().isalpha() and not (match.start() and match.string[match.start() - 1].isdigit())
    known = catalogue.longest([plain(match.group())]) if is_word else None
    if known is not None:
        return known[1]
    return _half(match["meridiem_letter"])


def _half(letter: str) -> Meaning:
    marker = {"a": "am", "p": "pm"}[letter.lower()]
    return ((marker, marker),)


def _number_with_dot(match: re.Match[str], catalogue: TimeVocabulary) -> Meaning:
    """ "14.", a day where a language writes days so, or where a month follows."""
    value, following = int(match["numbered_value"]), _WORD.match(match.string, match.end())
    known = catalogue.longest([plain(following.group(1))]) if following else None
    is_month = known is not None and {kind for kind, _ in known[1]} & MONTHS
    is_day = catalogue.habits.dot_ordinals or is_month or _RANGE_OF_DATE.match(match.string, match.end())
    return (("DOTTEDINT", value),) if is_day else (("INT", value), ("stop", None))


def _day_and_month(match: re.Match[str], _: TimeVocabulary) -> Meaning:
    pair = int(match["dated_day"]), int(match["dated_month"])
    return (("DAYMONTH", pair),) if pair[1] <= 12 else (("DOTTED", pair), ("stop", None))


def _number_before_letters(match: re.Match[str], _: TimeVocabulary) -> Meaning:
    written = match["stuck_value"]
    return (("INT4", written),) if len(written) == 4 else (("INT", int(written)),)


def _one(kind: str) -> Callable[[re.Match[str], TimeVocabulary], Meaning]:
    return lambda match, _: ((kind, int(match.group())),)


def _pair(kind: str, first: str, second: str) -> Callable[[re.Match[str], TimeVocabulary], Meaning]:
    return lambda match, _: ((kind, (int(match[first]), int(match[second]))),)


def _year_or_hours(match: re.Match[str], _: TimeVocabulary) -> Meaning:
    return (("INT4", match.group()),)


READERS: dict[str, Callable[[re.Match[str], TimeVocabulary], tuple[tuple[str, Any], ...]]] = {
    "iso": _iso,
    "full": _full,
    "clock": _clock,
    "unclock": lambda _match, _: (("NOTIME", None),),
    "french": _french,
    "meridiem": _meridiem,
    "half": lambda match, _: _half(match["half_letter"]),
    "four": _year_or_hours,
    "int": _one("INT"),
    "stuck": _number_before_letters,
    "ordinal": lambda match, _: (("ORDINT", int(match["ordinal_value"] or match["ordinal_joined"])),),
    "numbered": _number_with_dot,
    "dated": _day_and_month,
    "slashed": _pair("SLASHED", "slashed_a", "slashed_b"),
    "tenths": lambda match, _: (("TENTHS", tuple(map(int, re.split("[.,]", match.group())))),),
    "dotted": _pair("DOTTED", "dotted_a", "dotted_b"),
}
