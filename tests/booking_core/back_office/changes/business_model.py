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


class Course(Struct, frozen=True):
    """Somebody is away on a weekday, every so many weeks from a date on, between these minutes."""

    who: str
    weekday: int
    window: Window
    every_weeks: int
    anchor: date


class BusinessModel(Struct):
    """``weeks`` by location or resource and weekday; ``dates``, ``away`` and ``courses`` by the id of their
    row. ``turns`` are the weekdays whose hours hold only every so many weeks from a date on."""

    location: str
    weeks: dict[str, dict[int, list[Window]]]
    links: dict[str, set[str]]
    dates: dict[str, tuple[str, date, list[Window]]] = {}
    away: dict[str, tuple[str, datetime, datetime]] = {}
    courses: dict[str, Course] = {}
    turns: dict[tuple[str, int], tuple[int, date]] = {}
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
        ) or any(self._on_course(resource, one) for one in minutes):
            yield "time_off"

    def _on_course(self, who: str, moment: datetime) -> bool:
        wall = moment.astimezone(BERLIN)
        day, minute = wall.date(), wall.hour * 60 + wall.minute
        if any((whose, on) == (who, day) for whose, on, _ in self.dates.values()):
            return False
        return any(
            one.who == who
            and one.weekday == day.weekday()
            and one.window[0] <= minute < one.window[1]
            and is_turn(day, one.every_weeks, one.anchor)
            for one in self.courses.values()
        )

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
        turn = self.turns.get((owner, day.weekday()))
        return week.get(day.weekday(), []) if turn is None or is_turn(day, *turn) else []


def is_turn(day: date, every_weeks: int, anchor: date) -> bool:
    """Counted one Monday after the other."""
    monday, count = anchor - timedelta(days=anchor.weekday()), 0
    while monday + timedelta(days=7) <= day:
        monday, count = monday + timedelta(days=7), count + 1
    return day >= anchor and count % every_weeks == 0
