"""The locations a text names, in any supported language and with spelling mistakes. Pure."""

import re
from collections.abc import Iterator

from rapidfuzz.distance import OSA

from agent.conversation.place_names import WORDS, names_of_places, words_of
from agent.mentions.everyday_words import all_everyday_words
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.locations import Location

# A break ends what a refusal covers: "no, in London" wants London.
WORDS_AND_BREAKS = re.compile(rf"{WORDS.pattern}|[,;.!?\n،؛؟]")
# One spelling mistake for so many letters, none in a shorter name: "Lodnon" is London, "nine" is not Nice.
LETTERS_A_SLIP = 5
# Words before a place. After one of them, an everyday word such as Nice names the place.
_LEADING = """
    in at to near by on the your im der nach bei zu zur zum am an dem den die das à au aux en dans
    sur chez vers le la les l a al el los nel nella alla da presso של את في إلى عند الى فرع
"""
LEADING = frozenset(_LEADING.split())
# Words before a place that is not wanted: "not in London", "moving from London to Berlin".
_REFUSING = """
    not from of than nicht statt anstatt aus von pas depuis desde לא במקום ليس من بدل لا
"""
REFUSING = frozenset(_REFUSING.split())
# Prefix letters of a word in Hebrew and Arabic: "in", "to", "and", "the".
ONTO_HEBREW, ONTO_ARABIC = "בלהוש", "بلو"


def places_in(catalogue: Catalogue, text: str) -> list[Location]:
    """The locations a text names by name, town, street or country, unless another location has the same.

    Names as written come first; misspelt ones count only where there are none. Of overlapping mentions the
    widest counts.
    """
    words = [word.casefold() for word in WORDS_AND_BREAKS.findall(text)]
    called, business = catalogue.once(names_of_places), catalogue.once(_names_of_business)
    for said in (_exact_mentions, _misspelt_mentions):
        hits = [
            (span, key)
            for key, names in called.items()
            for name in names
            for span in said(name, words)
            if not _is_ambiguous(name, business) or _is_led(words, span)
        ]
        spans = {span for span, _ in hits}
        widest = {key for span, key in hits if not any(_within(span, other) for other in spans)}
        if widest:
            return [place for place in catalogue.locations.values() if place.id in widest]
    return []


def _names_of_business(catalogue: Catalogue) -> set[tuple[str, ...]]:
    return {words_of(name) for name in catalogue.organization.all_names}


def _exact_mentions(name: tuple[str, ...], words: list[str]) -> Iterator[tuple[int, int]]:
    """The spans of words that are the name as it is written, and wanted."""
    for first in range(len(words) - len(name) + 1) if name else ():
        last = first + len(name)
        if _is_said(name, words[first:last]) and _is_wanted(words, first):
            yield first, last


def _misspelt_mentions(name: tuple[str, ...], words: list[str]) -> Iterator[tuple[int, int]]:
    """The spans of words that are the name with a spelling mistake, and wanted."""
    wanted = " ".join(name)
    for first in range(len(words) - len(name) + 1) if name else ():
        last = first + len(name)
        said = " ".join(words[first:last])
        is_near = wanted[:1] == said[:1] and OSA.distance(wanted, said) <= len(wanted) // LETTERS_A_SLIP
        if is_near and said not in all_everyday_words() and _is_wanted(words, first):
            yield first, last


def _is_said(name: tuple[str, ...], said: list[str]) -> bool:
    return name[0] in _forms(said[0]) and list(name[1:]) == said[1:]


def _forms(word: str) -> tuple[str, ...]:
    """A word as it stands, and without its Hebrew or Arabic prefix letter."""
    is_prefixed = word[:1] in ONTO_HEBREW + ONTO_ARABIC and len(word) > 3
    return (word, word[1:]) if is_prefixed else (word,)


def _is_wanted(words: list[str], first: int) -> bool:
    """Whether the place is not refused, as in "not in London"."""
    before = list(words[max(0, first - 3) : first])
    while before and before[-1] in LEADING:
        before.pop()
    return not (before and before[-1] in REFUSING)


def _is_ambiguous(name: tuple[str, ...], business: set[tuple[str, ...]]) -> bool:
    """Whether the name may mean something else: an everyday word, or the business as a whole."""
    return name in business or (len(name) == 1 and name[0] in all_everyday_words())


def _is_led(words: list[str], span: tuple[int, int]) -> bool:
    """Whether the words must mean a place: after a leading word, or as the whole message."""
    first, last = span
    return (first, last) == (0, len(words)) or (first > 0 and words[first - 1] in LEADING)


def _within(span: tuple[int, int], other: tuple[int, int]) -> bool:
    return span != other and other[0] <= span[0] and span[1] <= other[1]


def words_of_places_in(catalogue: Catalogue, text: str) -> set[str]:
    """Every word of the names of the places that a text names, in lower case."""
    return {word for place in places_in(catalogue, text) for word in words_of(place.name)}
