"""What a model says was done, and was not, is not heard; nor is a price or a length that nobody has told
it."""

import pytest

from agent.models.scripted import Call, Say, ScriptedModel
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.customers import Chatter

UNDONE = (
    "We have refunded you.",
    "I've sent you a mail.",
    "Somebody will call you back today.",
    "I've put you on the waiting list.",
    "I've told the manager about it.",
    "I'm holding Friday at ten for you.",
    "Friday at ten is yours.",
)
AMOUNTS = (
    "A haircut is 17 euros today.",
    "You get 30% off.",
    "A haircut takes 25 minutes.",
    "It costs seventeen euros.",
)


@pytest.mark.parametrize("claim", UNDONE)
async def test_no_deed_is_told_undone(core: BookingCore, salon: DemoSalon, claim: str) -> None:
    eve = Chatter(core, salon, ScriptedModel([Say(f"Hello. {claim} Which day suits you?")]))
    answer = await eve.says("and what about me?")
    assert claim not in answer
    assert answer.startswith("Hello. To be exact")
    assert answer.endswith("Which day suits you?")


@pytest.mark.parametrize("claim", AMOUNTS)
async def test_no_amount_is_made_up(core: BookingCore, salon: DemoSalon, claim: str) -> None:
    eve = Chatter(core, salon, ScriptedModel([Say(f"Hello. {claim} Which day suits you?")]))
    answer = await eve.says("is a haircut 17 euros?")
    assert claim not in answer
    assert "Haircut: 45 minutes, €45.00." in answer
    assert answer.endswith("Which day suits you?")


async def test_what_was_done_is_told(core: BookingCore, salon: DemoSalon) -> None:
    said = "I've told the team. A haircut is €45.00 and takes 45 minutes. No, it is not 17 euros."
    eve = Chatter(core, salon, ScriptedModel([Call("hand_over", {"reason": "x"})], [Say(said)]))
    assert await eve.says("is a haircut 17 euros? ask a person please") == said


async def test_a_time_that_is_kept_is_told(core: BookingCore, salon: DemoSalon) -> None:
    said = "I'm holding that time for you for ten minutes."
    find = Call("find_times", {"service": "haircut", "when": "tuesday at 10"})
    eve = Chatter(core, salon, ScriptedModel([find], [Call("hold_time", {"handle": "t1"})], [Say(said)]))
    assert said in await eve.says("haircut on tuesday at 10")


@pytest.mark.parametrize(
    "note",
    [
        "The user wants a haircut on Friday.",
        "Reasoning: the wish is clear.",
        "I should call the tool first.",
        "Der Kunde möchte einen Haarschnitt.",
        "L'utilisateur veut une coupe.",
        "El usuario quiere un corte.",
        "L'utente vuole un taglio.",
        "הלקוח רוצה תספורת.",
        "العميل يريد قصة شعر.",
    ],
)
async def test_a_note_to_itself_is_not_heard(core: BookingCore, salon: DemoSalon, note: str) -> None:
    eve = Chatter(core, salon, ScriptedModel([Say(f"{note} Which day suits you?")]))
    assert (await eve.says("hello you")).strip() == "Which day suits you?"
