"""Going on in the chat: with this appointment at hand, and nothing that anybody said before."""

import asyncio
from datetime import timedelta

import httpx
import pytest
from sqlalchemy import select, update

from agent.conversation.conversation import Conversation
from agent.languages import LANGUAGES
from agent.verification.code_delivery import mailbox_hash
from agent.verification.proof import appointments_with_proof
from agent.verification.verification import Verification
from booking_core.appointments.appointment import Appointment
from booking_core.appointments.by_link.link import renew_link
from booking_core.core import BookingCore
from booking_core.customers.customer import Customer
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from booking_core.time.clock import FrozenClock
from tests.agent.customers import Chatter
from tests.agent.letters.post_office import manager_of
from tests.cast import Visitor, at, set_by_owner
from tests.web.chat.conftest import opened
from tests.web.manage.conftest import Follows
from tests.web.manage.follower import Follower
from web.app import create_app
from web.secrets.manage_links import ManageLinks
from web.settings import Settings


async def chats(follows: Follows, booked: Appointment) -> str:
    """Presses the button, and follows it as the page of the chat does; the id of the conversation."""
    pressed = await follows(booked).sends("/chat")
    assert pressed.status_code == 303
    page, _, proof = pressed.headers["Location"].partition("#continue=")
    assert (await follows.http.get(page)).status_code == 200
    resumed = await follows.http.post("/chat/v1/conversations/resume", json={"link": proof})
    return str(resumed.json()["conversation_id"])


async def say_in(http: httpx.AsyncClient, core: BookingCore, salon: DemoSalon) -> Visitor:
    """Somebody with a conversation in which they said who they are."""
    page = await opened(http, salon.organization_id)
    ada = Visitor(core, salon, "Ada")
    ada.actor = type(ada.actor)("chat", page.id)
    return ada


async def proves_mailbox(core: BookingCore, ada: Visitor, *proven: Appointment) -> None:
    """As the code does that a customer types, of their appointments."""
    now = core.clock.now()
    async with core.sessions() as session, session.begin():
        session.add(
            Verification(
                id=new_id("ver"),
                organization_id=ada.salon.organization_id,
                conversation_id=ada.actor.id,
                kind="contact",
                asked_for=b"",
                appointment_ids=[one.id for one in proven],
                created_at=now,
                expires_at=now,
                used_at=now,
                proven_until=now + timedelta(minutes=30),
                mailbox=mailbox_hash(ada.salon.organization_id, ada.contact.email or ""),
            )
        )


async def test_a_new_conversation_may_change_this_appointment_and_no_other(
    follows: Follows, ada: Visitor, core: BookingCore
) -> None:
    booked, _ = await ada.books("Haircut", at(1, 10)), await ada.books("Haircut", at(2, 10))
    conversation_id = await chats(follows, booked)
    async with core.sessions() as session:
        proven = await appointments_with_proof(session, conversation_id, core.clock.now())
        conversation = await session.get_one(Conversation, conversation_id)
    assert set(proven) == {booked.id}
    assert conversation.organization_id == booked.organization_id
    assert conversation.customer_id is None


@pytest.mark.parametrize("locale", LANGUAGES)
async def test_a_new_conversation_begins_with_this_appointment(
    follows: Follows, ada: Visitor, core: BookingCore, salon: DemoSalon, locale: str
) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    async with core.sessions() as session, session.begin():
        await session.execute(update(Customer).where(Customer.id == booked.customer_id).values(locale=locale))
    chatter = Chatter(core, salon)
    conversation_id = await chats(follows, booked)
    async with core.sessions() as session:
        chatter.conversation = await session.get_one(Conversation, conversation_id)
    await chatter.turns.take(conversation_id)
    card = await chatter.sees("booking_card")
    assert card is not None
    assert (card["code"], len(card["actions"])) == (booked.code, 3)


async def test_what_was_said_is_shown_only_where_the_mailbox_was_proven(
    follows: Follows, core: BookingCore, salon: DemoSalon
) -> None:
    ada = await say_in(follows.http, core, salon)
    booked = await ada.books("Haircut", at(1, 10))
    assert await chats(follows, booked) != ada.actor.id
    await proves_mailbox(core, ada)
    assert await chats(follows, booked) == ada.actor.id
    # The letter may have gone to another mailbox than the one that was proven.
    async with core.sessions() as session, session.begin():
        theirs = update(Verification).where(Verification.conversation_id == ada.actor.id)
        await session.execute(theirs.values(mailbox=b"another"))
    assert await chats(follows, booked) != ada.actor.id


async def test_a_conversation_that_booked_something_else_too_is_not_shown(
    follows: Follows, core: BookingCore, salon: DemoSalon
) -> None:
    ada = await say_in(follows.http, core, salon)
    booked = await ada.books("Haircut", at(1, 10))
    await proves_mailbox(core, ada)
    await ada.books("Haircut", at(2, 10))
    assert await chats(follows, booked) != ada.actor.id


async def test_a_conversation_in_which_another_may_be_changed_is_not_shown(
    follows: Follows, core: BookingCore, salon: DemoSalon, ada: Visitor
) -> None:
    elsewhere = await ada.books("Haircut", at(2, 10))
    chatting = await say_in(follows.http, core, salon)
    booked = await chatting.books("Haircut", at(1, 10))
    await proves_mailbox(core, chatting, booked, elsewhere)
    assert await chats(follows, booked) != chatting.actor.id


async def test_a_replaced_link_ends_what_it_opened(
    follows: Follows, ada: Visitor, core: BookingCore, salon: DemoSalon
) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    conversation_id = await chats(follows, booked)
    renewed = await manager_of(core, salon).at_desk(lambda desk: renew_link(desk, booked.id, 1))
    async with core.sessions() as session:
        assert not await appointments_with_proof(session, conversation_id, core.clock.now())
    again = await chats(follows, renewed)
    async with core.sessions() as session:
        assert set(await appointments_with_proof(session, again, core.clock.now())) == {booked.id}


async def test_the_address_of_the_chat_is_good_only_to_be_followed_at_once(
    follows: Follows, ada: Visitor, clock: FrozenClock
) -> None:
    pressed = await follows(await ada.books("Haircut", at(1, 10))).sends("/chat")
    clock.advance(timedelta(minutes=6))
    assert (await resumes(follows, pressed)).status_code == 410


async def test_the_address_of_the_chat_is_good_for_once(follows: Follows, ada: Visitor) -> None:
    pressed = await follows(await ada.books("Haircut", at(1, 10))).sends("/chat")
    at_once = await asyncio.gather(*(resumes(follows, pressed) for _ in range(4)))
    assert sorted(one.status_code for one in at_once) == [200, 410, 410, 410]
    assert (await resumes(follows, pressed)).json()["code"] == "link_expired"


async def test_the_address_of_the_chat_ends_with_the_link_it_came_by(
    follows: Follows, ada: Visitor, core: BookingCore, salon: DemoSalon
) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    pressed = await follows(booked).sends("/chat")
    await manager_of(core, salon).at_desk(lambda desk: renew_link(desk, booked.id, 1))
    assert (await resumes(follows, pressed)).status_code == 410


async def resumes(follows: Follows, pressed: httpx.Response) -> httpx.Response:
    link = pressed.headers["Location"].partition("#continue=")[2]
    return await follows.http.post("/chat/v1/conversations/resume", json={"link": link})


async def test_conversations_are_opened_no_oftener_than_by_the_chat(
    ada: Visitor, core: BookingCore, salon: DemoSalon, settings: Settings, links: ManageLinks
) -> None:
    await set_by_owner(core, salon.organization_id, chat__limits__conversations_per_address_and_hour=1)
    token = links.token((await ada.books("Haircut", at(1, 10))).id, 1)
    app = create_app(settings, clock=core.clock)
    transport = httpx.ASGITransport(app, client=("203.0.113.10", 1))  # type: ignore[arg-type]
    async with app.lifespan(), httpx.AsyncClient(transport=transport, base_url="http://zimun") as http:
        pressed = [await Follower(http, token).sends("/chat") for _ in range(2)]
    assert [one.status_code for one in pressed] == [303, 429]
    count = select(Conversation.id).where(Conversation.organization_id == salon.organization_id)
    async with core.sessions() as session:
        assert len(list(await session.scalars(count))) == 1
