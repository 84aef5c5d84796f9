"""What every page of the console costs an owner whose business is large: statements, p50 and p95.

    python -m bench.console [--services 200] [--people 300] [--appointments 50000] [--looks 30]
        [--only people] [--write]

Each look goes through the application in this process, without a network. Beside it stands the same page of
the demo's salon, which has a handful of everything; the first lines are no pages of a business at all.
Statements are counted at the driver, BEGIN and COMMIT not among them.
"""

import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import timedelta
from functools import partial
from typing import Any, cast

import httpx
import psycopg
import uvloop
from msgspec import Struct
from rich.progress import Progress
from sqlalchemy.ext.asyncio import AsyncSession

from bench.big_salon import overlaps_looked_for_in_the_end
from bench.command import command, own_servers
from bench.filling import SERVICE
from bench.growth import WARMING_UP, Found, send
from bench.large_business import new_large_business
from bench.machine import machine
from bench.report import shown, table
from booking_core.access.roles import Role
from booking_core.maintenance.demo import DemoSalon, demo_salon
from booking_core.storage.database import open_engine
from booking_core.storage.ids import new_id
from booking_core.team.accounts import create_account
from booking_core.team.memberships import add_membership
from booking_core.team.sessions import begin_session
from booking_core.time.clock import SystemClock
from booking_core.time.wall_clock import day_around
from web.app import create_app
from web.console.access.forgery import token_of
from web.console.settings.sections import EVERY_GROUP
from web.server.gc_tuning import freeze_startup_objects
from web.settings import Settings

# A statement that fills a table takes so many seconds at most.
PATIENT_S = 600.0
BASELINES = ("/health/ready", "/console/sign-in")
PAGES = (
    "/conversations",
    "/outbox",
    "/settings",
    *(one.path for group in EVERY_GROUP for one in group.pages),
)
HEAD = ("page", "statements", "demo p50 ms", "p50 ms", "p95 ms")
# What the forms beside a preview say, as a browser sends it.
SPANS = (
    "min_notice_min",
    "cancellation_cutoff_min",
    "reschedule_cutoff_min",
    "buffer_before_min",
    "buffer_after_min",
)
SERVICE_FORM = {
    **{"name": SERVICE, "durations": "45", "durations.key": "45", "price": "45.00", "currency": "EUR"},
    **{"booking_window_days": "62", "slot_step_min": "15", "capacity": "1"},
    **dict.fromkeys(SPANS, "0"),
    **{f"{name}.unit": "1" for name in SPANS},
}
QUESTION_FORM = {
    "label": "Which?",
    "kind": "choice",
    "choices": "one\ntwo",
    "translations.de.label": "Welche?",
}


# With the people who do the service that is looked at.
Business = tuple[DemoSalon, Sequence[str]]


class Owner(Struct, frozen=True):
    """Signed in to one business."""

    http: httpx.AsyncClient
    salon: DemoSalon
    people: Sequence[str]

    @property
    def home(self) -> str:
        return f"/console/{self.salon.organization_id}"

    async def see(self, path: str) -> None:
        answer = await self.http.get(path if path in BASELINES else f"{self.home}{path}")
        answer.raise_for_status()

    async def ask(self, path: str, said: Mapping[str, Any]) -> None:
        """A part of a page, as the page itself asks for it."""
        token = token_of(self.http.cookies["zimun-session"])
        headers = {"HX-Request": "true", "Origin": str(self.http.base_url).rstrip("/")}
        given = {**said, "csrf_token": token}
        answer = await self.http.post(f"{self.home}{path}", data=given, headers=headers)
        answer.raise_for_status()


def looks_at(owner: Owner) -> dict[str, Callable[[], Awaitable[None]]]:
    """Everything that is looked at, by name."""
    service = f"/settings/services/{owner.salon.services[SERVICE]}"
    person = next(iter(owner.salon.resources.values()))
    served = {**SERVICE_FORM, "resource_ids": owner.people}
    # Tomorrow on the clock of the place: today ends with what the history begins with.
    tomorrow = day_around(SystemClock().now(), "Europe/Berlin")[0] + timedelta(hours=36)
    further = {
        "a day of the agenda": f"/agenda?day={tomorrow:%F}",
        "a service": service,
        "a new service": "/settings/services/new",
        "questions of a service": f"{service}/questions",
        "a new question": f"{service}/questions/new",
        "categories": "/settings/services/categories",
        "a person": f"/settings/people/{person}",
        "a week of a person": f"/settings/hours/{person}",
        "dates that differ": "/settings/hours/dates",
        "new time off": "/settings/time-off/new",
        "time off that comes again": "/settings/time-off/repeated",
    }
    looks = {path: partial(owner.see, path) for path in (*BASELINES, *PAGES)}
    looks |= {f"{name}": partial(owner.see, path) for name, path in further.items()}
    return looks | {
        "free times beside a service": partial(owner.ask, f"{service}/preview", served),
        "why nobody has time for a service": partial(owner.ask, f"{service}/preview", SERVICE_FORM),
        "a question as customers see it": partial(owner.ask, f"{service}/questions/preview", QUESTION_FORM),
    }


async def main(
    services: int, people: int, appointments: int, looks: int, only: str, settings: Settings
) -> list[str]:
    both, cookie = await fill(settings, services, people, appointments)
    found = await look_at(settings, cookie, both, looks, only)
    size = f"{services} services, {people} people, {appointments:,} appointments"
    return [f"{machine(settings.database_url)}; {size}, {looks} looks", "", *tell(found)]


async def fill(
    settings: Settings, services: int, people: int, appointments: int
) -> tuple[list[Business], str]:
    """The demo's salon and the large business, and the session of somebody who owns both."""
    today = day_around(SystemClock().now(), "Europe/Berlin")[0]
    engine = open_engine(settings.database_url, pool_size=1, patient_s=PATIENT_S)
    async with AsyncSession(engine) as session, session.begin(), overlaps_looked_for_in_the_end(session):
        small = await demo_salon(session)
        large, staff = await new_large_business(session, services, people, appointments, today)
        account = await create_account(session, f"{new_id('who')}@example.com", "Olive", "a few plain words")
        await session.flush()
        for salon in (small, large):
            add_membership(session, salon.organization_id, account, Role.OWNER)
        cookie = await begin_session(session, account, SystemClock().now() + timedelta(hours=10))
        await session.flush()
    await engine.dispose()
    with psycopg.connect(settings.database_url, autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE")
    return [(small, [small.resources["Dana"]]), (large, staff)], cookie


async def look_at(
    settings: Settings, cookie: str, businesses: list[Business], looks: int, only: str
) -> dict[str, list[Found]]:
    """The two businesses in turn: whatever else the machine does meets both."""
    app = create_app(settings)
    transport = httpx.ASGITransport(cast(Any, app))
    jar = {"zimun-session": cookie}
    async with (
        app.lifespan(),
        httpx.AsyncClient(transport=transport, base_url=settings.public_url, cookies=jar) as http,
    ):
        # As every process that serves does.
        freeze_startup_objects()
        both = [looks_at(Owner(http, *one)) for one in businesses]
        names = [name for name in both[0] if only in name or name in BASELINES]
        found = {name: [Found(), Found()] for name in names}
        with Progress(transient=True) as progress:
            for name in progress.track(names, description="looking"):
                for number in range(-WARMING_UP, looks):
                    for look, one in zip([each[name] for each in both], found[name], strict=True):
                        await measure(look, one if number >= 0 else Found())
    return found


async def measure(look: Callable[[], Awaitable[None]], found: Found) -> None:
    with send() as statements:
        begun = time.perf_counter()
        await look()
        found.seconds.append(time.perf_counter() - begun)
    found.statements = len(statements)


def tell(found: dict[str, list[Found]]) -> list[str]:
    return table(
        HEAD,
        [
            (name, large.statements, *(f"{ms:.1f}" for ms in (small.ms(50), large.ms(50), large.ms(95))))
            for name, (small, large) in found.items()
        ],
    )


if __name__ == "__main__":
    parser = command(__doc__)
    parser.add_argument("--services", type=int, default=200)
    parser.add_argument("--people", type=int, default=300)
    parser.add_argument("--appointments", type=int, default=50_000)
    parser.add_argument("--looks", type=int, default=30)
    parser.add_argument("--only", default="", help="only what has this in its name")
    chosen = parser.parse_args()
    with own_servers() as settings:
        size = chosen.services, chosen.people, chosen.appointments
        shown("console", uvloop.run(main(*size, chosen.looks, chosen.only, settings)), write=chosen.write)
