"""Other times for an appointment that cannot be kept, as its letter offers them: the next ones at its place,
with whoever can, of several days rather than of one."""

from collections import Counter
from datetime import datetime, timedelta

from booking_core.appointments.appointment import Appointment
from booking_core.availability.slots import Question
from booking_core.desk import Desk
from booking_core.time.wall_clock import zone

MOST, MOST_A_DAY = 4, 2
# So many days are looked at, of which a day has at most so many starts.
AHEAD, MOST_STARTS = timedelta(days=14), 14 * 100


async def other_times(desk: Desk, appointment: Appointment) -> tuple[datetime, ...]:
    """Starts (UTC), none of them the one it has. Raises ``Unavailable``."""
    now = desk.clock.now()
    question = Question(
        service_id=appointment.service_id,
        start=now,
        end=now + AHEAD,
        location_id=appointment.location_id,
        party_size=appointment.party_size,
    )
    found = await desk.availability(question, limit=MOST_STARTS, reschedule_of=appointment.id)
    days: Counter[object] = Counter()
    chosen: list[datetime] = []
    for slot in found.slots:
        day = slot.start.astimezone(zone(slot.time_zone)).date()
        if slot.start != appointment.starts_at and days[day] < MOST_A_DAY and len(chosen) < MOST:
            days[day] += 1
            chosen.append(slot.start)
    return tuple(chosen)
