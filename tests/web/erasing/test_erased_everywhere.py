"""Somebody leaves their words behind every door, is erased, and no word of theirs is anywhere: not in any row
of any table, not in what lies sealed there, not in any key of Redis."""

from functools import partial

import jwt
from sqlalchemy import select

from agent.data_retention.erasure import erase_person
from agent.live_stream.stream import ConversationLog
from booking_core.access.roles import Role
from booking_core.back_office.back_office import BackOffice
from booking_core.back_office.decisions import Cancel, Decisions
from booking_core.back_office.touched import AppointmentsTouched
from booking_core.core import BookingCore
from booking_core.desk import Desk
from booking_core.imports.appointments import import_appointments
from booking_core.imports.customers import import_customers
from booking_core.imports.report import TableLine
from booking_core.storage.audit import Actor
from booking_core.storage.ids import new_id
from booking_core.team.memberships import PERSON_WANTED, membership_of
from booking_core.webhooks.subscriptions import add_endpoint
from tests.agent.traces import everything_kept
from tests.cast import MONDAY, at
from tests.web.api.conftest import program_of
from tests.web.chat.conftest import Browser
from tests.web.conftest import Business
from tests.web.console.stage import operator_of
from tests.web.mcp.conftest import Agent, allows
from web.access.identity import identity_key
from web.secrets.resealing import sealed_columns
from web.secrets.sealing import webhook_seal
from web.settings import Settings

SYSTEM = Actor(door="system", id="command line")


class Zenobia:
    """``mark`` is in every word of theirs, and nobody else's; their phone number is as much their own."""

    def __init__(self) -> None:
        self.mark = new_id("z").partition("_")[2].translate(str.maketrans("0123456789", "abcdefghij"))
        self.name, self.email = f"Zenobia Qu{self.mark}", f"{self.mark}@example.com"
        self.phone = f"+4930{int(self.mark[:8], 36) % 10**8:08}"
        self.contact = {"name": self.name, "email": self.email, "phone": self.phone}

    def is_in(self, kept: str) -> list[str]:
        """The lines that know them."""
        words = (self.mark, self.phone, self.phone.removeprefix("+49"))
        return [line for line in kept.splitlines() if any(word in line.casefold() for word in words)]


async def test_no_word_of_an_erased_customer_is_left(business: Business) -> None:
    who = Zenobia()
    await is_told_of(business)
    for leaves in (
        chats,
        is_introduced,
        only_asks_under_the_same_id,
        books_by_a_program,
        books_by_an_assistant,
        is_imported,
    ):
        await leaves(business, who)
    await is_touched_by_a_change(business, who)
    before = await all_that_is_kept(business)
    assert len(who.is_in(before)) > 20
    await is_erased(business, who)
    assert who.is_in(await all_that_is_kept(business)) == []


async def test_others_keep_what_they_left(business: Business) -> None:
    who, other = Zenobia(), Zenobia()
    await chats(business, who)
    await chats(business, other)
    left = len(other.is_in(await everything_kept(business.core)))
    await is_erased(business, who)
    assert len(other.is_in(await everything_kept(business.core))) == left > 0


async def chats(business: Business, who: Zenobia) -> Browser:
    """A booking that is moved in words and cancelled, and a person who is asked for."""
    page = await opens(business, who)
    for said in (
        "haircut on tuesday at 10am please",
        f"my name is {who.name}, {who.email} or {who.phone}",
        "yes",
        "cancel my appointment",
        "yes",
        f"I am allergic to {who.mark}. Can I talk to a person?",
    ):
        sent = await page.sends(text=said, client_msg_id=new_id(f"m{who.mark}"))
        assert sent.status_code == 202, sent.text
        await page.until("run.completed")
    return page


async def opens(business: Business, who: Zenobia) -> Browser:
    """From a page that knows them."""
    web = business.processes.webs[0]
    asked = {
        "organization_id": business.salon.organization_id,
        "locale": "en-US",
        "page": f"https://shop.example/account?me={who.mark}",
    }
    opened = await web.post("/chat/v1/conversations", json=asked)
    assert opened.status_code == 201, opened.text
    return Browser(web, opened.json())


async def is_introduced(business: Business, who: Zenobia) -> None:
    await _introduce(business, who, name=who.name, email=who.email)


async def only_asks_under_the_same_id(business: Business, who: Zenobia) -> None:
    """In a conversation that knows no contact of theirs, but who they are at the website."""
    page = await _introduce(business, who)
    await page.sends(text=f"do you know {who.mark}?")
    await page.until("run.completed")


async def _introduce(business: Business, who: Zenobia, **claims: str) -> Browser:
    page = await opens(business, who)
    key = identity_key(business.processes.settings.secret_key, business.salon.organization_id, 1)
    claimed = {"sub": f"customer-{who.mark}", "exp": int(MONDAY.timestamp()) + 300, **claims}
    sent = {"token": jwt.encode(claimed, key, "HS256")}
    answer = await page.http.post(f"{page.path}/identity", json=sent, headers=page.headers)
    assert answer.status_code == 200, answer.text
    return page


async def books_by_a_program(business: Business, who: Zenobia) -> None:
    """Under keys that it has made of their address, with an answer and a reason."""
    program = await program_of(business.processes.webs[1], business.core, business.salon)
    slots = await program.slots("Massage", "2026-11-25")
    hold = await program.posts("/hold", {"slot_id": slots[0]["slot_id"]}, key=f"hold-{who.email}")
    made = await program.confirms(
        hold.json()["hold_id"],
        f"confirm-{who.email}",
        customer=who.contact,
        answers={"health": f"a bad {who.mark}"},
    )
    assert made.status_code == 201, made.text
    sent = {"appointment_id": made.json()["appointment_id"], "reason": f"has the {who.mark} flu"}
    cancelled = await program.posts("/cancel", sent, key=f"cancel-{who.email}")
    assert cancelled.status_code == 200, cancelled.text


async def books_by_an_assistant(business: Business, who: Zenobia) -> None:
    """At the MCP door: booked, moved and cancelled, with an answer and a reason for each."""
    web = business.processes.webs[0]
    await allows(business.core, business.salon)
    program = await program_of(web, business.core, business.salon)
    agent = Agent(str(web.base_url).rstrip("/"), business.salon, await program.gets_door_token())
    slots = await agent.slots("Massage", "2026-11-27")
    hold = await agent.gets("create_hold", slot_id=slots[0]["slot_id"])
    made = await agent.gets(
        "create_booking",
        hold_id=hold["hold_id"],
        customer=who.contact,
        answers={"health": f"a sore {who.mark}"},
    )
    named = {"appointment_id": made["appointment_id"], "reason": f"the {who.mark} is better"}
    other = (await agent.slots("Massage", "2026-11-28"))[0]["slot_id"]
    await agent.gets("reschedule_booking", **named, slot_id=other)
    await agent.gets("cancel_booking", **named)


async def is_told_of(business: Business) -> None:
    """A program hears of every booking, and somebody of the team of everyone who asks for a person."""
    organization, seal = business.salon.organization_id, webhook_seal(business.processes.settings.secret_key)
    olive = await operator_of(business.core, business.salon)

    async def work(desk: Desk) -> None:
        await add_endpoint(desk, "https://hooks.example.com/zimun", (), seal, frozenset())
        mine = await membership_of(desk.session, organization, olive.id)
        assert mine is not None
        mine.notification_kinds = [PERSON_WANTED]

    await business.core.transaction(organization, _owner(business), work)


async def is_imported(business: Business, who: Zenobia) -> None:
    async def work(desk: Desk) -> None:
        await import_customers(desk, [TableLine(2, {**who.contact, "locale": "de"})])
        cells = {**who.contact, "service": "Haircut", "start": "2026-11-26 10:00"}
        await import_appointments(desk, [TableLine(2, cells)])

    await business.core.transaction(business.salon.organization_id, _owner(business), work)


async def is_touched_by_a_change(business: Business, who: Zenobia) -> None:
    """Whoever serves them is away then, and the appointment is cancelled with a reason."""

    async def away(office: BackOffice) -> None:
        for name in ("Dana", "Miriam"):
            given = {
                "resource_id": business.salon.resources[name],
                "starts_at": at(3, 0),
                "ends_at": at(4, 0),
            }
            await office.times_off.create(given, key=name)

    organization, actor = business.salon.organization_id, _owner(business)
    try:
        await business.core.arrange(organization, actor, away)
    except AppointmentsTouched as refusal:
        of = {one.appointment_id: Cancel(f"we wrote to {who.mark}") for one in refusal.touched}
        await business.core.arrange(
            organization, actor, away, decisions=Decisions(refusal.details["seen"], of)
        )
    else:
        raise AssertionError("their appointment should have been touched")


async def is_erased(business: Business, who: Zenobia) -> None:
    log = ConversationLog(business.core.redis)
    for contact in (who.email, who.phone):
        await business.core.transaction(
            business.salon.organization_id,
            SYSTEM,
            partial(erase_person, log=log, contact=contact),
        )


async def all_that_is_kept(business: Business) -> str:
    """What lies sealed is read with the keys of the installation."""
    opened = await _open_page(business.core, business.processes.settings)
    return "\n".join((await everything_kept(business.core), *opened))


async def _open_page(core: BookingCore, settings: Settings) -> list[str]:
    found: list[str] = []
    async with core.sessions() as session:
        for kept in sealed_columns(settings):
            for row in await session.scalars(select(kept.table)):
                plain = [kept.seal.open(one, row.bound) for one in kept.read(row)]
                found += [f"{kept.what}: {one.decode()}" for one in plain if one is not None]
    return found


def _owner(business: Business) -> Actor:
    organization = business.salon.organization_id
    return Actor("console", "owner", "session", role=Role.OWNER, organization_id=organization)
