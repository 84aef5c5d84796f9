"""From characters to items: shapes give numbers and clocks, the catalogue gives words their meaning."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

from agent.when.catalogue import Catalogue, Meaning, plain
from agent.when.grammar import Item
from agent.when.shapes import SHAPE, clock, shape_of
from agent.when.values import Days

# Nothing a customer writes about time is longer; the rest of a pasted text is left unread.
LONGEST_TEXT = 10_000

NOTHING: Meaning = (("word", None),)


def items_of(text: str, catalogue: Catalogue) -> list[Item]:
    """The items of a sentence, in order; quotes and spaces are dropped."""
    return list(_with_meaning(list(_tokens(text[:LONGEST_TEXT], catalogue)), catalogue))


def _tokens(text: str, catalogue: Catalogue) -> Iterator[Item]:
    end = 0
    while end < len(text):
        # Every position matches: the last shape is any character at all.
        match = SHAPE.match(text, end)
        if match is None:
            return
        yield from _token(match, catalogue)
        end = match.end()


def _token(match: re.Match[str], catalogue: Catalogue) -> Iterator[Item]:
    shape = shape_of(match)
    if shape in {"space", "quote"}:
        return
    written = match.group()
    if shape == "word":
        yield Item("word?", plain(written), match.start(), match.end(), written[0].isupper(), written)
        return
    meaning = _READERS[shape](match, catalogue) if shape in _READERS else ((shape, shape),)
    for kind, value in meaning:
        yield Item(kind, value, match.start(), match.end(), text=written)


def _with_meaning(tokens: Sequence[Item], catalogue: Catalogue) -> Iterator[Item]:
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.kind != "word?":
            yield token
            index += 1
            continue
        words, ends = _words_from(tokens, index, catalogue)
        length, meaning = catalogue.longest(words) or (1, None)
        last = tokens[ends[length - 1]]
        if meaning is not None:
            yield from (
                Item(kind, value, token.start, last.end, token.is_capital, last.text)
                for kind, value in meaning
            )
            index = ends[length - 1] + 1
            continue
        parted = _prefixed(token, tokens[index + 1 : index + 3], catalogue)
        yield from parted
        index += 1
        if (
            parted[0].kind != "word"
            and index < len(tokens)
            and tokens[index].kind == "dash"
            and len(parted) == 1
        ):
            # The hyphen between a Hebrew preposition and its number.
            index += 1


def _words_from(tokens: Sequence[Item], index: int, catalogue: Catalogue) -> tuple[list[str], list[int]]:
    """The words (misspellings put right) of a possible phrase from index on, and where each of them is."""
    words: list[str] = []
    ends: list[int] = []
    for position in range(index, min(index + 12, len(tokens))):
        token = tokens[position]
        if token.kind == "word?":
            words.append(catalogue.correct(token.value) if not words else token.value)
            ends.append(position)
        elif token.kind == "dash" and _is_hyphen(tokens, position):
            continue
        elif token.kind == "INT":
            words.append(str(token.value))
            ends.append(position)
        else:
            break
    return words, ends


def _is_hyphen(tokens: Sequence[Item], position: int) -> bool:
    token = tokens[position]
    follows = position + 1 < len(tokens) and tokens[position + 1].start == token.end
    return follows and tokens[position - 1].end == token.start


def _prefixed(token: Item, following: Sequence[Item], catalogue: Catalogue) -> list[Item]:
    """A word nobody knows, or one with a preposition written onto it (Hebrew, Arabic)."""
    for prefix, marker in catalogue.prefixes.items():
        rest = token.value.removeprefix(prefix)
        if rest == token.value or not (rest or _number_follows(token, following)):
            continue
        split = token.start + len(prefix)
        parted = [Item(marker, marker, token.start, split, text=prefix)]
        known = catalogue.longest([rest]) if rest else None
        if known is not None:
            return parted + [Item(kind, value, split, token.end, text=rest) for kind, value in known[1]]
        if not rest:
            return parted
    return [Item("word", None, token.start, token.end, token.is_capital, token.text)]


def _number_follows(token: Item, following: Sequence[Item]) -> bool:
    touches = bool(following) and following[0].start == token.end
    rest = [item for item in following if item.kind != "dash"]
    return touches and bool(rest) and rest[0].kind not in {"word?", "stop", "comma"}


def _iso(match: re.Match[str], _: Catalogue) -> Meaning:
    try:
        day = date(int(match["iso_year"]), int(match["iso_month"]), int(match["iso_day"]))
    except ValueError:
        return NOTHING
    read: Meaning = (("DATE", Days.on(day)),)
    if match["iso_hour"]:
        time = clock(int(match["iso_hour"]), int(match["iso_minute"]), is_padded=True)
        read += (("TIME", time),)
    return read


def _full(match: re.Match[str], catalogue: Catalogue) -> Meaning:
    written = match["full_year"]
    year = int(written) if len(written) == 4 else 2000 + int(written)
    # Dots and (between dashes) numbers over twelve put the day first everywhere.
    first, second = int(match["full_a"]), int(match["full_b"])
    day_first = catalogue.habits.day_first or (match["full_mark"] == "." and len(written) == 4)
    return _numeric_date(first, second, year, day_first=day_first)


def _numeric_date(first: int, second: int, year: int, *, day_first: bool) -> Meaning:
    for day, month in ((first, second), (second, first)) if day_first else ((second, first), (first, second)):
        try:
            return (("DATE", Days.on(date(year, month, day))),)
        except ValueError:
            continue
    return NOTHING


def _clock(match: re.Match[str], _: Catalogue) -> Meaning:
    hour = match["clock_hour"]
    read = clock(int(hour), int(match["clock_minute"]), is_padded=hour.startswith("0"))
    return NOTHING if read is None else (("HHMM", read),)


def _french(match: re.Match[str], _: Catalogue) -> Meaning:
    read = clock(int(match["french_hour"]), 0)
    return NOTHING if read is None else (("HHMM", read),)


def _meridiem(match: re.Match[str], catalogue: Catalogue) -> Meaning:
    # A lone "am" is a word of its own in several languages; only after a number is it the morning.
    is_word = match.group().isalpha() and not (match.start() and match.string[match.start() - 1].isdigit())
    known = catalogue.longest([plain(match.group())]) if is_word else None
    if known is not None:
        return known[1]
    return _half(match["meridiem_letter"])


def _half(letter: str) -> Meaning:
    marker = {"a": "am", "p": "pm"}[letter.lower()]
    return ((marker, marker),)


def _numbered(match: re.Match[str], catalogue: Catalogue) -> Meaning:
    value = int(match["numbered_value"])
    return (("DOTTEDINT", value),) if catalogue.habits.dot_ordinals else (("INT", value), ("stop", None))


def _dated(match: re.Match[str], _: Catalogue) -> Meaning:
    pair = int(match["dated_day"]), int(match["dated_month"])
    return (("DAYMONTH", pair),) if pair[1] <= 12 else (("DOTTED", pair), ("stop", None))


def _one(kind: str, group: str = "") -> Callable[[re.Match[str], Catalogue], Meaning]:
    return lambda match, _: ((kind, int(match[group] if group else match.group())),)


def _pair(kind: str, first: str, second: str) -> Callable[[re.Match[str], Catalogue], Meaning]:
    return lambda match, _: ((kind, (int(match[first]), int(match[second]))),)


def _year_or_hours(match: re.Match[str], _: Catalogue) -> Meaning:
    return (("INT4", match.group()),)


_READERS: dict[str, Callable[[re.Match[str], Catalogue], tuple[tuple[str, Any], ...]]] = {
    "iso": _iso,
    "full": _full,
    "clock": _clock,
    "french": _french,
    "meridiem": _meridiem,
    "half": lambda match, _: _half(match["half_letter"]),
    "four": _year_or_hours,
    "int": _one("INT"),
    "stuck": _one("INT", "stuck_value"),
    "ordinal": _one("ORDINT", "ordinal_value"),
    "numbered": _numbered,
    "dated": _dated,
    "slashed": _pair("SLASHED", "slashed_a", "slashed_b"),
    "dotted": _pair("DOTTED", "dotted_a", "dotted_b"),
}
