"""A yes counts for the summary the customer has read last: never for a model's own words, nor for a change
that was not made."""

import pytest

from agent.guided.receptionist import GuidedModel
from agent.live_stream.stream import ConversationLog
from agent.models.scripted import Say, ScriptedModel
from agent.turns.turn import TurnRunner
from booking_core.core import BookingCore
from tests.attack.understanding.summaries import DEEDS, Summarised
from tests.conftest import new_salon

# What is said at the summary, what a model makes of it without any tool, and the yes that follows.
OWN_WORDS = (
    ("can you make it a massage instead?", "It is a Massage with Jonas now, 70 EUR. Fine?", "yes"),
    ("and what does it cost?", "It is free for you today. Do you agree?", "yes please"),
    ("hm", "Shall I?", "y"),
    ("wait a moment", "Of course. Is Dana all right, too?", "ok"),
)
CHANGES = (
    "sure, can you make it a massage instead",
    "yes, for two people",
    "ok, but with Miriam",
    "can you make it a massage instead?",
    "yes but make it longer",
)


@pytest.mark.parametrize("deed", DEEDS)
@pytest.mark.parametrize(("said", "words", "agreed"), OWN_WORDS)
async def test_a_yes_to_a_models_own_words_shows_the_summary_again(
    core: BookingCore, deed: str, said: str, words: str, agreed: str
) -> None:
    if deed == "cancel" and said in ("hm", "wait a moment"):
        return  # Whoever is asked whether to cancel and says anything else keeps the appointment.
    eve = await Summarised.shown(core, await new_salon(core), "en", deed, "guided")
    eve.turns = TurnRunner(core, ConversationLog(core.redis), (ScriptedModel([Say(words)]),), GuidedModel())
    before, shown = await eve.records(), await eve.sees("summary")
    await eve.says(said)
    asked = await eve.says(agreed)
    assert await eve.records() == before
    again = await eve.sees("summary")
    assert shown is not None
    assert again is not None
    if deed == "cancel" and (await eve.view()).state.summary is None:
        return  # It was let stand.
    assert again["id"] != shown["id"]
    assert again["state"] == "open"
    assert asked.startswith("Please check the summary.")
    await eve.says("yes")
    assert await eve.records() != before


async def test_the_button_of_a_summary_counts_whatever_was_said_since(core: BookingCore) -> None:
    eve = await Summarised.shown(core, await new_salon(core), "en", "book", "guided")
    eve.turns = TurnRunner(
        core, ConversationLog(core.redis), (ScriptedModel([Say("Nine to five.")]),), GuidedModel()
    )
    before = await eve.records()
    await eve.says("when are you open?")
    await eve.agrees()
    assert len(await eve.records()) == len(before) + 1


@pytest.mark.parametrize("change", CHANGES)
async def test_a_yes_after_a_change_that_was_not_made_books_nothing_unshown(
    core: BookingCore, change: str
) -> None:
    eve = await Summarised.shown(core, await new_salon(core), "en", "book", "guided")
    before, shown = await eve.records(), await eve.sees("summary")
    await eve.says(change)
    again = await eve.sees("summary")
    await eve.says("y")
    assert shown is not None
    assert again is not None
    assert again["id"] != shown["id"] or await eve.records() == before
