"""Floods of bookings at every door: what one contact, one address or one client books is limited, and
everybody else books on."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from functools import partial
from itertools import cycle, product
from time import monotonic
from typing import Any

import httpx
import pytest
from msgspec import structs
from sqlalchemy import func, select, update

from booking_core.appointments.appointment import Appointment
from booking_core.booking.booking_caps import Booker
from booking_core.catalogue.booking_rules import BookingRules
from booking_core.catalogue.organizations import Organization
from booking_core.core import BookingCore
from booking_core.customers.contacts import ContactDetails
from booking_core.customers.customer import Customer
from booking_core.live_holds.quotas import ADDRESSES_OF_A_NETWORK
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from booking_core.time.clock import FrozenClock
from tests.attack.access.flooders import (
    BOOKED,
    Asking,
    Calling,
    Chatting,
    Contacts,
    Door,
    from_address,
    many_contacts,
    one_contact,
    one_mailbox_in_many_spellings,
    one_number_in_many_spellings,
)
from tests.attack.booking.rivals import Rival, codes, forged, larger
from tests.attack.figures import Figures
from tests.attack.options import Sized
from tests.booking_core.booking.storms import storm
from tests.cast import MONDAY, Visitor, at, guests
from tests.serving import serving, settings_on
from tests.web.api.conftest import Program, program_of
from tests.web.mcp.conftest import Agent, allows
from web.access.api_clients import Limits
from web.app import create_app
from web.embedded import EmbeddedServers
from web.worker.worker import run_worker

AT_ONCE = 8
HONEST = [
    f"{first} Honest"
    for first in ("Ada", "Ben", "Cleo", "Dov", "Emma", "Finn", "Gita", "Hugo", "Ines", "Jack")
]
# Few enough that a short flood meets every cap.
FEW = BookingRules(upcoming_per_contact=2, upcoming_per_address=3, upcoming_per_conversation=2)
USUAL = BookingRules()


@pytest.fixture(scope="module")
async def url(servers: EmbeddedServers) -> AsyncIterator[str]:
    """An application behind a proxy it trusts, and a worker."""
    settings = settings_on(servers, trusted_proxies=("127.0.0.1",))
    working = asyncio.create_task(run_worker(settings, clock=FrozenClock(MONDAY)))
    async with serving(settings, partial(create_app, clock=FrozenClock(MONDAY))) as url:
        yield url
    working.cancel()
    await asyncio.wait([working])


@pytest.fixture
def rules(full: bool) -> BookingRules:
    return USUAL if full else FEW


@pytest.fixture
async def limited(core: BookingCore, salon: DemoSalon, rules: BookingRules) -> DemoSalon:
    """The salon with an MCP door for everybody and those rules."""
    await allows(core, salon, anonymous_booking=True)
    await ruled(core, salon, rules)
    return salon


@pytest.fixture
def starts() -> Iterator[str]:
    """Times to write in a message, another one each time."""
    days = [f"{day} November" for day in range(24, 29)] + [f"{day} December" for day in range(1, 20)]
    return cycle(f"{day} at {hour}" for hour, day in product((10, 11, 13, 14, 15, 16, 17), days))


@pytest.fixture
async def slots(url: str, core: BookingCore, salon: DemoSalon, size: Sized) -> Iterator[dict[str, Any]]:
    """Free times of some days, those of one person far enough from each other; in the end from the
    beginning."""
    days = [f"2026-11-{day}" for day in range(24, 29)] + [f"2026-12-{day:02}" for day in range(1, 20)]
    found: list[dict[str, Any]] = []
    async with httpx.AsyncClient(base_url=url, timeout=60) as http:
        program = await program_of(http, core, salon)
        for day in days[: size(len(days), 3)]:
            found += (await program.slots(day=day, limit=300))[::3]
    return cycle(found)


@pytest.mark.parametrize(
    ("door", "contacts"),
    [
        ("typed", one_contact),
        ("pressed", one_mailbox_in_many_spellings),
        ("pressed", many_contacts),
        ("mcp", one_contact),
        ("mcp", one_number_in_many_spellings),
        ("mcp", many_contacts),
    ],
)
async def test_who_floods_books_as_much_as_they_may_and_others_all_they_want(
    url: str,
    core: BookingCore,
    limited: DemoSalon,
    rules: BookingRules,
    size: Sized,
    full: bool,
    figures: Figures,
    starts: Iterator[str],
    slots: Iterator[dict[str, Any]],
    door: str,
    contacts: Contacts,
) -> None:
    def door_at(address: str) -> Door:
        if door == "mcp":
            agent = Agent(url, limited)
            agent.headers["X-Forwarded-For"] = address
            return Asking(agent, slots)
        return Chatting(from_address(url, address), limited, starts, typed=door == "typed")

    most = 0
    for number, addresses in enumerate((1, 2, 50) if full else (2,)):
        doors = [door_at(f"2001:db8:{number}:{one}::1") for one in range(addresses)]
        flooding = flood(
            lambda one, doors=doors: doors[one % len(doors)], contacts, size(1000, 8), size(60, 30)
        )
        honest = [
            door_at(f"198.51.{number}.{one}").books(somebody(name))
            for one, name in enumerate(HONEST[: size(10, 1)])
        ]
        told, *others = await asyncio.gather(flooding, *honest)
        most += min(addresses, ADDRESSES_OF_A_NETWORK) * rules.upcoming_per_address
        figures.note(**{f"from_{addresses}": dict(told), "honest": dict(Counter(others))})
        assert set(others) == {BOOKED}
    booked = await booked_by(core, limited, "Eve")
    figures.note(booked=booked)
    assert 0 < booked <= (most if contacts is many_contacts else rules.upcoming_per_contact)


@pytest.mark.parametrize("door", ["api", "mcp"])
async def test_a_client_books_as_much_a_day_as_it_may_and_another_all_it_wants(
    url: str,
    core: BookingCore,
    limited: DemoSalon,
    size: Sized,
    figures: Figures,
    slots: Iterator[dict[str, Any]],
    door: str,
) -> None:
    most = size(100, 3)
    async with httpx.AsyncClient(base_url=url, timeout=60) as http:
        ours = await program_of(http, core, limited, limits=Limits(bookings_per_day=most))
        other = await program_of(http, core, limited)

        async def door_of(program: Program) -> Door:
            if door == "api":
                return Calling(program, slots)
            return Asking(Agent(url, limited, await program.gets_door_token()), slots)

        flooded, another = await door_of(ours), await door_of(other)
        told, elsewhere = await asyncio.gather(
            flood(lambda _: flooded, many_contacts, size(1000, 8), size(60, 30)),
            another.books(somebody("Honest")),
        )
    booked = await booked_by(core, limited, "Eve")
    figures.note(told=dict(told), booked=booked)
    assert elsewhere == BOOKED
    assert told["booking_limit_reached"] > 0
    assert booked == most


@pytest.mark.parametrize("counted", ["contact", "address", "conversation", "client", "a day"])
async def test_confirms_at_the_same_moment_never_pass_a_cap(
    core: BookingCore, salon: DemoSalon, size: Sized, figures: Figures, counted: str
) -> None:
    """Holds for other times of other people each, so that nothing but the cap is between them."""
    rivals = size(200, 24)
    await larger(core, salon, rivals)
    rules = BookingRules(upcoming_per_address=7, per_address_a_day=4 if counted == "a day" else 1000)
    await ruled(core, salon, rules)
    visitors = guests(core, salon, rivals)
    holds = await forged(
        core, [Rival(one, "Haircut", at(2, 10), [f"Person {number}"]) for number, one in enumerate(visitors)]
    )
    same = ContactDetails("Eve", "eve@example.com")

    def booker(visitor: Visitor) -> Booker:
        return {
            "contact": Booker(conversation_id=visitor.actor.id, address=new_id("a")),
            "address": Booker(conversation_id=visitor.actor.id, address="one"),
            "conversation": Booker(conversation_id="one", address=new_id("a")),
            "client": Booker(client_id="one", client_a_day=6),
            "a day": Booker(conversation_id=visitor.actor.id, address="one"),
        }[counted]

    def confirms(visitor: Visitor, hold_id: str) -> Callable[[], Any]:
        contact = same if counted == "contact" else visitor.contact
        return lambda: visitor.at_desk(lambda desk: desk.confirm(hold_id, contact, booker=booker(visitor)))

    won, refused = await storm(
        [confirms(visitor, hold.id) for visitor, hold in zip(visitors, holds, strict=True)]
    )
    most = {"contact": 5, "address": 7, "conversation": 5, "client": 6, "a day": 4}[counted]
    figures.note(rivals=rivals, booked=len(won), refused=codes(refused))
    assert len(won) == most
    assert codes(refused).keys() <= {"booking_limit_reached", "slot_held"}


async def flood(
    door_of: Callable[[int], Door], contacts: Contacts, tries: int, seconds: float
) -> Counter[str]:
    """``tries`` bookings, some at once, each from the next address; no more once the seconds are over. What
    came of them."""
    whose, gate, over = contacts(), asyncio.Semaphore(AT_ONCE), monotonic() + seconds

    async def one(number: int) -> str:
        async with gate:
            return await door_of(number).books(next(whose)) if monotonic() < over else "late"

    told = Counter(await asyncio.gather(*(one(number) for number in range(tries))))
    told.pop("late", None)
    return told


def somebody(name: str) -> dict[str, str]:
    return {"name": name, "email": f"{new_id('ada').replace('_', '')}@example.com", "phone": ""}


async def ruled(core: BookingCore, salon: DemoSalon, rules: BookingRules) -> None:
    async with core.sessions() as session, session.begin():
        await session.execute(
            update(Organization)
            .where(Organization.id == salon.organization_id)
            .values(booking_rules=structs.asdict(rules))
        )


async def booked_by(core: BookingCore, salon: DemoSalon, name: str) -> int:
    """How many appointments of people whose name begins so stand in the tables."""
    theirs = select(func.count()).select_from(Appointment).join(Customer)
    of_salon = Appointment.organization_id == salon.organization_id
    async with core.sessions() as session:
        return await session.scalar(theirs.where(of_salon, Customer.name.startswith(name))) or 0
