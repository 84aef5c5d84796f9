"""A business in plain Python: hours, dates, people away, and what was promised, minute by minute."""

from collections.abc import Iterator
from copy import deepcopy
from datetime import date, datetime, timedelta

from msgspec import Struct

from tests.cast import BERLIN

MINUTE = timedelta(minutes=1)
ALL_DAY = [(0, 1440)]
Window = tuple[int, int]


class Promise(Struct):
    """One appointment as the model knows it."""

    id: str
    service: str
    resources: tuple[str, ...]
    start: datetime
    end: datetime
    status: str
    kept: frozenset[str] = frozenset()


class BusinessModel(Struct):
    """``weeks`` by location or resource and weekday; ``dates`` and ``away`` by the id of their row."""

    location: str
    weeks: dict[str, dict[int, list[Window]]]
    links: dict[str, set[str]]
    dates: dict[str, tuple[str, date, list[Window]]] = {}
    away: dict[str, tuple[str, datetime, datetime]] = {}
    archived: set[str] = set()
    promises: dict[str, Promise] = {}

    def changed(self) -> "BusinessModel":
        """A copy to change."""
        return deepcopy(self)

    def broken(self, promise: Promise) -> frozenset[str]:
        """Every rule that a promise breaks as things are."""
        return frozenset(f"{rule} {one}" for one in promise.resources for rule in self._against(one, promise))

    def touched(self, after: "BusinessModel", now: datetime) -> dict[str, frozenset[str]]:
        """What a change that leads to ``after`` breaks, by appointment, beyond what has been overlooked."""
        found = {}
        for promise in self.promises.values():
            if promise.status == "cancelled" or promise.start <= now:
                continue
            if rules := after.broken(promise) - self.broken(promise) - promise.kept:
                found[promise.id] = rules
        return found

    def _against(self, resource: str, promise: Promise) -> Iterator[str]:
        if resource in self.archived or resource not in self.links[promise.service]:
            yield "no_qualified_staff"
            return
        lasts = int((promise.end - promise.start) / MINUTE)
        minutes = [promise.start + minute * MINUTE for minute in range(lasts)]
        if not all(self._open(owner, one) for one in minutes for owner in (self.location, resource)):
            yield "closed"
        if any(
            who == resource and start <= one < end
            for who, start, end in self.away.values()
            for one in minutes
        ):
            yield "time_off"

    def _open(self, owner: str, moment: datetime) -> bool:
        wall = moment.astimezone(BERLIN)
        minute = wall.hour * 60 + wall.minute
        yesterday = wall.date() - timedelta(days=1)
        return any(
            opens <= at < closes
            for day, at in ((wall.date(), minute), (yesterday, minute + 1440))
            for opens, closes in self._windows(owner, day)
        )

    def _windows(self, owner: str, day: date) -> list[Window]:
        for whose, on, windows in self.dates.values():
            if (whose, on) == (owner, day):
                return windows
        week = self.weeks.get(owner, {})
        if owner != self.location and not any(week.values()):
            return ALL_DAY
        return week.get(day.weekday(), [])
