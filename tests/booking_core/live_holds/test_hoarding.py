"""Nobody keeps everything: who keeps one time already leaves half of each day to people who keep nothing
yet."""

import asyncio
from collections.abc import Iterator
from contextlib import nullcontext
from datetime import datetime, timedelta

import pytest

from booking_core.core import BookingCore
from booking_core.customers.contacts import ContactDetails
from booking_core.errors import Refusal, TooMany
from booking_core.live_holds.quotas import (
    Quota,
    address_quota,
    client_quota,
    contact_quotas,
    conversation_quota,
)
from booking_core.maintenance.demo import DemoSalon
from booking_core.time.clock import FrozenClock
from tests.cast import Visitor, at

# Who may keep so many that only the day limits them.
SOMEBODY = Quota("address:192.0.2.8", 100)


def half_hours(day: int) -> Iterator[datetime]:
    for minute in range(0, 9 * 60, 30):
        yield at(day, 10) + timedelta(minutes=minute)


async def hoards(visitor: Visitor, day: int, **wish: object) -> tuple[int, set[str]]:
    """Tries to keep every half hour of a day: how many were won, and why not the others."""
    won, refusals = 0, set()
    for start in half_hours(day):
        try:
            await visitor.holds("Blow-dry", start, **wish)
            won += 1
        except Refusal as refused:
            refusals.add(refused.code)
    return won, refusals


async def test_one_asker_keeps_half_of_a_day_and_others_the_rest(
    ada: Visitor, ben: Visitor, salon: DemoSalon
) -> None:
    dana = salon.resources["Dana"]
    won, refusals = await hoards(ada, 1, staff_id=dana, quotas=(SOMEBODY,))
    # Dana is there for nine hours: eighteen half hours.
    assert (won, refusals) == (9, {"hold_limit_reached"})
    assert await ben.holds("Blow-dry", at(1, 18), staff_id=dana, quotas=(address_quota("192.0.2.9"),))


async def test_a_program_of_the_business_keeps_times_for_many_customers(
    ada: Visitor, salon: DemoSalon
) -> None:
    """Its own limit says what it may keep: nobody waits for another customer of the website."""
    dana = salon.resources["Dana"]
    won, refusals = await hoards(ada, 1, staff_id=dana, quotas=(client_quota("website", 12),))
    assert (won, refusals) == (12, {"hold_limit_reached"})


async def test_what_is_booked_makes_the_half_smaller(ada: Visitor, ben: Visitor, salon: DemoSalon) -> None:
    dana = salon.resources["Dana"]
    for hour in (13, 14, 15, 16, 17, 18):
        await ben.books("Blow-dry", at(1, hour), staff_id=dana)
        await ben.books("Blow-dry", at(1, hour, 30), staff_id=dana)
    won, _ = await hoards(ada, 1, staff_id=dana, quotas=(SOMEBODY,))
    assert won == 3


async def test_whoever_keeps_nothing_yet_may_have_the_last_time_of_the_day(
    ada: Visitor, ben: Visitor, salon: DemoSalon
) -> None:
    dana = salon.resources["Dana"]
    for start in half_hours(1):
        await ben.books("Blow-dry", start, staff_id=dana) if start != at(1, 10) else None
    assert await ada.holds("Blow-dry", at(1, 10), staff_id=dana, quotas=(address_quota("192.0.2.9"),))


async def test_choosing_another_time_of_a_crowded_day_is_no_hoarding(
    ada: Visitor, ben: Visitor, salon: DemoSalon
) -> None:
    dana = salon.resources["Dana"]
    await hoards(ben, 1, staff_id=dana, quotas=(SOMEBODY,))
    mine = (conversation_quota(ada.actor.id), address_quota("192.0.2.7"))
    first = await ada.holds("Blow-dry", at(1, 17), staff_id=dana, quotas=mine)
    assert await ada.holds("Blow-dry", at(1, 18), staff_id=dana, quotas=mine, replaces_hold_id=first.id)


async def test_one_contact_keeps_two_times_through_any_number_of_conversations(
    core: BookingCore, salon: DemoSalon
) -> None:
    ada = ContactDetails(name="Ada", email="ada@example.com", phone="+49305550188")
    quotas = contact_quotas(ada, "192.0.2.7")
    assert not any("ada" in quota.name or "5550188" in quota.name for quota in quotas)
    kept = 0
    for number, hour in enumerate((10, 12, 14)):
        visitor = Visitor(core, salon, f"Ada{number}")
        with pytest.raises(TooMany) if hour == 14 else nullcontext():
            await visitor.holds("Haircut", at(1, hour), quotas=quotas)
            kept += 1
    assert kept == 2


async def test_a_dozen_addresses_leave_somebody_new_a_time(
    core: BookingCore, salon: DemoSalon, ada: Visitor
) -> None:
    """Two people work that day; twelve addresses grab what they can, five times each, all at once."""

    async def grabs(number: int) -> None:
        visitor = Visitor(core, salon, f"Bot{number}")
        for start in [*half_hours(1)][number % 18 :][:5]:
            try:
                await visitor.holds("Blow-dry", start, quotas=(address_quota(f"198.51.100.{number}"),))
            except Refusal:
                continue

    await asyncio.gather(*(grabs(number) for number in range(12)))
    free = (await ada.looks("Blow-dry", at(1, 10), at(1, 19))).slots
    assert free
    assert await ada.holds("Blow-dry", free[0].start, quotas=(address_quota("192.0.2.7"),))


async def test_the_limit_passes_with_time(ada: Visitor, salon: DemoSalon, clock: FrozenClock) -> None:
    many = (SOMEBODY,)
    await hoards(ada, 1, staff_id=salon.resources["Dana"], quotas=many)
    with pytest.raises(TooMany) as refused:
        await ada.holds("Blow-dry", at(1, 18, 30), staff_id=salon.resources["Dana"], quotas=many)
    assert refused.value.retry_after_s
    clock.advance(timedelta(seconds=refused.value.retry_after_s))
    assert await ada.holds("Blow-dry", at(1, 18, 30), staff_id=salon.resources["Dana"], quotas=many)


async def test_without_a_quota_nobody_is_counted(ada: Visitor, salon: DemoSalon) -> None:
    """The console's own holds: the front desk may fill its day."""
    won, refusals = await hoards(ada, 1, staff_id=salon.resources["Dana"])
    assert (won, refusals) == (18, set())


async def test_a_quota_of_one_organization_counts_nothing_of_another(
    ada: Visitor, core: BookingCore, other_salon: DemoSalon
) -> None:
    one = (Quota("address:192.0.2.7", 1),)
    await ada.holds("Haircut", at(1, 10), quotas=one)
    assert await Visitor(core, other_salon, "Ada").holds("Haircut", at(1, 10), quotas=one)
