"""Another room for classes, and the same wish again."""

from collections.abc import Awaitable, Callable

from booking_core.catalogue.resources import Resource
from booking_core.catalogue.services.services import ServiceResource
from booking_core.core import BookingCore
from booking_core.desk import Desk
from booking_core.holds.claim import claim_again
from booking_core.holds.hold import Hold
from booking_core.live_holds.hold_book import AcquireRequest
from booking_core.live_holds.lifetimes import HOLD_LASTS
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id


def same_wish(hold: Hold) -> Callable[[Desk], Awaitable[AcquireRequest]]:
    async def wish(desk: Desk) -> AcquireRequest:
        return claim_again(desk, hold, HOLD_LASTS)

    return wish


async def another_studio(core: BookingCore, salon: DemoSalon, location_id: str) -> None:
    """A second teacher and a second room for the class."""
    rows = [
        Resource(
            id=new_id("res"),
            organization_id=salon.organization_id,
            location_id=location_id,
            kind=kind,
            name=name,
            position=9,
        )
        for kind, name in (("staff", "Jana"), ("room", "Garden room"))
    ]
    async with core.sessions() as session, session.begin():
        session.add_all(rows)
        await session.flush()
        session.add_all(
            ServiceResource(
                service_id=salon.services["Yoga class"],
                resource_id=row.id,
                organization_id=salon.organization_id,
            )
            for row in rows
        )
