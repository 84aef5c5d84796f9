"""Names behind the words that lead to one: "my name is", a title, a relative, "ask for", and those named
behind them."""

import re
from collections.abc import Iterator

from agent.mentions.beyond_one.relatives import ONE, SEVERAL
from agent.privacy.names.known import SCRIPT_WITHOUT_CAPITALS, is_given, is_surname
from agent.privacy.names.reading import MOST_WORDS, PARTICLE_BEFORE, NameReader, is_plainly_one
from agent.privacy.names.words import (
    AND,
    ASKED_FOR,
    COMMON_NOUNS,
    FOR,
    ONESELF,
    ONLY_CAPITAL,
    OPENING,
    SHORT_TITLES,
    SPELLED_OUT,
    STRONG,
    THEIR_VERBS,
    TITLE,
    WEAK,
)
from agent.privacy.spans import NAME, Span

END = re.compile(r"\s*(?:[.,;:!?()\n،؛]|$|\[)")
_ATTACHED = re.compile("^(?:[ובלה]|ال|[وبل])")
_RELATIVE = re.compile(
    r"(?<!\w)(?:(?:my|our|meine?[nmr]?|unsere?[nmr]?|mon|ma|notre|mi|nuestr[oa]|mia?|mio|la mia|il mio) (?:"
    + "|".join(ONE[language] for language in ("en", "de", "fr", "es", "it"))
    + r")|(?P<for_he>(?:(?:בשביל|עבור) ה?|ול|ל)?)"
    + ONE["he"]
    + r"(?<=[יו])|(?P<for_ar>(?:و?ل|من أجل )?)"
    + ONE["ar"]
    + r"(?<=ي))(?:[,:،]?[ \t]+|[ \t]*[(\-–][ \t]*)",
    re.I,
)
# Without "my": only a name that many bear is one behind it.
_BARE_RELATIVE = re.compile(
    rf"(?<!\w)(?:[לבוהמש]{{0,2}}|[لبوف]{{0,2}})(?:{'|'.join((*ONE.values(), *SEVERAL.values()))})(?:[,:،]?[ \t]+|[ \t]*[(\-–][ \t]*)",
    re.I,
)


def framed_names(reader: NameReader, text: str, *, is_large: bool) -> Iterator[Span]:
    """``is_large``: capitals show nothing in this text, or a name was asked for: who has a title has a
    name."""
    for frame in STRONG.finditer(text):
        yield from reader.name_at(text, frame.end(), is_sure=True, may_be_own=True)
    for frame in WEAK.finditer(text):
        may_be_own = bool(ONESELF.search(frame.group()))
        spans = reader.name_at(text, frame.end(), is_sure=False, may_be_own=may_be_own)
        is_doubtful = bool(FOR.match(frame.group()))
        yield from (span for span in spans if not is_doubtful or is_plainly_one(text, span))
    for frame in OPENING.finditer(text):
        yield from reader.name_at(text, frame.end(), is_sure=True, may_be_own=False)
    for found in SPELLED_OUT.finditer(text):
        if not reader.is_no_name(found["name"]):
            yield Span(NAME, found.start("name"), found.end("name"))
    yield from _titled(reader, text, is_large=is_large)
    for relative in _RELATIVE.finditer(text):
        is_for = bool(relative["for_he"] or relative["for_ar"])
        yield from _name_of_relative(reader, text, relative.end(), is_for=is_for)
    for relative in _BARE_RELATIVE.finditer(text):
        yield from reader.listed_at(text, relative.end())
    for frame in ASKED_FOR.finditer(text):
        yield from reader.written_as_name(text, frame.end())


def _titled(reader: NameReader, text: str, *, is_large: bool) -> Iterator[Span]:
    for title in TITLE.finditer(text):
        word = title.group().strip()
        if word.casefold() not in ONLY_CAPITAL or word[0].isupper():
            particle = PARTICLE_BEFORE.match(text, title.end())
            at = particle.end() if particle else title.end()
            is_sure = is_large or word.casefold().rstrip(".") in SHORT_TITLES
            spans = reader.name_at(text, at, is_sure=is_sure, may_be_own=False)
            yield from (Span(NAME, title.start(), span.end) for span in spans)


def _name_of_relative(reader: NameReader, text: str, at: int, *, is_for: bool) -> Iterator[Span]:
    words = reader.words_at(text, at, is_sure=True, may_be_own=False)
    if not words:
        return
    first = words[0].group()
    has_no_capitals = bool(SCRIPT_WITHOUT_CAPITALS.match(first))
    if has_no_capitals:
        follows = (is_for and END.match(text, words[0].end())) or THEIR_VERBS.match(text, words[0].end())
        is_two = len(words) > 1 and is_surname(words[-1].group())
        is_one = is_two or (bool(follows) and not _ATTACHED.match(first))
    else:
        is_one = first[0].isupper()
    if is_given(first.casefold()) or is_one:
        last = words[0] if has_no_capitals and not is_surname(words[-1].group()) else words[-1]
        if first.casefold() not in COMMON_NOUNS:
            yield Span(NAME, words[0].start(), last.end())


def with_those_behind(reader: NameReader, text: str, spans: Iterator[Span]) -> Iterator[Span]:
    """Each, and those named behind it: "Ada and Grace"."""
    for span in spans:
        yield span
        at = span.end
        for _ in range(MOST_WORDS):
            join = AND.match(text, at)
            if join is None:
                break
            more = list(reader.listed_at(text, join.end()))
            if not more:
                break
            yield from more
            at = more[-1].end
