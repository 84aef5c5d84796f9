"""An organization's own models: asked in their order, with keys that lie sealed."""

from collections.abc import Sequence
from typing import Any

from agent.guided.receptionist import GuidedModel
from agent.models.endpoint import Endpoint
from agent.models.own import own_endpoints
from agent.models.providers import Providers
from agent.turns.turn import TurnRunner
from booking_core.chat_models.chat_model import ChatModel
from booking_core.chat_models.model_choice import ModelChoice
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.customers import Chatter
from tests.agent.fake_provider import (
    FakeProvider,
    ProviderAnswer,
)
from tests.cast import chooses_models
from web.secrets.sealing import model_key_seal
from web.worker.chat_models import ChatModels


class Choosing:
    """Organizations that choose their models on the command line, and a worker that asks these."""

    def __init__(self, core: BookingCore, providers: Providers, usual: Sequence[Any]) -> None:
        self.core = core
        self.seal = model_key_seal("k" * 40)
        self.models = ChatModels(core, providers, self.seal, usual)

    async def choose(self, salon: DemoSalon, *choices: ModelChoice) -> None:
        await chooses_models(self.core, salon.organization_id, self.seal, *choices)

    def customer_of(self, salon: DemoSalon) -> Chatter:
        chatter = Chatter(self.core, salon)
        chatter.turns = TurnRunner(self.core, chatter.turns.log, (), GuidedModel(), self.models)
        return chatter


async def test_an_organization_is_answered_by_its_own_models_in_their_order(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon
) -> None:
    providers = Providers(core.clock)
    async with (
        FakeProvider(ProviderAnswer.error(500)) as down,
        FakeProvider(ProviderAnswer.speech("Own.")) as own,
        FakeProvider(ProviderAnswer.speech("Usual.")) as usual,
    ):
        house = Choosing(core, providers, [providers.model(Endpoint(usual.base_url, "usual"))])
        ada, ben = house.customer_of(salon), house.customer_of(other_salon)
        assert await ada.says("hello") == "Usual."
        await house.choose(
            salon, ModelChoice(down.base_url, "a", "secret-a"), ModelChoice(own.base_url, "b", "secret-b")
        )
        assert await ada.says("hello") == "Own."
        assert own.asked[0].headers["authorization"] == "Bearer secret-b"
        assert await ben.says("hello") == "Usual."
        await house.choose(salon)
        assert await ada.says("hello") == "Usual."
    await providers.close()


async def test_a_key_lies_sealed_and_only_for_its_organization(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon
) -> None:
    providers = Providers(core.clock)
    house = Choosing(core, providers, [])
    await house.choose(salon, ModelChoice("https://models.example/v1", "m", "secret-key"))
    async with core.sessions() as session, session.begin():
        row = await session.get_one(ChatModel, (salon.organization_id, 0))
        assert row.sealed_key is not None
        assert b"secret-key" not in row.sealed_key
        session.add(
            ChatModel(
                organization_id=other_salon.organization_id,
                position=0,
                base_url=row.base_url,
                model="m",
                sealed_key=row.sealed_key,
            )
        )
    async with core.sessions() as session, session.begin():
        [mine] = await own_endpoints(session, salon.organization_id, house.seal) or ()
        theirs = await own_endpoints(session, other_salon.organization_id, house.seal)
        elsewhere = await own_endpoints(session, salon.organization_id, model_key_seal("x" * 40))
    assert (mine.api_key, theirs, elsewhere) == ("secret-key", (), ())
    await providers.close()
