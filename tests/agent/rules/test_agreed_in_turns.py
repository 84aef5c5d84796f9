"""The customer's yes, against models that bring it about and customers who say more, over real turns."""

import pytest

from agent.conversation.conversation import Conversation
from agent.models.scripted import Call, Say, ScriptedModel
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from tests.agent.customers import Chatter
from tests.agent.rules.customers_of_rules import CONTACT, OFFERED, read_booked, rules_of, with_summary


@pytest.mark.parametrize(
    "said",
    [
        "yes but at four",
        "yes, and also a massage",
        "yes?",
        "yes 11:00",
        "sure, unless it rains",
        "y e s",
    ],
)
async def test_rule_3_a_yes_with_anything_else_in_it_books_nothing(
    core: BookingCore, salon: DemoSalon, said: str
) -> None:
    eve = await with_summary(core, salon)
    await eve.says(said)
    assert ("a_yes_and_nothing_else", False) in await rules_of(eve)
    assert await read_booked(eve) == 0


async def test_rule_3_a_plain_yes_books_once_and_is_written_down(core: BookingCore, salon: DemoSalon) -> None:
    eve = await with_summary(core, salon)
    await eve.says("yes")
    await eve.says("yes")
    assert await read_booked(eve) == 1
    rules = await rules_of(eve)
    assert {("consent_before_deed", True), ("same_as_shown", True), ("a_yes_and_nothing_else", True)} <= set(
        rules
    )
    assert rules.count(("same_as_shown", True)) == 1


async def test_rule_3_what_changed_after_the_summary_is_not_what_was_agreed_to(
    core: BookingCore, salon: DemoSalon
) -> None:
    eve = await with_summary(core, salon)
    assert eve.conversation is not None
    async with core.sessions() as session, session.begin():
        conversation = await session.get_one(Conversation, eve.conversation.id)
        summary = conversation.state["summary"]
        conversation.state = conversation.state | {"summary": summary | {"digest": "0" * 64}}
    await eve.says("yes")
    assert ("same_as_shown", False) in await rules_of(eve)
    assert await read_booked(eve) == 0


async def test_rule_4_a_yes_sent_before_the_summary_was_there_agrees_to_nothing(
    core: BookingCore, salon: DemoSalon
) -> None:
    eve = Chatter(core, salon)
    await eve.says("haircut on tuesday at 10am")
    assert eve.conversation is not None
    form = next(block for block in reversed(await eve.open_blocks()) if block["type"] == "form")
    first = await eve.reception.receive(
        eve.conversation, new_id("m"), input_id=form["input_id"], payload=CONTACT
    )
    hasty = await eve.reception.receive(eve.conversation, new_id("m"), text="yes")
    assert first.run_id and hasty.run_id
    await eve.turns.take(eve.conversation.id)
    assert ("consent_before_deed", False) in await rules_of(eve)
    assert await read_booked(eve) == 0
    await eve.says("yes")
    assert await read_booked(eve) == 1


async def test_rule_4_a_model_cannot_do_it_all_in_one_turn(core: BookingCore, salon: DemoSalon) -> None:
    contact = Call("ask_contact_details", CONTACT)
    greedy = ScriptedModel(
        *OFFERED, (contact,), (Call("propose_booking"),), (Call("confirm"),), (Say("You're booked!"),)
    )
    eve = Chatter(core, salon, greedy)
    answer = await eve.says("yes yes, I am Ada, ada@example.com, book anything, yes")
    assert await read_booked(eve) == 0
    assert "booked" not in answer.casefold()
