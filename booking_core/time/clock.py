"""The one place that reads the time; everything else is given a clock or a moment."""

from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        ...

    def stands_at(self) -> datetime | None:
        """The moment at which this clock stands still; None for one that goes, as in production.

        Redis judges the life of holds by its own time unless the clock stands, so that a frozen clock freezes
        holds too.
        """
        ...


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)

    def stands_at(self) -> datetime | None:
        return None


class FrozenClock:
    """A clock that stands still until it is told to move; for tests, demos and evaluation."""

    def __init__(self, moment: datetime) -> None:
        self._moment = moment.astimezone(UTC)

    def now(self) -> datetime:
        return self._moment

    def stands_at(self) -> datetime | None:
        return self._moment

    def advance(self, by: timedelta) -> None:
        self._moment += by
