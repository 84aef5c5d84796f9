"""Caps of crowds: busy days, networks of many addresses, and what a proof of the mailbox is good for."""

import pytest

from booking_core.booking.booking_caps import BookingLimitReached
from booking_core.core import BookingCore
from booking_core.customers.contacts import ContactDetails
from booking_core.maintenance.demo import DemoSalon
from tests.booking_core.booking.caps.capped import books, rule
from tests.cast import Visitor


async def test_on_a_day_with_very_many_bookings_a_quarter_of_the_caps_is_left_and_somebody_new_still_books(
    core: BookingCore, salon: DemoSalon, ada: Visitor
) -> None:
    await rule(core, salon, busy_day=3, upcoming_per_contact=8, upcoming_per_address=4)
    for day in (1, 2, 3):
        await books(ada, day, 10, address="crowded")
    with pytest.raises(BookingLimitReached) as refused:
        await books(ada, 4, 10, address="crowded")
    assert refused.value.limits == {"contact", "address"}
    somebody = ContactDetails("Ben", "ben@example.com")
    assert await books(ada, 4, 12, somebody, address="elsewhere")


async def test_the_many_addresses_of_one_network_count_as_eight(
    core: BookingCore, salon: DemoSalon, ada: Visitor
) -> None:
    await rule(core, salon, upcoming_per_address=1)
    for number in range(9):
        contact = ContactDetails("Eve", f"{number}@example.com")
        booking = books(
            ada, 1 + number % 4, 10 + 2 * (number // 4), contact, address=f"{number}", network="one"
        )
        if number < 8:
            await booking
            continue
        with pytest.raises(BookingLimitReached) as refused:
            await booking
        assert refused.value.limits == {"network"}


async def test_whoever_proves_a_mailbox_books_whatever_others_did_in_its_name(
    core: BookingCore, salon: DemoSalon, ada: Visitor
) -> None:
    await rule(core, salon, upcoming_per_contact=1)
    await books(ada, 1, 10)
    assert await books(ada, 2, 10, contact_is_proven=True)
    with pytest.raises(BookingLimitReached):
        await books(ada, 3, 10, contact_is_proven=True)


async def test_all_who_come_from_nowhere_are_together_limited_by_the_busy_day_until_they_prove_themselves(
    core: BookingCore, salon: DemoSalon, ada: Visitor
) -> None:
    await rule(core, salon, busy_day=2)
    for day in (1, 2):
        await books(ada, day, 10, ContactDetails("Somebody", f"{day}@example.com"))
    another = ContactDetails("Another", "3@example.com")
    with pytest.raises(BookingLimitReached) as refused:
        await books(ada, 3, 10, another)
    assert refused.value.limits == {"unknown_address"}
    assert await books(ada, 3, 12, another, contact_is_proven=True)
