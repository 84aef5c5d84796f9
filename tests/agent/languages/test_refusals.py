"""What a rule tells a model is no sentence for customers; and whether an appointment is cancelled is told as
it is."""

import pytest

from agent.guided.receptionist import GuidedModel
from agent.live_stream.stream import ConversationLog
from agent.models.scripted import Say, ScriptedModel
from agent.turns.turn import TurnRunner
from booking_core.core import BookingCore
from tests.attack.understanding.summaries import Summarised
from tests.conftest import new_salon

ASKED = ("is it cancelled?", "did you cancel it?", "Is my appointment cancelled now?")


@pytest.mark.parametrize("question", ASKED)
async def test_whether_it_is_cancelled_is_told(core: BookingCore, question: str) -> None:
    eve = await Summarised.shown(core, await new_salon(core), "en", "cancel", "guided")
    done = await eve.says("yes")
    answered = await eve.says(question)
    assert "is cancelled" in answered
    assert answered == done


async def test_a_model_that_says_so_is_not_contradicted(core: BookingCore) -> None:
    eve = await Summarised.shown(core, await new_salon(core), "en", "cancel", "guided")
    done = await eve.says("yes")
    said = (ScriptedModel([Say("Yes, your appointment is cancelled.")]),)
    eve.turns = TurnRunner(core, ConversationLog(core.redis), said, GuidedModel())
    assert await eve.says("is it cancelled?") == done


@pytest.mark.parametrize("said", ["cancel my appointment", "move my appointment to friday"])
async def test_nothing_that_tools_tell_models_is_said(core: BookingCore, said: str) -> None:
    eve = await Summarised.shown(core, await new_salon(core), "en", "cancel", "guided")
    await eve.says("yes")
    for text in (said, "b7", said):
        assert "find_my_booking" not in await eve.says(text)
