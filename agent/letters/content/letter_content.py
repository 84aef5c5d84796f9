"""What a letter about an appointment says, before it is put on paper: sentences, rows of facts, a link.
Pure."""

from collections.abc import Iterator
from datetime import datetime

from babel.dates import format_date
from msgspec import Struct

from agent.conversation.places import (
    is_another_clock,
    local_time_text,
    name_and_address,
    needs_clock,
    with_city,
)
from agent.languages import sentences_in
from agent.languages.prices import price_text
from agent.languages.texts.letters.appointment_letters import LetterWords, letter_words
from agent.languages.texts.manage_page.manage_words import manage_words
from agent.languages.wording import time_of_day
from agent.letters.content.last_moments import last_moments
from agent.letters.content.letter_facts import LetterFacts
from agent.letters.content.outcomes import outcome_of
from booking_core.appointments.by_link.stamp import stamp_of
from booking_core.appointments.record import BY_BUSINESS, DISPLACED_LETTER, MOVED_LETTER
from booking_core.catalogue.resources import STAFF
from booking_core.notices.reminders import REMINDER_LETTER
from booking_core.time.wall_clock import zone


class LetterRow(Struct, frozen=True):
    """A fact. ``is_past`` is one that is no longer so."""

    label: str
    value: str
    is_past: bool = False


class LetterContent(Struct, frozen=True):
    """``opening`` and ``closing`` are paragraphs before and after the rows, ``quoted`` the business's own
    words with a line before them, ``signature`` its name and how to reach it. ``link_text`` stands before
    the link, ``link_label`` on its button. ``pages`` are pages below the link, each by its text and the end
    of its address, with ``before_pages`` before them; ``stop`` is how to get no more of these.
    """

    locale: str
    subject: str
    title: str
    opening: tuple[str, ...]
    quoted: tuple[str, str] | None
    rows: tuple[LetterRow, ...]
    closing: tuple[str, ...]
    link_text: str
    link_label: str
    link: str
    signature: tuple[str, ...]
    before_pages: str = ""
    pages: tuple[tuple[str, str], ...] = ()
    stop: tuple[str, str] | None = None


def letter_content(facts: LetterFacts) -> LetterContent:
    words, page = letter_words(facts.locale), manage_words(facts.locale)
    organization = facts.catalogue.organization
    outcome, by = outcome_of(facts.kind, facts.change), str(facts.change.get("by"))
    title = words.titles[outcome]
    name, message = one_line(organization.name), facts.change.get("message")
    lead = words.leads.get(outcome) or words.leads[f"{outcome}_by_{by}"]
    stands, reminds = facts.appointment.stands, facts.kind == REMINDER_LETTER
    closing = tuple(change_rules(facts)) if stands else ()
    return LetterContent(
        locale=facts.locale,
        subject=one_line(f"{title}: {service_and_time(facts)}"),
        title=title,
        opening=(words.greeting, lead),
        quoted=(words.message.format(name=name), str(message)) if message else None,
        rows=tuple(appointment_rows(facts)),
        closing=closing if reminds or by == BY_BUSINESS else (*closing, words.not_you),
        link_text=_link_text(facts, words) if stands else words.again,
        link_label=page.title if stands else page.book_again,
        link=facts.link,
        signature=tuple(filter(None, (name, organization.phone, organization.email))),
        before_pages=words.free_times if facts.other_times else "",
        pages=tuple(_pages(facts)),
        stop=(words.stop_reminders, facts.stop_link) if reminds else None,
    )


def _link_text(facts: LetterFacts, words: LetterWords) -> str:
    return words.see if _is_too_late(facts) else words.manage


def _pages(facts: LetterFacts) -> Iterator[tuple[str, str]]:
    """Each opens a page with one button: whoever only looks at the letter's links answers nothing."""
    words = manage_words(facts.locale)
    if facts.kind == REMINDER_LETTER:
        yield from ((words.coming, "/coming"), (words.move, "/move"), (words.cancel, "/cancel"))
    elif facts.kind == DISPLACED_LETTER:
        for one in facts.other_times:
            told = filter(None, (_time_text(facts, one.start), one_line(one.with_others)))
            yield " · ".join(told), f"/move/{stamp_of(one.start)}?who=any"
        yield from ((words.move, "/move?who=any"), (words.cancel, "/cancel"))


def calendar_description(facts: LetterFacts) -> str:
    """What stands in the calendar's entry."""
    words, price = letter_words(facts.locale), _price(facts)
    lines = [f"{sentences_in(facts.locale).ROWS['code']}: {facts.appointment.code}"]
    lines += [f"{words.price}: {price}"] if price else []
    before = _link_text(facts, words) if facts.appointment.stands else words.again
    return "\n".join((*lines, f"{before} {facts.link}"))


def appointment_rows(facts: LetterFacts) -> Iterator[LetterRow]:
    """What, when, where, with whom, at what price, under which code."""
    labels, words, appointment = (
        sentences_in(facts.locale).ROWS,
        letter_words(facts.locale),
        facts.appointment,
    )
    yield LetterRow(labels["service"], _service(facts))
    if before := _before(facts):
        yield LetterRow(labels["before"], before, is_past=True)
    yield LetterRow(
        labels["when"],
        time_range(facts, appointment.starts_at, appointment.ends_at, facts.time_zone),
        is_past=facts.kind == DISPLACED_LETTER,
    )
    theirs = facts.customer_zone
    if theirs and is_another_clock(appointment.starts_at, facts.time_zone, theirs):
        yield LetterRow(words.yours, time_range(facts, appointment.starts_at, appointment.ends_at, theirs))
    where = name_and_address(facts.catalogue, facts.catalogue.location(appointment.location_id))
    people = str(appointment.party_size) if appointment.party_size > 1 else ""
    for label, value in (
        (labels["where"], one_line(where)),
        (labels["with"], people_text(facts, appointment.resource_ids)),
        (labels["people"], people),
        (words.price, _price(facts)),
        (labels["code"], appointment.code),
    ):
        if value:
            yield LetterRow(label, value)


def _before(facts: LetterFacts) -> str:
    """Where it was before it was moved; a place or people only where they were others."""
    before, appointment = facts.change.get("before"), facts.appointment
    if facts.kind != MOVED_LETTER or not before:
        return ""
    location = facts.catalogue.location(before["location_id"])
    starts, ends = (datetime.fromisoformat(before[key]) for key in ("starts_at", "ends_at"))
    told = [time_range(facts, starts, ends, location.time_zone)]
    if location.id != appointment.location_id:
        told.append(one_line(name_and_address(facts.catalogue, location)))
    people = people_text(facts, before["resource_ids"])
    if people != people_text(facts, appointment.resource_ids):
        told.append(people)
    return "; ".join(filter(None, told))


def time_range(facts: LetterFacts, starts: datetime, ends: datetime, time_zone: str) -> str:
    """Such as ``Friday, November 27, 2026, 10:00 AM – 10:45 AM``, with ``(Berlin time)`` after it where the
    reader's clock may be another."""
    first, last = (moment.astimezone(zone(time_zone)).date() for moment in (starts, ends))
    begins, stops = (time_of_day(moment, time_zone, facts.locale) for moment in (starts, ends))
    until = stops if first == last else f"{format_date(last, 'full', facts.locale)}, {stops}"
    told = f"{format_date(first, 'full', facts.locale)}, {begins} – {until}"
    is_named = needs_clock(facts.catalogue, starts, facts.time_zone, facts.customer_zone)
    return with_city(told, time_zone, facts.locale) if is_named else told


def _time_text(facts: LetterFacts, start: datetime) -> str:
    return local_time_text(facts.catalogue, start, facts.time_zone, facts.locale)


def _service(facts: LetterFacts) -> str:
    return one_line(facts.catalogue.booked_name(facts.appointment))


def service_and_time(facts: LetterFacts) -> str:
    return f"{_service(facts)}, {_time_text(facts, facts.appointment.starts_at)}"


def people_text(facts: LetterFacts, resource_ids: list[str]) -> str:
    used = facts.catalogue.resources_among(resource_ids)
    return ", ".join(one_line(one.name) for one in used if one.kind == STAFF)


def _price(facts: LetterFacts) -> str:
    is_each = facts.catalogue.service(facts.appointment.service_id).is_group
    return price_text(facts.appointment.quote, facts.locale, is_each=is_each)


def change_rules(facts: LetterFacts) -> Iterator[str]:
    """Until when the customer may cancel and move, as it was agreed; nothing, where the business asks for
    that."""
    if facts.appointment.displaced_at is not None:
        return
    words = letter_words(facts.locale)
    cancel, move = last_moments(facts.appointment)
    if _is_too_late(facts):
        yield words.too_late
    elif cancel == move:
        yield _until(facts, cancel, words.until, words.until_start)
    else:
        if cancel > facts.now:
            yield _until(facts, cancel, words.cancel_until, words.cancel_until_start)
        if move > facts.now:
            yield _until(facts, move, words.move_until, words.move_until_start)


def _is_too_late(facts: LetterFacts) -> bool:
    """Whether its customer can only look at it."""
    is_asked = facts.appointment.displaced_at is not None
    return not is_asked and max(last_moments(facts.appointment)) <= facts.now


def _until(facts: LetterFacts, until: datetime, by_then: str, by_start: str) -> str:
    """A date that is the appointment's own start reads as if it were a rule."""
    return by_start if until == facts.appointment.starts_at else by_then.format(when=_time_text(facts, until))


def one_line(text: str) -> str:
    """Without line breaks and without what no header may have; joiners within words go with it."""
    return "".join(letter for letter in " ".join(text.split()) if letter.isprintable())
