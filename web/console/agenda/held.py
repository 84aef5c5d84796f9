"""Times that somebody is booking just now, as the agenda shows them: when and with whom, and no name."""

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct

from booking_core.catalogue.locations import Location
from booking_core.catalogue.resources import STAFF
from booking_core.desk import Desk
from booking_core.holds.agenda import read_held
from booking_core.time.timeline import Horizon
from web.console.rendering.formatting import LocalFormat


class HeldTime(Struct, frozen=True):
    starts_at: datetime
    ends_at: datetime
    time: str
    until: str
    resource_ids: Sequence[str]
    with_whom: str


async def held_times(desk: Desk, place: Location, day: Horizon, local: LocalFormat) -> list[HeldTime]:
    return [
        HeldTime(
            one.starts_at,
            one.ends_at,
            local.time(one.starts_at),
            local.time(one.ends_at),
            one.resource_ids,
            ", ".join(
                who.name for who in desk.catalogue.resources_among(one.resource_ids) if who.kind == STAFF
            ),
        )
        for one in await read_held(desk, place.id, day)
    ]
