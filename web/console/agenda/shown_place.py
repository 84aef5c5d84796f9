"""The place whose agenda is looked at, with its clock."""

from datetime import date

from booking_core.catalogue.locations import Location
from booking_core.desk import Desk
from web.console.rendering.formatting import LocalFormat


def shown_place(desk: Desk, location_id: str) -> tuple[Location, LocalFormat, date]:
    """One at a time: the first until one is chosen; and the day it is there. There is one at least. Raises
    ``NotFound``."""
    place = desk.catalogue.location(location_id or next(iter(desk.catalogue.locations)))
    local = LocalFormat.of(desk.catalogue.organization, place.time_zone)
    return place, local, local.day_of(desk.clock.now())
