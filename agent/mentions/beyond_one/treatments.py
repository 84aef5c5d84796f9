"""The treatments a text speaks of, by the words of the trade."""

import re
from functools import cache

from agent.languages.patterns.compiled import compiled
from agent.languages.patterns.prefiltered import AnyPattern, prefilter
from agent.mentions.beyond_one.words import REMAINDER_WORDS, RemainderWords
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.services.services import Service


def is_one_service(treatments: frozenset[str], plural: RemainderWords, catalogue: Catalogue) -> bool:
    """Whether one service of ours is all of this by its name: "Colour and cut"."""
    return any(
        len(treatments) > 1 and treatments <= treatment_names_in(name.casefold(), language_plural)
        for service in catalogue.services.values()
        for name in service.all_names
        for language_plural in (plural, REMAINDER_WORDS["en"])
    )


def treatments_of(service: Service, plural: RemainderWords) -> set[str]:
    """The treatments that a service's names speak of, in the language of ``plural`` and in English."""
    return {
        treatment
        for name in service.spoken_names
        for one in (plural, REMAINDER_WORDS["en"])
        for treatment in treatment_names_in(name.casefold(), one)
    }


def treatment_names_in(text: str, plural: RemainderWords) -> set[str]:
    return set(treatments_in(text, plural))


def treatments_in(text: str, plural: RemainderWords) -> dict[str, re.Match[str]]:
    """What a text says is to be done, by its name; "trim" within "beard trim" is no cut."""
    if not _any_treatment(plural).search(text):
        return {}
    told = {
        name: found
        for name, pattern in plural.treatments.items()
        if (found := compiled(whole_words(pattern)).search(text))
    }
    spans = [found.span() for found in told.values()]
    return {
        name: found
        for name, found in told.items()
        if not any(
            first <= found.start() and found.end() <= last and found.span() != (first, last)
            for first, last in spans
        )
    }


@cache
def whole_words(pattern: str) -> str:
    """As whole words, with what Hebrew and Arabic write onto them."""
    return rf"(?<!\w)(?:[ולהבשמכ]{{1,2}}|و?(?:ال|لل|ب|ل)?)?(?P<treatment>{pattern})(?!\w)"


@cache
def treatment_pattern(plural: RemainderWords) -> str:
    return rf"(?:{'|'.join(plural.treatments.values())})(?!\w)"


@cache
def _any_treatment(plural: RemainderWords) -> AnyPattern:
    return prefilter(whole_words("|".join(plural.treatments.values())))
