"""Who has read which conversation, and when, stands in the audit."""

from datetime import timedelta

from sqlalchemy import text

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.time.clock import FrozenClock
from tests.web.console.conversations.transcripts import read_shown
from tests.web.console.rows import conversation, message
from tests.web.console.stage import Browser, operator_of, stored

READINGS = text("SELECT actor, door, at FROM audit WHERE action = 'conversation.read' AND subject = :id")


async def readings(core: BookingCore, conversation_id: str) -> list[tuple[str, str]]:
    async with core.sessions() as session:
        rows = await session.execute(READINGS, {"id": conversation_id})
        return [(row.actor, row.door) for row in rows]


async def test_reading_is_noted_once_an_hour(core: BookingCore, salon: DemoSalon, clock: FrozenClock) -> None:
    chat, other = conversation(salon), conversation(salon)
    await stored(core, chat, other, message(chat, "customer", "hello?"), message(other, "customer", "hi"))
    olive = await operator_of(core, salon)
    once = [(olive.id, "console")]
    async with Browser(core) as browser:
        await browser.enter(olive)
        for _ in range(3):
            assert (await browser.see(f"/console/conversations/{chat.id}")).status_code == 200
        assert await readings(core, chat.id) == once
        clock.advance(timedelta(minutes=61))
        await browser.enter(olive)
        await browser.see(f"/console/conversations/{chat.id}")
    assert await readings(core, chat.id) == once * 2
    assert await readings(core, other.id) == []


async def test_each_reader_is_noted(core: BookingCore, salon: DemoSalon) -> None:
    chat = conversation(salon)
    await stored(core, chat, message(chat, "customer", "hello?"))
    await read_shown(core, salon, chat.id)
    await read_shown(core, salon, chat.id)
    assert len(set(await readings(core, chat.id))) == 2


async def test_who_may_not_read_it_leaves_no_entry(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon
) -> None:
    theirs = conversation(other_salon)
    await stored(core, theirs, message(theirs, "customer", "hello?"))
    olive = await operator_of(core, salon)
    async with Browser(core) as browser:
        await browser.enter(olive)
        assert (await browser.see(f"/console/conversations/{theirs.id}")).status_code == 404
    assert await readings(core, theirs.id) == []
