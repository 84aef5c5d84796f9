"""Whoever asked for a person is seen in the frame of every page, is reached by a press, and waits until
somebody says that they were answered."""

from sqlalchemy import text

from agent.conversation.personal_value import PersonalValue
from booking_core.access.roles import Role
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.customers import Chatter
from tests.agent.turns.reach import EMAIL, PHONE, letters_of, reach_by
from tests.web.console.rows import conversation
from tests.web.console.stage import Browser, operator_of, stored

COUNTED = "1 customer has asked for a person."
NOTED = text(
    "SELECT action, actor FROM audit WHERE subject = :id AND action LIKE 'conversation.%ed' ORDER BY id"
)


async def read_noted(core: BookingCore, conversation_id: str) -> list[tuple[str, str]]:
    async with core.sessions() as session:
        return [(row.action, row.actor) for row in await session.execute(NOTED, {"id": conversation_id})]


async def test_every_page_counts_them_and_the_conversation_has_the_ways(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon, owner: Browser
) -> None:
    anywhere = f"/console/{salon.organization_id}/outbox"
    await stored(core, conversation(other_salon, status="waiting"))
    assert "asked for a person" not in (await owner.see(anywhere)).text
    eve = Chatter(core, salon)
    await eve.says("a person please")
    assert eve.conversation is not None
    chat = f"/console/{salon.organization_id}/conversations/{eve.conversation.id}"
    assert "neither a phone number nor an email" in (await owner.see(chat)).text
    await eve.fills_in(name="Eve Adams", email="eve@example.com", phone="+49 170 1234567")
    page = (await owner.see(chat)).text
    assert 'href="tel:+491701234567"' in page
    assert 'href="mailto:eve%40example.com"' in page
    assert COUNTED in (await owner.see(anywhere)).text


async def test_answered_ends_the_waiting_once_and_is_undone(core: BookingCore, salon: DemoSalon) -> None:
    chat = conversation(salon, status="waiting")
    await stored(core, chat)
    olive = await operator_of(core, salon, Role.MEMBER)
    page = f"/console/{salon.organization_id}/conversations/{chat.id}"
    async with Browser(core) as member:
        await member.enter(olive)
        for _ in range(2):
            answer = await member.send(f"{page}/answered")
            assert (answer.status_code, answer.headers["location"]) == (303, page)
        assert await read_noted(core, chat.id) == [("conversation.answered", olive.id)]
        seen = (await member.see(page)).text
        assert "asked for a person" not in seen
        assert f'action="{page}/waiting"' in seen
        for _ in range(2):
            await member.send(f"{page}/waiting")
        assert "conversation.reopened" in dict(await read_noted(core, chat.id))
        assert len(await read_noted(core, chat.id)) == 2
        assert COUNTED in (await member.see(page)).text


async def test_nobody_ends_anothers_waiting_and_nothing_waits_that_did_not(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon, owner: Browser
) -> None:
    theirs, quiet = conversation(other_salon, status="waiting"), conversation(salon)
    await stored(core, theirs, quiet)
    home = f"/console/{salon.organization_id}/conversations"
    await owner.see(home)
    assert (await owner.send(f"{home}/{theirs.id}/answered")).status_code == 404
    elsewhere = f"/console/{other_salon.organization_id}/conversations/{theirs.id}/answered"
    assert (await owner.send(elsewhere)).status_code == 404
    assert (await owner.send(f"{home}/{quiet.id}/answered", csrf_token="x")).status_code == 403
    await owner.send(f"{home}/{quiet.id}/waiting")
    assert await read_noted(core, theirs.id) == await read_noted(core, quiet.id) == []
    assert "asked for a person" not in (await owner.see(f"{home}/{quiet.id}")).text


async def test_who_asks_again_after_an_answer_is_told_of_again(
    core: BookingCore, salon: DemoSalon, owner: Browser
) -> None:
    await reach_by(core, salon, PHONE, EMAIL)
    eve = Chatter(core, salon)
    await eve.says("a person please")
    assert eve.conversation is not None
    page = f"/console/{salon.organization_id}/conversations/{eve.conversation.id}"
    await owner.see(page)
    await owner.send(f"{page}/answered")
    await eve.says("a person please")
    assert COUNTED in (await owner.see(page)).text
    assert len(await letters_of(core, salon)) == 2


async def test_what_the_customer_typed_is_no_markup_in_a_link(
    core: BookingCore, salon: DemoSalon, owner: Browser
) -> None:
    chat = conversation(salon, status="waiting")
    odd = PersonalValue(
        conversation_id=chat.id,
        organization_id=salon.organization_id,
        kind="email",
        number=1,
        value='x"onclick=@a.example?bcc=b@c.example',
        normal="x",
    )
    await stored(core, chat, odd)
    page = (await owner.see(f"/console/{salon.organization_id}/conversations/{chat.id}")).text
    assert "?bcc=" not in page.partition('href="mailto:')[2].partition('"')[0]
