"""The list of conversations: what it shows, how it is narrowed, and whose it is."""

import re

import pytest
from sqlalchemy import select

from booking_core.appointments.appointment import Appointment
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.audit import AuditEntry
from tests.agent.letters.post_office import manager_of
from tests.cast import at
from tests.web.console.rows import conversation, message, personal_name
from tests.web.console.scene import ada_books_a_haircut
from tests.web.console.stage import Browser, operator_of, stored

LIVE = re.compile(r'hx-get="([^"]+)"')


def names_in(text: str) -> list[str]:
    return re.findall(r'class="row-link"[^>]*><bdi>([^<]*)<', text)


async def say(core: BookingCore, salon: DemoSalon, who: str, text: str, **facts: object) -> str:
    chat = conversation(salon, **facts)
    await stored(core, chat, personal_name(chat, who), message(chat, "customer", text))
    return chat.id


async def sign_in(browser: Browser, core: BookingCore, salon: DemoSalon) -> None:
    await browser.enter(await operator_of(core, salon))


async def test_a_conversation_shows_who_where_it_stands_and_what_was_said_last(
    core: BookingCore, salon: DemoSalon
) -> None:
    await ada_books_a_haircut(core, salon)
    async with Browser(core) as browser:
        await sign_in(browser, core, salon)
        text = (await browser.see("/console/conversations")).text
    assert names_in(text) == ["Ada Lovelace"]
    assert "Done, see you on Tuesday!" in text
    assert ">Booked</span>" in text
    assert ">08:00</time>" in text


async def test_an_empty_list_explains_itself(core: BookingCore, salon: DemoSalon) -> None:
    async with Browser(core) as browser:
        await sign_in(browser, core, salon)
        assert "No conversations yet" in (await browser.see("/console/conversations")).text


async def test_whoever_waits_for_a_person_comes_first_then_the_newest(
    core: BookingCore, salon: DemoSalon
) -> None:
    await say(core, salon, "Old", "x", last_message_at=at(-3, 9))
    await say(core, salon, "New", "x", last_message_at=at(0, 7))
    await say(core, salon, "Waiting", "x", status="waiting", last_message_at=at(-1, 9))
    async with Browser(core) as browser:
        await sign_in(browser, core, salon)
        assert names_in((await browser.see("/console/conversations")).text) == ["Waiting", "New", "Old"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("status=waiting", ["Ben"]),
        ("status=closed", ["Cleo"]),
        ("status=unheard-of", ["Ben", "Cleo"]),
        ("outcome=cancelled", ["Cleo"]),
        ("outcome=none", ["Ben"]),
        ("q=ROOT+canal", ["Ben"]),
        ("q=cleo", ["Cleo"]),
        ("q=100%25", ["Cleo"]),
        ("q=1_0%25", []),
        ("q=%00root", ["Ben"]),
        ("q=%5C", []),
        ("q=%ff%fe", []),
        ("q=root&status=closed", []),
    ],
)
async def test_the_list_is_narrowed(
    core: BookingCore, salon: DemoSalon, query: str, found: list[str]
) -> None:
    await say(core, salon, "Ben", "Do you do root canals?", status="waiting")
    await say(core, salon, "Cleo", "I am 100% sure, cancel it", status="closed", outcome="cancelled")
    async with Browser(core) as browser:
        await sign_in(browser, core, salon)
        answer = await browser.see(f"/console/conversations?{query}")
    assert (answer.status_code, names_in(answer.text)) == (200, found)


async def test_a_long_list_is_cut_into_pages(core: BookingCore, salon: DemoSalon) -> None:
    for number in range(30):
        await say(core, salon, f"Guest {number}", "x", last_message_at=at(0, 7, number))
    async with Browser(core) as browser:
        await sign_in(browser, core, salon)
        first, second = [
            names_in((await browser.see(f"/console/conversations?page={n}")).text) for n in (1, 2)
        ]
    assert (len(first), len(second)) == (25, 5)
    assert first[0] == "Guest 29"
    assert not {*first} & {*second}


@pytest.mark.parametrize("page", ["0", "-1", "401", "99999999999999999999", "x", "1.5"])
async def test_a_page_that_cannot_be_is_refused_politely(
    core: BookingCore, salon: DemoSalon, page: str
) -> None:
    async with Browser(core) as browser:
        await sign_in(browser, core, salon)
        answer = await browser.see(f"/console/conversations?page={page}")
    assert answer.status_code == 400
    assert "text/html" in answer.headers["content-type"]


async def test_another_organizations_conversations_are_not_listed_nor_counted(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon
) -> None:
    await say(core, other_salon, "Foreign", "secret plans")
    async with Browser(core) as browser:
        await sign_in(browser, core, salon)
        text = (await browser.see("/console/conversations?q=secret")).text
    assert "Foreign" not in text
    assert "Nothing like that" in text
    assert re.search(r'All <span class="number">0</span>', text)


async def test_the_list_refreshes_itself_only_when_something_happened(
    core: BookingCore, salon: DemoSalon
) -> None:
    await say(core, salon, "Ben", "hello")
    async with Browser(core) as browser:
        await sign_in(browser, core, salon)
        page = (await browser.see("/console/conversations?status=bot")).text
        poll = LIVE.findall(page.split('id="live"')[1])[0].replace("&amp;", "&")
        assert (await browser.see(poll)).status_code == 204
        await say(core, salon, "Cleo", "hello")
        fresh = await browser.see(poll)
    assert "status=bot" in poll
    assert fresh.text.startswith('<div id="live"')
    assert {*names_in(fresh.text)} == {"Ben", "Cleo"}


async def test_what_people_call_themselves_is_text(core: BookingCore, salon: DemoSalon) -> None:
    await say(core, salon, "<img src=x onerror=alert(1)>", "<script>alert(1)</script>")
    async with Browser(core) as browser:
        await sign_in(browser, core, salon)
        text = (await browser.see("/console/conversations?q=%22%3E%3Cscript%3E")).text
        listed = (await browser.see("/console/conversations")).text
    assert "<script>" not in text + listed
    assert "<img" not in listed
    assert "&lt;img src=x" in listed


async def test_what_came_of_it_follows_the_appointment(
    core: BookingCore, salon: DemoSalon, owner: Browser
) -> None:
    """Also where it was changed at the console."""
    chat = await ada_books_a_haircut(core, salon)
    listed = f"/console/{salon.organization_id}/conversations"
    assert 'class="badge booked"' in (await owner.see(listed)).text
    async with core.sessions() as session:
        mine = select(AuditEntry.subject).where(AuditEntry.actor == chat.id)
        [booked] = await session.scalars(select(Appointment).where(Appointment.id.in_(mine)))
    await manager_of(core, salon).cancels(booked)
    seen = (await owner.see(listed)).text
    assert 'class="badge cancelled"' in seen
    assert 'class="badge booked"' not in seen
