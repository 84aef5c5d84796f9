"""Services by what is told of their concepts: "taglio" where the business offers a "Haircut". Pure.

The names of a business come first, and are looked for before this. A concept is one of a service where one
of the service's names has a word for it, in whatever language.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from msgspec import Struct

from agent.languages.trades import CONCEPTS, QUALIFIERS, names_of
from booking_core.catalogue.services.services import Service

# A longer word is found within another: "Damenhaarschnitt".
LONG_ENOUGH = 5


class OfferedConcepts(Struct, frozen=True):
    """Services with the concepts of each. ``names`` are what people call any of those concepts, folded, each
    with its concept; none where no service has one that says what it is."""

    services: tuple[Service, ...]
    concepts: dict[str, frozenset[str]]
    names: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, services: Iterable[Service]) -> "OfferedConcepts":
        services = tuple(services)
        offered = {service.id: concepts_in(service.spoken_names) for service in services}
        every = frozenset[str]().union(*offered.values())
        return cls(services, offered, tuple(_folded_names(every)) if every - QUALIFIERS else ())


def services_by_concept(offered: OfferedConcepts, found: Iterable[str]) -> list[Service]:
    """Those that fit the concepts ``found`` in a text best: all of it and nothing else, else all of it with
    as little else as there is, else a part of it. Several where they fit equally well."""
    told = frozenset(found)
    if not told - QUALIFIERS:
        return []
    concepts = offered.concepts
    fitting = [one for one in offered.services if (concepts[one.id] - QUALIFIERS) & told]
    whole = [one for one in fitting if told <= concepts[one.id]]
    if whole:
        least = min(len(concepts[one.id]) for one in whole)
        return [one for one in whole if len(concepts[one.id]) == least]
    # Whoever asks for a cut and a massage wants both, and a cut for men is no cut for women.
    parts = [one for one in fitting if concepts[one.id] - QUALIFIERS <= told]
    most = max((len(concepts[one.id] & told) for one in parts), default=0)
    return [one for one in parts if len(concepts[one.id] & told) == most]


@lru_cache(maxsize=4096)
def concepts_in(names: tuple[str, ...]) -> frozenset[str]:
    """The concepts that the names of a service have words for; a name within a longer one counts as well."""
    found = _concepts([fold(name) for name in names[:1]])
    return found if found - QUALIFIERS else _concepts([fold(name) for name in names])


def _concepts(folded: list[str]) -> frozenset[str]:
    return frozenset(
        concept for concept in CONCEPTS if any(_pattern(concept).search(name) for name in folded)
    )


@cache
def _pattern(concept: str) -> re.Pattern[str]:
    """Any of its names as a word of its own; a long one within another word as well."""
    names = [fold(name) for name in names_of(concept)]
    within = [re.escape(name) for name in names if len(name) > LONG_ENOUGH]
    alone = rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)"
    return re.compile("|".join((alone, *within)))


def _folded_names(concepts: Iterable[str]) -> list[tuple[str, str]]:
    return [(fold(name), concept) for concept in sorted(concepts) for name in names_of(concept)]


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """A text in lower case without accents and vowel points: "Epilation" is épilation."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in parts if not unicodedata.combining(one))
