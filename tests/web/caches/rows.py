"""One row for everything that a process could remember of a business: how it is changed, and what shows
it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx

from booking_core.back_office.back_office import BackOffice
from booking_core.chat_models.model_choice import ModelChoice
from booking_core.pictures.encode import LOGO, encode_picture
from tests.agent.fake_provider import FakeProvider, ProviderAnswer
from tests.cast import chooses_models, set_by_owner
from tests.pictures import png
from tests.web.api.conftest import API, program_of
from tests.web.caches.scene import Scene, arrange
from tests.web.caches.who import (
    api_clients,
    key_of_introductions,
    limits_of_a_program,
    roles,
    sessions,
    webhook_subscriptions,
)
from tests.web.chat.conftest import opened
from tests.web.conftest import Business
from web.secrets.sealing import model_key_seal

RENAMED = "Trim of hedges"


@asynccontextmanager
async def service_names(at: Business) -> AsyncIterator[Scene]:
    program = await program_of(at.processes.webs[0], at.core, at.salon)

    async def shows(web: httpx.AsyncClient) -> Any:
        return (await web.get(f"{API}/services", headers=program.auth)).text

    yield Scene(shows, lambda: _rename(at))


@asynccontextmanager
async def what_the_worker_knows(at: Business) -> AsyncIterator[Scene]:
    async def shows(web: httpx.AsyncClient) -> Any:
        return RENAMED in str(await _answer(at, web, "What do you offer?"))

    yield Scene(shows, lambda: _rename(at))


@asynccontextmanager
async def own_models(at: Business) -> AsyncIterator[Scene]:
    seal = model_key_seal(at.processes.settings.secret_key)
    first, second = _ports_allowed(at)
    async with (
        FakeProvider(ProviderAnswer.speech("One."), port=first) as one,
        FakeProvider(ProviderAnswer.speech("Two."), port=second) as two,
    ):

        async def choose(provider: FakeProvider) -> None:
            choice = ModelChoice(provider.base_url, "m", "k")
            await chooses_models(at.core, at.salon.organization_id, seal, choice)

        async def shows(web: httpx.AsyncClient) -> Any:
            return (await _answer(at, web, "Hello"))["text"]

        await choose(one)
        yield Scene(shows, lambda: choose(two))


@asynccontextmanager
async def key_of_an_own_model(at: Business) -> AsyncIterator[Scene]:
    """The same endpoint with another key: connections are remembered by both."""
    seal = model_key_seal(at.processes.settings.secret_key)
    async with FakeProvider(ProviderAnswer.speech("One."), port=_ports_allowed(at)[0]) as provider:

        async def choose(key: str) -> None:
            choice = ModelChoice(provider.base_url, "m", key)
            await chooses_models(at.core, at.salon.organization_id, seal, choice)

        async def shows(web: httpx.AsyncClient) -> Any:
            await _answer(at, web, "Hello")
            return provider.asked[-1].headers["authorization"]

        await choose("before")
        yield Scene(shows, lambda: choose("after"))


@asynccontextmanager
async def page_of_the_widget(at: Business) -> AsyncIterator[Scene]:
    async def shows(web: httpx.AsyncClient) -> Any:
        return (await web.get(f"/c/{at.salon.organization_id}")).text

    yield Scene(shows, lambda: set_by_owner(at.core, at.salon.organization_id, name="Another name"))


@asynccontextmanager
async def allowed_websites(at: Business) -> AsyncIterator[Scene]:
    async def shows(web: httpx.AsyncClient) -> Any:
        asked = {"organization_id": at.salon.organization_id}
        return (await web.get("/embed/frame", params=asked)).headers["content-security-policy"]

    sites = ["https://shop.example"]
    yield Scene(shows, lambda: set_by_owner(at.core, at.salon.organization_id, websites=sites))


@asynccontextmanager
async def limits_of_the_chat(at: Business) -> AsyncIterator[Scene]:
    """A browser that says two things at once."""

    async def shows(web: httpx.AsyncClient) -> Any:
        page = await opened(web, at.salon.organization_id)
        return [(await page.sends(text="Hello")).status_code for _ in range(2)]

    limit: dict[str, Any] = {"chat__limits__messages_per_conversation_and_minute": 1}
    yield Scene(shows, lambda: set_by_owner(at.core, at.salon.organization_id, **limit))


@asynccontextmanager
async def switch_of_the_mcp_door(at: Business) -> AsyncIterator[Scene]:
    async def shows(web: httpx.AsyncClient) -> Any:
        place = f"/.well-known/oauth-protected-resource/o/{at.salon.organization_id}/mcp"
        return (await web.get(place)).status_code

    yield Scene(shows, lambda: set_by_owner(at.core, at.salon.organization_id, mcp__enabled=True))


@asynccontextmanager
async def logo(at: Business) -> AsyncIterator[Scene]:
    """The page names it by its content, so that it is another address."""
    picture = encode_picture(png(), LOGO)

    async def put(office: BackOffice) -> None:
        _, version = await office.settings.read()
        await office.pictures.change(at.salon.organization_id, picture, expected_version=version)

    async def remove(office: BackOffice) -> None:
        _, version = await office.settings.read()
        await office.pictures.remove(at.salon.organization_id, expected_version=version)

    async def shows(web: httpx.AsyncClient) -> Any:
        address = f"/pictures/{at.salon.organization_id}/{picture.hash}.webp"
        return (await web.get(address)).status_code, picture.hash in (
            await web.get(f"/c/{at.salon.organization_id}")
        ).text

    await arrange(at, put)
    yield Scene(shows, lambda: arrange(at, remove))


async def _answer(at: Business, web: httpx.AsyncClient, words: str) -> dict[str, Any]:
    """The worker's, to a customer of that process."""
    page = await opened(web, at.salon.organization_id)
    await page.sends(text=words)
    await page.until("run.completed")
    answer: dict[str, Any] = (await page.shown())["messages"][-1]
    return answer


def _ports_allowed(at: Business) -> list[int]:
    """Where on this machine an owner's model may be."""
    return [int(one.rpartition(":")[2]) for one in at.processes.settings.private_models]


async def _rename(at: Business) -> None:
    async def rename(office: BackOffice) -> None:
        row = await office.services.find(at.salon.services["Haircut"])
        await office.services.change(row.id, {"name": RENAMED}, expected_version=row.version)

    await arrange(at, rename)


ROWS = (
    service_names,
    what_the_worker_knows,
    own_models,
    key_of_an_own_model,
    page_of_the_widget,
    allowed_websites,
    limits_of_the_chat,
    switch_of_the_mcp_door,
    logo,
    key_of_introductions,
    api_clients,
    limits_of_a_program,
    webhook_subscriptions,
    roles,
    sessions,
)
