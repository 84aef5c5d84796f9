"""Floods of bookings at every door: what one contact, one address or one client books is limited, and
everybody else books on."""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterator
from time import monotonic
from typing import Any

import httpx
import pytest
from sqlalchemy import func, select

from booking_core.api_clients.api_client import ClientLimits
from booking_core.appointments.appointment import Appointment
from booking_core.catalogue.settings.booking_rules import BookingRules
from booking_core.core import BookingCore
from booking_core.customers.customer import Customer
from booking_core.live_holds.quotas import ADDRESSES_OF_A_NETWORK
from booking_core.maintenance.demo import DemoSalon
from tests.attack.access.floods.chatting import BOOKED, Chatting
from tests.attack.access.floods.contacts import (
    Contacts,
    many_contacts,
    one_contact,
    one_mailbox_in_many_spellings,
    one_number_in_many_spellings,
    somebody,
)
from tests.attack.access.floods.flooders import Asking, Calling, Door, agent_from, from_address
from tests.attack.figures import Figures
from tests.attack.options import FULL_SIZE, Sized
from tests.serving import NO_TLS
from tests.web.api.conftest import Program, program_of
from tests.web.mcp.conftest import Agent

AT_ONCE = 8
HONEST = [
    f"{first} Honest"
    for first in ("Ada", "Ben", "Cleo", "Dov", "Emma", "Finn", "Gita", "Hugo", "Ines", "Jack")
]


@pytest.mark.parametrize(
    ("door", "contacts"),
    [
        ("typed", one_contact),
        ("pressed", one_mailbox_in_many_spellings),
        ("mcp", one_number_in_many_spellings),
        ("mcp", many_contacts),
        pytest.param("pressed", many_contacts, marks=FULL_SIZE),
        pytest.param("mcp", one_contact, marks=FULL_SIZE),
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
            return Asking(agent_from(url, limited, address), slots)
        return Chatting(from_address(url, address), limited, starts, typed=door == "typed")

    # Twice as many as one contact may book, or some more than two addresses may.
    most, tries = 0, size(1000, 8 if contacts is many_contacts else 4)
    for number, addresses in enumerate((1, 2, 50) if full else (2,)):
        doors = [door_at(f"2001:db8:{number}:{one}::1") for one in range(addresses)]
        flooding = flood(lambda one, doors=doors: doors[one % len(doors)], contacts, tries, size(60, 30))
        names = enumerate(HONEST[: size(10, 1)])
        honest = [door_at(f"198.51.{number}.{one}").books(somebody(name)) for one, name in names]
        told, *others = await asyncio.gather(flooding, *honest)
        most += min(addresses, ADDRESSES_OF_A_NETWORK) * rules.upcoming_per_address
        figures.note(**{f"from_{addresses}": dict(told), "honest": dict(Counter(others))})
        assert set(others) == {BOOKED}
    booked = await count_booked(core, limited, "Eve")
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
    # A busy machine books some eighty in a minute.
    most = size(50, 3)
    async with httpx.AsyncClient(verify=NO_TLS, base_url=url, timeout=60) as http:
        ours = await program_of(http, core, limited, limits=ClientLimits(bookings_per_day=most))
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
    booked = await count_booked(core, limited, "Eve")
    figures.note(told=dict(told), booked=booked)
    assert elsewhere == BOOKED
    assert told["booking_limit_reached"] > 0
    assert booked == most


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


async def count_booked(core: BookingCore, salon: DemoSalon, name: str) -> int:
    """How many appointments of people whose name begins so stand in the tables."""
    theirs = select(func.count()).select_from(Appointment).join(Customer)
    of_salon = Appointment.organization_id == salon.organization_id
    async with core.sessions() as session, session.begin():
        return await session.scalar(theirs.where(of_salon, Customer.name.startswith(name))) or 0
