"""The rows of who may come in: introductions, programs, roles and sessions."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import jwt

from booking_core.access.roles import Role
from booking_core.api_clients.api_client import ApiClient
from booking_core.api_clients.arrange import revoke_client
from booking_core.storage.audit import Actor
from booking_core.team.change import change_role, colleagues_of
from booking_core.team.context import TeamContext
from booking_core.team.sessions import end_session
from booking_core.webhooks.subscriptions import add_endpoint
from tests.cast import MONDAY, owner_of
from tests.web.api.conftest import API, program_of
from tests.web.caches.scene import Scene, arrange
from tests.web.chat.conftest import opened
from tests.web.conftest import Business
from tests.web.console.stage import PASSWORD, operator_of
from web.access.identity import identity_key
from web.secrets.sealing import webhook_seal


@asynccontextmanager
async def key_of_introductions(at: Business) -> AsyncIterator[Scene]:
    key = identity_key(at.processes.settings.secret_key, at.salon.organization_id, 1)
    claims = {"sub": "42", "exp": int(MONDAY.timestamp()) + 300}

    async def shows(web: httpx.AsyncClient) -> Any:
        page = await opened(web, at.salon.organization_id)
        sent = {"token": jwt.encode(claims, key, "HS256")}
        return (await web.post(f"{page.path}/identity", json=sent, headers=page.headers)).status_code

    yield Scene(shows, lambda: arrange(at, lambda office: office.settings.renew_identity_key()))


@asynccontextmanager
async def api_clients(at: Business) -> AsyncIterator[Scene]:
    program = await program_of(at.processes.webs[0], at.core, at.salon)

    async def shows(web: httpx.AsyncClient) -> Any:
        return (await web.get(f"{API}/services", headers=program.auth)).status_code

    async def revoke() -> None:
        here = at.salon.organization_id
        await at.core.transaction(here, owner_of(here), lambda desk: revoke_client(desk, program.client_id))

    yield Scene(shows, revoke)


@asynccontextmanager
async def limits_of_a_program(at: Business) -> AsyncIterator[Scene]:
    program = await program_of(at.processes.webs[0], at.core, at.salon)

    async def shows(web: httpx.AsyncClient) -> Any:
        return (await web.get(f"{API}/services", headers=program.auth)).headers["RateLimit-Policy"]

    async def allow_less() -> None:
        async with at.core.sessions() as session, session.begin():
            client = await session.get_one(ApiClient, program.client_id)
            client.requests_per_minute //= 2

    yield Scene(shows, allow_less)


@asynccontextmanager
async def webhook_subscriptions(at: Business) -> AsyncIterator[Scene]:
    program = await program_of(at.processes.webs[0], at.core, at.salon)
    seal, actor = webhook_seal(at.processes.settings.secret_key), owner_of(at.salon.organization_id)

    async def subscribe(url: str) -> None:
        await at.core.transaction(
            at.salon.organization_id, actor, lambda desk: add_endpoint(desk, url, (), seal, frozenset())
        )

    async def shows(web: httpx.AsyncClient) -> Any:
        found = (await web.get(f"{API}/webhooks", headers=program.auth)).json()["items"]
        return [one["url"] for one in found]

    await subscribe("https://one.example.com/hook")
    yield Scene(shows, lambda: subscribe("https://two.example.com/hook"))


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
        page = await web.get(f"/console/{organization}/team", headers=await _sign_in(web, other.email))
        return page.status_code

    yield Scene(shows, demote)


@asynccontextmanager
async def sessions(at: Business) -> AsyncIterator[Scene]:
    account = await operator_of(at.core, at.salon)
    browsers = {web: await _sign_in(web, account.email) for web in at.processes.webs}

    async def shows(web: httpx.AsyncClient) -> Any:
        page = await web.get(f"/console/{at.salon.organization_id}/outbox", headers=browsers[web])
        return page.status_code

    async def end() -> None:
        async with at.core.sessions() as session, session.begin():
            for headers in browsers.values():
                await end_session(session, headers["Cookie"].partition("=")[2])

    yield Scene(shows, end)


async def _sign_in(web: httpx.AsyncClient, email: str) -> dict[str, str]:
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
