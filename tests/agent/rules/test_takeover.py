"""A provider may fail at any byte of any turn: the booking is made all the same, from the same state, by the
built-in receptionist."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from agent.guided.receptionist import GuidedModel
from agent.models.endpoint import Endpoint, Timeouts
from agent.models.own import ChatModel, ModelChoice, choose_models, own_endpoints
from agent.models.providers import Providers
from agent.models.reliability.circuit_breaker import STAYS_OPEN
from agent.turns.turn import TurnRunner
from booking_core.appointments.appointment import Appointment
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.audit import Actor
from booking_core.time.clock import FrozenClock
from tests.agent.customers import Chatter
from tests.agent.fake_provider import (
    DONE,
    HANG_UP,
    RESET,
    Answer,
    FakeProvider,
    Part,
    chunk,
    entry,
    tool_calls_chunk,
)
from tests.cast import at
from web.secrets.sealing import model_key_seal
from web.worker.chat_models import ChatModels

PATIENCE = Timeouts(first_byte=0.6, between_chunks=0.6, retry_pause=0.001)
SAID = ("a haircut on tuesday at 10am please", "I am Ada, ada@example.com", "yes")


def calls(name: str, arguments: str) -> list[Part]:
    return [
        tool_calls_chunk(entry(arguments[:8], name, index=0, id="a")),
        tool_calls_chunk(entry(arguments[8:], index=0)),
        chunk("tool_calls"),
        DONE,
    ]


def speaks(*words: str) -> list[Part]:
    return [*(chunk(content=word) for word in words), chunk("stop"), DONE]


# A whole booking as a provider would lead it: its answers in the order of the requests.
CONVERSATION: tuple[list[Part], ...] = (
    calls("find_times", '{"service": "haircut", "when": "tuesday at 10am"}'),
    calls("hold_time", '{"handle": "t1"}'),
    speaks("I am ", "keeping it. ", "Who is it for?"),
    calls("ask_contact_details", '{"name": "Ada", "email": "[email 1]"}'),
    calls("propose_booking", "{}"),
    speaks("Please ", "check the summary."),
)
PLACES = [(at_, cut) for at_, parts in enumerate(CONVERSATION) for cut in range(len(parts))]


def provider_cut_at(number: int, cut: int, ending: Part) -> FakeProvider:
    """The conversation up to one chunk of one answer; from then on nothing but ``ending``, however often it
    is asked."""
    whole = [Answer(parts) for parts in CONVERSATION[:number]]
    return FakeProvider(*whole, Answer([*CONVERSATION[number][:cut], ending]), Answer([ending]))


async def booked(core: BookingCore, salon: DemoSalon) -> list[Appointment]:
    async with core.sessions() as session:
        mine = select(Appointment).where(Appointment.organization_id == salon.organization_id)
        return list(await session.scalars(mine))


@pytest.mark.parametrize("ending", [HANG_UP, RESET], ids=["cut", "reset"])
@pytest.mark.parametrize(("number", "cut"), PLACES)
async def test_wherever_a_provider_fails_the_booking_is_made(
    core: BookingCore, salon: DemoSalon, number: int, cut: int, ending: Part
) -> None:
    providers = Providers(core.clock)
    async with provider_cut_at(number, cut, ending) as provider:
        ada = Chatter(core, salon, providers.model(Endpoint(provider.base_url, "fake-1", timeouts=PATIENCE)))
        await booking_of(ada)
        assert len(provider.asked) > number
    await providers.close()
    [appointment] = await booked(core, salon)
    assert appointment.starts_at == at(1, 10)


async def booking_of(ada: Chatter) -> None:
    """The customer says what is asked of them, whoever asks, at most twice each."""
    for said in SAID:
        await ada.says(said)
    if not await ada.sees("booking_card"):
        await ada.says(SAID[-1])


@pytest.mark.parametrize("number", [0, 2, 4])
async def test_a_provider_that_falls_silent_is_not_waited_for(
    core: BookingCore, salon: DemoSalon, number: int
) -> None:
    providers = Providers(core.clock)
    async with provider_cut_at(number, 1, 30.0) as provider, asyncio.timeout(30):
        ada = Chatter(core, salon, providers.model(Endpoint(provider.base_url, "fake-1", timeouts=PATIENCE)))
        await booking_of(ada)
    await providers.close()
    assert len(await booked(core, salon)) == 1


async def test_the_provider_itself_leads_the_whole_booking_and_never_reads_who_it_is_for(
    core: BookingCore, salon: DemoSalon
) -> None:
    providers = Providers(core.clock)
    async with FakeProvider(*map(Answer, CONVERSATION)) as provider:
        ada = Chatter(core, salon, providers.model(Endpoint(provider.base_url, "fake-1", timeouts=PATIENCE)))
        await booking_of(ada)
        assert len(provider.asked) == len(CONVERSATION)
        read = str([asked.body for asked in provider.asked])
    await providers.close()
    assert len(await booked(core, salon)) == 1
    assert "ada@example.com" not in read


@pytest.mark.parametrize(
    "answer",
    [Answer.error(401), Answer.error(500), Answer.error(429), Answer.error(404)],
    ids=lambda a: str(a.status),
)
async def test_a_missing_key_and_a_provider_that_is_down_are_nobodys_concern(
    core: BookingCore, salon: DemoSalon, answer: Answer
) -> None:
    providers = Providers(core.clock)
    async with FakeProvider(answer) as provider:
        ada = Chatter(core, salon, providers.model(Endpoint(provider.base_url, "fake-1", timeouts=PATIENCE)))
        await booking_of(ada)
    await providers.close()
    assert len(await booked(core, salon)) == 1


async def test_the_provider_is_asked_again_when_its_circuit_closes(
    core: BookingCore, salon: DemoSalon, clock: FrozenClock
) -> None:
    providers = Providers(clock)
    async with FakeProvider(Answer.error(503)) as provider:
        ada = Chatter(core, salon, providers.model(Endpoint(provider.base_url, "fake-1", timeouts=PATIENCE)))
        for _ in range(3):
            await ada.says("hello")
        asked = len(provider.asked)
        await ada.says("hello")
        assert len(provider.asked) == asked
        provider.answers = [Answer.speech("I am back.")]
        clock.advance(STAYS_OPEN + timedelta(seconds=1))
        assert await ada.says("hello") == "I am back."
    await providers.close()


class Choosing:
    """Organizations that choose their models on the command line, and a worker that asks these."""

    def __init__(self, core: BookingCore, providers: Providers, usual: Sequence[Any]) -> None:
        self.core = core
        self.seal = model_key_seal("k" * 40)
        self.models = ChatModels(core, providers, self.seal, usual)

    async def choose(self, salon: DemoSalon, *choices: ModelChoice) -> None:
        async with self.core.sessions() as session, session.begin():
            actor = Actor(door="system", id="zimun")
            await choose_models(session, salon.organization_id, choices, self.seal, actor, self.core.clock)

    def customer_of(self, salon: DemoSalon) -> Chatter:
        chatter = Chatter(self.core, salon)
        chatter.turns = TurnRunner(self.core, chatter.turns.log, (), GuidedModel(), self.models)
        return chatter


async def test_an_organization_is_answered_by_its_own_models_in_their_order(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon
) -> None:
    providers = Providers(core.clock)
    async with (
        FakeProvider(Answer.error(500)) as down,
        FakeProvider(Answer.speech("Own.")) as own,
        FakeProvider(Answer.speech("Usual.")) as usual,
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
    async with core.sessions() as session:
        [mine] = await own_endpoints(session, salon.organization_id, house.seal) or ()
        theirs = await own_endpoints(session, other_salon.organization_id, house.seal)
        elsewhere = await own_endpoints(session, salon.organization_id, model_key_seal("x" * 40))
    assert (mine.api_key, theirs, elsewhere) == ("secret-key", (), ())
    await providers.close()
