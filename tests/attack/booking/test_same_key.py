"""The same request sixteen times at once, and again later: one effect, and the same answer for everybody."""

import asyncio
import hashlib
import random

from sqlalchemy import func, select

from booking_core.appointments.appointment import Appointment
from booking_core.core import BookingCore
from booking_core.desk import Desk
from booking_core.errors import Refusal
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.idempotency import InProgress, Keyed, StoredAnswer, once
from booking_core.storage.ids import new_id
from tests.attack.booking.rivals import Rival, forged
from tests.attack.figures import Figures
from tests.attack.options import Sized
from tests.cast import Visitor, at
from tests.guests import guests

AT_ONCE = 16


class Envelope:
    """Answers in the open, with what they are bound to; how they are sealed is tested elsewhere."""

    def close(self, plain: bytes, bound: bytes) -> bytes:
        return bound + plain

    def open(self, sealed: bytes, bound: bytes) -> bytes | None:
        return sealed.removeprefix(bound) if sealed.startswith(bound) else None


async def test_one_key_sixteen_times_is_one_appointment_and_one_answer(
    core: BookingCore, salon: DemoSalon, size: Sized, figures: Figures
) -> None:
    keys = size(1000, 8)
    visitors = guests(core, salon, keys)
    rivals = [
        Rival(visitor, "Haircut", at(1 + number // 20, number % 20), ["Dana"], minutes=45)
        for number, visitor in enumerate(visitors)
    ]
    holds = await forged(core, rivals)
    replayed = 0
    for visitor, hold in figures.each(list(zip(visitors, holds, strict=True))):
        key = new_id("key")
        answers = await asyncio.gather(*(confirm(visitor, hold.id, key) for _ in range(AT_ONCE)))
        answers.append(await confirm(visitor, hold.id, key))
        assert len({(answer.status, answer.body) for answer in answers}) == 1
        assert sum(not answer.replayed for answer in answers) == 1
        replayed += sum(answer.replayed for answer in answers)
    async with core.sessions() as session, session.begin():
        counted = select(func.count()).where(Appointment.organization_id == salon.organization_id)
        booked = await session.scalar(counted)
    figures.note(keys=keys, requests=keys * (AT_ONCE + 1), replayed=replayed, booked=booked)
    assert booked == keys


async def test_a_refusal_takes_its_key_back(core: BookingCore, salon: DemoSalon, size: Sized) -> None:
    """What was refused may succeed later, with the same key."""
    for number in range(size(50, 3)):
        ada, ben = guests(core, salon, 2)
        start = at(2 + 7 * (number % 4), 12)
        first, second = await forged(core, [Rival(one, "Massage", start, JONAS) for one in (ada, ben)])
        booked, key = await ada.confirms(first), new_id("key")
        try:
            await confirm(ben, second.id, key, patience=0)
            raise AssertionError("The time was booked twice.")
        except Refusal as refusal:
            assert refusal.code in ("slot_taken", "slot_held")
        await ada.cancels(booked)
        answer = await confirm(ben, second.id, key)
        assert not answer.replayed
        async with core.sessions() as session, session.begin():
            appointment = await session.get_one(Appointment, answer.body.decode().split()[0])
        await ben.cancels(appointment)


JONAS = ["Jonas", "Treatment room"]


async def confirm(visitor: Visitor, hold_id: str, key: str, patience: int = 20) -> StoredAnswer:
    keyed = Keyed("confirm", key, hashlib.sha256(hold_id.encode()).digest())

    async def deed(desk: Desk) -> StoredAnswer:
        appointment = await desk.confirm(hold_id, visitor.contact)
        # The body differs each time it is made, so that only a replay can be equal.
        return StoredAnswer(201, f"{appointment.id} {random.random()}".encode(), appointment.id)

    for _ in range(patience):
        try:
            return await visitor.at_desk(lambda desk: once(desk, keyed, Envelope(), deed))
        except InProgress:
            await asyncio.sleep(0.05)
    return await visitor.at_desk(lambda desk: once(desk, keyed, Envelope(), deed))
