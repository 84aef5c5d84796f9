"""Which of many free times are shown: a few days, each from morning to evening, or those nearest to the hour
that was asked for."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from agent.when import When
from booking_core.availability.slots import Slot
from booking_core.time.wall_clock import zone

# What fits a phone screen: enough to choose from, few enough to read.
DAYS_SHOWN, TIMES_A_DAY = 3, 8


def spread_over_days(slots: Sequence[Slot]) -> list[Slot]:
    """A few days, and on each day times from morning to evening rather than the first ones only."""
    days: dict[date, list[Slot]] = {}
    for slot in slots:
        days.setdefault(slot.start.astimezone(zone(slot.time_zone)).date(), []).append(slot)
    return [slot for of_day in list(days.values())[:DAYS_SHOWN] for slot in _evenly(of_day, TIMES_A_DAY)]


def _evenly(slots: list[Slot], count: int) -> Iterable[Slot]:
    if len(slots) <= count:
        return slots
    return [slots[round(step * (len(slots) - 1) / (count - 1))] for step in range(count)]


def nearest(when: When, slots: Sequence[Slot]) -> list[Slot]:
    """Of each day the times nearest to the hour that was asked for, in their order."""
    wanted = next((times.first if times.first is not None else times.last for times in when.times), None)
    if wanted is None:
        return list(slots)
    days: dict[date, list[Slot]] = {}
    for slot in slots:
        days.setdefault(slot.start.astimezone(zone(when.zone)).date(), []).append(slot)
    return [
        slot
        for of_day in days.values()
        for slot in sorted(_by_distance(when, of_day, wanted)[:TIMES_A_DAY], key=_start)
    ]


def _by_distance(when: When, slots: Sequence[Slot], wanted: int) -> list[Slot]:
    def away(slot: Slot) -> int:
        local = slot.start.astimezone(zone(when.zone))
        return abs(local.hour * 60 + local.minute - wanted)

    return sorted(slots, key=away)


def _start(slot: Slot) -> datetime:
    return slot.start
