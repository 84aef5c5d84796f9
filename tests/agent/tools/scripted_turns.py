"""Turns of a scripted model, and what it was told in them."""

import json
from typing import Any

from agent.guardrails.instruction_leaks import DATA_BEGINS
from agent.models.scripted import ModelInput, Say, ScriptedModel, ScriptStep
from tests.agent.customers import Chatter

SPEAKS = [Say("Anything else?")]


def turns(*calls: ScriptStep) -> list[list[ScriptStep]]:
    """A reply for each turn: one call, and then words."""
    return [reply for call in calls for reply in ([call], SPEAKS)]


def results(model: ScriptedModel) -> list[dict[str, Any]]:
    """What the model read of its tools, in order."""
    read = [heard.messages[-1] for heard in model.heard]
    return [json.loads(message.content) for message in read if message.role == "tool"]


def data_in(heard: ModelInput) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(heard.messages[0].content.partition(DATA_BEGINS)[2])
    return data


async def knows(eve: Chatter, text: str = "and now?") -> dict[str, Any]:
    """The data a model is given when the customer says this."""
    model = ScriptedModel(SPEAKS)
    eve.turns.models = (model,)
    await eve.says(text)
    return data_in(model.heard[0])


def starts(result: dict[str, Any]) -> list[str]:
    return [offer["starts"] for offer in result["offers"]]
