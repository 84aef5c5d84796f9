"""Names beside each other: "the twins Orla and Fenella", and an unknown one beside one that was found."""

import re
from collections.abc import Iterable, Iterator

from agent.languages.patterns.screen import Screen
from agent.mentions.beyond_one.relatives import SEVERAL
from agent.privacy.names.grammar.slot import may_be_name, name_in_slot
from agent.privacy.names.known import SCRIPT_WITHOUT_CAPITALS, is_known_name
from agent.privacy.names.reading import WORD, NameReader
from agent.privacy.spans import NAME, Span

_TWINS = r"ה?תאומ(?:ים|ות)|ה?(?:ילדים|ילדות|בנים|בנות|אחים|אחיות)|(?:ال)?(?:توأم|توام|توائم|ولدين|بنتين|اولاد|أولاد|بنات|ابناء|أبناء|اخوات|أخوات|اخوة|إخوة)(?:ي|نا)?"
_SEVERAL: Screen[None] = Screen(
    [
        *((re.compile(rf"(?<!\w){pattern}[,:،]? ", re.I), None) for pattern in SEVERAL.values()),
        (re.compile(rf"(?<!\w)(?:{_TWINS})(?: שלי| שלנו)?[,:،]? ", re.I), None),
    ]
)
_AND = re.compile(r" (?:and|und|et|y|e|ed|i|&|\+) (?=[^\W\d_])| ו-?(?=[א-ת]{2})| و ?(?=[ء-ي\u06a4]{2})")
_AND_BEFORE = re.compile(r"(?P<name>[^\W\d_][\w'’\-]{2,24}) (?:and|und|et|y|e|ed|&|\+) $")
_FIRST_SCRIPTED = re.compile(r"[א-ת][א-ת'׳\-]*[א-ת'׳]|[ء-ي\u06a4]{2,}")
_LONGEST = 34


def pairs_of_several(reader: NameReader, text: str) -> Iterator[Span]:
    """Two names joined by "and", behind a word for several people."""
    for pattern, _ in _SEVERAL.possible(text):
        for frame in pattern.finditer(text):
            first = _one(reader, text, frame.end())
            join = first and _AND.match(text, first.end)
            second = join and _one(reader, text, join.end())
            if first and second:
                yield first
                yield second


def _one(reader: NameReader, text: str, at: int) -> Span | None:
    """Here a word of sentences may be a name too, unless it is a word of no name ever."""
    if not SCRIPT_WITHOUT_CAPITALS.match(text, at) and not _FIRST_SCRIPTED.match(text, at):
        word = WORD.match(text, at)
        is_sure = bool(word) and text[at].isupper()
        return name_in_slot(reader, text, at, is_sure=is_sure) if word else None
    word = _FIRST_SCRIPTED.match(text, at)
    if word is None or reader.is_no_name(word.group()) or word.group().startswith(("ال", "لل")):
        return None
    return Span(NAME, word.start(), word.end())


def with_those_beside(reader: NameReader, text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """Each, and one of no list before or behind it, with a capital: "Angus and Faolán"."""
    for span in spans:
        yield span
        if not text[span.start].isupper():
            continue
        join = _AND.match(text, span.end)
        if join and text[join.end()].isupper():
            behind = name_in_slot(reader, text, join.end(), is_sure=False)
            if behind:
                yield behind
        before = _AND_BEFORE.search(text, max(0, span.start - _LONGEST), span.start)
        if before and _stands_before(reader, text, before):
            yield Span(NAME, *before.span("name"))


def _stands_before(reader: NameReader, text: str, before: re.Match[str]) -> bool:
    at, said = before.start("name"), before["name"]
    is_whole = at == 0 or not text[at - 1].isalnum()
    # The first word of a sentence is no name for its capital.
    is_first = at == 0 or text[:at].rstrip()[-1:] in ".!?\n"
    is_large = said[0].isupper() and may_be_name(reader, said, is_sure=False)
    return is_whole and is_large and (not is_first or is_known_name(said.casefold()))
