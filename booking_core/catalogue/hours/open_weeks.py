"""When people and rooms are open, a week at a time, kept for as long as the catalogue it was read from.

Opening hours change seldom and are asked about at every search, so each week is worked out once; a search
only puts weeks together.
"""

from collections.abc import Callable
from datetime import timedelta

from booking_core.time.timeline import EPOCH, Horizon, epoch_minute
from booking_core.time.wall_clock import DAY_MINUTES

WEEK_MINUTES = 7 * DAY_MINUTES
# Enough for the longest booking window; whoever looks further makes room by forgetting the rest.
WEEKS_KEPT = 20


class OpenWeeks:
    """Timelines of weeks, each named by its owner and counted in weeks of UTC since 1970. ``owners`` says for
    how many there is room."""

    def __init__(self, owners: int) -> None:
        self._most = WEEKS_KEPT * max(1, owners)
        self._kept: dict[tuple[str, str, int], int] = {}

    def over(self, horizon: Horizon, owner: tuple[str, str], open_in: Callable[[Horizon], int]) -> int:
        """The open minutes of a horizon; ``open_in`` works them out for one that is not kept yet."""
        first_minute = epoch_minute(horizon.origin)
        first, last = first_minute // WEEK_MINUTES, (first_minute + horizon.minutes - 1) // WEEK_MINUTES
        bits = 0
        for week in range(first, last + 1):
            bits |= self._week(owner, week, open_in) << (week - first) * WEEK_MINUTES
        return bits >> (first_minute - first * WEEK_MINUTES) & horizon.all

    def _week(self, owner: tuple[str, str], week: int, open_in: Callable[[Horizon], int]) -> int:
        known = self._kept.get((*owner, week))
        if known is None:
            if len(self._kept) >= self._most:
                self._kept.clear()
            known = open_in(Horizon(EPOCH + week * timedelta(weeks=1), WEEK_MINUTES))
            self._kept[*owner, week] = known
        return known
