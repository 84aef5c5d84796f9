"""One row for everything that a process could remember of a business: how it is changed, and what shows
it."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any, NamedTuple

import httpx
import jwt

from agent.models.own import ModelChoice, choose_models
from booking_core.access.roles import Role
from booking_core.back_office.back_office import BackOffice
from booking_core.pictures.encode import LOGO, encode_picture
from booking_core.storage.audit import Actor
from booking_core.team.change import change_role, colleagues_of
from booking_core.team.context import TeamContext
from booking_core.team.sessions import end_session
from tests.agent.fake_provider import Answer, FakeProvider
from tests.cast import MONDAY, set_by_owner
from tests.pictures import png
from tests.web.api.conftest import API, program_of
from tests.web.chat.conftest import opened
from tests.web.conftest import Business
from tests.web.console.stage import PASSWORD, operator_of
from web.access.api_clients import live_client
from web.access.identity import identity_key
from web.access.tokens import revoke_client
from web.secrets.sealing import model_key_seal

RENAMED = "Trim of hedges"
Shown = Callable[[httpx.AsyncClient], Awaitable[Any]]
Change = Callable[[], Awaitable[Any]]


class Scene(NamedTuple):
    """``shows`` is what a process shows of it; ``changes`` changes it without any of them."""

    shows: Shown
    changes: Change


@asynccontextmanager
async def service_names(at: Business) -> AsyncIterator[Scene]:
    program = await program_of(at.processes.webs[0], at.core, at.salon)

    async def shows(web: httpx.AsyncClient) -> Any:
        return (await web.get(f"{API}/services", headers=program.auth)).text

    yield Scene(shows, lambda: _renamed(at))


@asynccontextmanager
async def what_the_worker_knows(at: Business) -> AsyncIterator[Scene]:
    async def shows(web: httpx.AsyncClient) -> Any:
        return RENAMED in str(await _answer(at, web, "What do you offer?"))

    yield Scene(shows, lambda: _renamed(at))


@asynccontextmanager
async def own_models(at: Business) -> AsyncIterator[Scene]:
    seal = model_key_seal(at.processes.settings.secret_key)
    async with FakeProvider(Answer.speech("One.")) as one, FakeProvider(Answer.speech("Two.")) as two:

        async def choose(provider: FakeProvider) -> None:
            actor, choices = Actor("system", "zimun"), [ModelChoice(provider.base_url, "m", "k")]
            async with at.core.sessions() as session, session.begin():
                await choose_models(session, at.salon.organization_id, choices, seal, actor, at.core.clock)

        async def shows(web: httpx.AsyncClient) -> Any:
            return (await _answer(at, web, "Hello"))["text"]

        await choose(one)
        yield Scene(shows, lambda: choose(two))


@asynccontextmanager
async def key_of_an_own_model(at: Business) -> AsyncIterator[Scene]:
    """The same endpoint with another key: connections are remembered by both."""
    seal = model_key_seal(at.processes.settings.secret_key)
    async with FakeProvider(Answer.speech("One.")) as provider:

        async def choose(key: str) -> None:
            actor, choices = Actor("system", "zimun"), [ModelChoice(provider.base_url, "m", key)]
            async with at.core.sessions() as session, session.begin():
                await choose_models(session, at.salon.organization_id, choices, seal, actor, at.core.clock)

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

    await _arranged(at, put)
    yield Scene(shows, lambda: _arranged(at, remove))


@asynccontextmanager
async def key_of_introductions(at: Business) -> AsyncIterator[Scene]:
    key = identity_key(at.processes.settings.secret_key, at.salon.organization_id, 1)
    claims = {"sub": "42", "exp": int(MONDAY.timestamp()) + 300}

    async def shows(web: httpx.AsyncClient) -> Any:
        page = await opened(web, at.salon.organization_id)
        sent = {"token": jwt.encode(claims, key, "HS256")}
        return (await web.post(f"{page.path}/identity", json=sent, headers=page.headers)).status_code

    yield Scene(shows, lambda: _arranged(at, lambda office: office.settings.renew_identity_key()))


@asynccontextmanager
async def api_clients(at: Business) -> AsyncIterator[Scene]:
    program = await program_of(at.processes.webs[0], at.core, at.salon)

    async def shows(web: httpx.AsyncClient) -> Any:
        return (await web.get(f"{API}/services", headers=program.auth)).status_code

    async def revoke() -> None:
        async with at.core.sessions() as session, session.begin():
            client = await live_client(session, at.salon.organization_id, program.client_id)
            assert client is not None
            await revoke_client(session, client, MONDAY)

    yield Scene(shows, revoke)


@asynccontextmanager
async def roles(at: Business) -> AsyncIterator[Scene]:
    owner, other = await operator_of(at.core, at.salon), await operator_of(at.core, at.salon)
    organization = at.salon.organization_id
    actor = Actor("console", owner.id, "session", role=Role.OWNER, organization_id=organization)

    async def demote() -> None:
        async with at.core.sessions() as session, session.begin():
            team = TeamContext(session, organization, actor, MONDAY)
            theirs = next(one for one in await colleagues_of(team) if one.account_id == other.id)
            await change_role(team, theirs.membership_id, Role.MEMBER)

    async def shows(web: httpx.AsyncClient) -> Any:
        page = await web.get(f"/console/{organization}/team", headers=await _signed_in(web, other.email))
        return page.status_code

    yield Scene(shows, demote)


@asynccontextmanager
async def sessions(at: Business) -> AsyncIterator[Scene]:
    account = await operator_of(at.core, at.salon)
    browsers = {web: await _signed_in(web, account.email) for web in at.processes.webs}

    async def shows(web: httpx.AsyncClient) -> Any:
        page = await web.get(f"/console/{at.salon.organization_id}/outbox", headers=browsers[web])
        return page.status_code

    async def end() -> None:
        async with at.core.sessions() as session, session.begin():
            for headers in browsers.values():
                await end_session(session, headers["Cookie"].partition("=")[2])

    yield Scene(shows, end)


async def _answer(at: Business, web: httpx.AsyncClient, words: str) -> dict[str, Any]:
    """The worker's, to a customer of that process."""
    page = await opened(web, at.salon.organization_id)
    await page.sends(text=words)
    await page.until("run.completed")
    answer: dict[str, Any] = (await page.shown())["messages"][-1]
    return answer


async def _signed_in(web: httpx.AsyncClient, email: str) -> dict[str, str]:
    """The header of a browser that has signed in there."""
    async with httpx.AsyncClient(base_url=web.base_url, timeout=20) as browser:
        page = await browser.get("/console/sign-in")
        token = page.text.split('name="csrf_token" value="')[1].split('"')[0]
        form = {"email": email, "password": PASSWORD, "csrf_token": token}
        origin = str(web.base_url).rstrip("/")
        answer = await browser.post("/console/sign-in", data=form, headers={"Origin": origin})
        assert answer.status_code == 303, answer.text
        name, secret = next(one for one in answer.cookies.items() if one[0].endswith("session"))
        return {"Cookie": f"{name}={secret}"}


async def _renamed(at: Business) -> None:
    async def rename(office: BackOffice) -> None:
        row = await office.services.find(at.salon.services["Haircut"])
        await office.services.change(row.id, {"name": RENAMED}, expected_version=row.version)

    await _arranged(at, rename)


async def _arranged(at: Business, work: Callable[[BackOffice], Awaitable[Any]]) -> None:
    organization = at.salon.organization_id
    actor = Actor("console", "owner", "session", role=Role.OWNER, organization_id=organization)
    await at.core.arrange(organization, actor, work)


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
    roles,
    sessions,
)
