"""Rivals: many forged holds at once, several for each time, as if Redis had given all of them."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from msgspec import Struct
from sqlalchemy import insert, select

from booking_core.core import BookingCore
from booking_core.demo import DemoSalon
from booking_core.holds import Hold
from booking_core.ids import new_id
from booking_core.resources import ROOM, STAFF, Resource
from tests.cast import MONDAY, Visitor

AT_ONCE = 1000


class Rival(Struct, frozen=True):
    """Somebody with a hold on a start of a service, on resources by name; ``moving`` is an appointment's id."""

    visitor: Visitor
    service: str
    start: datetime
    names: list[str]
    minutes: int = 60
    moving: str | None = None


async def forged(core: BookingCore, rivals: list[Rival]) -> list[Hold]:
    """Their holds, in the same order."""
    rows = [_row(rival) for rival in rivals]
    async with core.sessions() as session, session.begin():
        for first in range(0, len(rows), AT_ONCE):
            await session.execute(insert(Hold), rows[first : first + AT_ONCE])
        ids = [row["id"] for row in rows]
        found = {hold.id: hold for hold in await session.scalars(select(Hold).where(Hold.id.in_(ids)))}
    return [found[one] for one in ids]


def guests(core: BookingCore, salon: DemoSalon, count: int) -> list[Visitor]:
    return [Visitor(core, salon, f"Guest{number}") for number in range(count)]


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


def codes(refused: Iterable[Any]) -> set[str]:
    return {refusal.code for refusal in refused}


KINDS = ((STAFF, "Person"), (ROOM, "Room"))


def _row(rival: Rival) -> dict[str, Any]:
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
        "created_at": MONDAY,
        "expires_at": MONDAY + timedelta(minutes=10),
        "max_expires_at": MONDAY + timedelta(minutes=30),
    }
