"""Pages that ask for themselves are quiet while nothing happens, and tell of whatever happens to what they
show."""

import re
from collections.abc import Awaitable, Callable

import pytest
from sqlalchemy import text

from booking_core.appointments.appointment import Appointment
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.audit import Actor
from tests.web.console.rows import message, run, step
from tests.web.console.scene import ada_books_a_haircut
from tests.web.console.stage import Browser, operator_of, stored

LIVE = re.compile(r'id="live" hx-get="([^"]+)"')
SYSTEM = Actor(door="system", id="test")


async def say_more(core: BookingCore, chat: str) -> None:
    await change(
        core,
        "UPDATE conversations SET last_message_at = last_message_at + interval '1 minute' WHERE id = :chat",
        chat,
    )


async def wrote_on(core: BookingCore, chat: str) -> None:
    await change(
        core, "UPDATE runs SET text = 'and so on', status = 'running' WHERE conversation_id = :chat", chat
    )


async def was_cancelled_elsewhere(core: BookingCore, chat: str) -> None:
    async with core.sessions() as session, session.begin():
        appointment = await session.scalar(
            text("SELECT subject FROM audit WHERE actor = :chat AND action = 'appointment.confirmed'"),
            {"chat": chat},
        )
        found = await session.get_one(Appointment, appointment)
    await core.transaction(found.organization_id, SYSTEM, lambda desk: desk.cancel(found.id))


async def changed_their_name(core: BookingCore, chat: str) -> None:
    await change(
        core,
        "UPDATE customers SET name = 'Ada King' FROM conversations WHERE customers.id = customer_id AND "
        "conversations.id = :chat",
        chat,
    )


async def told_a_name(core: BookingCore, chat: str) -> None:
    await change(
        core,
        "INSERT INTO personal_values (conversation_id, organization_id, kind, number, value, normal)"
        " SELECT id, organization_id, 'name', 1, 'Countess', 'countess' FROM conversations WHERE id = :chat",
        chat,
    )


async def change(core: BookingCore, statement: str, chat: str) -> None:
    async with core.sessions() as session, session.begin():
        await session.execute(text(statement), {"chat": chat})


@pytest.mark.parametrize(
    "happens", [say_more, wrote_on, was_cancelled_elsewhere, changed_their_name, told_a_name]
)
async def test_a_transcript_is_quiet_until_something_happens_to_it(
    core: BookingCore, salon: DemoSalon, happens: Callable[[BookingCore, str], Awaitable[None]]
) -> None:
    chat = await ada_books_a_haircut(core, salon)
    async with Browser(core) as browser:
        await browser.enter(await operator_of(core, salon))
        page = (await browser.see(f"/console/conversations/{chat.id}")).text
        poll = LIVE.findall(page)[0].replace("&amp;", "&")
        assert (await browser.see(poll)).status_code == 204
        await happens(core, chat.id)
        assert (await browser.see(poll)).text.startswith('<div id="live"')


async def test_a_transcript_tells_of_a_message_and_of_a_step(core: BookingCore, salon: DemoSalon) -> None:
    chat = await ada_books_a_haircut(core, salon)
    asked = message(chat, "customer", "one more thing")
    async with Browser(core) as browser:
        await browser.enter(await operator_of(core, salon))
        for more in (asked, one := run(chat, asked), step(one, "tool", "find_more")):
            page = (await browser.see(f"/console/conversations/{chat.id}")).text
            poll = LIVE.findall(page)[0].replace("&amp;", "&")
            assert (await browser.see(poll)).status_code == 204
            await stored(core, more)
            fresh = (await browser.see(poll)).text
            assert fresh.startswith('<div id="live"')
    assert "find_more" in fresh
