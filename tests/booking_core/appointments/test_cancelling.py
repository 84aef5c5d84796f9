"""An appointment is cancelled: once, in time, and its time is free again."""

import asyncio
from datetime import timedelta

import pytest

from booking_core.appointments.appointment import Appointment
from booking_core.appointments.cancel import Cancelled
from booking_core.core import BookingCore
from booking_core.errors import Conflict, NotFound
from booking_core.maintenance.demo import DemoSalon
from booking_core.time.clock import FrozenClock
from tests.cast import Visitor, at


async def cancels(visitor: Visitor, appointment: Appointment, **wish: object) -> Cancelled:
    return await visitor.at_desk(lambda desk: desk.cancel(appointment.id, **wish))  # type: ignore[arg-type]


async def test_the_time_is_free_again_and_the_reason_is_kept(
    ada: Visitor, ben: Visitor, salon: DemoSalon
) -> None:
    dana = salon.resources["Dana"]
    booked = await ada.books("Haircut", at(1, 10), staff_id=dana)
    cancelled = await cancels(ada, booked, reason="ill", expected_version=1)
    assert not cancelled.already
    assert (cancelled.appointment.status, cancelled.appointment.cancel_reason) == ("cancelled", "ill")
    await ben.books("Haircut", at(1, 10), staff_id=dana)


async def test_cancelling_again_is_a_success_whatever_version_was_expected(ada: Visitor) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    await cancels(ada, booked)
    again = await cancels(ada, booked, expected_version=1)
    assert (again.already, again.appointment.version) == (True, 2)


async def test_cancelling_eight_times_at_once_happens_once(ada: Visitor) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    outcomes = await asyncio.gather(*(cancels(ada, booked) for _ in range(8)))
    assert [outcome.already for outcome in outcomes].count(False) == 1
    assert {outcome.appointment.version for outcome in outcomes} == {2}


async def test_past_the_agreed_cutoff_a_customer_is_told_until_when(
    ada: Visitor, core: BookingCore, salon: DemoSalon, clock: FrozenClock
) -> None:
    booked = await ada.books("Haircut", at(0, 12))
    clock.advance(timedelta(hours=2, minutes=1))
    with pytest.raises(Conflict) as refused:
        await cancels(ada, booked)
    assert refused.value.code == "outside_cancellation_window"
    assert refused.value.details == {"allowed_until": at(0, 10)}
    await cancels(Visitor(core, salon, "Olga", door="console"), booked)


async def test_exactly_at_the_cutoff_is_in_time(ada: Visitor, clock: FrozenClock) -> None:
    booked = await ada.books("Haircut", at(0, 12))
    clock.advance(timedelta(hours=2))
    await cancels(ada, booked)


async def test_what_has_begun_cannot_be_cancelled_by_anybody(
    ada: Visitor, core: BookingCore, salon: DemoSalon, clock: FrozenClock
) -> None:
    booked = await ada.books("Haircut", at(0, 12))
    clock.advance(timedelta(hours=4))
    for who in (ada, Visitor(core, salon, "Olga", door="console")):
        with pytest.raises(Conflict) as refused:
            await cancels(who, booked)
        assert refused.value.code == "already_started"


async def test_another_version_is_refused(ada: Visitor) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    with pytest.raises(Conflict) as refused:
        await cancels(ada, booked, expected_version=7)
    assert refused.value.code == "version_conflict"


async def test_another_salon_does_not_know_it(
    ada: Visitor, core: BookingCore, other_salon: DemoSalon
) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    with pytest.raises(NotFound):
        await cancels(Visitor(core, other_salon, "Ada"), booked)


async def test_the_terms_agreed_at_the_hold_bind_even_if_the_owner_changes_them(
    ada: Visitor, core: BookingCore, salon: DemoSalon, clock: FrozenClock
) -> None:
    hold = await ada.holds("Haircut", at(0, 12))
    async with core.sessions() as session, session.begin():
        service = (await core.catalogue(session, salon.organization_id)).service(salon.services["Haircut"])
        service = await session.merge(service)
        service.cancellation_cutoff_min = 600
    booked = await ada.confirms(hold)
    await cancels(ada, booked)
