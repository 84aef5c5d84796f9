"""What customers tell of themselves, before a provider that keeps every body: in the first message and later,
asked and unasked."""

from collections.abc import Sequence
from itertools import dropwhile
from typing import Any

import pytest

from agent.models.scripted import Call, ModelInput, Say, ScriptedModel, ScriptStep
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.customers import Chatter
from tests.agent.privacy.private_sentences import is_told, sentences
from tests.attack.figures import Figures
from tests.attack.options import Sized

AT_MOST = 0.02
CODES = {"K7QW2M", "K7Q-W2M", "K 7 Q W 2 M"}


class Keeper:
    """A provider's model that keeps every body it is sent, and answers with what the customer said last."""

    def __init__(self) -> None:
        self.bodies: list[str] = []

    def model(self) -> ScriptedModel:
        return ScriptedModel(forever=self._reply)

    def _reply(self, heard: ModelInput) -> Sequence[ScriptStep]:
        # The greeting was said before anybody told anything.
        since = dropwhile(lambda one: one.role != "user", heard.messages)
        self.bodies.append("\n".join(one.content for one in since if one.role != "system"))
        return [Say(f"You said: {heard.messages[-1].content}")]


@pytest.mark.parametrize("is_first", [True, False], ids=["in the first message", "later"])
async def test_nothing_private_reaches_a_provider(
    core: BookingCore, salon: DemoSalon, size: Sized, figures: Figures, *, is_first: bool
) -> None:
    count, reached, kept = 0, [], Keeper()
    for one in list(sentences("private_sentences"))[:: size(1, 15)]:
        customer = Chatter(core, salon, kept.model(), locale=one.language)
        if not is_first:
            await customer.says("hello, do you have time on friday?")
        kept.bodies.clear()
        await customer.says(one.text)
        # What was said before comes again with every message.
        await customer.says("and what does it cost?")
        private = [part for part in one.private if part not in CODES and (not one.asked or "@" in part)]
        count += len(private)
        reached += [
            (part, kept.bodies[-1]) for part in private if any(is_told(part, body) for body in kept.bodies)
        ]
    figures.note(is_told=count, reached=len(reached))
    assert len(reached) <= max(1, AT_MOST * count), reached


async def test_no_account_code_or_name_without_a_frame_reaches_a_provider(
    core: BookingCore, salon: DemoSalon
) -> None:
    kept = Keeper()
    customer = Chatter(core, salon, kept.model(), locale="en")
    await customer.says("please refund GB29 NWBK 6016 1331 9268 19")
    await customer.says("it was K for kettle, seven, Q, W, two, M for moon")
    await customer.says("ומה עם נועה ליברמן?")
    for told_once in ("NWBK", "9268", "kettle", "moon", "נועה", "ליברמן"):
        assert not any(told_once in body for body in kept.bodies), told_once


async def test_the_customer_reads_the_words_and_tools_get_them(core: BookingCore, salon: DemoSalon) -> None:
    kept: list[ModelInput] = []

    def reply(heard: ModelInput) -> Sequence[ScriptStep]:
        kept.append(heard)
        if heard.messages[-1].role == "user" and len(kept) > 1:
            details: dict[str, Any] = {"name": "[person 1]", "email": "[email 1]"}
            return [Call("ask_contact_details", details)]
        return [Say("Noted, [per"), Say("son 1]: being [health 1] is no ob"), Say("stacle.")]

    customer = Chatter(core, salon, ScriptedModel(forever=reply))
    answer = await customer.says(
        "my name is Ellinor Whitcombe, I'm pregnant, mail ellinor at whitcombe dot org"
    )
    assert answer == "Noted, Ellinor Whitcombe: being pregnant is no obstacle."
    assert "[person 1], I'm [health 1], mail [email 1]" in kept[0].messages[-1].content
    await customer.says("a haircut on friday please")
    contact = (await customer.view()).state.contact
    assert contact is not None
    assert (contact.name, contact.email) == ("Ellinor Whitcombe", "ellinor@whitcombe.org")
    assert not any(
        "Ellinor" in one.content or "pregnant" in one.content for heard in kept for one in heard.messages
    )
