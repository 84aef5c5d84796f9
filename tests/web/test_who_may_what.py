"""Who may do what, and where: every role at every verb of the console, programs at every operation of the
Management API, and the command line, each in a business of their own and in another's."""

import asyncio
import re
from collections.abc import AsyncIterator
from typing import Any

import click
import httpx
import pytest
from sqlalchemy import select

from booking_core.access.roles import ARRANGERS, ROLES_OF, Role
from booking_core.access.scopes import Scope
from booking_core.appointments.by_link.link import RENEWED
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.audit import AuditEntry
from tests.pictures import png
from tests.web.api.access.test_scopes import routes
from tests.web.api.conftest import API, api_clock, api_url, http, program_of, webhook_port
from tests.web.api.description.arranging import NOUNS, ArrangingJourney, something
from tests.web.console.stage import Browser, operator_of
from web.commands.organizations.operation import run_at_back_office
from web.embedded import EmbeddedServers

__all__ = ["api_clock", "api_url", "http", "webhook_port"]
KEPT = {"chat.keep_conversations_days": "14", "chat.keep_customers_days": "396"}
# Each verb of the console: how it is asked for, with what.
CONSOLE: dict[str, tuple[str, dict[str, str]]] = {
    "team.list": ("team", {}),
    "team.invite": ("team/invite", {"email": "eve@new.example.com", "role": "member"}),
    "team.change": ("team/change", {"member": "mem_unknown", "role": "member", "staff": ""}),
    "team.remove": ("team/remove", {"member": "mem_unknown"}),
    "retention.change": ("settings/privacy", {**KEPT, "expected_version": "1"}),
    "outbox.read": ("outbox", {}),
    RENEWED: ("appointments/apt_unknown/link", {"link_number": "1"}),
    "customer.export": ("settings/privacy/export", {"contact": "nobody@example.com"}),
    "customer.find": ("customers", {}),
    "conversation.answer": ("conversations/cnv_unknown/answered", {"sure": "yes"}),
    "customer.erase": ("settings/privacy/erase", {"contact": "nobody@example.com", "sure": "yes"}),
}
# Who is refused for nothing but what they ask about was let in.
LET_IN = {200, 303, 404}
# Verbs that only commands use.
OF_COMMANDS = {"customer.import", "appointment.import"}
# Verbs of a manager in the console alone.
OF_THE_CONSOLE = {
    RENEWED,
    "calendar.check",
    "calendar.connect",
    "calendar.disconnect",
    "calendar.revoke",
    "calendar.settle",
    "calendar.share",
    "conversation.answer",
    "customer.change",
    "customer.export",
    "customer.find",
    "webhook.change",
    "webhook.redeliver",
    "webhook.test",
    "outbox.retry",
}
# Tried with every role by ``tests/booking_core/connections`` and ``tests/booking_core/calendars``.
CONNECTIONS = {"api_client", "calendar", "mail_server", "text_provider", "webhook", "chat_model"}
READS = re.compile(r".*\.(read|list)")


@pytest.fixture
async def browser(core: BookingCore) -> AsyncIterator[Browser]:
    async with Browser(core) as one:
        yield one


async def asks(browser: Browser, salon: DemoSalon, verb: str) -> int:
    path, fields = CONSOLE[verb]
    where = f"/console/{salon.organization_id}/{path}"
    answer = await (browser.send(where, **fields) if fields else browser.see(where))
    return answer.status_code


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("verb", CONSOLE)
async def test_the_console_opens_a_verb_to_its_roles_and_in_no_other_business(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon, browser: Browser, verb: str, role: Role
) -> None:
    person = await operator_of(core, salon, role)
    await browser.enter(person)
    await browser.see(f"/console/{salon.organization_id}/agenda")
    answered = await asks(browser, salon, verb)
    assert answered in LET_IN if role in ROLES_OF[verb] else answered == 403
    await browser.see(f"/console/{salon.organization_id}/agenda")
    assert await asks(browser, other_salon, verb) == 404


def test_every_verb_has_a_door() -> None:
    """A manager's verbs are those of programs; what is left to owners has no operation."""
    arranging = {verb for verb, roles in ROLES_OF.items() if roles == ARRANGERS}
    owners = {verb for verb in ROLES_OF.keys() - arranging if verb.split(".")[0] not in CONNECTIONS}
    assert owners == {*CONSOLE, "identity_key.renew"} - {"outbox.read", "customer.export", RENEWED}
    assert not [path for _, path, _ in routes() if re.search("team|identity|outbox", path)]


async def test_a_program_does_what_a_manager_may_and_nothing_else(
    core: BookingCore, salon: DemoSalon, http: httpx.AsyncClient
) -> None:
    program = await program_of(http, core, salon, Scope.ORG_MANAGE)
    said = await ArrangingJourney(program).goes()
    named = {
        operation.name for _, _, operation in routes() if operation and operation.scope is Scope.ORG_MANAGE
    }
    assert said.keys() == named
    mine = AuditEntry.actor == program.client_id
    async with core.sessions() as session, session.begin():
        done = set(await session.scalars(select(AuditEntry.action).where(mine).distinct()))
    allowed = {verb for verb, roles in ROLES_OF.items() if Role.MANAGER in roles}
    assert done == {verb for verb in allowed if not READS.fullmatch(verb)} - OF_COMMANDS - OF_THE_CONSOLE


async def test_another_business_is_as_unknown_as_what_is_not_there(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon, http: httpx.AsyncClient
) -> None:
    theirs = ArrangingJourney(await program_of(http, core, other_salon, Scope.ORG_MANAGE))
    await theirs.goes()
    program = await program_of(http, core, salon, Scope.ORG_MANAGE)
    of_path = {path: theirs.known[one] for path, one, _ in NOUNS} | {"hours": theirs.known["location"]}
    tried = 0
    for method, path, operation in routes():
        noun = path.removeprefix(f"{API}/manage/").partition("/")[0]
        if operation is None or operation.scope is not Scope.ORG_MANAGE or "{" not in path:
            continue
        answers = []
        for row in (of_path[noun], f"{of_path[noun][:-4]}zzzz"):
            sent = {"content": png()} if operation.takes_file else {"json": body_of(noun)}
            headers = program.auth | {"If-Match": f'"{row}-1"'}
            address = re.sub(r"\{\w+\}", row, path)
            answer = await http.request(method, address, headers=headers, **({} if method == "GET" else sent))
            answers.append({name: one for name, one in answer.json().items() if name != "request_id"})
            assert answer.status_code == 404, f"{method} {path}: {answer.text}"
        assert answers[0] == answers[1], path
        tried += 1
    assert tried == 38


def body_of(noun: str) -> dict[str, Any]:
    return {"windows": []} if noun == "hours" else {}


@pytest.mark.parametrize("noun", [one for _, one, _ in NOUNS if one not in ("location", "category")])
async def test_what_names_something_of_another_business_names_nothing(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon, http: httpx.AsyncClient, noun: str
) -> None:
    known = {
        "location": other_salon.location_id,
        "resource": other_salon.resources["Dana"],
        "service": other_salon.services["Haircut"],
        "category": None,
    }
    program = await program_of(http, core, salon, Scope.ORG_MANAGE)
    path = next(path for path, one, _ in NOUNS if one == noun)
    new, _ = something(noun, known)  # type: ignore[arg-type]
    headers = program.auth | {"Idempotency-Key": "theirs"}
    answer = await http.post(f"{API}/manage/{path}", json=new, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (422, "unknown_reference"), answer.text


async def test_an_order_is_of_ones_own(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon, http: httpx.AsyncClient
) -> None:
    program = await program_of(http, core, salon, Scope.ORG_MANAGE)
    theirs = sorted(other_salon.services.values())
    order = {"ids": theirs, "seen": theirs}
    answer = await http.put(f"{API}/manage/services/order", json=order, headers=program.auth)
    assert (answer.status_code, answer.json()["code"]) == (409, "version_conflict")
    assert set(answer.json()["details"]["order"]) == set(salon.services.values())


async def test_a_command_arranges_the_business_it_names(
    servers: EmbeddedServers,
    salon: DemoSalon,
    other_salon: DemoSalon,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DATABASE_URL", servers.database_url)
    monkeypatch.setenv("REDIS_URL", servers.redis_url)
    monkeypatch.setenv("SECRET_KEY", "a key that only the tests know, and long")
    monkeypatch.setenv("PUBLIC_URL", "http://127.0.0.1")

    def renames(organization: str, service: str) -> Any:
        change = {"name": "Renamed"}
        return run_at_back_office(
            organization, lambda office: office.services.change(service, change, expected_version=1)
        )

    mine = salon.services["Haircut"]
    for organization, service in (
        (salon.organization_id, other_salon.services["Haircut"]),
        (salon.organization_id, "srv_unknown"),
        ("o_unknown", mine),
    ):
        with pytest.raises(click.ClickException, match="There is no such"):
            await asyncio.to_thread(renames, organization, service)
    assert (await asyncio.to_thread(renames, salon.organization_id, mine)).version == 2
