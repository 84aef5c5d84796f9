"""For each person or room alone, the minutes at which an appointment could start: open, there, not booked,
not held."""

from collections.abc import Callable, Sequence
from functools import wraps

from booking_core.availability.occupancy.busy import Busy, Span
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.hours.opening_hours import open_bits
from booking_core.catalogue.locations import Location
from booking_core.catalogue.resources import Resource
from booking_core.time.timeline import Horizon, starts_of_runs


def once_each(work: Callable[["Starts", Resource], int]) -> Callable[["Starts", Resource], int]:
    """Worked out once for each resource."""
    rule = work.__name__

    @wraps(work)
    def lookup(self: "Starts", resource: Resource) -> int:
        # The row itself: reading its attribute takes longer than finding what is kept.
        key = (rule, resource)
        known = self.kept.get(key)
        if known is None:
            known = self.kept[key] = work(self, resource)
        return known

    return lookup


class Starts:
    """Starts of appointments of ``duration`` minutes that occupy what they need from ``before`` minutes
    earlier, for ``occupied``."""

    def __init__(
        self,
        catalogue: Catalogue,
        location: Location,
        horizon: Horizon,
        busy: Busy,
        *,
        duration: int,
        before: int,
        occupied: int,
    ) -> None:
        self.kept: dict[tuple[str, Resource], int] = {}
        self._catalogue = catalogue
        self._location = location
        self._horizon = horizon
        self._busy = busy
        self._duration, self._before, self._occupied = duration, before, occupied

    @once_each
    def open(self, resource: Resource) -> int:
        """Starts at which resource and location are open all through."""
        owner = (self._location.id, resource.id)
        bits = self._catalogue.open_weeks.over(self._horizon, owner, lambda week: self._open(week, resource))
        return starts_of_runs(bits, self._duration)

    @once_each
    def there(self, resource: Resource) -> int:
        """Starts at which no time off falls into it."""
        away = self._catalogue.away(self._horizon, resource, self._location.id)
        if not away:
            return self._horizon.all
        return starts_of_runs(self._horizon.all & ~away, self._duration)

    def present(self, resource: Resource) -> int:
        """Open and there."""
        return self.open(resource) & self.there(resource)

    @once_each
    def clear_of_claims(self, resource: Resource) -> int:
        """Starts that touch no appointment, buffers included."""
        return self._clear(self._busy.claims.get(resource.id, ()))

    @once_each
    def clear_of_holds(self, resource: Resource) -> int:
        """Starts that touch no live hold, buffers included."""
        return self._clear(self._busy.holds.get(resource.id, ()))

    @once_each
    def bookable(self, resource: Resource) -> int:
        """Present and clear of claims."""
        return self.present(resource) & self.clear_of_claims(resource)

    @once_each
    def free(self, resource: Resource) -> int:
        """Bookable and clear of holds."""
        return self.bookable(resource) & self.clear_of_holds(resource)

    def _clear(self, spans: Sequence[Span]) -> int:
        """Starts whose buffers and themselves touch none of the spans."""
        if not spans:
            return self._horizon.all
        busy = self._horizon.bits_of_minutes(spans)
        return starts_of_runs(self._horizon.all & ~busy, self._occupied) << self._before

    def _open(self, horizon: Horizon, resource: Resource) -> int:
        """The minutes at which a resource and its location are open."""
        time_zone, catalogue, place = self._location.time_zone, self._catalogue, self._location.id
        return open_bits(horizon, time_zone, lambda day: catalogue.windows(place, day)) & open_bits(
            horizon, time_zone, lambda day: catalogue.windows_at(resource, place, day)
        )
