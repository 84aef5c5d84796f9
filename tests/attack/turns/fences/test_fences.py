"""Everything that a turn writes, tried by an attempt that has just been stopped, overtaken, closed, taken
over or erased: nothing is written."""

from collections.abc import Awaitable, Callable

import pytest
from redis.asyncio import Redis
from sqlalchemy import select

from agent.conversation.conversation import Conversation
from agent.conversation.fence import Fenced
from agent.intake.introduction import IntroducedCustomer, introduce
from agent.letters.code_letter import write_code_letter
from agent.verification.verification import Verification
from booking_core.core import BookingCore
from booking_core.customers.contacts import ContactDetails
from booking_core.errors import Conflict, NotFound
from booking_core.maintenance.demo import DemoSalon
from booking_core.notices.outbox import Mail
from tests.agent.customers import Chatter
from tests.attack.turns.fences.scenes import ADA, FENCES, Scene, begin, erase, everything
from tests.attack.turns.fences.writes import WRITES
from tests.cast import Visitor, at


@pytest.mark.parametrize("fence", FENCES, ids=lambda fence: fence.__name__)
@pytest.mark.parametrize("write", WRITES)
async def test_an_attempt_that_is_fenced_out_writes_nothing(
    core: BookingCore,
    salon: DemoSalon,
    ada: Visitor,
    redis: Redis,
    write: str,
    fence: Callable[[Scene], Awaitable[None]],
) -> None:
    said, words, written = WRITES[write]
    if write == "ask for a code":
        await ada.books("Haircut", at(1, 10))
    scene = await begin(core, salon, said, words)
    await fence(scene)
    before = await everything(core, redis, salon.organization_id)
    with pytest.raises(Fenced):
        await written(scene)
    assert await everything(core, redis, salon.organization_id) == before


@pytest.mark.parametrize("write", [write for write in WRITES if write != "learn"])
async def test_an_attempt_that_is_not_fenced_out_writes(
    core: BookingCore, salon: DemoSalon, ada: Visitor, redis: Redis, write: str
) -> None:
    """Else the test above would prove nothing."""
    said, words, written = WRITES[write]
    if write == "ask for a code":
        await ada.books("Haircut", at(1, 10))
    scene = await begin(core, salon, said, words)
    before = await everything(core, redis, salon.organization_id)
    try:
        await written(scene)
    except pytest.fail.Exception as answered:
        assert "was answered" in str(answered)
    assert await everything(core, redis, salon.organization_id) != before


@pytest.mark.parametrize("status", ["closed", "person"])
async def test_a_turn_that_is_a_persons_or_nobodys_by_now_is_not_taken(
    core: BookingCore, salon: DemoSalon, status: str
) -> None:
    chatter = Chatter(core, salon)
    await chatter.says("hello")
    assert chatter.conversation is not None
    received = await chatter.reception.receive(chatter.conversation, "m2", text="how much is a haircut?")
    cursor = await chatter.reception.log.cursor(chatter.conversation.id)
    async with core.sessions() as session, session.begin():
        (await session.get_one(Conversation, chatter.conversation.id)).status = status
    await chatter.turns.take(chatter.conversation.id)
    view = await chatter.view()
    assert (view.messages[-1].text, view.run) == ("how much is a haircut?", None)
    [event] = await chatter.reception.log.after(chatter.conversation.id, cursor) or []
    assert event.name == "run.cancelled"
    assert str(received.run_id) in event.data


async def test_nobody_is_introduced_to_a_conversation_that_is_over(
    core: BookingCore, salon: DemoSalon
) -> None:
    scene = await begin(core, salon, (), "hello")
    await erase(scene)
    with pytest.raises(Conflict) as refused:
        await introduce(
            core, scene.conversation_id, IntroducedCustomer("42", ContactDetails(name="Ada", email=ADA))
        )
    assert refused.value.code == "conversation_closed"
    with pytest.raises(NotFound):
        await scene.chatter.reception.issue_token(scene.conversation_id)


async def test_a_code_is_mailed_to_nobody_once_the_conversation_is_over(
    core: BookingCore, salon: DemoSalon, ada: Visitor
) -> None:
    await ada.books("Haircut", at(1, 10))
    chatter = Chatter(core, salon)
    await chatter.says(f"please cancel my appointment, {ADA}")
    assert chatter.conversation is not None
    async with core.sessions() as session, session.begin():
        asked = select(Verification.id).where(Verification.conversation_id == chatter.conversation.id)
        verification_id = (await session.scalars(asked)).one()
        (await session.get_one(Conversation, chatter.conversation.id)).status = "closed"
    await write_code_letter(core, verification_id)
    async with core.sessions() as session, session.begin():
        letters = select(Mail.id).where(Mail.verification_id == verification_id)
        assert (await session.scalars(letters)).all() == []
