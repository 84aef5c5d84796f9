"""Which parts of a statement the words of a sentence are, in every language at once."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache, reduce
from operator import or_

from msgspec import Struct

from agent.guardrails.false_claims.folding import fold_for_claims
from agent.guardrails.false_claims.grammar.lexicons.arabic import ARABIC
from agent.guardrails.false_claims.grammar.lexicons.english import ENGLISH
from agent.guardrails.false_claims.grammar.lexicons.french import FRENCH
from agent.guardrails.false_claims.grammar.lexicons.german import GERMAN
from agent.guardrails.false_claims.grammar.lexicons.hebrew import HEBREW
from agent.guardrails.false_claims.grammar.lexicons.italian import ITALIAN
from agent.guardrails.false_claims.grammar.lexicons.spanish import SPANISH
from agent.guardrails.false_claims.grammar.parts import DEEDS, Part

LANGUAGES = (ENGLISH, GERMAN, FRENCH, SPANISH, ITALIAN, HEBREW, ARABIC)
# Between the words of a phrase these change nothing.
_ADVERBS = frozenset((
    "already", "just", "now", "also", "too", "all", "successfully", "safely", "right", "currently",
    "personally", "definitely", "certainly", "indeed", "schon", "bereits", "jetzt", "nun", "soeben",
    "gerade", "eben", "auch", "natürlich", "sicherlich", "selbstverständlich", "inzwischen", "déjà",
    "maintenant", "bien", "aussi", "vraiment", "désormais", "ya", "ahora", "también", "ahorita", "già",
    "adesso", "appena", "anche", "ormai", "subito", "כבר", "עכשיו", "גם", "כעת", "الان", "بالفعل",
    "ايضا",
))  # fmt: skip
_TOKEN = re.compile(r"\d+(?:[:.,]\d+)*|[^\W\d_]+|[€$£₪%]|[,;:()\n•–—]|(?<=\s)-(?=\s)")
_PUNCTUATION = frozenset(",;:()\n•–—-")
_ALIFS = str.maketrans("أإآٱىة", "ااااىه")
# Letters that may be written onto the front of a word, and are no part of it.
_FRONT = re.compile(r"[ושהכלמב]{1,3}|(?:[وف]?(?:ال|لل|بال|كال|[بلك])|[وف])")
_SEMITIC = re.compile(r"[\u0590-\u06ff]")
LONGEST_ENDING = 14
_DEEDS = int(DEEDS)
# The ending of a past that only "I" has, whatever the verb: "הזזתי".
_MY_PAST = re.compile(r"[א-ת]{2,}תי")


class LexiconEntry(Struct, frozen=True):
    """A phrase: its words after the first, in which language, and what it is."""

    rest: tuple[str, ...]
    language: int
    parts: int


def tokens_of(plain: str) -> list[str]:
    """The words and marks of a folded text that count."""
    return [token for token in _TOKEN.findall(plain.translate(_ALIFS)) if token not in _ADVERBS]


def is_boundary(token: str) -> bool:
    """Whether a mark ends a clause."""
    return token in _PUNCTUATION


def parts_of(tokens: Sequence[str]) -> dict[int, list[tuple[int, int]]]:
    """For each language in which a deed may be said the places of its words and phrases with the parts they
    are, the longest phrase first."""
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    languages = reduce(or_, map(_languages_of_deeds, tokens), 0)
    if not languages:
        return found
    free = [0] * len(LANGUAGES)
    for place, token in enumerate(tokens):
        for entry in _entries_in(token, languages):
            language = entry.language
            if place >= free[language] and (not entry.rest or _follows(tokens, place + 1, entry.rest)):
                found[language].append((place, entry.parts))
                free[language] = place + 1 + len(entry.rest)
    return found


def ends_a_deed(tokens: Sequence[str], *, is_over: bool) -> bool:
    """Whether a phrase for a deed ends in the last word; where that word is not over, whether it may."""
    last = tokens[-1]
    return any(
        entry.parts & _DEEDS
        and len(entry.rest) == length - 1
        and all(map(_is_word, tokens[1 - length : -1], entry.rest))
        and (_is_word(last, entry.rest[-1]) or (not is_over and entry.rest[-1].startswith(last)))
        for length in _lengths_of_deeds(last, is_over=is_over)
        if length <= len(tokens) and _languages_of_deeds(tokens[-length])
        for entry in entries_for(tokens[-length])
    )


def may_end_a_deed(last: str, *, is_over: bool) -> bool:
    """Whether any phrase for a deed ends in a word; where that is not over, in one that begins so."""
    return bool(_lengths_of_deeds(last, is_over=is_over))


@lru_cache(maxsize=20_000)
def _lengths_of_deeds(last: str, *, is_over: bool) -> frozenset[int]:
    """How many words the phrases for a deed have that end in this one, or may where it is not over."""
    lengths = {*_LENGTHS.get(last, ()), *(() if is_over else _LENGTHS_BY_BEGINNING.get(last, ()))}
    return frozenset(lengths.union(*(_STEM_LENGTHS.get(last[:end], ()) for end in range(1, len(last) + 1))))


def is_a_deed(token: str) -> bool:
    """Whether a word alone may say a deed."""
    return any(entry.parts & _DEEDS and not entry.rest for entry in entries_for(token))


def may_become_a_deed(letters: str) -> bool:
    """Whether the letters of a word that is not over may become one of a deed."""
    return bool(_SEMITIC.search(letters)) or letters.translate(_ALIFS) in _BEGINNINGS


@lru_cache(maxsize=20_000)
def entries_for(token: str) -> tuple[LexiconEntry, ...]:
    """What may begin with a word, the longest phrases first."""
    if token[0].isdigit():
        return tuple(LexiconEntry((), language, int(Part.WHEN)) for language in range(len(LANGUAGES)))
    found = list(_entries(token))
    if _SEMITIC.match(token):
        found += [entry for front in _fronts(token) for entry in _entries(token[front:])]
    merged: dict[tuple[tuple[str, ...], int], int] = defaultdict(int)
    for entry in found:
        merged[entry.rest, entry.language] |= entry.parts
    if _MY_PAST.fullmatch(token):
        merged[(), LANGUAGES.index(HEBREW)] |= Part.PAST | Part.SELF
    ordered = sorted(merged.items(), key=lambda one: -len(one[0][0]))
    return tuple(LexiconEntry(rest, language, int(parts)) for (rest, language), parts in ordered)


def _fronts(token: str) -> Iterator[int]:
    front = _FRONT.match(token)
    return iter(range(1, min(front.end(), len(token) - 2) + 1) if front else ())


def _entries(token: str) -> Iterator[LexiconEntry]:
    yield from _WORDS.get(token, ())
    for end in range(max(1, len(token) - LONGEST_ENDING), len(token) + 1):
        yield from _STEMS.get(token[:end], ())


@lru_cache(maxsize=20_000)
def _languages_of_deeds(token: str) -> int:
    """The languages, a bit each, in which a word begins a phrase for a deed."""
    return reduce(or_, (1 << entry.language for entry in entries_for(token) if entry.parts & _DEEDS), 0)


@lru_cache(maxsize=20_000)
def _entries_in(token: str, languages: int) -> tuple[LexiconEntry, ...]:
    """Those of the languages, a bit each."""
    return tuple(entry for entry in entries_for(token) if languages >> entry.language & 1)


def _follows(tokens: Sequence[str], place: int, rest: Sequence[str]) -> bool:
    if len(tokens) < place + len(rest) or not _is_word(tokens[place], rest[0]):
        return False
    return all(map(_is_word, tokens[place + 1 : place + len(rest)], rest[1:]))


def _is_word(token: str, written: str) -> bool:
    return token.startswith(written[:-1]) if written[-1] == "*" else token == written


def _read() -> Iterator[tuple[tuple[str, ...], int, int]]:
    merged: dict[tuple[tuple[str, ...], int], int] = defaultdict(int)
    for language, lexicon in enumerate(LANGUAGES):
        for parts, phrases in lexicon.items():
            for phrase in filter(None, phrases.split("|")):
                words = tuple(word for word in map(_plain, phrase.split()) if word not in _ADVERBS)
                if words:
                    merged[words, language] |= parts
    return ((phrase, at, parts | _you(phrase, at, parts, merged)) for (phrase, at), parts in merged.items())


def _you(
    phrase: tuple[str, ...], language: int, parts: int, merged: Mapping[tuple[tuple[str, ...], int], int]
) -> int:
    """A phrase for a deed keeps the customer that is within it: "give you a ring"."""
    within = any(merged.get(((word,), language), 0) & Part.YOU for word in phrase)
    return int(Part.YOU) if within and parts & (_DEEDS | Part.FUTURE) else 0


def _plain(word: str) -> str:
    ending = "*" if word.endswith("*") else ""
    return fold_for_claims(word.rstrip("*")).translate(_ALIFS) + ending


_WORDS: dict[str, list[LexiconEntry]] = defaultdict(list)
_STEMS: dict[str, list[LexiconEntry]] = defaultdict(list)
for (_first, *_rest), _language, _parts in _read():
    _table = _STEMS if _first.endswith("*") else _WORDS
    _table[_first.rstrip("*")].append(LexiconEntry(tuple(_rest), _language, int(_parts)))
_DEED_PHRASES = [
    (first, *entry.rest)
    for table in (_WORDS, _STEMS)
    for first, entries in table.items()
    for entry in entries
    if entry.parts & _DEEDS
]
# Of words that say a deed alone.
_BEGINNINGS = frozenset(
    first[:end] for first, *rest in _DEED_PHRASES if not rest for end in range(len(first) + 1)
)
# The lengths of phrases by their last word, by the stem that it is, and by how it begins.
_LENGTHS: dict[str, set[int]] = defaultdict(set)
_STEM_LENGTHS: dict[str, set[int]] = defaultdict(set)
_LENGTHS_BY_BEGINNING: dict[str, set[int]] = defaultdict(set)
for _phrase in _DEED_PHRASES:
    if (_words := len(_phrase)) > 1:
        (_STEM_LENGTHS if _phrase[-1].endswith("*") else _LENGTHS)[_phrase[-1].rstrip("*")].add(_words)
        for _end in range(1, len(_phrase[-1]) + 1):
            _LENGTHS_BY_BEGINNING[_phrase[-1][:_end]].add(_words)
