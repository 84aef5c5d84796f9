"""The secret key is exchanged: what was sealed and signed before stays readable, and after resealing without
the old key too."""

from pathlib import Path

import httpx
import jwt
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from agent.intake.reception import Reception, Visitor
from agent.live_stream.stream import ConversationLog
from agent.models.own import own_endpoints
from booking_core.calendars.external.arrange import CalendarPlace, connect_ics
from booking_core.calendars.external.external_calendar import ExternalCalendar
from booking_core.chat_models.model_choice import ModelChoice
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.second_factor.authenticator import begin_authenticator, pending_secret
from booking_core.time.clock import FrozenClock
from booking_core.webhooks.endpoints import WebhookEndpoint
from tests.cast import MONDAY, chooses_models, owner_of
from tests.operations.databases import installation
from tests.places import TABLES
from tests.web.api.conftest import API, Program
from tests.web.console.stage import operator_of
from web.access.identity import identity_key
from web.app import create_app
from web.embedded import EmbeddedServers
from web.secrets.continue_links import link_to
from web.secrets.resealing import reseal
from web.secrets.sealing import (
    Seal,
    Signature,
    authenticator_seal,
    calendar_seal,
    model_key_seal,
    webhook_seal,
)
from web.settings import Settings

BEFORE = "a key that only the tests know, and long"
AFTER = "another key that only the tests know, as long"
LAST = "the third key, which is as long as the others are"


def settings_with(servers: EmbeddedServers, key: str, *old: str) -> Settings:
    return Settings(
        database_url=servers.database_url, redis_url=servers.redis_url, secret_key=key, secret_key_old=old
    )


def as_the_command(core: BookingCore) -> async_sessionmaker[AsyncSession]:
    """Sessions as `zimun reseal` opens them: rows are forgotten at a commit."""
    return async_sessionmaker(core.engine)


async def confirms_at(settings: Settings, program: Program, hold_id: str) -> httpx.Response:
    """The same confirm with the same key, at a server with these settings, while the token is good."""
    app = create_app(settings, clock=FrozenClock(MONDAY))
    transport = httpx.ASGITransport(app)  # type: ignore[arg-type]
    body = {"hold_id": hold_id, "customer": {"name": "Ada", "email": "ada@example.com"}}
    async with app.lifespan(), httpx.AsyncClient(transport=transport, base_url=program.http.base_url) as http:
        headers = program.auth | {"Idempotency-Key": "one"}
        return await http.post(f"{API}/appointments/confirm", json=body, headers=headers)


async def test_answers_and_secrets_survive_a_new_key(
    program: Program, core: BookingCore, servers: EmbeddedServers
) -> None:
    hold_id = (await program.holds())["hold_id"]
    first = await program.confirms(hold_id, key="one")
    webhook = await program.http.post(
        f"{API}/webhooks", json={"url": "https://example.com/"}, headers=program.auth
    )
    during = settings_with(servers, AFTER, BEFORE)
    again = await confirms_at(during, program, hold_id)
    assert (again.content, again.headers["Idempotency-Replayed"]) == (first.content, "true")

    counted = {one.what: one for one in await reseal(as_the_command(core), during)}
    assert counted["answers of the API"].anew >= 2
    assert counted["webhook secrets"].anew >= 1
    after = settings_with(servers, AFTER)
    try:
        assert (await confirms_at(after, program, hold_id)).content == first.content
        kept = await endpoint(core, webhook.json()["id"])
        assert kept.open_secrets(webhook_seal(AFTER)) == [webhook.json()["secret"]]
        assert not any(one.anew for one in await reseal(as_the_command(core), after))
    finally:
        await reseal(as_the_command(core), settings_with(servers, BEFORE, AFTER))


async def test_the_key_of_an_own_model_is_sealed_anew(
    core: BookingCore, salon: DemoSalon, servers: EmbeddedServers
) -> None:
    choices = (
        ModelChoice("https://models.example/v1", "with", "secret"),
        ModelChoice("http://home.example/v1", "none"),
    )
    await chooses_models(core, salon.organization_id, model_key_seal(BEFORE), *choices)
    counted = {
        one.what: one for one in await reseal(as_the_command(core), settings_with(servers, AFTER, BEFORE))
    }
    try:
        assert counted["model keys"].anew >= 1
        async with core.sessions() as session, session.begin():
            endpoints = await own_endpoints(session, salon.organization_id, model_key_seal(AFTER)) or ()
        assert [one.api_key for one in endpoints] == ["secret", ""]
    finally:
        await reseal(as_the_command(core), settings_with(servers, BEFORE, AFTER))


async def test_the_address_of_a_calendar_is_sealed_anew(
    core: BookingCore, salon: DemoSalon, servers: EmbeddedServers
) -> None:
    here, address = salon.organization_id, "https://example.com/a.ics"
    place = CalendarPlace(calendar_seal(BEFORE))
    new = await core.transaction(
        here, owner_of(here), lambda desk: connect_ics(desk, salon.resources["Dana"], address, place)
    )
    await reseal(as_the_command(core), settings_with(servers, AFTER, BEFORE))
    try:
        async with core.sessions() as session, session.begin():
            kept = await session.get_one(ExternalCalendar, new.id)
            assert (kept.open_address(calendar_seal(AFTER)), kept.open_address(place.seal)) == (address, None)
    finally:
        await reseal(as_the_command(core), settings_with(servers, BEFORE, AFTER))


async def test_the_secret_of_an_app_is_sealed_anew(
    core: BookingCore, salon: DemoSalon, servers: EmbeddedServers
) -> None:
    account_id, now = (await operator_of(core, salon)).id, core.clock.now()
    async with core.sessions() as session, session.begin():
        secret = await begin_authenticator(session, account_id, authenticator_seal(BEFORE), now)
    await reseal(as_the_command(core), settings_with(servers, AFTER, BEFORE))
    try:
        async with core.sessions() as session, session.begin():
            assert await pending_secret(session, account_id, authenticator_seal(AFTER)) == secret
            assert await pending_secret(session, account_id, authenticator_seal(BEFORE)) is None
    finally:
        await reseal(as_the_command(core), settings_with(servers, BEFORE, AFTER))


async def test_sites_and_links_are_believed_while_the_old_key_is_known(
    core: BookingCore, salon: DemoSalon, servers: EmbeddedServers
) -> None:
    before, during, after = (settings_with(servers, *keys) for keys in ((BEFORE,), (AFTER, BEFORE), (AFTER,)))
    opened = await Reception(core, ConversationLog(core.redis)).open(salon.organization_id, Visitor())
    link = link_to(salon.organization_id, opened.conversation.id, before, core.clock.now()).partition(
        "#continue="
    )[2]
    claims = {"sub": "42", "exp": int(core.clock.now().timestamp()) + 60}
    token = jwt.encode(claims, identity_key(BEFORE, salon.organization_id, 1), "HS256")
    bearer = {"Authorization": f"Bearer {opened.token}"}
    page = f"/chat/v1/conversations/{opened.conversation.id}"
    answers = {}
    for settings in (during, after):
        app = create_app(settings, clock=core.clock)
        transport = httpx.ASGITransport(app)  # type: ignore[arg-type]
        async with app.lifespan(), httpx.AsyncClient(transport=transport, base_url="http://zimun") as http:
            resumed = await http.post("/chat/v1/conversations/resume", json={"link": link})
            introduced = await http.post(f"{page}/identity", json={"token": token}, headers=bearer)
        answers[settings] = (resumed.status_code, introduced.status_code)
    assert answers == {during: (200, 200), after: (410, 422)}


async def endpoint(core: BookingCore, endpoint_id: str) -> WebhookEndpoint:
    async with core.sessions() as session, session.begin():
        return (await session.scalars(select(WebhookEndpoint).where(WebhookEndpoint.id == endpoint_id))).one()


async def test_an_answer_whose_key_is_gone_is_refused_and_not_done_again(
    program: Program, servers: EmbeddedServers
) -> None:
    hold_id = (await program.holds())["hold_id"]
    await program.confirms(hold_id, key="one")
    again = await confirms_at(settings_with(servers, LAST), program, hold_id)
    assert (again.status_code, again.json()["code"]) == (410, "answer_erased")


def test_the_key_is_named_in_what_it_sealed_and_only_the_newest_seals() -> None:
    before, both, after = Seal(BEFORE, "tests"), Seal(AFTER, "tests", [BEFORE]), Seal(AFTER, "tests")
    sealed = before.close(b"secret", b"for ada")
    assert both.open(sealed, b"for ada") == b"secret"
    assert both.open(sealed, b"for ben") is None
    assert after.open(sealed, b"for ada") is None
    assert after.open(both.close(b"secret", b"for ada"), b"for ada") == b"secret"
    anew = both.reseal(sealed, b"for ada")
    assert anew is not None
    assert after.open(anew, b"for ada") == b"secret"
    assert both.reseal(anew, b"for ada") is None


def test_what_was_signed_before_is_read_until_the_old_key_goes() -> None:
    signed = Signature(BEFORE, "tests").sign(b"text", "ada")
    assert Signature(AFTER, "tests", [BEFORE]).read(signed, "ada") == b"text"
    assert Signature(AFTER, "tests").read(signed, "ada") is None


def test_the_command_says_what_it_did(servers: EmbeddedServers, tmp_path: Path) -> None:
    with installation(servers, tmp_path, like=TABLES) as new:
        assert new.said("reseal").splitlines() == [
            "answers of the API: 0 sealed anew.",
            "webhook secrets: 0 sealed anew.",
            "calendar addresses: 0 sealed anew.",
            "model keys: 0 sealed anew.",
            "mail passwords: 0 sealed anew.",
            "text message secrets: 0 sealed anew.",
            "authenticator secrets: 0 sealed anew.",
        ]
