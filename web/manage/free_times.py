"""Free times to move an appointment to, as a list of days and the times of one of them."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta

from msgspec import Struct

from agent.languages.wording import full_date, time_of_day
from booking_core.appointments.appointment import Appointment
from booking_core.appointments.by_link.stamp import STAMP, stamp_of
from booking_core.availability.slots import Question, Slot
from booking_core.booking.move import ANY, SAME
from booking_core.catalogue.resources import STAFF
from booking_core.desk import Desk
from booking_core.time.wall_clock import zone
from web.api.values.instants import YEARS
from web.manage.rendering.shown import Shown

# Two weeks are looked at together, of which a day has at most so many starts.
DAYS, MOST_STARTS = 14, 14 * 100


class FreeTime(Struct, frozen=True):
    stamp: str
    text: str


class FreeDay(Struct, frozen=True):
    date: date
    text: str
    count: int


class FreeTimes(Struct, frozen=True):
    """``days`` have a free time, ``times`` are those of the day ``chosen``. ``earlier`` and ``later`` are
    where the days before and after them begin, None for none. ``others`` is whether somebody else could do
    it."""

    days: Sequence[FreeDay]
    chosen: date | None
    times: Sequence[FreeTime]
    earlier: date | None
    later: date | None
    who: str
    others: bool
    named: str


async def free_times(
    desk: Desk, shown: Shown, who: str, first: date | None, chosen: date | None
) -> FreeTimes:
    """From ``first`` on (the place's own dates), or from the day of the appointment; of ``chosen``, or of the
    first free day."""
    appointment, here = shown.appointment, zone(shown.facts.time_zone)
    today, own = (one.astimezone(here).date() for one in (desk.clock.now(), appointment.starts_at))
    window = desk.catalogue.service(appointment.service_id).booking_window_days
    last = today + timedelta(days=window)
    begin = min(max(first or chosen or own, today), last)
    end = begin + timedelta(days=DAYS)
    start, stop = (datetime.combine(day, time(), here).astimezone(UTC) for day in (begin, end))
    question = question_of(desk, appointment, who, max(start, desk.clock.now()), stop)
    found = await desk.availability(question, limit=MOST_STARTS, reschedule_of=appointment.id)
    by_day = _by_day(found.slots, appointment)
    on = chosen if chosen in by_day else next(iter(by_day), None)
    staff = _staff_of(desk, appointment)
    return FreeTimes(
        days=[FreeDay(day, full_date(day, today, shown.facts.locale), len(by_day[day])) for day in by_day],
        chosen=on,
        times=[free_time(slot, shown) for slot in by_day.get(on, ())] if on else [],
        earlier=max(begin - timedelta(days=DAYS), today) if begin > today else None,
        later=end if end <= last else None,
        who=who,
        others=len(_could_serve(desk, appointment)) > 1 and bool(staff),
        named=staff[1] if staff else "",
    )


def question_of(desk: Desk, appointment: Appointment, who: str, start: datetime, end: datetime) -> Question:
    """When it could be instead: with the ``same`` person, or with ``any``."""
    staff = _staff_of(desk, appointment) if who == SAME else None
    return Question(
        service_id=appointment.service_id,
        start=start,
        end=end,
        location_id=appointment.location_id,
        staff_id=staff[0] if staff else None,
        party_size=appointment.party_size,
    )


def free_time(slot: Slot, shown: Shown) -> FreeTime:
    text = time_of_day(slot.start, slot.time_zone, shown.facts.locale)
    return FreeTime(stamp_of(slot.start), text)


def start_in(stamp: str) -> datetime | None:
    """The moment of a stamp (UTC); None for what is none, or is in a year that not every clock can reckon
    with."""
    try:
        start = datetime.strptime(stamp, STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
    return start if start.year in YEARS else None


def day_in(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def who_in(text: str) -> str:
    return ANY if text == ANY else SAME


def _by_day(slots: Sequence[Slot], appointment: Appointment) -> Mapping[date, list[Slot]]:
    days: dict[date, list[Slot]] = {}
    for slot in slots:
        if slot.start != appointment.starts_at:
            days.setdefault(slot.start.astimezone(zone(slot.time_zone)).date(), []).append(slot)
    return days


def _staff_of(desk: Desk, appointment: Appointment) -> tuple[str, str] | None:
    """Who serves it, by id and name; nobody in a class, which has its own leader at each time."""
    if desk.catalogue.service(appointment.service_id).is_group:
        return None
    there = desk.catalogue.resources_among(appointment.resource_ids)
    return next(((one.id, one.name) for one in there if one.kind == STAFF), None)


def _could_serve(desk: Desk, appointment: Appointment) -> Sequence[str]:
    serving = desk.catalogue.who_serves(appointment.service_id, appointment.location_id)
    return [one.id for one in serving if one.kind == STAFF]
