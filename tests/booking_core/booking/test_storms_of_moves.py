"""Storms of moves: into the time of each other, and beside cancelling and booking."""

import random

from sqlalchemy import func, select

from booking_core.appointments.appointment import Appointment
from booking_core.core import BookingCore
from booking_core.errors import Conflict
from booking_core.maintenance.demo import DemoSalon
from booking_core.time.timeline import MINUTE
from tests.booking_core.booking.storms import forge, no_deadlock, storm
from tests.cast import at
from tests.guests import guests


async def test_moving_into_each_others_time_never_deadlocks_and_loses_nobody(
    core: BookingCore, salon: DemoSalon
) -> None:
    """Six appointments, each asked eight times to move: to a neighbour's time, to a neighbour's chair, to a
    free hour."""
    visitors = guests(core, salon, 6)
    people = ["Dana", "Miriam", "Jonas"]
    booked, deeds = [], []
    for number, visitor in enumerate(visitors):
        hold = await forge(visitor, "Haircut", at(1, 10 + number // 3), [people[number % 3]])
        booked.append(await visitor.confirms(hold))
    for visitor, appointment in zip(visitors, booked, strict=True):
        for _ in range(8):
            hold = await forge(
                visitor,
                "Haircut",
                at(1, random.choice((10, 11, 12, 13))) + random.choice((0, 30)) * MINUTE,
                [random.choice(people)],
                moving=appointment,
            )
            deeds.append(
                lambda visitor=visitor, appointment=appointment, hold=hold: visitor.at_desk(
                    lambda desk: desk.reschedule(appointment.id, hold.id)
                )
            )
    with no_deadlock(core.engine):
        moved, refused = await storm(deeds)
    async with core.sessions() as session, session.begin():
        after = [await session.get_one(Appointment, one.id) for one in booked]
    assert {one.status for one in after} == {"confirmed"}
    assert sum(one.version - 1 for one in after) == len(moved)
    assert {refusal.code for refusal in refused} <= {"slot_taken", "slot_held"}


async def test_cancelling_moving_and_booking_the_same_time_at_once(
    core: BookingCore, salon: DemoSalon
) -> None:
    deeds = []
    for day in range(1, 6):
        owner, rival, other = guests(core, salon, 3)
        appointment = await owner.confirms(
            await forge(owner, "Massage", at(day, 10), ["Jonas", "Treatment room"])
        )
        to = await forge(owner, "Massage", at(day, 10, 30), ["Treatment room", "Jonas"], moving=appointment)
        into_old = await forge(rival, "Massage", at(day, 9, 30), ["Treatment room", "Jonas"])
        into_new = await forge(other, "Massage", at(day, 11), ["Jonas", "Treatment room"])
        deeds += [
            lambda owner=owner, appointment=appointment: owner.cancels(appointment),
            lambda owner=owner, appointment=appointment: owner.cancels(appointment),
            lambda owner=owner, appointment=appointment, to=to: owner.at_desk(
                lambda desk: desk.reschedule(appointment.id, to.id)
            ),
            lambda rival=rival, hold=into_old: rival.confirms(hold),
            lambda other=other, hold=into_new: other.confirms(hold),
        ]
    with no_deadlock(core.engine):
        _, refused = await storm(deeds)
    assert all(isinstance(refusal, Conflict) for refusal in refused)
    async with core.sessions() as session, session.begin():
        cancelled = select(func.count()).where(
            Appointment.organization_id == salon.organization_id, Appointment.status == "cancelled"
        )
        assert await session.scalar(cancelled) == 5
