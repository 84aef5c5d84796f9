"""Which service or person is meant by what a customer calls it: "cut", "hair cut", "dana", "Mirriam"."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import TypeVar

from agent.mentions.concepts import fold, services_by_concept
from agent.mentions.everyday_words import forms, is_ordinary
from agent.mentions.refused_names import refused_spans, signs_in
from agent.mentions.slips import closeness
from agent.mentions.transliteration import is_same_name
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.resources import STAFF, Resource
from booking_core.catalogue.services.services import Service

T = TypeVar("T")
# What was named, and where among the words: from its first to behind its last.
NamedSpan = tuple[tuple[int, int], T]
# What a word may have behind a name; "trimmed" and "trimming" double its last letter before the last two.
ENDINGS = frozenset(["s", "es", "ed", "ing", "'s", "’s"])
DOUBLING = frozenset(["ed", "ing"])
# As "ming" in "trimming".
LONGEST_ENDING = 4
WORDS = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
# What may stand between a treatment and what it is done to, where the treatment comes last and where it
# comes first.
TO_BE = frozenset(["to", "be", "being", "get", "zu", "zum"])
JOINING = TO_BE | {
    "my", "the", "his", "her", "our", "for", "of", "mein", "meine", "meinen", "meiner", "der", "die", "den",
    "de", "des", "du", "mes", "mon", "la", "le", "les", "el", "los", "mi", "i", "il", "di", "dei", "miei",
    "ai",
}  # fmt: skip


def services_in(catalogue: Catalogue, text: str) -> list[Service]:
    """The services a text names and does not refuse: several where it names several, or fits several equally
    well. Those it names come first, then slips of the fingers."""
    return named_services_in(catalogue, text) or services_by_slip(catalogue, text)


def named_services_in(catalogue: Catalogue, text: str) -> list[Service]:
    """The names of the business come first, then what its services are called everywhere."""
    return exact_services_in(catalogue, text) or services_by_concept(
        list(catalogue.services.values()), lambda names: _concepts_in(names, text)
    )


def services_by_slip(catalogue: Catalogue, text: str) -> list[Service]:
    """The services whose names a text nearly has, in words that are not ordinary ones; none where it names
    any, if only to refuse it."""
    words = [word.casefold() for word in WORDS.findall(text)]
    if _spans_of(catalogue.service_names, words):
        return []
    return _closest(catalogue.service_names, text, is_person=False)


def exact_services_in(catalogue: Catalogue, text: str) -> list[Service]:
    """The services whose names a text has letter by letter; nothing for what only looks like one."""
    return _matches(catalogue.service_names, text, _main_services)


def _concepts_in(names: list[tuple[str, str]], text: str) -> list[str]:
    """The concepts among ``names`` that a text has and does not refuse."""
    return _matches(names, fold(text), lambda told, _: told)


def staff_in(catalogue: Catalogue, text: str) -> list[Resource]:
    """The people a text names."""
    return list(dict.fromkeys(person for person, _ in people_in(catalogue, text)))


def people_in(catalogue: Catalogue, text: str) -> list[tuple[Resource, str]]:
    """The people a text names, each with the words it does so in; by the first name where only one has it.
    Slips of the fingers count where it names nobody."""
    named = named_people_in(catalogue, text)
    if named:
        return named
    names = [(name, one) for one in _staff(catalogue) for name in one.all_names]
    return [(one, word) for word in WORDS.findall(text) for one in _closest(names, word, is_person=True)]


def named_people_in(catalogue: Catalogue, text: str) -> list[tuple[Resource, str]]:
    """As ``people_in``, without slips of the fingers."""
    staff, words = _staff(catalogue), WORDS.findall(text)
    called = _distinctive_parts(tuple(one.all_names for one in staff))
    found = sorted(
        {
            (at, place)
            for place, word in enumerate(words)
            for part in _parts_in(word.casefold())
            for at in called.get(part, ())
        }
    )
    if found:
        return [(staff[at], words[place]) for at, place in found]
    return [(staff[at], word) for word in words for at in _in_another_script(word.casefold(), called)]


def _staff(catalogue: Catalogue) -> list[Resource]:
    return [one for one in catalogue.resources.values() if one.kind == STAFF]


@lru_cache(maxsize=64)
def _distinctive_parts(people: tuple[tuple[str, ...], ...]) -> dict[str, list[int]]:
    """The parts of people's names in all languages that tell who is meant, each with whose they are: a first
    name only one has, and any longer other part.

    Made once for the people of a catalogue, so that a message costs as much as it is long, however many they
    are.
    """
    first = Counter(start for names in people for start in {_words_of(name)[:1] for name in names})
    called: dict[str, list[int]] = {}
    for at, parts in ((at, _words_of(name)) for at, names in enumerate(people) for name in names):
        # "On", "de" and "dr" in a name are words of their own.
        telling = (
            *parts[: 1 if first[parts[:1]] == 1 else 0],
            *(part for part in parts[1:] if len(part) > 2),
        )
        for part in dict.fromkeys(telling):
            whose = called.setdefault(part, [])
            if at not in whose:
                whose.append(at)
    return called


def _in_another_script(word: str, called: dict[str, list[int]]) -> list[int]:
    """Whose names a word is in another script than they are kept in; those of its own are passed over."""
    is_latin = word.isascii()
    others = [part for part in called if part.isascii() != is_latin]
    if not others or is_ordinary(word):
        return []
    written = forms(word)
    return [at for part in others if any(is_same_name(part, form) for form in written) for at in called[part]]


def _parts_in(word: str) -> list[str]:
    """The names that are ``_same`` as a word: its forms, and whatever it would be an ending of."""
    begun = (word[:end] for end in range(max(1, len(word) - LONGEST_ENDING), len(word)))
    return [*forms(word), *(name for name in begun if _is_ending(name, word[len(name) :]))]


def _matches(
    names: Sequence[tuple[str, T]],
    text: str,
    settled: Callable[[list[NamedSpan[T]], list[str]], list[NamedSpan[T]]],
) -> list[T]:
    """``settled`` may choose among those that were named, each with where among the words."""
    words = [word.casefold() for word in WORDS.findall(text)]
    spans = _spans_of(names, words)
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


def _main_services(told: list[NamedSpan[Service]], words: list[str]) -> list[NamedSpan[Service]]:
    """Of two services named in one breath the one that is done to the other: "my hair coloured", "trim my
    beard"."""
    kept: list[NamedSpan[Service]] = []
    for span, service in told:
        between = words[kept[-1][0][1] : span[0]] if kept else []
        if not kept or service is kept[-1][1] or not JOINING.issuperset(between):
            kept.append((span, service))
        elif _is_of(kept[-1][1], words[slice(*span)]):
            continue
        elif _is_of(service, words[slice(*kept[-1][0])]) or TO_BE.issuperset(between):
            kept[-1] = (span, service)
    return kept


def _is_of(service: Service, told: list[str]) -> bool:
    """Whether words stand in one of the names of a service."""
    own = {part for name in service.spoken_names for part in _words_of(name)}
    return all(any(_is_form_of(part, word) for part in own) for word in told)


def _spans_of(names: Sequence[tuple[str, T]], words: Sequence[str]) -> list[NamedSpan[T]]:
    """Where among the words names are said, each from its first word to its last; in the order of the
    names."""
    by_first = _by_first_word(tuple(name for name, _ in names))
    found = {
        (at, (start, start + len(wanted)))
        for start, word in enumerate(words)
        for part in _parts_in(word)
        for at, wanted in by_first.get(part, ())
        if len(wanted) <= len(words) - start and all(map(_is_form_of, wanted[1:], words[start + 1 :]))
    }
    return [(span, names[at][1]) for at, span in sorted(found)]


@lru_cache(maxsize=256)
def _by_first_word(names: tuple[str, ...]) -> dict[str, list[tuple[int, tuple[str, ...]]]]:
    """The places and the words of names, by the first of their words: made once for the names of a catalogue,
    so that a message costs as much as it is long, however many they are."""
    found: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for at, wanted in enumerate(map(_words_of, names)):
        if wanted:
            found.setdefault(wanted[0], []).append((at, wanted))
    return found


def _within(span: tuple[int, int], other: tuple[int, int]) -> bool:
    return span != other and other[0] <= span[0] and span[1] <= other[1]


def _is_form_of(name: str, word: str) -> bool:
    return name in forms(word) or (word.startswith(name) and _is_ending(name, word[len(name) :]))


def _is_ending(name: str, rest: str) -> bool:
    return rest in ENDINGS or (rest[:1] == name[-1:] and rest[1:] in DOUBLING)


def _closest(names: Sequence[tuple[str, T]], text: str, *, is_person: bool) -> list[T]:
    """Those whose names a text has with slips of the fingers, as few as there are."""
    words = [word.casefold() for word in WORDS.findall(text)]
    # No slip changes the first letter: most names are passed over by that alone.
    begun: dict[str, list[int]] = {}
    for at, word in enumerate(words):
        begun.setdefault(word[0], []).append(at)
    scored = [
        (closeness(wanted, words[at : at + len(wanted)], is_person=is_person), thing)
        for name, thing in names
        for at in begun.get(_first_letter(name), ())
        for wanted in [_words_of(name)]
        if len(wanted) <= len(words) - at
    ]
    best = max((score for score, _ in scored), default=0)
    return _distinct(thing for score, thing in scored if score == best) if best else []


@lru_cache(maxsize=4096)
def _words_of(name: str) -> tuple[str, ...]:
    """The names of a catalogue are few, and looked for in every message."""
    return tuple(word.casefold() for word in WORDS.findall(name))


@lru_cache(maxsize=4096)
def _first_letter(name: str) -> str:
    return "".join(_words_of(name))[:1]


def _distinct(things: Iterable[T]) -> list[T]:
    return list({id(thing): thing for thing in things}.values())
