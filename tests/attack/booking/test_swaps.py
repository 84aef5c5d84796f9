"""Many move at once, into each other's times and into the same ones: nobody waits for somebody who waits for
them."""

import random
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial
from time import monotonic

import pytest

from booking_core.appointments.appointment import Appointment
from booking_core.booking.move import Moved
from booking_core.core import BookingCore
from booking_core.holds.hold import Hold
from booking_core.maintenance.demo import DemoSalon
from tests.attack.booking.rivals import Rival, codes, forged, larger
from tests.attack.figures import Figures
from tests.attack.options import Sized
from tests.attack.outages.told import Told, as_told
from tests.booking_core.booking.storms import no_deadlock, storm
from tests.cast import Visitor, at
from tests.guests import guests

HOUR, PAIRS = timedelta(hours=1), 4


@pytest.mark.parametrize("alone", [False, True])
async def test_swapping_people_and_rooms_never_deadlocks(
    core: BookingCore,
    without_redis: BookingCore,
    salon: DemoSalon,
    size: Sized,
    figures: Figures,
    alone: bool,
) -> None:
    """Sixteen writers at once, round after round: half of them all to one pair that is free, half into each
    other's times.

    Each names its person and its room in any order.
    """
    writers, rounds = 16, size(200, 8)
    salon = await larger(core, salon, PAIRS)
    visitors = guests(without_redis if alone else core, salon, writers)
    booked = await book_in_pairs(core, visitors)
    moved, refused = 0, []
    with no_deadlock(core.engine):
        for number in figures.each(range(rounds)):
            rivals = [
                Rival(visitor, "Massage", *want(number, index), moving=appointment.id)
                for index, (visitor, appointment) in enumerate(zip(visitors, booked, strict=True))
            ]
            holds = zip(rivals, await forged(core, rivals), strict=True)
            done, no = await storm([partial(moves, rival, hold, figures) for rival, hold in holds])
            moved += len(done)
            refused += no
    async with core.sessions() as session, session.begin():
        after = [await session.get_one(Appointment, one.id, populate_existing=True) for one in booked]
    figures.note(moves=writers * rounds, moved=moved, refused=codes(refused), deadlocks=0)
    assert codes(refused).keys() <= {"slot_taken", "slot_held"}
    assert sum(one.version - 1 for one in after) == moved >= rounds
    assert {one.status for one in after} == {"confirmed"}


async def book_in_pairs(core: BookingCore, visitors: Sequence[Visitor]) -> list[Appointment]:
    """An appointment of each, with a person and the room of the same number."""
    rivals = [
        Rival(
            visitor,
            "Massage",
            at(1, number // PAIRS * 2),
            [f"Person {number % PAIRS}", f"Room {number % PAIRS}"],
        )
        for number, visitor in enumerate(visitors)
    ]
    holds = zip(rivals, await forged(core, rivals), strict=True)
    return [await rival.visitor.confirms(hold) for rival, hold in holds]


async def moves(rival: Rival, hold: Hold, figures: Figures) -> Moved:
    began = monotonic()
    try:
        return await as_told(
            lambda: rival.visitor.at_desk(lambda desk: desk.reschedule(rival.moving or "", hold.id)), Told()
        )
    finally:
        figures.took(monotonic() - began)


def want(number: int, index: int) -> tuple[datetime, list[str]]:
    """When, and a person and a room. Of two writers one goes where nobody has been before."""
    if index % 2:
        fresh = number % PAIRS
        return at(3, 0) + number * HOUR, random.sample([f"Person {fresh}", f"Room {fresh}"], 2)
    names = [f"Person {random.randrange(PAIRS)}", f"Room {random.randrange(PAIRS)}"]
    return at(1, 0) + random.randrange(16) * HOUR / 2, random.sample(names, 2)
