"""From characters to items: shapes give numbers and clocks, the catalogue gives words their meaning."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from agent.when.grammar.clock_face import clock
from agent.when.grammar.engine import Item
from agent.when.values import TOO_MUCH, Doubt
from agent.when.vocabulary.catalogue import Meaning, TimeVocabulary, plain
from agent.when.vocabulary.shapes import SHAPE, shape_of

# Nothing a customer writes about time is longer; the rest of a pasted text is left unread.
LONGEST_TEXT = 10_000
# Nor does anybody tell so much of it: of more, only the beginning and the end are read, and that it was too
# much is said.
MOST_ITEMS = 200
# Words with a value of their own (in capitals) say something about time, and so do these; of all others as
# many matter as a rule can reach.
_TELLING = frozenset(
    {"earlier", "later", "earliest", "latest", "first_free", "now", "move", "quarter", "lunch_word"}
)
_LOOKED_AT = 12

# Arabic writes its own digits; each is one character, so spans stay true.
_ASCII_DIGITS = {
    ord(digit): str(value) for digits in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹") for value, digit in enumerate(digits)
}

NOTHING: Meaning = (("word", None),)

LONGEST_ABBREVIATION = 5
_ABBREVIATED = re.compile(r"(?<!\w)[^\W\d_]{2,5}$")
_MONTHS = {"MONTH", "WEAKMONTH"}
_DATED_KINDS = _MONTHS | {"WEEKDAY", "WEAKDAY", "NUMMONTH"}
# The word behind a dotted number, or behind the range it begins: "3.-5. dec"; and the date that ends one:
# "3.-5.12.".
_WORD = re.compile(r"\s*(?:[-–—/]\s?\d{1,2}\.?\s*)?(?:of\s)?([^\W\d_]{1,20})")
_RANGE_OF_DATE = re.compile(r"\s*[-–—/]\s?\d{1,2}\.\s?\d{1,2}\.")
# What follows the point of an abbreviation, and seldom begins a sentence.
_GOES_ON = re.compile(r",|-|\s?\d|\s(?:the|le|de|di|to|until|au|al|bis|and|und|et|e|y|or|ou|o|oder)\s")


def items_of(text: str, catalogue: TimeVocabulary) -> list[Item]:
    """The items of a sentence, in order; quotes and spaces are dropped."""
    tokens = list(_tokens(text[:LONGEST_TEXT].translate(_ASCII_DIGITS), catalogue))
    return _limit_items(_drop_far_words(list(_with_meaning(tokens, catalogue))))


def _drop_far_words(items: Sequence[Item]) -> list[Item]:
    """The items that say something about time and those around them: the length of a story costs nothing."""
    told = [index for index, item in enumerate(items) if item.kind.isupper() or item.kind in _TELLING]
    near = {
        index
        for place in told
        for index in range(max(0, place - _LOOKED_AT), min(len(items), place + _LOOKED_AT + 1))
    }
    return [items[index] for index in sorted(near)]


def _limit_items(items: list[Item]) -> list[Item]:
    if len(items) <= MOST_ITEMS:
        return items
    half = MOST_ITEMS // 2
    cut = items[half]
    doubt = Doubt(TOO_MUCH, (), cut.start, cut.start)
    return [*items[:half], Item("TOOMUCH", None, cut.start, cut.start, doubts=(doubt,)), *items[-half:]]


def _tokens(text: str, catalogue: TimeVocabulary) -> Iterator[Item]:
    end = 0
    while end < len(text):
        # Every position matches: the last shape is any character at all.
        match = SHAPE.match(text, end)
        if match is None:
            return
        yield from _token(match, catalogue)
        end = match.end()


def _token(match: re.Match[str], catalogue: TimeVocabulary) -> Iterator[Item]:
    shape = shape_of(match)
    if shape in {"space", "quote"} or (shape == "stop" and _abbreviates(match, catalogue)):
        return
    written = match.group()
    if shape == "word":
        yield Item("word?", plain(written), match.start(), match.end(), written[0].isupper(), written)
        return
    meaning = _READERS[shape](match, catalogue) if shape in _READERS else ((shape, shape),)
    for kind, value in meaning:
        yield Item(kind, value, match.start(), match.end(), text=written)


def _abbreviates(match: re.Match[str], catalogue: TimeVocabulary) -> bool:
    """Whether a full stop only shortens the month or weekday before it: "oct. 2027", "wed. the 17th"."""
    written = _ABBREVIATED.search(match.string, max(match.start() - LONGEST_ABBREVIATION, 0), match.start())
    known = catalogue.longest([plain(written.group())]) if written and match.group() == "." else None
    kinds = {kind for kind, _ in known[1]} if known else set()
    return bool(kinds & _DATED_KINDS) and _GOES_ON.match(match.string, match.end()) is not None


def _with_meaning(tokens: Sequence[Item], catalogue: TimeVocabulary) -> Iterator[Item]:
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.kind != "word?":
            yield token
            index += 1
            continue
        words, ends = _words_from(tokens, index, catalogue)
        prefix, known = _look_up(words, tokens[index : index + 3], catalogue)
        if prefix:
            yield Item(
                catalogue.prefixes[prefix], catalogue.prefixes[prefix], token.start, token.start + len(prefix)
            )
        length, meaning = known
        start, last = token.start + len(prefix), tokens[ends[max(length, 1) - 1]]
        yield from (
            Item(kind, value, start, last.end, token.is_capital, last.text) for kind, value in meaning
        )
        index = ends[max(length, 1) - 1] + 1
        if prefix and not meaning and tokens[index].kind == "dash":
            # The hyphen between a Hebrew preposition and its number.
            index += 1


def _look_up(
    words: Sequence[str], tokens: Sequence[Item], catalogue: TimeVocabulary
) -> tuple[str, tuple[int, Meaning]]:
    """The preposition written onto the first word (Hebrew, Arabic) and the phrase that follows, else
    "word"."""
    known = catalogue.longest(words)
    if known is not None:
        return "", known
    for prefix in catalogue.prefixes:
        rest = words[0].removeprefix(prefix)
        if rest == "" and _number_follows(tokens):
            return prefix, (0, ())
        if rest not in {"", words[0]} and (known := catalogue.longest([rest, *words[1:]])):
            return prefix, known
    return "", (1, NOTHING)


def _number_follows(tokens: Sequence[Item]) -> bool:
    rest = [item for item in tokens[1:] if item.kind != "dash"]
    touches = len(tokens) > 1 and tokens[1].start == tokens[0].end
    if not touches:
        # Some leave a space between them.
        return len(tokens) > 1 and tokens[1].kind in {"INT", "HHMM", "DOTTED"}
    return bool(rest) and rest[0].kind not in {"word?", "stop", "comma"}


def _words_from(tokens: Sequence[Item], index: int, catalogue: TimeVocabulary) -> tuple[list[str], list[int]]:
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
    is_month = known is not None and {kind for kind, _ in known[1]} & _MONTHS
    is_day = catalogue.habits.dot_ordinals or is_month or _RANGE_OF_DATE.match(match.string, match.end())
    return (("DOTTEDINT", value),) if is_day else (("INT", value), ("stop", None))


def _day_and_month(match: re.Match[str], _: TimeVocabulary) -> Meaning:
    pair = int(match["dated_day"]), int(match["dated_month"])
    return (("DAYMONTH", pair),) if pair[1] <= 12 else (("DOTTED", pair), ("stop", None))


def _number_before_letters(match: re.Match[str], _: TimeVocabulary) -> Meaning:
    written = match["stuck_value"]
    return (("INT4", written),) if len(written) == 4 else (("INT", int(written)),)


def _one(kind: str, group: str = "") -> Callable[[re.Match[str], TimeVocabulary], Meaning]:
    return lambda match, _: ((kind, int(match[group] if group else match.group())),)


def _pair(kind: str, first: str, second: str) -> Callable[[re.Match[str], TimeVocabulary], Meaning]:
    return lambda match, _: ((kind, (int(match[first]), int(match[second]))),)


def _year_or_hours(match: re.Match[str], _: TimeVocabulary) -> Meaning:
    return (("INT4", match.group()),)


_READERS: dict[str, Callable[[re.Match[str], TimeVocabulary], tuple[tuple[str, Any], ...]]] = {
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
