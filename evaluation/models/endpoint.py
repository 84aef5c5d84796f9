"""An endpoint at which playing models are found, over real HTTP: each trial is a model of its own there."""

import random
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from agent.guided.receptionist import GuidedModel
from agent.models.endpoint import Endpoint, Timeouts
from agent.models.protocol import Model
from agent.models.providers import Providers
from agent.models.scripted import Steps
from booking_core.time.clock import SystemClock
from evaluation.customer.act import Meaning
from evaluation.models.fake_provider import FakeProvider, ProviderAnswer, ReceivedRequest
from evaluation.models.intent import Intent
from evaluation.models.requests import Request
from evaluation.models.streams import stream_reply
from evaluation.scenarios.scenario import Scenario
from evaluation.trials.faults import Faults

Plays = Callable[[Intent, Request], Steps]
# One customer's outage must not keep another waiting.
TIMEOUTS = Timeouts(retry_pause=0.01)


class Playing:
    """A subject whose model knows what each message means."""

    def __init__(self, intent: Intent, model: Model) -> None:
        self.guided: Model = GuidedModel()
        self.models = (model,)
        self._intent = intent

    def expect(self, turn: int, meaning: Meaning) -> None:
        self._intent.turn, self._intent.meaning = turn, meaning


class Playhouse:
    """The endpoint: knows every trial's intent by the name of its model."""

    def __init__(self, plays: Plays, providers: Providers) -> None:
        self._plays = plays
        self._providers = providers
        self._intents: dict[str, Intent] = {}
        self.provider = FakeProvider(answering=self._answer)

    def cast(self, scenario: Scenario, faults: Faults, rng: random.Random) -> Playing:
        name = f"player-{len(self._intents)}"
        # A stream of its own: who is judged does not change what the customer says.
        own = random.Random(rng.random())  # noqa: S311 - plays, guards nothing
        intent = self._intents[name] = Intent(scenario, faults, own)
        return Playing(
            intent, self._providers.model(Endpoint(self.provider.base_url, name, timeouts=TIMEOUTS))
        )

    def _answer(self, asked: ReceivedRequest) -> ProviderAnswer:
        intent = self._intents[asked.body["model"]]
        if intent.faults.provider_down(intent.turn):
            return ProviderAnswer.error(intent.rng.choice((429, 500, 502, 503)))
        if "stream_options" in asked.body and intent.rng.random() < 0.1:
            return ProviderAnswer.error(400, {"error": {"message": "Unknown parameter: 'stream_options'."}})
        steps = self._plays(intent, Request(asked.body))
        return stream_reply(steps, intent.rng, intent.faults.provider_cut(intent.turn))


@asynccontextmanager
async def open_playhouse(plays: Plays) -> AsyncIterator[Playhouse]:
    providers = Providers(SystemClock())
    evaluation = Playhouse(plays, providers)
    try:
        async with evaluation.provider:
            yield evaluation
    finally:
        await providers.close()
