"""Names behind the words that lead to one: "my name is", a title, a relative, "ask for", and those named
behind them."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from agent.languages.patterns.screen import Screen
from agent.mentions.beyond_one.relatives import ONE, SEVERAL
from agent.privacy.names.known import SCRIPT_WITHOUT_CAPITALS, is_given, is_known_name, is_surname
from agent.privacy.names.reading import MOST_WORDS, PARTICLE_BEFORE, NameReader, is_plainly_one
from agent.privacy.names.slots import THEIR_VERBS, THEIRS, WRITTEN_DOWN
from agent.privacy.names.unknown import is_unknown
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
    TITLE,
    WEAK,
)
from agent.privacy.spans import NAME, Span

END = re.compile(r"\s*(?:[.,;:!?()\n،؛]|$|\[)")
_ATTACHED = re.compile("^(?:[ובלה]|ال|[وبل])")
# "Für meine Tochter mitbuchen".
_INFINITIVE = re.compile(r"[a-zäöü]\w{4,}(?:en|ern|eln)")
_RELATIVE = re.compile(
    r"(?<!\w)(?:(?P<for>(?:for|für|pour|para|per) )?(?:my|our|meine?[nmr]?|unsere?[nmr]?|mon|ma|notre|mi|nuestr[oa]|(?:(?:la|il|lo) )?(?:mi[oa]|nostr[oa])) (?:"
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
    rf"(?<!\w)(?:[לבוהמש]{{0,2}}|[لبوف]{{1,2}})(?:{'|'.join((*ONE.values(), *SEVERAL.values()))})(?:[,:،]?[ \t]+|[ \t]*[(\-–][ \t]*)",
    re.I,
)

# Who is called a relative right behind the name, in scripts without capitals: "רון לוי, אחי".
_APPOSITION = re.compile(
    rf"(?<!\w)(?:בשביל|עבור|על שם|מגיעה?|باسم|من أجل|لأجل)\s+(?P<name>[א-תء-ي'׳]{{2,15}}(?:\s[א-תء-ي'׳]{{2,15}}){{0,2}})[,،]\s*(?:{ONE['he']}(?<=[יו])|{ONE['ar']}(?<=ي))(?!\w)"
)


def framed_names(reader: NameReader, text: str, *, is_large: bool) -> Iterator[Span]:
    """``is_large``: capitals show nothing in this text, or a name was asked for: who has a title has a
    name."""
    for pattern, names_behind in _SCREEN.possible(text):
        for frame in pattern.finditer(text):
            yield from names_behind(Behind(reader, text, frame, is_large))


class Behind(NamedTuple):
    """A frame that was found in a text, with who reads the name behind it."""

    reader: NameReader
    text: str
    frame: re.Match[str]
    is_large: bool


def _names_behind_introduction(found: Behind) -> Iterator[Span]:
    spans = found.reader.name_at(found.text, found.frame.end(), is_sure=True, may_be_own=True)
    return (span for span in spans if _may_be_told(found.text[span.start : span.end]))


def _may_be_told(name: str) -> bool:
    """ "The name is wrong": a word of sentences, written small, is no name unless somebody is called so."""
    first = name.split(maxsplit=1)[0]
    is_large = first[0].isupper() and not SCRIPT_WITHOUT_CAPITALS.match(first)
    return is_large or is_known_name(first.casefold()) or is_unknown(first)


def _names_behind_weak_introduction(found: Behind) -> Iterator[Span]:
    said = found.frame.group()
    may_be_own = bool(ONESELF.search(said))
    spans = found.reader.name_at(found.text, found.frame.end(), is_sure=False, may_be_own=may_be_own)
    is_doubtful = bool(FOR.match(said))
    return (span for span in spans if not is_doubtful or is_plainly_one(found.text, span))


def _opening(found: Behind) -> Iterator[Span]:
    return found.reader.name_at(found.text, found.frame.end(), is_sure=True, may_be_own=False)


def _spelled_name(found: Behind) -> Iterator[Span]:
    if not found.reader.is_no_name(found.frame["name"]):
        yield Span(NAME, *found.frame.span("name"))


def _names_behind_title(found: Behind) -> Iterator[Span]:
    reader, text, title, is_large = found
    word = title.group().strip()
    if word.casefold() not in ONLY_CAPITAL or word[0].isupper():
        particle = PARTICLE_BEFORE.match(text, title.end())
        at = particle.end() if particle else title.end()
        is_sure = is_large or word.casefold().rstrip(".") in SHORT_TITLES
        spans = reader.name_at(text, at, is_sure=is_sure, may_be_own=False)
        yield from (Span(NAME, title.start(), span.end) for span in spans)


def _of_relative(found: Behind) -> Iterator[Span]:
    is_for = any(found.frame[one] for one in ("for", "for_he", "for_ar"))
    return _name_of_relative(found.reader, found.text, found.frame.end(), is_for=is_for)


def _of_bare_relative(found: Behind) -> Iterator[Span]:
    return found.reader.listed_name_at(found.text, found.frame.end())


def _before_relative(found: Behind) -> Iterator[Span]:
    if not any(found.reader.is_no_name(word) for word in found.frame["name"].split()):
        yield Span(NAME, *found.frame.span("name"))


def _names_asked_for(found: Behind) -> Iterator[Span]:
    return found.reader.written_name_at(found.text, found.frame.end())


def _names_of_no_list(found: Behind) -> Iterator[Span]:
    """A word of no list where hardly anything but a name stands."""
    words = found.reader.words_at(found.text, found.frame.end(), is_sure=True, may_be_own=False)
    if words and not words[0].group().startswith("ال") and is_unknown(words[0].group()):
        kept = [one for one in words[1:2] if is_unknown(one.group())]
        yield Span(NAME, words[0].start(), (kept or words)[0].end())


def _names_before_verb(found: Behind) -> Iterator[Span]:
    """The same, where a verb of somebody else follows it."""
    for span in _names_of_no_list(found):
        if THEIR_VERBS.match(found.text, span.end) or found.text.startswith(" [", span.end):
            yield span


_SCREEN: Screen[Callable[[Behind], Iterator[Span]]] = Screen(
    [
        (STRONG, _names_behind_introduction),
        (WEAK, _names_behind_weak_introduction),
        (OPENING, _opening),
        (SPELLED_OUT, _spelled_name),
        (TITLE, _names_behind_title),
        (_RELATIVE, _of_relative),
        (_APPOSITION, _before_relative),
        (_BARE_RELATIVE, _of_bare_relative),
        (ASKED_FOR, _names_asked_for),
        (WRITTEN_DOWN, _names_of_no_list),
        (THEIRS, _names_before_verb),
    ]
)


def _name_of_relative(reader: NameReader, text: str, at: int, *, is_for: bool) -> Iterator[Span]:
    words = reader.words_at(text, at, is_sure=True, may_be_own=False)
    if not words:
        return
    first = words[0].group()
    has_no_capitals = bool(SCRIPT_WITHOUT_CAPITALS.match(first))
    # "For my mother" leads to no verb; "my mother" leads to one unless a name stands between.
    is_new = (
        is_unknown(first)
        and not _INFINITIVE.fullmatch(first)
        and (is_for or bool(THEIR_VERBS.match(text, words[0].end())))
    )
    if has_no_capitals:
        follows = (is_for and END.match(text, words[0].end())) or THEIR_VERBS.match(text, words[0].end())
        is_two = len(words) > 1 and is_surname(words[-1].group())
        is_one = is_two or (bool(follows) and is_unknown(first) and not _ATTACHED.match(first))
    else:
        is_one = first[0].isupper()
    if is_given(first.casefold()) or is_one or is_new:
        last = words[0] if has_no_capitals and not is_surname(words[-1].group()) else words[-1]
        last = words[0] if is_new and not is_one and not is_unknown(last.group()) else last
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
            more = list(reader.listed_name_at(text, join.end()))
            if not more:
                break
            yield from more
            at = more[-1].end
