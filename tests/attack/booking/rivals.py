"""Rivals: many forged holds at once, several for each time, as if Redis had given all of them."""

import random
from collections import Counter
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from msgspec import Struct
from sqlalchemy import insert, select

from booking_core.catalogue.organizations import Organization
from booking_core.catalogue.resources import ROOM, STAFF, Resource
from booking_core.core import BookingCore
from booking_core.holds.hold import Hold
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from tests.cast import MONDAY, Visitor, at

AT_ONCE = 1000
MINUTE = timedelta(minutes=1)
FIRST, CELL = at(1, 0), 120 * MINUTE
SEATS = 6


class Rival(Struct, frozen=True):
    """Somebody with a hold on a start of a service, on resources by name; ``moving`` is an appointment's
    id."""

    visitor: Visitor
    service: str
    start: datetime
    names: list[str]
    minutes: int = 60
    moving: str | None = None


async def forged(core: BookingCore, rivals: list[Rival], now: datetime = MONDAY) -> list[Hold]:
    """Their holds, in the same order, good for ten minutes from ``now``."""
    owners = Organization.id.in_({rival.visitor.salon.organization_id for rival in rivals})
    async with core.sessions() as session, session.begin():
        read = await session.execute(select(Organization.id, Organization.revision).where(owners))
        revisions = {row.id: row.revision for row in read}
        rows = [_row(rival, now, revisions[rival.visitor.salon.organization_id]) for rival in rivals]
        for first in range(0, len(rows), AT_ONCE):
            await session.execute(insert(Hold), rows[first : first + AT_ONCE])
        ids = [row["id"] for row in rows]
        found = {hold.id: hold for hold in await session.scalars(select(Hold).where(Hold.id.in_(ids)))}
    return [found[one] for one in ids]


def crowd(visitors: list[Visitor], slots: int, first: datetime = FIRST) -> list[Rival]:
    """Of each five slots two are of one person, two of a person and a room, one of a class; overlapping by
    quarters of an hour."""
    rivals = []
    for number, visitor in enumerate(visitors):
        slot = number % slots
        start = first + slot * CELL
        late = random.choice((0, 15, 30)) * MINUTE
        both = random.sample(["Jonas", "Treatment room"], 2)
        if slot % 5 == 4:
            rivals.append(Rival(visitor, "Yoga class", start, both))
        elif slot % 5 >= 2:
            rivals.append(Rival(visitor, "Massage", start + late, both))
        else:
            rivals.append(Rival(visitor, "Haircut", start + late, ["Dana"], minutes=45))
    return rivals


def room_for(rivals: int, slots: int) -> int:
    """How many of a crowd can get what they want."""
    each = rivals // slots
    return sum(min(SEATS, each) if slot % 5 == 4 else 1 for slot in range(slots))


async def larger(core: BookingCore, salon: DemoSalon, count: int) -> DemoSalon:
    """The salon with so many more people and rooms, named ``Person 0`` and ``Room 0`` and so on."""
    names = [(kind, f"{word} {number}") for kind, word in KINDS for number in range(count)]
    resources = {name: new_id("res") for _, name in names}
    async with core.sessions() as session, session.begin():
        session.add_all(
            Resource(
                id=resources[name],
                organization_id=salon.organization_id,
                location_id=salon.location_id,
                kind=kind,
                name=name,
                position=10,
            )
            for kind, name in names
        )
    salon.resources.update(resources)
    return salon


def codes(refused: Iterable[Any]) -> dict[str, int]:
    """How many were refused with which code."""
    return dict(Counter(refusal.code for refusal in refused))


KINDS = ((STAFF, "Person"), (ROOM, "Room"))


def _row(rival: Rival, now: datetime, revision: int) -> dict[str, Any]:
    salon, end = rival.visitor.salon, rival.start + timedelta(minutes=rival.minutes)
    return {
        "id": new_id("hold"),
        "organization_id": salon.organization_id,
        "owner": f"{rival.visitor.actor.door}:{rival.visitor.actor.id}",
        "purpose": "reschedule" if rival.moving else "book",
        "status": "held",
        "reschedule_of": rival.moving,
        "service_id": salon.services[rival.service],
        "location_id": salon.location_id,
        "resource_ids": [salon.resources[name] for name in rival.names],
        "starts_at": rival.start,
        "ends_at": end,
        "claims_from": rival.start,
        "claims_to": end,
        "party_size": 1,
        "price": None,
        "currency": "EUR",
        "policy": {},
        "created_at": now,
        "expires_at": now + timedelta(minutes=10),
        "max_expires_at": now + timedelta(minutes=30),
        "revision": revision,
    }
