"""How much may be booked without the front desk: what counts, as what, and for how long."""

from datetime import timedelta

import pytest

from booking_core.booking.booking_caps import Booker, BookingLimitReached
from booking_core.catalogue.organizations import Organization
from booking_core.catalogue.settings.booking_rules import BookingRules
from booking_core.core import BookingCore
from booking_core.customers.contacts import ContactDetails, mailbox_of
from booking_core.errors import InvalidField
from booking_core.maintenance.demo import DemoSalon
from booking_core.maintenance.purge import purge
from booking_core.time.clock import FrozenClock
from tests.booking_core.booking.caps.capped import EVE, books, count, rule
from tests.cast import Visitor, at


@pytest.mark.parametrize(
    ("written", "mailbox"),
    [
        ("ada@example.com", "ada@example.com"),
        ("ada+salon@example.com", "ada@example.com"),
        ("a.d.a@example.com", "a.d.a@example.com"),
        ("a.d.a+1@gmail.com", "ada@gmail.com"),
        ("ada@googlemail.com", "ada@gmail.com"),
        ("+ada@example.com", "+ada@example.com"),
    ],
)
def test_what_names_the_same_mailbox_counts_as_one(written: str, mailbox: str) -> None:
    assert mailbox_of(written) == mailbox


async def test_whoever_has_booked_enough_keeps_the_hold_and_books_once_another_is_cancelled(
    core: BookingCore, salon: DemoSalon, ada: Visitor
) -> None:
    await rule(core, salon, upcoming_per_contact=2)
    first = await books(ada, 1, 10)
    await books(ada, 2, 10)
    hold = await ada.holds("Haircut", at(3, 10))
    for _ in range(2):
        with pytest.raises(BookingLimitReached) as refused:
            await ada.at_desk(lambda desk: desk.confirm(hold.id, EVE, booker=Booker()))
        assert refused.value.limits == {"contact"}
    await ada.cancels(first)
    assert await ada.at_desk(lambda desk: desk.confirm(hold.id, EVE, booker=Booker()))


async def test_either_way_to_reach_somebody_counts(core: BookingCore, salon: DemoSalon, ada: Visitor) -> None:
    await rule(core, salon, upcoming_per_contact=1)
    await books(ada, 1, 10)
    same = (ContactDetails("Eva", "EVE+2@example.com"), ContactDetails("Evi", None, "030 5550188"))
    for day, contact in enumerate(same, 2):
        with pytest.raises(BookingLimitReached):
            await books(ada, day, 10, contact)
    assert await books(ada, 4, 10, ContactDetails("Eve", "eve@example.org"))


async def test_a_booking_that_is_over_counts_no_more(
    core: BookingCore, salon: DemoSalon, ada: Visitor, clock: FrozenClock
) -> None:
    await rule(core, salon, upcoming_per_contact=1, per_contact_a_day=1)
    await books(ada, 1, 10)
    clock.advance(timedelta(days=1, hours=3))
    assert await books(ada, 3, 10)


async def test_cancelling_again_and_again_is_limited_by_the_day(
    core: BookingCore, salon: DemoSalon, ada: Visitor, clock: FrozenClock
) -> None:
    await rule(core, salon, per_contact_a_day=3)
    for _ in range(3):
        await ada.cancels(await books(ada, 4, 10))
    with pytest.raises(BookingLimitReached):
        await books(ada, 4, 10)
    clock.advance(timedelta(days=1, seconds=1))
    assert await books(ada, 4, 12)


async def test_repeating_a_booking_is_no_second_one(
    core: BookingCore, salon: DemoSalon, ada: Visitor
) -> None:
    await rule(core, salon, upcoming_per_contact=1)
    booked = await books(ada, 1, 10)
    again = await ada.at_desk(lambda desk: desk.confirm(booked.hold_id, EVE, booker=Booker()))
    assert again.id == booked.id


async def test_the_front_desk_books_on_and_is_not_counted(
    core: BookingCore, salon: DemoSalon, ada: Visitor
) -> None:
    await rule(core, salon, upcoming_per_contact=1)
    ada.contact = EVE
    for day in (1, 2, 3):
        await ada.books("Haircut", at(day, 10))
    assert await books(ada, 4, 10)
    with pytest.raises(BookingLimitReached):
        await books(ada, 8, 10)
    assert await ada.books("Haircut", at(8, 10))


async def test_nothing_of_another_organization_counts(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon, ada: Visitor
) -> None:
    for one in (salon, other_salon):
        await rule(core, one, upcoming_per_contact=1, upcoming_per_address=1)
    await books(ada, 1, 10, address="one")
    assert await books(Visitor(core, other_salon, "Eve"), 1, 10, address="one")


async def test_what_bookings_counted_as_goes_with_the_customer_and_with_time(
    core: BookingCore, salon: DemoSalon, ada: Visitor, clock: FrozenClock
) -> None:
    kept, gone = await books(ada, 4, 10), await books(ada, 1, 10, ContactDetails("Ben", "ben@example.com"))
    await ada.cancels(gone)
    await ada.at_desk(lambda desk: desk.erase_customer(gone.customer_id))
    assert await count(core, salon) == {kept.id}
    clock.advance(timedelta(days=2))
    await purge(core)
    assert await count(core, salon) == {kept.id}
    clock.advance(timedelta(days=4))
    await purge(core)
    assert await count(core, salon) == set()


async def test_rules_that_cannot_be_read_are_the_usual_ones(core: BookingCore, salon: DemoSalon) -> None:
    async with core.sessions() as session, session.begin():
        organization = await session.get_one(Organization, salon.organization_id)
        organization.booking_rules = {
            "busy_day": 0,
            "upcoming_per_contact": "many",
            "upcoming_per_address": 7,
            "x": 1,
        }
        assert BookingRules.of(organization) == BookingRules(upcoming_per_address=7)


async def test_a_rule_out_of_bounds_is_refused(core: BookingCore, salon: DemoSalon) -> None:
    for wrong in ({"upcoming_per_contact": 0}, {"busy_day": 10_001}, {"verify_contact": 1}):
        with pytest.raises(InvalidField):
            await rule(core, salon, **wrong)
