"""A language of the receptionist: the words customers use, and the sentences it says."""

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from msgspec import Struct


class Words(Struct, frozen=True, dict=True):
    """What customers say, in lower case. Values of mappings, and the texts, are regular expressions without anchors.

    yes, no: words an agreement or a refusal may be made of; at least one of the clear ones must be among them. praise are those clear ones that may
    as well be said of an answer. fillers mean nothing beside them. intents, topics: the first that matches counts. ordinals: word -> place, -1 the last. things: what an
    ordinal may number ("the second one"). pairs: two who come together; we_are: what stands before how many come. name: what stands before a name. instead: what makes of "I can't come" a wish to come at
    another time. common: words hardly any other language here has.
    """

    yes: str
    clear_yes: str
    praise: str
    no: str
    clear_no: str
    fillers: str
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
    same_time: str
    longer: str
    shorter: str
    common: str

    @cached_property
    def sets(self) -> dict[str, frozenset[str]]:
        """The lists of words as sets."""
        lists = ("yes", "clear_yes", "praise", "no", "clear_no", "fillers", "common")
        return {name: frozenset(getattr(self, name).split()) for name in lists}


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


def plain_answer(text: str, words: Words) -> str | None:
    """``agree`` or ``decline`` where a text is nothing but that. "Yes, but at four" is neither."""
    if "?" in text or "؟" in text or re.search(r"\d", text):
        return None
    told = set(_ANSWERED.findall(re.sub("['’׳]", "", text.casefold())))
    count = len(told)
    told -= words.sets["fillers"]
    if not told or count > _LONGEST_ANSWER:
        return None
    if told <= words.sets["no"] and told & words.sets["clear_no"]:
        return "decline"
    return "agree" if told <= words.sets["yes"] and told & words.sets["clear_yes"] else None


def is_praise(text: str, words: Words) -> bool:
    """Whether a plain yes may as well be thanks for what was answered: "great, thank you"."""
    told = set(_ANSWERED.findall(re.sub("['’׳]", "", text.casefold())))
    agreeing = told & words.sets["clear_yes"]
    return bool(agreeing) and agreeing <= words.sets["praise"]


_ANSWERED = re.compile(r"[^\W_]+|👍|👌|✅")
_LONGEST_ANSWER = 9
