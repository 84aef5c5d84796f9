"""What a business says of itself: a model has to read it, whatever it sounds like."""

import re
from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

from booking_core.catalogue.catalogue import Catalogue

_WORD = re.compile(r"\w+")
# Hebrew and Arabic letters by their sound; vowels are left out, for they are written or not.
_SOUNDS = str.maketrans(
    {
        **dict.fromkeys("אהויעaeiouyhwáéíóúàèìòùäöüاأإآةهوىيعءؤئ'", ""),
        **dict(zip("בגדזחטכךלמםנןסףפצץקרשת", "bgdzxtkklmmnnsppcckrst", strict=True)),
        **dict(zip("بتثجحخدذرزسشصضطظغفقكلمن", "bttgxxddrzsssdtdgpkklmn", strict=True)),
        **dict(zip("cfjqvß", "kpgkbs", strict=True)),
    }
)
_OTHER_SCRIPT = re.compile("[\u0590-\u06ff]")
_VOWELS = frozenset("aeiouאעיاأإآعي")
SHORTEST_SOUND = 2


class BusinessWords(Struct, frozen=True):
    """All in lower case. ``words``: of its name, people, services and places; ``phrases``: its services'
    names as they are; ``addresses``: the words of each address, with the number of the house; ``people``: the
    words of who and what is booked."""

    words: frozenset[str] = frozenset()
    phrases: frozenset[str] = frozenset()
    addresses: tuple[frozenset[str], ...] = ()
    people: frozenset[str] = frozenset()

    @classmethod
    def of(cls, catalogue: Catalogue) -> "BusinessWords":
        """The words of one catalogue: names of business, places, services and people, and the places'
        addresses."""
        places = tuple((one.all_names, one.address) for one in catalogue.locations.values())
        return _words_of_names(
            tuple(catalogue.organization.all_names),
            tuple(name for name, _ in catalogue.service_names),
            tuple(name for name, _ in catalogue.resource_names),
            places,
        )


@lru_cache(maxsize=64)
def _words_of_names(
    business: tuple[str, ...],
    services: tuple[str, ...],
    people: tuple[str, ...],
    places: tuple[tuple[tuple[str, ...], str], ...],
) -> BusinessWords:
    """Made once for the names of a catalogue. ``places`` are the names of each, and its address."""
    named = [
        *business,
        *services,
        *people,
        *(told for names, address in places for told in (*names, address)),
    ]
    return BusinessWords(
        frozenset(_words(named)),
        frozenset(name.casefold() for name in services if name),
        tuple(frozenset(_words([address])) for _, address in places if address),
        frozenset(_words(people)),
    )


@lru_cache(maxsize=256)
def _sounds(words: frozenset[str]) -> frozenset[str]:
    latin = [word for word in words if not _OTHER_SCRIPT.search(word)]
    # A "j" is read as in "Jonas" or as in "Jane".
    sounds = [_sound(word) for word in (*latin, *(word.replace("j", "i") for word in latin if "j" in word))]
    return frozenset(sound for sound in sounds if len(sound) >= SHORTEST_SOUND)


def _sound(word: str) -> str:
    return ("a" if word[0] in _VOWELS else "") + word.translate(_SOUNDS)


def sounds_like_one(word: str, words: frozenset[str]) -> bool:
    """Whether a word in Hebrew or Arabic letters is one of ``words`` in Latin ones: "מרים" is Miriam."""
    return bool(_OTHER_SCRIPT.search(word)) and _sound(word) in _sounds(words)


def _words(texts: Iterable[str]) -> Iterable[str]:
    for text in texts:
        yield from _WORD.findall(text.casefold())
