"""The front desk of the demo: books, calls off, notes who came and who did not, and answers requests, each at
its own moment."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import date, datetime, timedelta
from functools import partial
from random import Random
from typing import Any

from msgspec import Struct
from sqlalchemy import Row, TextClause, select, text

from booking_core.access.roles import Role
from booking_core.appointments.appointment import Appointment
from booking_core.desk import Desk
from booking_core.errors import Refusal
from booking_core.holds.request import HoldRequest, hold_id_of
from web.demo.day_plan import BOOKED_AHEAD_DAYS, PlannedBooking, bookings_of
from web.demo.played_salon import PlayedSalon

MANAGER = "Dana"
DOES_NOT_COME = 0.05
# When the last have gone, the desk notes who came.
NOTED_AT_HOUR, NOTED_EACH = 20, timedelta(seconds=7)
# A request is answered the day after; of five one is declined.
IS_ANSWERED_AFTER = timedelta(hours=20)
IS_DECLINED = 0.2
# Only what was played, and nothing a visitor of the demo has booked.
TO_BE_NOTED = text(
    "SELECT DISTINCT appointments.id, appointments.starts_at, appointments.ends_at"
    " FROM appointments JOIN audit"
    " ON audit.organization_id = appointments.organization_id AND audit.subject = appointments.id"
    " WHERE appointments.organization_id = :organization AND appointments.status = 'confirmed'"
    " AND appointments.ends_at > :since AND appointments.ends_at <= :until"
    " AND (audit.proof = 'demo' OR audit.actor = ANY (:conversations)) ORDER BY 3, 1"
)
TO_BE_ANSWERED = text(
    "SELECT DISTINCT appointments.id, appointments.created_at FROM appointments JOIN audit"
    " ON audit.organization_id = appointments.organization_id AND audit.subject = appointments.id"
    " WHERE appointments.organization_id = :organization AND appointments.status = 'pending_approval'"
    " AND appointments.created_at <= :until AND audit.actor = ANY (:conversations) ORDER BY 2, 1"
)


class Step(Struct, frozen=True):
    """Something the desk does at a moment (UTC)."""

    at: datetime
    do: Callable[[], Awaitable[object]]


class FrontDesk:
    """Nothing is booked for before the day ``first``. ``conversations`` are the ids of those that were
    played: who has booked there comes as well."""

    def __init__(self, salon: PlayedSalon, seed: str, first: date, conversations: set[str]) -> None:
        self._salon = salon
        self._first = first
        self._seed = seed
        self._conversations = conversations
        self._desk = salon.colleague(MANAGER, Role.MANAGER)
        self._known: set[str] = set()

    async def look_up_bookings(self, since: datetime) -> None:
        """What has been booked already is not booked again, whatever became of it."""
        booked = select(Appointment.hold_id).where(
            Appointment.organization_id == self._salon.organization_id, Appointment.created_at >= since
        )
        async with self._salon.core.sessions() as session:
            self._known = set(await session.scalars(booked))

    async def play_day(self, day: date, until: datetime) -> None:
        """Everything of one day of the salon's, in its order, as far as ``until``."""
        for step in sorted(await self._steps(day, until), key=lambda one: one.at):
            self._salon.clock.move_to(step.at)
            await _unless_refused(step.do())

    async def _steps(self, day: date, until: datetime) -> list[Step]:
        evening = datetime(day.year, day.month, day.day, NOTED_AT_HOUR, tzinfo=self._salon.zone)
        noting = Step(min(evening, until), partial(self._note_who_came, min(evening, until)))
        steps = [*self._bookings(day), *await self._answers(until), noting]
        return [step for step in steps if step.at <= until]

    def _bookings(self, day: date) -> list[Step]:
        """What is booked on this day, for days to come, and what is called off on it."""
        zone, steps = self._salon.zone, []
        first = max(day, self._first)
        for ahead in range((day - first).days + BOOKED_AHEAD_DAYS + 1):
            for one in bookings_of(first + timedelta(days=ahead), zone, self._seed):
                if one.made_at.astimezone(zone).date() == day:
                    steps.append(Step(one.made_at, partial(self._book, one)))
                if one.called_off_at and one.called_off_at.astimezone(zone).date() == day:
                    steps.append(Step(one.called_off_at, partial(self._call_off, one)))
        return steps

    async def _book(self, planned: PlannedBooking) -> None:
        salon = self._salon.salon
        service, staff = salon.services.get(planned.service), salon.resources.get(planned.staff)
        if service is None or staff is None:
            return  # The owner has renamed it.

        async def work(desk: Desk) -> None:
            if hold_id_of(desk, planned.key) in self._known:
                return
            request = HoldRequest(
                service,
                planned.start,
                planned.key,
                staff_id=staff,
                location_id=salon.location_id,
                duration_min=planned.duration_min,
            )
            await desk.confirm((await desk.hold(request)).id, planned.person.contact)

        await self._at_desk(work)

    async def _call_off(self, planned: PlannedBooking) -> None:
        async def work(desk: Desk) -> None:
            wanted = select(Appointment.id).where(
                Appointment.organization_id == desk.organization_id,
                Appointment.hold_id == hold_id_of(desk, planned.key),
            )
            appointment_id = await desk.session.scalar(wanted)
            if appointment_id is not None:
                await desk.cancel(appointment_id)

        await self._at_desk(work)

    async def _note_who_came(self, now: datetime) -> None:
        """Also of the day before: whoever stops in the middle of a day has noted nothing of its end."""
        gone = await self._rows(TO_BE_NOTED, since=now - timedelta(days=2), until=now)

        async def work(desk: Desk) -> None:
            for left, row in zip(range(len(gone), 0, -1), gone, strict=True):
                self._salon.clock.move_to(max(now - left * NOTED_EACH, row.ends_at))
                came = _chance(self._seed, row.starts_at) >= DOES_NOT_COME
                await (desk.complete(row.id) if came else desk.no_show(row.id))

        if gone:
            await self._at_desk(work)

    async def _answers(self, until: datetime) -> list[Step]:
        found = await self._rows(TO_BE_ANSWERED, until=until - IS_ANSWERED_AFTER)
        return [Step(row.created_at + IS_ANSWERED_AFTER, partial(self._answer, row)) for row in found]

    async def _answer(self, row: Row[Any]) -> None:
        declines = _chance(self._seed, row.created_at) < IS_DECLINED
        await self._at_desk(lambda desk: desk.decline(row.id) if declines else desk.approve(row.id))

    async def _rows(self, statement: TextClause, **values: datetime) -> Sequence[Row[Any]]:
        played = {
            "organization": self._salon.organization_id,
            "conversations": list(self._conversations),
        }
        async with self._salon.core.sessions() as session:
            return (await session.execute(statement, played | values)).all()

    async def _at_desk(self, work: Callable[[Desk], Awaitable[object]]) -> None:
        await self._salon.core.transaction(self._salon.organization_id, self._desk, work)


async def _unless_refused(doing: Awaitable[object]) -> None:
    """What the desk refuses does not take place: a visitor has the time, the day is a holiday, or the owner
    has changed the hours."""
    try:
        await doing
    except Refusal:
        return


def _chance(seed: str, moment: datetime) -> float:
    """The same for everybody who comes at that moment, whenever it is asked."""
    return Random(f"{seed} {moment.isoformat()}").random()  # noqa: S311 - a plan, not a secret
