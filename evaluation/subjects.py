"""Who is judged: the built-in receptionist, a model that plays a part, or a provider's model; a fresh one for
each trial."""

import random
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from agent.guided.receptionist import GuidedModel
from agent.models.endpoint import Endpoint
from agent.models.protocol import Model
from agent.models.providers import Providers
from agent.models.scripted import Fail, ModelInput, Say, ScriptedModel, Steps
from booking_core.time.clock import SystemClock
from evaluation.customer.act import Meaning
from evaluation.models import clumsy, malicious, receptionist
from evaluation.models.endpoint import open_playhouse
from evaluation.scenarios.scenario import Scenario
from evaluation.trials.faults import Faults
from evaluation.trials.trial_runner import Subject

GUIDED, SCRIPTED, CLUMSY, OPENAI = "guided", "scripted", "clumsy", "openai"
MALICIOUS, NOBODY = "malicious", "nobody"
PLAYS = {SCRIPTED: receptionist.reply, CLUMSY: clumsy.reply, MALICIOUS: malicious.reply}
MODELS = (GUIDED, SCRIPTED, CLUMSY, OPENAI, MALICIOUS)
# These hear what a customer means, which nobody knows of one who says the lines that somebody wrote.
HEAR_WHAT_IS_MEANT = (SCRIPTED, CLUMSY)
ForTrial = Callable[[Scenario, Faults, random.Random], Subject]


class Plain:
    """A subject that is told nothing."""

    def __init__(self, guided: Model, *models: Model) -> None:
        self.guided = guided
        self.models = models

    def expect(self, turn: int, meaning: Meaning) -> None:
        """Whoever is judged hears what the customer says, and no more."""


@asynccontextmanager
async def open_subjects(model: str, endpoint: Endpoint | None) -> AsyncIterator[ForTrial]:
    """The one who is judged, for any number of trials. ``endpoint`` is the provider's, for ``openai``."""
    if model == GUIDED:
        yield _guided_subject
    elif model == NOBODY:
        yield lambda *_: Plain(_silent())
    elif model == OPENAI and endpoint is not None:
        providers = Providers(SystemClock())
        try:
            yield lambda *_: Plain(GuidedModel(), providers.model(endpoint))
        finally:
            await providers.close()
    elif model in PLAYS:
        async with open_playhouse(PLAYS[model]) as evaluation:
            yield evaluation.cast
    else:
        raise LookupError(f"there is no {model} to judge")


def _guided_subject(_: Scenario, faults: Faults, __: random.Random) -> Subject:
    """Alone, or behind a provider that is down or stops in the middle of a sentence."""
    if not faults.provider_fails:
        return Plain(GuidedModel())
    broken = ScriptedModel(
        forever=lambda heard: _broken_steps(faults, sum(message.role == "user" for message in heard.messages))
    )
    return Plain(GuidedModel(), broken)


def _broken_steps(faults: Faults, turn: int) -> Steps:
    if faults.provider_cut(turn) is not None:
        return [Say("One moment please, I am just looking whether"), Fail("cut")]
    return [Fail("overloaded")]


def _silent() -> Model:
    """An agent that does nothing, whatever is asked of it."""

    def nothing(_: ModelInput) -> Steps:
        return [Say("I see.")]

    return ScriptedModel(forever=nothing, name=NOBODY)
