"""Other times for an appointment that cannot be kept, as its letter offers them: those nearest to the one it
had, by day and by clock, rather with the same people, and of several days rather than of one."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from msgspec import Struct

from booking_core.appointments.appointment import Appointment
from booking_core.availability.slots import Question, Slot
from booking_core.catalogue.resources import STAFF
from booking_core.desk import Desk
from booking_core.time.wall_clock import zone

MOST, MOST_A_DAY = 4, 2
# Nobody reads a letter and comes at once.
NOTICE = timedelta(hours=3)
# So many days before and after are looked at, of which a day has at most so many starts.
BEFORE, AFTER, MOST_STARTS = timedelta(days=7), timedelta(days=14), 21 * 100
# What another day costs beside an hour on the clock, and what somebody else does.
A_DAY, SOMEBODY_ELSE = timedelta(hours=1), timedelta(hours=2)


class OtherTime(Struct, frozen=True):
    """``start`` is in UTC, ``with_others`` names who could do it then where the same people cannot."""

    start: datetime
    with_others: str = ""


async def other_times(desk: Desk, appointment: Appointment) -> tuple[OtherTime, ...]:
    """In their order, none of them the one it has. Raises ``Unavailable``."""
    start = max(desk.clock.now() + NOTICE, appointment.starts_at - BEFORE)
    question = Question(
        service_id=appointment.service_id,
        start=start,
        end=max(start, appointment.starts_at) + AFTER,
        location_id=appointment.location_id,
        party_size=appointment.party_size,
    )
    found = await desk.availability(question, limit=MOST_STARTS, reschedule_of=appointment.id)
    own = {one.id for one in desk.catalogue.resources_among(appointment.resource_ids) if one.kind == STAFF}
    others = [slot for slot in found.slots if slot.start != appointment.starts_at]
    chosen = _nearest(sorted(others, key=lambda slot: _distance(slot, appointment, own)))
    return tuple(
        OtherTime(slot.start, "" if _is_with(slot, own) else _names(desk, slot))
        for slot in sorted(chosen, key=lambda slot: slot.start)
    )


def _nearest(slots: Iterable[Slot]) -> list[Slot]:
    days: Counter[date] = Counter()
    chosen: list[Slot] = []
    for slot in slots:
        day = _local(slot.start, slot).date()
        if days[day] < MOST_A_DAY and len(chosen) < MOST:
            days[day] += 1
            chosen.append(slot)
    return chosen


def _distance(slot: Slot, appointment: Appointment, own: set[str]) -> tuple[timedelta, datetime]:
    here, then = _local(slot.start, slot), _local(appointment.starts_at, slot)
    days = abs((here.date() - then.date()).days)
    clock = abs(_of_day(here) - _of_day(then))
    return days * A_DAY + clock + (timedelta() if _is_with(slot, own) else SOMEBODY_ELSE), slot.start


def _is_with(slot: Slot, own: set[str]) -> bool:
    return not own or not own.isdisjoint(slot.staff_ids)


def _names(desk: Desk, slot: Slot) -> str:
    return ", ".join(desk.catalogue.resources[one].name for one in slot.staff_ids[:1])


def _local(moment: datetime, slot: Slot) -> datetime:
    return moment.astimezone(zone(slot.time_zone))


def _of_day(local: datetime) -> timedelta:
    return timedelta(hours=local.hour, minutes=local.minute)
