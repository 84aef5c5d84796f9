"""Names of customers and of those they book for, found by where they stand, by how they are written, and by
lists of names. Names of people who work at the business are theirs, unless a customer introduces themselves
by one.
"""

from collections.abc import Iterator

from agent.privacy.names.beside import names_beside_address, names_beside_contact
from agent.privacy.names.capitals import (
    listed_names_in,
    names_in_capitals,
    names_with_initial,
    small_names,
)
from agent.privacy.names.framed import framed_names, with_those_behind
from agent.privacy.names.grammar.callings import called_names
from agent.privacy.names.grammar.corrections import corrected_names, spelled_names
from agent.privacy.names.grammar.openings import name_before_birth, opening_names
from agent.privacy.names.grammar.pairs import pairs_of_several, with_those_beside
from agent.privacy.names.grammar.professions import people_of_professions
from agent.privacy.names.grammar.registrations import registered_names
from agent.privacy.names.grammar.speakers import speakers
from agent.privacy.names.grammar.things import without_things
from agent.privacy.names.placed import announced_names, answered_names, name_alone, signature
from agent.privacy.names.reading import NameReader
from agent.privacy.names.scripted import scripted_names_in
from agent.privacy.spans import Span

_FINDERS = (
    name_alone,
    announced_names,
    signature,
    names_beside_contact,
    listed_names_in,
    names_in_capitals,
    small_names,
    names_with_initial,
    speakers,
    people_of_professions,
    registered_names,
    opening_names,
    pairs_of_several,
    corrected_names,
    spelled_names,
    called_names,
)


class NameFinder:
    """Reads texts for one business: ``own`` are the words of its name, people, services and places, in lower
    case; ``people`` those of its people alone, whom customers write in other letters too."""

    def __init__(self, own: frozenset[str], people: frozenset[str] = frozenset()) -> None:
        self._reader = NameReader(own, people)
        self._people = people

    def names_in(self, text: str, *, is_asked: bool) -> Iterator[Span]:
        """``is_asked``: the text answers a question for the customer's name."""
        single = without_things(text, self._single(text, is_asked=is_asked))
        yield from with_those_beside(self._reader, text, with_those_behind(self._reader, text, single))

    def beside_address(self, text: str, address: Span) -> Iterator[Span]:
        yield from names_beside_address(self._reader, text, address)

    def beside_birth(self, text: str, birth: Span) -> Iterator[Span]:
        yield from name_before_birth(self._reader, text, birth)

    def _single(self, text: str, *, is_asked: bool) -> Iterator[Span]:
        is_large = text.isupper()
        if is_large:
            # Where all of it is written large, capitals show nothing.
            text = text.lower() if len(text.lower()) == len(text) else text
        if is_asked:
            yield from answered_names(self._reader, text)
        yield from framed_names(self._reader, text, is_large=is_large or is_asked)
        for find in _FINDERS:
            yield from find(self._reader, text)
        yield from scripted_names_in(text, self._reader.own, self._people)
