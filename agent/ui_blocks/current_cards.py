"""What a card shows by now: its appointment as it stands, or that it is over."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from agent.languages import sentences_in
from agent.languages.texts.manage_page.manage_words import manage_words
from agent.ui_blocks import booking_blocks
from booking_core.appointments.appointment import CANCELLED, CONFIRMED, PENDING, Appointment
from booking_core.appointments.by_link.calendar_links import CalendarLinks
from booking_core.appointments.by_link.outcome import Outcome
from booking_core.catalogue.catalogue import Catalogue

Card = dict[str, Any]
MOVED, REPLACED, DECLINED, DISPLACED = "rescheduled", "replaced", "declined", "displaced"
# A card with one of these statuses never changes again.
FINAL = frozenset({CANCELLED, REPLACED, DECLINED})


def current_cards(
    catalogue: Catalogue,
    appointment: Appointment,
    shown: Sequence[Card],
    locale: str,
    outcome: Outcome,
    links: CalendarLinks,
) -> Iterator[Card]:
    """What each of these cards of one appointment, oldest first, must show now. The newest shows the
    appointment itself, and what the business has said of its end or its time, as ``outcome`` has it."""
    for number, card in enumerate(shown, start=1):
        is_newest = number == len(shown)
        if card["status"] in FINAL and not (is_newest and card["status"] == REPLACED):
            yield card
        elif appointment.status == CANCELLED:
            status = DECLINED if outcome.by_business and outcome.was_request else CANCELLED
            told = {"again": card.get("again"), "note": _note(outcome, status, locale)} if is_newest else {}
            yield final_card(card, status) | told
        elif not is_newest and datetime.fromisoformat(card["start"]) != appointment.starts_at:
            yield final_card(card, REPLACED)
        else:
            now = _current_card(catalogue, appointment, card, locale, links)
            yield now | {"note": _note(outcome, now["status"], locale)}


def _current_card(
    catalogue: Catalogue, appointment: Appointment, card: Card, locale: str, links: CalendarLinks
) -> Card:
    """A card of the appointment as it is stored, with the id of the card it replaces."""
    is_moved = card["status"] == MOVED or datetime.fromisoformat(card["start"]) != appointment.starts_at
    status = card_status(appointment, is_moved=is_moved)
    title = card_title(locale, appointment)
    built = booking_blocks.booking_card(catalogue, appointment, title, status, locale, links)
    kept = {name: card[name] for name in ("id", "state", "customer", "actions") if name in card}
    return built | kept


def _note(outcome: Outcome, status: str, locale: str) -> str | None:
    """What the business decided and said of it; None where it decided nothing."""
    if not (outcome.by_business or status == DISPLACED):
        return None
    leads = manage_words(locale).leads
    lead = leads["cancelled_by_business" if status == CANCELLED else status]
    return "\n".join(filter(None, (lead, outcome.message)))


def card_status(appointment: Appointment, *, is_moved: bool = False) -> str:
    """How the card of an appointment says that it stands."""
    if appointment.is_displaced:
        return DISPLACED
    return MOVED if is_moved and appointment.status == CONFIRMED else appointment.status


def card_title(locale: str, appointment: Appointment) -> str:
    """The title of a card: of an appointment, or of a request that is not approved yet."""
    says = sentences_in(locale)
    title: str = says.DEED_DONE["ask"][0] if appointment.status == PENDING else says.YOUR_BOOKING
    return title


def final_card(card: Mapping[str, Any], status: str) -> Card:
    """A card of what is over, or stands on a newer one: there is nothing to do with it, and nothing said."""
    return {**card, "status": status, "calendar": None, "actions": [], "again": None, "note": None}
