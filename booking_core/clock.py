"""The one place that reads the time; everything else is given a clock or a moment."""

from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        ...

    def offset(self) -> timedelta:
        """How far this clock stands from the machine's own: zero in production.

        Redis judges the life of holds by its own time plus this, so that a frozen clock freezes holds too.
        """
        ...


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)

    def offset(self) -> timedelta:
        return timedelta(0)


class FrozenClock:
    """A clock that stands still until it is told to move; for tests, demos and evaluation."""

    def __init__(self, moment: datetime) -> None:
        self._moment = moment.astimezone(UTC)

    def now(self) -> datetime:
        return self._moment

    def offset(self) -> timedelta:
        return self._moment - datetime.now(UTC)

    def advance(self, by: timedelta) -> None:
        self._moment += by
