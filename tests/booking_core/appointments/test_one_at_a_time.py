"""A business may say that nobody comes to two things at once; then nobody does."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import update

from booking_core.appointments.appointment import Appointment
from booking_core.catalogue.organizations import Organization
from booking_core.core import BookingCore
from booking_core.errors import Conflict
from booking_core.maintenance.demo import DemoSalon
from tests.cast import Visitor, at


@pytest.fixture
async def strict(core: BookingCore, salon: DemoSalon) -> DemoSalon:
    rule = update(Organization).where(Organization.id == salon.organization_id)
    async with core.sessions() as session, session.begin():
        await session.execute(rule.values(one_appointment_at_a_time=True))
    return salon


async def test_usually_anybody_may(ada: Visitor) -> None:
    await ada.books("Haircut", at(1, 10))
    await ada.books("Haircut", at(1, 10, 15))


async def test_whoever_is_booked_already_is_refused_and_keeps_the_hold(
    strict: DemoSalon, ada: Visitor
) -> None:
    await ada.books("Haircut", at(1, 10))
    hold = await ada.holds("Haircut", at(1, 10, 30))
    with pytest.raises(Conflict) as refused:
        await ada.confirms(hold)
    assert refused.value.code == "customer_overlap"
    kept = await ada.at_desk(lambda desk: desk.hold_outcome(hold.id))
    assert kept.status == "held"


async def test_one_after_the_other_is_no_overlap(strict: DemoSalon, ada: Visitor) -> None:
    await ada.books("Haircut", at(1, 10))
    await ada.books("Haircut", at(1, 10, 45))


async def test_what_was_cancelled_is_in_nobodys_way(strict: DemoSalon, ada: Visitor) -> None:
    await ada.cancels(await ada.books("Haircut", at(1, 10)))
    await ada.books("Haircut", at(1, 10))


async def test_another_name_at_the_same_address_is_another_customer(
    strict: DemoSalon, ada: Visitor, core: BookingCore
) -> None:
    child = Visitor(core, strict, "Lucy")
    child.contact = type(ada.contact)(name="Lucy", email=ada.contact.email)
    await ada.books("Haircut", at(1, 10))
    await child.books("Haircut", at(1, 10, 15))


async def test_a_hold_for_a_move_is_refused_at_once(strict: DemoSalon, ada: Visitor) -> None:
    await ada.books("Haircut", at(1, 10))
    second = await ada.books("Haircut", at(1, 14))
    with pytest.raises(Conflict) as refused:
        await ada.holds("Haircut", at(1, 10, 15), reschedule_of=second.id)
    assert refused.value.code == "customer_overlap"
    moved = await ada.moves(second, at(1, 14, 15))
    assert moved.starts_at == second.starts_at + timedelta(minutes=15)


async def test_two_bookings_at_the_same_moment_see_each_other(strict: DemoSalon, core: BookingCore) -> None:
    twins = [Visitor(core, strict, "Ada") for _ in range(4)]
    staff = (strict.resources["Dana"], strict.resources["Miriam"])
    held = [
        await one.holds("Haircut", at(1, 10 + number // 2), staff_id=staff[number % 2])
        for number, one in enumerate(twins)
    ]
    booked = await asyncio.gather(
        *(one.confirms(hold) for one, hold in zip(twins, held, strict=True)), return_exceptions=True
    )
    starts = [one.starts_at for one in booked if isinstance(one, Appointment)]
    assert sorted(starts) == [at(1, 10), at(1, 11)]
