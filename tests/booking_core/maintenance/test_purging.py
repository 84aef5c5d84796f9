"""What is kept only for a while goes when its time is over, and nothing else does."""

from datetime import timedelta

from sqlalchemy import select

from booking_core.core import BookingCore
from booking_core.holds.hold import Hold
from booking_core.maintenance.purge import purge
from booking_core.time.clock import FrozenClock
from tests.cast import Visitor, at


async def test_holds_nobody_asks_about_any_more_are_removed_and_their_appointments_stay(
    ada: Visitor, core: BookingCore, clock: FrozenClock
) -> None:
    let_go = await ada.holds("Haircut", at(1, 10))
    booked = await ada.books("Haircut", at(1, 12))
    clock.advance(timedelta(days=29))
    await purge(core)
    assert await read_known(core, let_go.id, booked.hold_id) == {let_go.id, booked.hold_id}
    clock.advance(timedelta(days=2))
    await purge(core)
    assert await read_known(core, let_go.id, booked.hold_id) == set()
    found = await ada.at_desk(lambda desk: desk.find(booked.id))
    assert found.status == "confirmed"


async def read_known(core: BookingCore, *hold_ids: str) -> set[str]:
    async with core.sessions() as session, session.begin():
        return set(await session.scalars(select(Hold.id).where(Hold.id.in_(hold_ids))))
