"""Somebody who is asked for and does not work here: "with Zelda", "chez Zoé". Pure."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from agent.languages.patterns.compiled import compiled
from agent.languages.vocabulary.calendar_names import calendar_words
from agent.mentions.everyday_words import all_everyday_words
from agent.mentions.names.people import people_in
from agent.mentions.names.services import services_in
from agent.privacy.business_words import BusinessWords
from agent.privacy.given_names import (
    both_names_and_words,
    listed_names,
    names_by_capital,
    ordinary_names,
    plain_letters,
    scripted_names,
)
from agent.when import read
from booking_core.catalogue.catalogue import Catalogue

# What stands before whoever is to do it; those of the first row lead to people only.
AT_SOMEBODYS = {"de": "bei", "fr": "chez", "he": "אצל", "ar": "عند|لدى"}
WITH_SOMEBODY = {
    "en": "with|by",
    "de": "mit|zu|von",
    "fr": "avec|par",
    "es": "con",
    "it": "con|da|dalla",
    "he": "עם",
    "ar": "مع",
}
TITLES = (
    r"(?:(?:mr|mrs|ms|miss|dr|herrn?|frau|mme|madame|m\.|monsieur|mlle|señora?|sra?\.?|doña|don|signora?|sig\.?|"
    r"sig\.ra|גברת|מר|ד\"ר|السيدة?|الأستاذة?|الآنسة|دكتورة?)\.?\s+)"
)
WORD = r"[^\W\d_]+(?:[-'’][^\W\d_]+)*"
# Which words tell a time is the same on any day.
ANY_DAY = datetime(2026, 1, 5, 9, tzinfo=UTC)
SCRIPTED = re.compile("[\u0590-\u06ff]")
SMALL = re.compile("[a-zà-ÿ]")


def stranger_in(catalogue: Catalogue, text: str, language: str) -> str | None:
    """The name of somebody who is asked for and is none of the staff; None where nobody is, or somebody of
    the staff as well."""
    led_to = list(_behind_prepositions(text, language))
    if not led_to or people_in(catalogue, text):
        return None
    known = BusinessWords.of(catalogue).words | calendar_words(language) | calendar_words("en")
    for found, leads_to_people in led_to:
        name, word = found["name"], found["name"].casefold()
        is_titled = bool(found["title"])
        if word in known or word in all_everyday_words() or services_in(catalogue, name):
            continue
        if not read(found.group(), ANY_DAY, "UTC", language).is_empty:
            continue
        if is_titled or _is_name(name, text, language, leads_to_people=leads_to_people):
            return name
    return None


def _behind_prepositions(text: str, language: str) -> Iterator[tuple[re.Match[str], bool]]:
    for table, leads_to_people in ((AT_SOMEBODYS, True), (WITH_SOMEBODY, False)):
        words = "|".join(table[tag] for tag in dict.fromkeys((language, "en")) if tag in table)
        if words:
            pattern = rf"(?<!\w)(?:{words})\s+(?P<title>{TITLES})?(?P<name>{WORD})"
            yield from ((found, leads_to_people) for found in compiled(pattern, re.I).finditer(text))


def _is_name(name: str, text: str, language: str, *, leads_to_people: bool) -> bool:
    word = name.casefold()
    if SCRIPTED.search(name):
        plain = plain_letters(word)
        return plain in scripted_names()[0] or (leads_to_people and plain in both_names_and_words())
    if word in listed_names():
        return True
    is_capital = name.istitle() and bool(SMALL.search(text))
    if word in names_by_capital():
        return is_capital
    # "With Balayage", "by Easter", and every noun of German: a capital alone makes a name only at somebody's.
    return is_capital and leads_to_people and language != "de" and word not in ordinary_names()
