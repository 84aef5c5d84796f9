"""Whose occupancy is asked for, from when until when."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from msgspec import Struct

from booking_core.availability.occupancy.busy import Span
from booking_core.catalogue.services.services import Service
from booking_core.catalogue.workplaces import Margin, furthest
from booking_core.live_holds.hold_book import LiveHold


class OccupancyQuery(Struct, frozen=True):
    """Whose occupancy, from when until when, as known ``now``.

    ``margins`` are the ways between this place and each other of those who travel (``Workplaces.margins``).
    ``ignoring`` is a block that is about to be left, ``ignoring_holds`` one's own; ``among`` are all the
    holds that count, if given.
    """

    organization_id: str
    service: Service
    location_id: str
    resource_ids: tuple[str, ...]
    start: datetime
    end: datetime
    now: datetime
    margins: Mapping[str, Mapping[str, Margin]] = {}
    ignoring: str | None = None
    ignoring_holds: frozenset[str] = frozenset()
    among: frozenset[str] | None = None

    @property
    def reach(self) -> tuple[datetime, datetime]:
        """From when until when something at another place may matter."""
        way = timedelta(minutes=furthest(self.margins))
        return self.start - way, self.end + way

    def keeps_away(self, resource_id: str, location_id: str, span: Span) -> Span | None:
        """For how long something at a place keeps somebody from being here, ways included; None where it is
        here, or they do not travel."""
        margin = self.margins.get(resource_id, {}).get(location_id)
        return None if margin is None else (span[0] - margin[0], span[1] + margin[1])

    @property
    def is_of_claims_only(self) -> bool:
        """Whether no hold counts, so that Redis need not be asked."""
        return self.among is not None and not self.among

    def counts(self, hold: LiveHold) -> bool:
        """Whether this hold is in the way."""
        return hold.hold_id not in self.ignoring_holds and (self.among is None or hold.hold_id in self.among)
