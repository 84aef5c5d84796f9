"""Times that somebody is booking just now, as the agenda shows them: what, when and with whom; no name."""

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct

from booking_core.catalogue.locations import Location
from booking_core.catalogue.resources import STAFF
from booking_core.desk import Desk
from booking_core.holds.agenda import read_held
from booking_core.storage.audit import CHAT
from booking_core.time.timeline import Horizon
from web.console.rendering.formatting import LocalFormat

# How the owner of a hold of the chat begins; the conversation follows.
OF_CHAT = f"{CHAT}:"


class HeldTime(Struct, frozen=True):
    """``conversation_id`` is empty unless it is the chat that books it."""

    starts_at: datetime
    ends_at: datetime
    time: str
    until: str
    resource_ids: Sequence[str]
    with_whom: str
    service: str = ""
    conversation_id: str = ""


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
            desk.catalogue.booked_name(one),
            one.owner.removeprefix(OF_CHAT) if one.owner.startswith(OF_CHAT) else "",
        )
        for one in await read_held(desk, place.id, day)
    ]
