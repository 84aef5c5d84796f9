"""An owner's own words in a letter: they take the place of ours, and leave its facts alone. Pure."""

import re
from collections.abc import Mapping

from msgspec import structs

from agent.conversation.places import local_time_text, name_and_address
from agent.letters.content.letter_content import LetterContent, one_line, people_text
from agent.letters.content.letter_facts import LetterFacts
from agent.letters.content.outcomes import outcome_of
from booking_core.appointments.record import BY_BUSINESS
from booking_core.catalogue.settings.letter_words import OUTCOMES, fill_in
from booking_core.catalogue.settings.settings import setting_of
from booking_core.catalogue.translations import language_chain

EMPTY_LINES = re.compile(r"\n\s*\n")


def with_own_words(content: LetterContent, facts: LetterFacts) -> LetterContent:
    """The letter in the words of its business, where it has any in this language."""
    return in_own_words(content, facts, _words_of(facts))


def in_own_words(content: LetterContent, facts: LetterFacts, words: Mapping[str, str]) -> LetterContent:
    """The letter in these words, by part; ours where a part is empty."""
    values = placeholder_values(facts)
    own = {part: fill_in(text, values) for part, text in words.items()}
    greeting, *opening = content.opening
    return structs.replace(
        content,
        subject=one_line(own.get("subject", "")) or content.subject,
        opening=(own.get("greeting") or greeting, *(_paragraphs(own.get("opening", "")) or opening)),
        closing=(*_paragraphs(own.get("closing", "")), *content.closing),
        signature=tuple(own["signature"].splitlines()) if own.get("signature") else content.signature,
    )


def placeholder_values(facts: LetterFacts) -> Mapping[str, str]:
    """What stands for ``{service}`` and the others; each is one line."""
    catalogue, appointment = facts.catalogue, facts.appointment
    location, name = catalogue.location(appointment.location_id), catalogue.organization.name
    values = {
        "service": catalogue.booked_name(appointment),
        "when": local_time_text(catalogue, appointment.starts_at, facts.time_zone, facts.locale),
        "where": name_and_address(catalogue, location),
        "with": people_text(facts, appointment.resource_ids) or name,
        "business": name,
        "code": appointment.code,
    }
    return {placeholder: one_line(value) for placeholder, value in values.items()}


def _words_of(facts: LetterFacts) -> Mapping[str, str]:
    """In the nearest language that has any; never in another one than the letter's."""
    every = setting_of(facts.catalogue.organization, "letters.words")
    outcome = outcome_of(facts.kind, facts.change)
    by_business = f"{outcome}_by_business"
    if facts.change.get("by") == BY_BUSINESS and by_business in OUTCOMES:
        outcome = by_business
    found = (every.get(tag, {}).get(outcome) for tag in language_chain(facts.locale))
    return next((words for words in found if words), {})


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (one.strip() for one in EMPTY_LINES.split(text))))
