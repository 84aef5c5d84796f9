"""Whoever wins a hold gets the time: nobody else is promised it, in whatever moment they come (while Redis
lives)."""

import asyncio
import random
from datetime import timedelta

from sqlalchemy import event
from sqlalchemy.ext.asyncio import async_sessionmaker
from sqlalchemy.orm import Session
from sqlalchemy.util import await_only

from booking_core.core import BookingCore
from booking_core.desk import Desk
from booking_core.errors import Refusal, SlotHeld, SlotTaken
from booking_core.holds.request import HoldRequest
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from tests.attack.booking.rivals import codes
from tests.attack.figures import Figures
from tests.attack.options import Sized
from tests.booking_core.booking.storms import no_deadlock, storm
from tests.booking_core.holds.interruptions import Interrupted
from tests.cast import Visitor, at
from tests.guests import guests

MINUTE = timedelta(minutes=1)


async def test_every_hold_that_was_won_is_confirmed(
    core: BookingCore, salon: DemoSalon, size: Sized, figures: Figures
) -> None:
    """All want a few times, again and again: so that many ask in the very moment in which another
    confirms."""
    visitors, won = guests(core, salon, size(1500, 120)), []
    times = [at(2, 10) + 30 * step * MINUTE for step in range(12)]

    async def insists(visitor: Visitor):
        start = random.choice(times)
        hold = await until_held(visitor, start)
        won.append(hold)
        return await visitor.confirms(hold)

    with no_deadlock(core.engine):
        booked, refused = await storm([lambda visitor=visitor: insists(visitor) for visitor in visitors])
    figures.note(customers=len(visitors), won=len(won), booked=len(booked), refused=len(refused))
    assert codes(refused).keys() <= {"slot_taken", "slot_held"}
    assert len(booked) == len(won) > 0


async def until_held(visitor: Visitor, start):
    for _ in range(20):
        try:
            return await visitor.holds("Massage", start)
        except SlotHeld:
            await asyncio.sleep(0)
    return await visitor.holds("Massage", start)


async def test_a_time_booked_between_the_look_and_the_hold_is_not_promised(
    core: BookingCore, salon: DemoSalon, size: Sized, figures: Figures
) -> None:
    rounds, refused = size(200, 6), 0
    wish = {"staff_id": salon.resources["Dana"]}
    for number in figures.each(range(rounds)):
        (ada, ben), start, booked = guests(core, salon, 2), a_time(number), []

        async def book(ben: Visitor = ben, start=start, booked=booked) -> None:
            booked.append(await ben.books("Haircut", start, **wish))

        async def hold(desk: Desk, start=start, book=book):
            Interrupted(desk, book)
            return await desk.hold(HoldRequest(salon.services["Haircut"], start, new_id("key"), **wish))

        try:
            await ada.at_desk(hold)
        except SlotTaken:
            refused += 1
        await ben.cancels(booked[0])
    figures.note(rounds=rounds, refused=refused)
    assert refused == rounds


async def test_a_confirm_that_is_committing_keeps_its_hold(
    core: BookingCore, salon: DemoSalon, size: Sized, figures: Figures
) -> None:
    """Everything a confirm does before its commit, and then somebody else asks."""
    rounds, promised = size(100, 5), 0
    for number in figures.each(range(rounds)):
        ada, ben = guests(core, salon, 2)
        start = a_time(number)
        held = await ada.holds("Massage", start)
        ada.core, committing, may_commit = linger(core)
        confirming = asyncio.create_task(ada.confirms(held))
        await committing.wait()
        try:
            await ben.holds("Massage", start)
            promised += 1
        except Refusal as refusal:
            assert refusal.code in ("slot_held", "slot_taken")
        may_commit.set()
        appointment = await confirming
        ada.core = core
        await ada.cancels(appointment)
    figures.note(rounds=rounds, promised_twice=promised)
    assert promised == 0


def linger(core: BookingCore) -> tuple[BookingCore, asyncio.Event, asyncio.Event]:
    """The same core, except that it says when it is about to commit, and waits until it may."""
    committing, may_commit = asyncio.Event(), asyncio.Event()

    class Lingering(Session): ...

    def wait(_: Session) -> None:
        committing.set()
        await_only(may_commit.wait())

    event.listen(Lingering, "before_commit", wait)
    slow = BookingCore(core.engine, core.redis, core.clock)
    slow.sessions = async_sessionmaker(
        core.engine, expire_on_commit=False, autoflush=False, sync_session_class=Lingering
    )
    return slow, committing, may_commit


def a_time(number: int):
    """Wednesdays of four weeks, four times a day, over and over."""
    return at(2 + 7 * (number // 4 % 4), 10 + 2 * (number % 4))
