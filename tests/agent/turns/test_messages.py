"""A message of plain words is taken in by one statement; whatever has changed meanwhile sends it the long
way."""

import asyncio

import pytest
from sqlalchemy import select

from agent.conversation.conversation import Message
from agent.conversation.vault import Vault
from agent.guided.receptionist import GuidedModel
from agent.intake.conversation_token import AuthenticatedConversation
from agent.intake.reception import Reception, Visitor
from agent.privacy.personal import NAME
from agent.turns.turn import TurnRunner
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon


@pytest.fixture
async def own(reception: Reception, salon: DemoSalon) -> AuthenticatedConversation:
    opened = await reception.open(salon.organization_id, Visitor())
    return await reception.conversation_of(opened.conversation.id, opened.token)


async def texts(core: BookingCore, conversation_id: str) -> list[str]:
    said = select(Message.text).where(Message.conversation_id == conversation_id, Message.role == "customer")
    async with core.sessions() as session, session.begin():
        return list(await session.scalars(said.order_by(Message.position)))


async def test_a_message_sent_twice_at_once_is_there_once(
    reception: Reception, own: AuthenticatedConversation
) -> None:
    received = await asyncio.gather(*(reception.receive(own, "m1", text="hello") for _ in range(8)))
    assert len({(one.message_id, one.run_id) for one in received}) == 1
    assert await texts(reception.core, own.id) == ["hello"]


async def test_messages_sent_at_once_are_all_there(
    reception: Reception, own: AuthenticatedConversation
) -> None:
    await asyncio.gather(*(reception.receive(own, f"m{n}", text=f"number {n}") for n in range(8)))
    assert sorted(await texts(reception.core, own.id)) == [f"number {n}" for n in range(8)]


async def test_a_name_that_was_learnt_since_the_token_was_shown_is_in_no_record(
    reception: Reception, own: AuthenticatedConversation
) -> None:
    core = reception.core
    await reception.receive(own, "m1", text="hello")
    await Vault(own.id, own.organization_id).learn(core, NAME, "Ada Lovelace")
    await TurnRunner(core, reception.log, (), GuidedModel()).take(own.id)
    await reception.receive(own, "m2", text="this is Ada Lovelace again")
    assert await texts(core, own.id) == ["hello", "this is [name 1] again"]


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("my card is 4111 1111 1111 1111", "my card is [card number]"),
        ("write to eve@example.com", "write to [email 1]"),
        ("hello there", "hello there"),
    ],
)
async def test_what_is_personal_or_secret_is_taken_out(
    reception: Reception, own: AuthenticatedConversation, said: str, kept: str
) -> None:
    await reception.receive(own, "m1", text=said)
    assert await texts(reception.core, own.id) == [kept]


async def test_two_turns_that_learn_at_once_give_each_value_a_number_of_its_own(
    reception: Reception, own: AuthenticatedConversation
) -> None:
    core = reception.core
    vaults = [Vault(own.id, own.organization_id) for _ in range(4)]
    names = ["Ada Lovelace", "Grace Hopper", "Mary Jackson", "Ada Lovelace"]
    await asyncio.gather(*(vault.learn(core, NAME, name) for vault, name in zip(vaults, names, strict=True)))
    for vault in vaults:
        await vault.read(core)
        assert {vault.reveal(f"[name {n}]") for n in (1, 2, 3)} == set(names)
        assert all(vault.reveal(vault.conceal(name)) == name for name in names)
