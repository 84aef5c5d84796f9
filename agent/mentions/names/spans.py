"""Where among the words of a text the names of a catalogue stand, in any form of their words."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, lru_cache
from typing import Generic, TypeVar

from agent.mentions.everyday_words import forms
from agent.mentions.names.refused_names import refused_spans, signs_in
from agent.mentions.names.slips import closeness

T = TypeVar("T")
# What was named, and where among the words: from its first to behind its last.
NamedSpan = tuple[tuple[int, int], T]
# What a word may have behind a name; "trimmed" and "trimming" double its last letter before the last two.
ENDINGS = frozenset(["s", "es", "ed", "ing", "'s", "’s"])
DOUBLING = frozenset(["ed", "ing"])
# As "ming" in "trimming".
LONGEST_ENDING = 4
WORDS = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


class Names(Generic[T]):
    """The names of a catalogue, each with what it names; made once for each catalogue, so that a message
    costs as much as it is long, however many they are."""

    def __init__(self, names: Iterable[tuple[str, T]]) -> None:
        self.names = tuple(names)

    @cached_property
    def by_first_word(self) -> dict[str, list[tuple[int, tuple[str, ...]]]]:
        """The places and the words of names, by the first of their words."""
        found: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
        for at, (name, _) in enumerate(self.names):
            if wanted := words_of(name):
                found.setdefault(wanted[0], []).append((at, wanted))
        return found

    @cached_property
    def by_first_letter(self) -> dict[str, list[tuple[int, tuple[str, ...]]]]:
        """The same by the first of their letters."""
        found: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
        for word, named in self.by_first_word.items():
            found.setdefault(word[0], []).extend(named)
        return found


def matches(
    names: Names[T],
    text: str,
    settled: Callable[[list[NamedSpan[T]], list[str]], list[NamedSpan[T]]],
) -> list[T]:
    """``settled`` may choose among those that were named, each with where among the words."""
    words = [word.casefold() for word in WORDS.findall(text)]
    spans = spans_of(names, words)
    if spans:
        # "Colour and cut" means that service, though "cut" alone is another: a name within a longer one does
        # not count.
        told = sorted(spans, key=lambda one: one[0])
        told = [one for one in told if not any(_within(one[0], other) for other, _ in spans)]
        places = list(dict.fromkeys(span for span, _ in told))
        refused = refused_spans(words, signs_in(text, WORDS), places)
        told = [one for one in told if one[0] not in refused]
        return _distinct(thing for _, thing in settled(told, words))
    return []


def spans_of(names: Names[T], words: Sequence[str]) -> list[NamedSpan[T]]:
    """Where among the words names are said, each from its first word to its last; in the order of the
    names."""
    by_first = names.by_first_word
    found = {
        (at, (start, start + len(wanted)))
        for start, word in enumerate(words)
        for part in parts_in(word)
        for at, wanted in by_first.get(part, ())
        if len(wanted) <= len(words) - start and all(map(is_form_of, wanted[1:], words[start + 1 :]))
    }
    return [(span, names.names[at][1]) for at, span in sorted(found)]


def parts_in(word: str) -> list[str]:
    """The names that are ``_same`` as a word: its forms, and whatever it would be an ending of."""
    begun = (word[:end] for end in range(max(1, len(word) - LONGEST_ENDING), len(word)))
    return [*forms(word), *(name for name in begun if _is_ending(name, word[len(name) :]))]


def _within(span: tuple[int, int], other: tuple[int, int]) -> bool:
    return span != other and other[0] <= span[0] and span[1] <= other[1]


def is_form_of(name: str, word: str) -> bool:
    return name in forms(word) or (word.startswith(name) and _is_ending(name, word[len(name) :]))


def _is_ending(name: str, rest: str) -> bool:
    return rest in ENDINGS or (rest[:1] == name[-1:] and rest[1:] in DOUBLING)


def closest(names: Names[T], text: str, *, is_person: bool) -> list[T]:
    """Those whose names a text has with slips of the fingers, as few as there are."""
    words = [word.casefold() for word in WORDS.findall(text)]
    # No slip changes the first letter: most names are passed over by that alone.
    begun: dict[str, list[int]] = {}
    for at, word in enumerate(words):
        begun.setdefault(word[0], []).append(at)
    scored = [
        (closeness(wanted, words[at : at + len(wanted)], is_person=is_person), named)
        for letter, places in begun.items()
        for named, wanted in names.by_first_letter.get(letter, ())
        for at in places
        if len(wanted) <= len(words) - at
    ]
    best = max((score for score, _ in scored), default=0)
    nearest = sorted(named for score, named in scored if score == best)
    return _distinct(names.names[named][1] for named in nearest) if best else []


@lru_cache(maxsize=4096)
def words_of(name: str) -> tuple[str, ...]:
    """The names of a catalogue are few, and looked for in every message."""
    return tuple(word.casefold() for word in WORDS.findall(name))


def _distinct(things: Iterable[T]) -> list[T]:
    return list({id(thing): thing for thing in things}.values())
