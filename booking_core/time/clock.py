"""The one place that reads the time; everything else is given a clock or a moment."""

from datetime import UTC, datetime, timedelta
from time import monotonic
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


class MovedClock:
    """A clock that goes, from another moment than the present; for the demo, whose weeks are played within
    seconds."""

    def __init__(self, moment: datetime) -> None:
        self.move_to(moment)

    def move_to(self, moment: datetime) -> None:
        self._moment, self._since = moment.astimezone(UTC), monotonic()

    def now(self) -> datetime:
        return self._moment + timedelta(seconds=monotonic() - self._since)

    def stands_at(self) -> datetime:
        """Never None: nobody else's time is this clock's."""
        return self.now()


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
