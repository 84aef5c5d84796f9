"""Floods of requests for codes: however often and from wherever they are asked for, whoever has booked finds
their booking."""

import asyncio
from collections import Counter

import pytest
from sqlalchemy import func, select

from agent.conversation.conversation import BOT, Conversation
from agent.verification.proof import ask_for_proof
from agent.verification.proof_request import ProofRequest
from agent.verification.request_limits import BUSY_HOUR, PER_ADDRESS, PER_CONVERSATION
from agent.verification.verification import Verification
from booking_core.core import BookingCore
from booking_core.errors import TooMany
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.audit import Actor
from booking_core.storage.ids import new_id
from tests.agent.customers import Chatter
from tests.attack.figures import Figures
from tests.attack.options import Sized
from tests.cast import Visitor, at

AT_ONCE = 8


@pytest.mark.parametrize("addresses", [2, 50])
async def test_whoever_booked_finds_it_while_others_ask_for_codes_without_end(
    core: BookingCore,
    salon: DemoSalon,
    size: Sized,
    figures: Figures,
    addresses: int,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Each conversation asks as often as it may, half of the time for what the customers booked."""
    customers = [Visitor(core, salon, f"Guest{number}") for number in range(size(20, 3))]
    for number, one in enumerate(customers):
        await one.books("Haircut", at(1 + number % 4, 10 + number // 4))
    gate, told = asyncio.Semaphore(AT_ONCE), Counter[str]()

    async def floods(number: int) -> None:
        whom = customers[number % len(customers)].contact.email or ""
        async with gate:
            for named in (whom, f"nobody{number}@example.com") * (PER_CONVERSATION // 2):
                told[await asks(core, salon, f"flooder {number % addresses}", number, named)] += 1

    conversations = size(2000, 20 if addresses == 2 else 80)
    await asyncio.gather(*(floods(number) for number in range(conversations)))
    found = [await finds(core, salon, one, f"home {number}") for number, one in enumerate(customers)]
    asked = await how_often(core, salon)
    figures.note(addresses=addresses, asked=asked, told=dict(told), found=f"{sum(found)} of {len(found)}")
    assert all(found)
    assert asked <= addresses * PER_ADDRESS + len(customers)
    alarms = [line for line in caplog.messages if salon.organization_id in line]
    assert len(alarms) == (asked >= BUSY_HOUR)


async def asks(core: BookingCore, salon: DemoSalon, address: str, number: int, contact: str) -> str:
    """What comes of asking in the conversation of that number."""
    conversation_id = f"{salon.organization_id.replace('o_', 'cnv_')}_{number}"
    async with core.sessions() as session, session.begin():
        known = await session.get(Conversation, conversation_id)
        if known is None:
            session.add(
                Conversation(
                    id=conversation_id,
                    organization_id=salon.organization_id,
                    token_hash=conversation_id,
                    status=BOT,
                    locale="en-US",
                    state={},
                )
            )
    asked = ProofRequest(conversation_id, contact, address_hash=address)
    try:
        await core.transaction(
            salon.organization_id,
            Actor("chat", conversation_id),
            lambda desk: ask_for_proof(desk, asked, new_id("key")),
        )
    except TooMany as refusal:
        return refusal.code
    return "asked"


async def finds(core: BookingCore, salon: DemoSalon, visitor: Visitor, address: str) -> bool:
    """Whether a customer, at home, is sent a code that lets them cancel."""
    at_home = Chatter(core, salon, address=address)
    await at_home.says(f"cancel my appointment, {visitor.contact.email}")
    assert at_home.conversation is not None
    of_hers = Verification.conversation_id == at_home.conversation.id
    async with core.sessions() as session, session.begin():
        asked = await session.scalar(select(Verification).where(of_hers))
        sent = asked and await session.get(Verification, asked.letter_of)
    if asked is None or sent is None or not sent.appointment_ids:
        return False
    return "cancel it?" in await at_home.says(at_home.reception.codes.of(asked.letter_of))


async def how_often(core: BookingCore, salon: DemoSalon) -> int:
    """How often proof was asked for and not refused."""
    rows = select(func.count()).where(Verification.organization_id == salon.organization_id)
    async with core.sessions() as session, session.begin():
        return await session.scalar(rows) or 0
