"""What the front desk books for one day of the demo: who comes to whom, when it was booked, and who calls it
off. Pure: the same day of the same salon always has the same plan."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from random import Random
from zoneinfo import ZoneInfo

from msgspec import Struct

from booking_core.maintenance.demo import OFFERS, STAFF_MEMBERS, DemoService
from web.demo.people import REGULARS, Person

# How long before the day anything is booked for it, at most.
BOOKED_AHEAD_DAYS = 28
LUNCH, LUNCH_LASTS = 12 * 60 + 30, 45
# Minutes that stay free before the next customer.
PAUSES = (0, 0, 0, 0, 15, 30, 45)
# How often each service is wanted; who is left out is booked in the chat, or in a class.
WANTED = {"Haircut": 8, "Beard trim": 2, "Colour and cut": 6, "Blow-dry": 2, "Massage": 5}
CLASS, CLASS_BEGINS, CLASS_LASTS = "Yoga class", 17 * 60, 60
CLASS_DAYS = (0, 2, 4)
TEACHER = "Jonas"
IS_CALLED_OFF = 0.07
# The desk takes bookings between these hours.
FIRST_HOUR, LAST_HOUR = 9, 18
# Nobody books later before the start, or calls off later.
AT_LATEST, CALLED_OFF_BEFORE = timedelta(hours=2), timedelta(hours=5)


class PlannedBooking(Struct, frozen=True):
    """``key`` is the same whenever the day is planned. Moments are UTC."""

    key: str
    service: str
    staff: str
    start: datetime
    duration_min: int
    person: Person
    made_at: datetime
    called_off_at: datetime | None


class Visit(Struct, frozen=True):
    """Somebody's turn with one of the staff; ``begins`` in minutes from midnight."""

    offer: DemoService
    staff: str
    begins: int
    duration_min: int


# Each day is looked at from every day on which somebody may book for it.
@lru_cache(maxsize=2 * BOOKED_AHEAD_DAYS)
def bookings_of(day: date, zone: ZoneInfo, seed: str) -> tuple[PlannedBooking, ...]:
    """Everything the front desk books for this day, by staff and start."""
    rng = Random(f"{seed} {day.isoformat()}")  # noqa: S311 - a plan, not a secret
    people = rng.sample(REGULARS, len(REGULARS))
    visits = [
        visit
        for name, _, shifts in STAFF_MEMBERS
        for shift in shifts
        if day.weekday() in shift.days
        for visit in _visits(rng, name, shift.opens, shift.closes, day.weekday())
    ]
    return tuple(
        _booking(rng, f"{day.isoformat()} {number}", visit, day, zone, people[number % len(people)])
        for number, visit in enumerate(visits)
    )


def _visits(rng: Random, staff: str, opens: int, closes: int, weekday: int) -> Iterator[Visit]:
    has_class = staff == TEACHER and weekday in CLASS_DAYS
    until = CLASS_BEGINS if has_class else closes
    offers = [offer for offer in OFFERS if staff in offer.takes and offer.name in WANTED]
    at, has_eaten = opens, False
    while at < until:
        if at >= LUNCH and not has_eaten:
            at, has_eaten = at + LUNCH_LASTS, True
        offer = rng.choices(offers, [WANTED[offer.name] for offer in offers])[0]
        at = -(-(at + rng.choice(PAUSES)) // offer.step) * offer.step
        duration = rng.choice(offer.durations)
        if at + duration + offer.after > until:
            break
        yield Visit(offer, staff, at, duration)
        at += duration + offer.after
    if has_class:
        yoga = next(offer for offer in OFFERS if offer.name == CLASS)
        for _ in range(rng.randint(2, 5)):
            yield Visit(yoga, staff, CLASS_BEGINS, CLASS_LASTS)


def _booking(
    rng: Random, key: str, visit: Visit, day: date, zone: ZoneInfo, person: Person
) -> PlannedBooking:
    start = datetime(day.year, day.month, day.day, *divmod(visit.begins, 60), tzinfo=zone).astimezone(UTC)
    made_at = _moment_of_booking(rng, start, day, zone)
    called_off_at = None
    if rng.random() < IS_CALLED_OFF and start - CALLED_OFF_BEFORE > made_at:
        called_off_at = made_at + rng.random() * (start - CALLED_OFF_BEFORE - made_at)
    return PlannedBooking(
        key, visit.offer.name, visit.staff, start, visit.duration_min, person, made_at, called_off_at
    )


def _moment_of_booking(rng: Random, start: datetime, day: date, zone: ZoneInfo) -> datetime:
    """Half are regular customers, who choose the next time when they leave."""
    ahead = rng.choice((rng.randint(14, BOOKED_AHEAD_DAYS), rng.randint(0, 13)))
    on = day - timedelta(days=ahead)
    minute = rng.randrange(FIRST_HOUR * 60, LAST_HOUR * 60)
    made_at = datetime(on.year, on.month, on.day, *divmod(minute, 60), rng.randrange(60), tzinfo=zone)
    return min(made_at.astimezone(UTC), start - AT_LATEST)
