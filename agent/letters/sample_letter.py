"""A letter of an invented appointment, for whoever arranges the words of letters: the first service of the
business, a week from now, for nobody."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from msgspec import Struct

from agent.letters.content.letter_content import LetterContent, letter_content
from agent.letters.content.letter_facts import LetterFacts
from agent.letters.content.other_times import OtherTime
from agent.letters.content.own_words import in_own_words
from booking_core.appointments.appointment import CANCELLED, CONFIRMED, NO_SHOW, PENDING, Appointment
from booking_core.appointments.record import (
    APPROVED_LETTER,
    BY_BUSINESS,
    BY_CUSTOMER,
    CANCELLED_LETTER,
    CONFIRMED_LETTER,
    DECLINED_LETTER,
    DISPLACED_LETTER,
    MOVED_LETTER,
    NO_SHOW_LETTER,
    REQUESTED_LETTER,
)
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.resources import STAFF
from booking_core.notices.reminders import REMINDER_LETTER

# No booking has it: codes have no such letters in a row.
CODE = "ABC234"


class Sample(Struct, frozen=True):
    kind: str
    by: str = BY_CUSTOMER
    is_request: bool = False
    status: str = CONFIRMED


SAMPLES: Mapping[str, Sample] = {
    "confirmed": Sample(CONFIRMED_LETTER),
    "requested": Sample(REQUESTED_LETTER, status=PENDING),
    "approved": Sample(APPROVED_LETTER, BY_BUSINESS),
    "declined": Sample(DECLINED_LETTER, BY_BUSINESS, status=CANCELLED),
    "moved": Sample(MOVED_LETTER),
    "moved_by_business": Sample(MOVED_LETTER, BY_BUSINESS),
    "moved_request": Sample(MOVED_LETTER, is_request=True, status=PENDING),
    "cancelled": Sample(CANCELLED_LETTER, status=CANCELLED),
    "cancelled_by_business": Sample(CANCELLED_LETTER, BY_BUSINESS, status=CANCELLED),
    "withdrawn": Sample(CANCELLED_LETTER, is_request=True, status=CANCELLED),
    "reminder": Sample(REMINDER_LETTER),
    "displaced": Sample(DISPLACED_LETTER, BY_BUSINESS),
    "no_show": Sample(NO_SHOW_LETTER, BY_BUSINESS, status=NO_SHOW),
}


def sample_letter(
    catalogue: Catalogue, outcome: str, words: Mapping[str, str], *, locale: str, link: str, now: datetime
) -> LetterContent | None:
    """The letter of this ``outcome`` in these ``words``; None where the business offers nothing yet."""
    spoken = catalogue.in_language(locale)
    service = next(iter(spoken.services.values()), None)
    location = next(iter(spoken.locations.values()), None)
    if service is None or location is None:
        return None
    sample, people = SAMPLES[outcome], spoken.resources_of[service.id]
    starts = (now + timedelta(days=7)).replace(hour=10, minute=0, second=0, microsecond=0)
    appointment = Appointment(
        id="apt_sample",
        organization_id=catalogue.organization.id,
        code=CODE,
        status=sample.status,
        version=1,
        service_id=service.id,
        location_id=location.id,
        resource_ids=[one.id for one in people if one.kind == STAFF][:1],
        starts_at=starts,
        ends_at=starts + timedelta(minutes=service.duration_min),
        party_size=1,
        price=None,
        currency=catalogue.organization.currency,
        displaced_at=now if sample.kind == DISPLACED_LETTER else None,
        policy=service.policy(),
    )
    change = {"by": sample.by, "is_request": sample.is_request, "before": _before(appointment)}
    days = (1, 2, 3) if sample.kind == DISPLACED_LETTER else ()
    others = tuple(OtherTime(starts + timedelta(days=each)) for each in days)
    facts = LetterFacts(
        sample.kind, change, spoken, appointment, locale, None, link, now, stop_link=link, other_times=others
    )
    return in_own_words(letter_content(facts), facts, words)


def _before(appointment: Appointment) -> dict[str, Any]:
    """Where it was before it was moved."""
    day = timedelta(days=1)
    return {
        "location_id": appointment.location_id,
        "resource_ids": appointment.resource_ids,
        "starts_at": (appointment.starts_at - day).isoformat(),
        "ends_at": (appointment.ends_at - day).isoformat(),
    }
