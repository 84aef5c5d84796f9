"""Whether a time that was given once could still be given: by hours, time off and who serves what.

The same arithmetic as for new times, without what binds only whoever books anew: the grid, notice, the
booking window. Claims and seats keep themselves apart.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Protocol

from booking_core.availability.occupancy.busy import Busy
from booking_core.availability.rules import AWAY, CLOSED, UNQUALIFIED
from booking_core.availability.starts import Starts
from booking_core.catalogue.catalogue import Catalogue
from booking_core.time.timeline import Horizon, minutes_between


class GivenTime(Protocol):
    """An appointment or a hold: what was given to whom, from when until when (UTC)."""

    @property
    def service_id(self) -> str: ...
    @property
    def location_id(self) -> str: ...
    @property
    def resource_ids(self) -> list[str]: ...
    @property
    def starts_at(self) -> datetime: ...
    @property
    def ends_at(self) -> datetime: ...


def broken_rules(catalogue: Catalogue, given: GivenTime) -> frozenset[tuple[str, str]]:
    """Each rule that a given time breaks by this catalogue, with the resource that breaks it; none where all
    is well."""
    return frozenset(_broken_rules(catalogue, given))


def _broken_rules(catalogue: Catalogue, given: GivenTime) -> Iterator[tuple[str, str]]:
    location = catalogue.location(given.location_id)
    serving = {one.id: one for one in catalogue.who_serves(given.service_id, location.id)}
    lasts = minutes_between(given.starts_at, given.ends_at)
    horizon = Horizon.between(given.starts_at, given.ends_at)
    # Only its own first minute is asked about.
    starts = Starts(catalogue, location, horizon, Busy(), duration=lasts, before=0, occupied=lasts)
    for resource_id in given.resource_ids:
        resource = serving.get(resource_id)
        if resource is None:
            yield UNQUALIFIED, resource_id
            continue
        if not starts.open(resource) & 1:
            yield CLOSED, resource_id
        if not starts.there(resource) & 1:
            yield AWAY, resource_id
