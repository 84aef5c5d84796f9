"""What the front desk of the demo books for a day: the same for everybody, about 60 % of it, and possible."""

from datetime import date, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from booking_core.maintenance.demo import STAFF_MEMBERS
from web.demo.day_plan import AT_LATEST, BOOKED_AHEAD_DAYS, CLASS, PlannedBooking, bookings_of
from web.demo.people import REGULARS, Person

BERLIN = ZoneInfo("Europe/Berlin")
# Six weeks, with a change of the clocks among them.
DAYS = [date(2026, 10, 5) + timedelta(days=number) for number in range(42)]


def plan(seed: str = "lavender") -> list[PlannedBooking]:
    bookings_of.cache_clear()
    return [one for day in DAYS for one in bookings_of(day, BERLIN, seed)]


def test_the_same_days_have_the_same_plan() -> None:
    assert plan() == plan()
    assert plan() != plan("another")


def test_a_key_is_given_once() -> None:
    keys = [one.key for one in plan()]
    assert len(keys) == len(set(keys)) > 400


def test_about_60_percent_of_the_open_hours_are_taken() -> None:
    taken = {(one.staff, one.start): one.duration_min for one in plan() if one.called_off_at is None}
    opened = sum(
        shift.closes - shift.opens
        for day in DAYS
        for _, _, shifts in STAFF_MEMBERS
        for shift in shifts
        if day.weekday() in shift.days
    )
    assert 0.5 < sum(taken.values()) / opened < 0.65


def test_nobody_serves_two_at_once_unless_it_is_a_class() -> None:
    for name, _, _ in STAFF_MEMBERS:
        own = [one for one in plan() if one.staff == name]
        for before, after in pairwise(own):
            is_class = before.service == after.service == CLASS and before.start == after.start
            assert is_class or before.start + timedelta(minutes=before.duration_min) <= after.start


def test_what_is_booked_is_booked_before_it_and_called_off_between() -> None:
    for one in plan():
        assert timedelta() < AT_LATEST <= one.start - one.made_at
        assert one.start - one.made_at < timedelta(days=BOOKED_AHEAD_DAYS + 1)
        assert one.called_off_at is None or one.made_at <= one.called_off_at < one.start


@pytest.mark.parametrize("person", REGULARS, ids=lambda one: one.email)
def test_a_customer_has_a_contact_that_is_nobodys(person: Person) -> None:
    contact = person.contact.normalise("DE")
    assert contact.email == person.email
    assert person.email.endswith("@example.com")
    assert contact.phone is None or contact.phone.startswith(("+493023125", "+447700900", "+3363998"))


def test_every_mailbox_is_one_persons() -> None:
    mailboxes = [one.email for one in REGULARS]
    assert len(mailboxes) == len(set(mailboxes))
