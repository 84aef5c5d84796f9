"""What a business says of itself: a model has to read it, whatever it sounds like."""

import re
from collections.abc import Iterable

from msgspec import Struct

from booking_core.catalogue.catalogue import Catalogue

_WORD = re.compile(r"\w+")


class BusinessWords(Struct, frozen=True):
    """All in lower case. ``words``: of its name, people, services and places; ``phrases``: its services' names as they are;
    ``addresses``: the words of each address, with the number of the house."""

    words: frozenset[str] = frozenset()
    phrases: frozenset[str] = frozenset()
    addresses: tuple[frozenset[str], ...] = ()

    @classmethod
    def of(cls, catalogue: Catalogue) -> "BusinessWords":
        services = [name for one in catalogue.services.values() for name in (one.name, *(one.aliases or ()))]
        named = [
            catalogue.organization.name,
            *services,
            *(one.name for one in catalogue.resources.values()),
            *(name for one in catalogue.locations.values() for name in (one.name, one.address)),
        ]
        return cls(
            frozenset(_words(named)),
            frozenset(name.casefold() for name in services if name),
            tuple(frozenset(_words([one.address])) for one in catalogue.locations.values() if one.address),
        )


def _words(texts: Iterable[str]) -> Iterable[str]:
    for text in texts:
        yield from _WORD.findall(text.casefold())
