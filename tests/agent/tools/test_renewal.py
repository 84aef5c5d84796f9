"""A customer who takes longer than a time is kept, while a provider's model talks to them."""

from datetime import timedelta

import pytest

from agent.models.scripted import Call, Say, ScriptedModel
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.time.clock import FrozenClock
from tests.agent.customers import Chatter
from tests.cast import Visitor, at

TOLD = "I am Rolf Stern, rolf@stern.example"


@pytest.fixture
def model() -> ScriptedModel:
    told = {"name": "Rolf Stern", "email": "[email 1]"}
    return ScriptedModel(
        [Call("find_times", {"service": "haircut", "when": "tuesday at 3pm", "staff": "Dana"})],
        [Call("hold_time", {"handle": "t1"})],
        [Say("Who may I put it under?")],
        [Call("ask_contact_details", told), Call("propose_booking")],
        [Say("Please look at it once more.")],
    )


async def test_a_time_that_ran_out_is_kept_again_for_the_summary(
    core: BookingCore, salon: DemoSalon, clock: FrozenClock, model: ScriptedModel
) -> None:
    rolf = Chatter(core, salon, model)
    await rolf.says("haircut with Dana on tuesday at 3pm")
    clock.advance(timedelta(minutes=15))
    await rolf.says(TOLD)
    assert '"held_again"' in model.heard[-1].messages[-1].content
    assert (await rolf.sees("summary") or {})["state"] == "open"
    assert "You're booked" in await rolf.says("yes")


async def test_a_time_that_ran_out_and_was_taken_is_answered_with_others(
    core: BookingCore, salon: DemoSalon, ada: Visitor, clock: FrozenClock, model: ScriptedModel
) -> None:
    rolf = Chatter(core, salon, model)
    await rolf.says("haircut with Dana on tuesday at 3pm")
    clock.advance(timedelta(minutes=15))
    await ada.books("Haircut", at(1, 15), staff_id=salon.resources["Dana"])
    await rolf.says(TOLD)
    assert '"alternatives":[{' in model.heard[-1].messages[-1].content
    assert await rolf.sees("summary") is None
    assert (await rolf.sees("slot_picker") or {})["state"] == "open"
