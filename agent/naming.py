"""Which service or person is meant by what a customer calls it: "cut", "hair cut", "dana", "Mirriam"."""

import re
from collections.abc import Iterable
from typing import TypeVar

from rapidfuzz.distance import OSA

from booking_core.catalogue import Catalogue
from booking_core.resources import STAFF, Resource
from booking_core.services import Service

T = TypeVar("T")
# One slip for each four letters of a name: "hairct" is a haircut, "curt" is nobody's cut.
LETTERS_A_SLIP = 4
WORDS = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


def services_meant(catalogue: Catalogue, text: str) -> list[Service]:
    """The services a text names, best match only: more than one where it fits several equally well."""
    names = [
        (name, service)
        for service in catalogue.services.values()
        for name in (service.name, *service.aliases)
    ]
    return _meant(names, text)


def staff_meant(catalogue: Catalogue, text: str) -> list[Resource]:
    """The people a text names."""
    return _meant([(r.name, r) for r in catalogue.resources.values() if r.kind == STAFF], text)


def _meant(names: list[tuple[str, T]], text: str) -> list[T]:
    words = [word.casefold() for word in WORDS.findall(text)]
    exact = [(name, thing) for name, thing in names if _said(name, words)]
    if exact:
        # "Colour and cut" means that service, though "cut" alone is another: the longest name said wins.
        longest = max(len(name) for name, _ in exact)
        return _distinct(thing for name, thing in exact if len(name) == longest)
    scored = [(_closeness(name, words), thing) for name, thing in names]
    best = max((score for score, _ in scored), default=0)
    return _distinct(thing for score, thing in scored if score == best) if best else []


def _said(name: str, words: list[str]) -> bool:
    wanted = [word.casefold() for word in WORDS.findall(name)]
    starts = range(len(words) - len(wanted) + 1)
    return any(all(_same(a, b) for a, b in zip(wanted, words[i:], strict=False)) for i in starts)


def _same(name: str, word: str) -> bool:
    return word in (name, f"{name}s", f"{name}'s", f"{name}’s")


def _closeness(name: str, words: list[str]) -> float:
    """0 to 1: the best likeness of the name to as many neighbouring words as it has; 0 beyond a slip of the fingers.

    The first letter is hardly ever the wrong one: "have" is no "shave".
    """
    wanted = " ".join(WORDS.findall(name.casefold()))
    slips = len(wanted) // LETTERS_A_SLIP
    count = len(wanted.split())
    runs = [" ".join(words[i : i + count]) for i in range(len(words) - count + 1)]
    close = [
        OSA.normalized_similarity(wanted, run)
        for run in runs
        if run[0] == wanted[0] and OSA.distance(wanted, run) <= slips
    ]
    return max(close, default=0)


def _distinct(things: Iterable[T]) -> list[T]:
    return list({id(thing): thing for thing in things}.values())
