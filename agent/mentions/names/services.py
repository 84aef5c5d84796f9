"""Which services a customer names."""

from agent.mentions.concepts import OfferedConcepts, fold, services_by_concept
from agent.mentions.names.heads import services_by_head
from agent.mentions.names.spans import (
    WORDS,
    NamedSpan,
    Names,
    closest,
    is_form_of,
    matches,
    spans_of,
    words_of,
)
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.services.services import Service

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
    """The names of the business come first, then what its services are called everywhere, then the word of a
    name that says what it is."""
    return (
        exact_services_in(catalogue, text)
        or services_by_concept(catalogue.once(_concepts), _concepts_in(catalogue, text))
        or services_by_head(catalogue, text)
    )


def services_by_slip(catalogue: Catalogue, text: str) -> list[Service]:
    """The services whose names a text nearly has, in words that are not ordinary ones; none where it names
    any, if only to refuse it."""
    words = [word.casefold() for word in WORDS.findall(text)]
    names = catalogue.once(_names)
    return [] if spans_of(names, words) else closest(names, text, is_person=False)


def exact_services_in(catalogue: Catalogue, text: str) -> list[Service]:
    """The services whose names a text has letter by letter; nothing for what only looks like one."""
    return matches(catalogue.once(_names), text, _main_services)


def _names(catalogue: Catalogue) -> Names[Service]:
    return Names(catalogue.service_names)


def _concepts(catalogue: Catalogue) -> OfferedConcepts:
    return OfferedConcepts.of(catalogue.services.values())


def _names_of_concepts(catalogue: Catalogue) -> Names[str]:
    return Names(catalogue.once(_concepts).names)


def _concepts_in(catalogue: Catalogue, text: str) -> list[str]:
    """The concepts on offer that a text has and does not refuse."""
    return matches(catalogue.once(_names_of_concepts), fold(text), lambda told, _: told)


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
    own = {part for name in service.spoken_names for part in words_of(name)}
    return all(any(is_form_of(part, word) for part in own) for word in told)
