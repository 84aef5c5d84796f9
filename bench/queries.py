"""How many SQL statements each deed at the desk, and each request to the API that does the same, costs; BEGIN
and COMMIT not counted.

    python -m bench.queries [--write]

The desk is asked twice and the second time is counted: the first fills what a process keeps in hand. A
request is a desk's deed and what comes with the door: who is asking, and the kept answer of an idempotency
key.
"""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any, cast

import httpx
import uvloop

from bench.api_calls import everything_asked
from bench.command import command, own_servers
from bench.machine import machine
from bench.report import shown, table
from bench.statements import watch
from booking_core.access.scopes import Scope
from booking_core.api_clients.api_client import create_api_client
from booking_core.api_clients.tokens import issue_token
from booking_core.availability.slots import Question
from booking_core.customers.contacts import ContactDetails
from booking_core.desk import Desk
from booking_core.holds.request import HoldRequest
from booking_core.maintenance.demo import DemoSalon, demo_salon
from booking_core.storage.audit import Actor
from booking_core.storage.ids import new_id
from booking_core.time.clock import SystemClock
from booking_core.time.wall_clock import day_around
from web.app import create_app
from web.context import AppContext
from web.settings import Settings

WHO = Actor(door="api", id="bench")
Asks = Callable[..., Awaitable[Any]]
CONTACT = ContactDetails(name="Bench", email="bench@example.com")


async def main(settings: Settings) -> list[str]:
    context = AppContext(settings)
    async with context.core.sessions() as session, session.begin():
        salon = await demo_salon(session)
        new = create_api_client(session, salon.organization_id, "bench", tuple(Scope), SystemClock().now())
        await session.flush()
        token = await issue_token(session, new.client, tuple(Scope), None, SystemClock().now())
    for _ in range(2):
        desk = await at_the_desk(context, salon)
    await context.close()
    http = await over_http(settings, salon, token)
    return [
        machine(settings.database_url),
        "",
        *table(("at the desk", "statements"), list(desk.items())),
        "",
        *table(("over HTTP", "statements"), list(http.items())),
    ]


async def at_the_desk(context: AppContext, salon: DemoSalon) -> dict[str, int]:
    """The statements of one deed each."""
    counted: dict[str, int] = {}
    today = day_around(SystemClock().now(), "Europe/Berlin")[0]
    service = salon.services["Haircut"]

    async def does(name: str, deed: Callable[[Desk], Awaitable[Any]]) -> Any:
        with watch(context.engine) as ran:
            done = await context.core.transaction(salon.organization_id, WHO, deed)
        counted[name] = len(ran)
        return done

    month = Question(service, today, today + timedelta(days=30))
    times = await does("availability, a month", lambda desk: desk.availability(month))
    one, other = times.slots[-1], times.slots[-8]
    hold = await does("hold", lambda desk: desk.hold(HoldRequest(service, one.start, new_id("key"))))
    await does("hold_outcome", lambda desk: desk.hold_outcome(hold.id))
    await does("extend", lambda desk: desk.extend(hold.id))
    booked = await does("confirm", lambda desk: desk.confirm(hold.id, CONTACT))
    await does("confirm, a repeat", lambda desk: desk.confirm(hold.id, CONTACT))
    await does("reschedule to a start", lambda desk: desk.reschedule(booked.id, start=other.start))
    await does("cancel", lambda desk: desk.cancel(booked.id))
    return counted


async def over_http(settings: Settings, salon: DemoSalon, token: str) -> dict[str, int]:
    """The statements of one request each, once each path has been walked before."""
    app = create_app(settings)
    counted: dict[str, int] = {}
    headers = {"Authorization": f"Bearer {token}"}
    transport = httpx.ASGITransport(cast(Any, app))
    async with app.lifespan(), httpx.AsyncClient(transport=transport, base_url=settings.public_url) as http:

        async def asks(name: str, method: str, path: str, **given: Any) -> Any:
            key = {"Idempotency-Key": new_id("key")} if method == "POST" else {}
            with watch() as ran:
                answer = await http.request(method, f"/api/v1{path}", headers=headers | key, **given)
            answer.raise_for_status()
            counted[name] = len(ran)
            return answer.json() if answer.content else None

        for _ in range(2):
            await everything_asked(asks, salon.services["Haircut"])
    return counted


if __name__ == "__main__":
    parser = command(__doc__)
    chosen = parser.parse_args()
    with own_servers() as settings:
        shown("queries", uvloop.run(main(settings)), write=chosen.write)
