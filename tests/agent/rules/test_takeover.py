"""A provider may fail at any byte of any turn: the booking is made all the same, from the same state, by the
built-in receptionist."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import select

from agent.models.endpoint import Endpoint, Timeouts
from agent.models.providers import Providers
from agent.models.reliability.circuit_breaker import STAYS_OPEN
from booking_core.appointments.appointment import Appointment
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.time.clock import FrozenClock
from tests.agent.customers import Chatter
from tests.agent.fake_provider import (
    HANG_UP,
    RESET,
    FakeProvider,
    Part,
    ProviderAnswer,
)
from tests.agent.rules.provider import CONVERSATION, PLACES, provider_cut_at
from tests.attack.options import FULL_SIZE
from tests.cast import at

PATIENCE = Timeouts(first_byte=0.6, between_chunks=0.6, retry_pause=0.001)
SAID = ("a haircut on tuesday at 10am please", "I am Ada, ada@example.com", "yes")


async def read_booked(core: BookingCore, salon: DemoSalon) -> list[Appointment]:
    async with core.sessions() as session, session.begin():
        mine = select(Appointment).where(Appointment.organization_id == salon.organization_id)
        return list(await session.scalars(mine))


# Every day each place with one of the endings.
@pytest.mark.parametrize(
    ("number", "cut", "ending"),
    [
        pytest.param(*place, ending, id=f"{place}-{name}", marks=FULL_SIZE if (number + of) % 2 else ())
        for number, place in enumerate(PLACES)
        for of, (name, ending) in enumerate({"cut": HANG_UP, "reset": RESET}.items())
    ],
)
async def test_wherever_a_provider_fails_the_booking_is_made(
    core: BookingCore, salon: DemoSalon, number: int, cut: int, ending: Part
) -> None:
    providers = Providers(core.clock)
    async with provider_cut_at(number, cut, ending) as provider:
        ada = Chatter(core, salon, providers.model(Endpoint(provider.base_url, "fake-1", timeouts=PATIENCE)))
        await booking_of(ada)
        assert len(provider.asked) > number
    await providers.close()
    [appointment] = await read_booked(core, salon)
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
    assert len(await read_booked(core, salon)) == 1


async def test_the_provider_itself_leads_the_whole_booking_and_never_reads_who_it_is_for(
    core: BookingCore, salon: DemoSalon
) -> None:
    providers = Providers(core.clock)
    async with FakeProvider(*map(ProviderAnswer, CONVERSATION)) as provider:
        ada = Chatter(core, salon, providers.model(Endpoint(provider.base_url, "fake-1", timeouts=PATIENCE)))
        await booking_of(ada)
        assert len(provider.asked) == len(CONVERSATION)
        read = str([asked.body for asked in provider.asked])
    await providers.close()
    assert len(await read_booked(core, salon)) == 1
    assert "ada@example.com" not in read


@pytest.mark.parametrize(
    "answer",
    [
        ProviderAnswer.error(401),
        ProviderAnswer.error(500),
        ProviderAnswer.error(429),
        ProviderAnswer.error(404),
    ],
    ids=lambda a: str(a.status),
)
async def test_a_missing_key_and_a_provider_that_is_down_are_nobodys_concern(
    core: BookingCore, salon: DemoSalon, answer: ProviderAnswer
) -> None:
    providers = Providers(core.clock)
    async with FakeProvider(answer) as provider:
        ada = Chatter(core, salon, providers.model(Endpoint(provider.base_url, "fake-1", timeouts=PATIENCE)))
        await booking_of(ada)
    await providers.close()
    assert len(await read_booked(core, salon)) == 1


async def test_the_provider_is_asked_again_when_its_circuit_closes(
    core: BookingCore, salon: DemoSalon, clock: FrozenClock
) -> None:
    providers = Providers(clock)
    async with FakeProvider(ProviderAnswer.error(503)) as provider:
        ada = Chatter(core, salon, providers.model(Endpoint(provider.base_url, "fake-1", timeouts=PATIENCE)))
        for _ in range(3):
            await ada.says("hello")
        asked = len(provider.asked)
        await ada.says("hello")
        assert len(provider.asked) == asked
        provider.answers = [ProviderAnswer.speech("I am back.")]
        clock.advance(STAYS_OPEN + timedelta(seconds=1))
        assert await ada.says("hello") == "I am back."
    await providers.close()
