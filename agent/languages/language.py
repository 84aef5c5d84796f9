"""A language of the receptionist: the words customers use, and the sentences it says."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from msgspec import Struct


class Words(Struct, frozen=True, dict=True):
    """What customers say, in lower case. Values of mappings, and the texts, are regular expressions without
    anchors.

    tag: the language's own, such as ``de``. intents, topics: the first that matches counts. ordinals: word ->
    place, -1 the last. things: what an ordinal may number ("the second one"). pairs: two who come together;
    we_are: what stands before how many come. name: what stands before a name. joined: "or" and "and".
    instead: what makes of "I can't come" a wish to come at another time. common: words hardly any other
    language here has.
    """

    tag: str
    intents: Mapping[str, str]
    topics: Mapping[str, str]
    ordinals: Mapping[str, int]
    things: str
    numbers: Mapping[str, int]
    people: str
    pairs: str
    we_are: str
    anyone: str
    without: str
    more: str
    name: str
    instead: str
    joined: str
    same_time: str
    longer: str
    shorter: str
    common: str

    @cached_property
    def own(self) -> frozenset[str]:
        """The common words."""
        return frozenset(self.common.split())


class Sentences:
    """The sentences of a language by name; what it lacks is said in English."""

    def __init__(self, own: Mapping[str, Any], english: Mapping[str, Any]) -> None:
        self._said = {**english, **own}

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *self._said]

    def __getattr__(self, name: str) -> Any:
        try:
            return self._said[name]
        except KeyError:
            raise AttributeError(name) from None
