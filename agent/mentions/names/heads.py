"""The word of a service's name that says what it is: "Untersuchung" in "Allgemeine Untersuchung". Pure."""

import re
from collections.abc import Iterator
from functools import lru_cache

from agent.languages import language_of
from agent.mentions.names.spans import Names, matches, words_of
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.services.services import Service

# German and English put what is said of a thing before it, the others behind it.
HEAD_LAST = frozenset({"de", "en"})
# What follows these says more of the thing: "für Katzen", "with oil".
BEHIND = re.compile(
    r"\s+(?:für|mit|ohne|bei|am|an|im|in|zur|zum|nach|for|with|without|of|at|on|to|pour|avec|sans|de|du|des|d['’]|à|"
    r"para|con|sin|del|por|per|di|della|senza|a)\s.*|\s*[(,:–/+].*|\s+-\s.*",
    re.I | re.S,
)
# Shorter words stand in too much else; Hebrew and Arabic write no vowels.
LEAST_LETTERS, WITHOUT_VOWELS, LEAST_CONSONANTS = 4, frozenset({"he", "ar"}), 3
# Said of every booking, whatever it is for.
EVERY_BOOKING = (
    "appointment appointments booking session visit service time slot hour first termin ersttermin "
    "buchung besuch sitzung stunde leistung zeit rendez-vous rendezvous séance visite prestation heure "
    "cita sesión servicio hora appuntamento seduta servizio ora תור פגישה טיפול שירות מפגש موعد جلسة حجز "
    "خدمة زيارة "
)
OF_EVERY_BOOKING = frozenset(EVERY_BOOKING.split())


def services_by_head(catalogue: Catalogue, text: str) -> list[Service]:
    """The services whose head a text has and does not refuse; several where they share it."""
    return matches(catalogue.once(_heads), text, lambda told, _: told)


def _heads(catalogue: Catalogue) -> Names[Service]:
    return Names(
        (head, service) for service in catalogue.services.values() for head in _heads_of(catalogue, service)
    )


def _heads_of(catalogue: Catalogue, service: Service) -> Iterator[str]:
    languages = {
        str(words["name"]): tag for tag, words in (service.translations or {}).items() if words.get("name")
    }
    for name in service.all_names:
        head = head_of(name, language_of(languages.get(name, catalogue.organization.locale)))
        if head:
            yield head


@lru_cache(maxsize=4096)
def head_of(name: str, language: str) -> str:
    """The head of a name of several words, in lower case; "" where that would say nothing."""
    words = words_of(BEHIND.sub("", name))
    if len(words_of(name)) < 2 or not words:
        return ""
    head = words[-1] if language in HEAD_LAST else words[0]
    least = LEAST_CONSONANTS if language in WITHOUT_VOWELS else LEAST_LETTERS
    return "" if len(head) < least or head in OF_EVERY_BOOKING else head
