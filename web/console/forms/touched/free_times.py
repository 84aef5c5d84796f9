"""The same time with a colleague, and the next free times with the same person, for an appointment that may
have to move."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from booking_core.availability.queries import question_of_move, read_availability
from booking_core.availability.slots import Question, Slot
from booking_core.back_office.touched import Touched, TouchedBooking
from booking_core.booking.move import ANY
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.resources import STAFF
from booking_core.desk import Desk
from booking_core.time.wall_clock import day_around
from web.console.forms.field import Option
from web.console.forms.touched.decisions import APART, MOVE
from web.console.rendering.visit import Visit
from web.console.words.translate import gettext

MOST = 3
# Nobody wants to wait longer for what they had an appointment for.
AHEAD = timedelta(days=28)


class FreeTimes:
    """By the catalogue ``after`` the change. The first time that is named for one appointment is not named
    for the next of the same person: all of them can be moved to the first that is named."""

    def __init__(self, visit: Visit, desk: Desk, after: Catalogue) -> None:
        self._visit = visit
        self._desk = desk
        self._after = after
        self._named: dict[str, list[Slot]] = {}

    async def instead_of(self, touched: Touched, booking: TouchedBooking) -> Sequence[Option]:
        """The same time with a colleague first, which changes least for the customer; then with the same
        person, earliest first, from the day of the appointment on. None where nobody does it any more."""
        after = self._after
        if touched.service_id not in after.services or booking.location_id not in after.locations:
            return ()
        staff_id = self._same_person(touched.service_id, booking)
        named = self._named.setdefault(staff_id or touched.service_id, [])
        slots = await self._find(touched, booking, staff_id, named)
        named += slots[:1]
        same = await self._with_a_colleague(touched, booking) if staff_id else None
        return [*([same] if same else []), *(self._option(slot, staff_id) for slot in slots)]

    async def _with_a_colleague(self, touched: Touched, booking: TouchedBooking) -> Option | None:
        """None where nobody else is free then, or all who are have been named for another appointment."""
        start = touched.starts_at
        question = Question(
            touched.service_id,
            start,
            start + timedelta(minutes=1),
            location_id=booking.location_id,
            party_size=booking.party_size,
        )
        slot = await self._slot_at(question, touched.appointment_id)
        for colleague in slot.staff_ids if slot else ():
            named = self._named.setdefault(colleague, [])
            taken = any(one.start < booking.ends_at and start < one.end for one in named)
            if slot and colleague not in booking.resource_ids and not taken:
                named.append(slot)
                return self._option(slot, colleague)
        return None

    async def _slot_at(self, question: Question, appointment_id: str) -> Slot | None:
        """Whoever could do it at its very start, after the change."""
        own, self._desk.catalogue = self._desk.catalogue, self._after
        try:
            asked = await question_of_move(self._desk, question, appointment_id)
            found = await read_availability(self._desk, asked, reschedule_of=appointment_id)
        finally:
            self._desk.catalogue = own
        return next(iter(found.slots(1, lambda moment: moment == question.start)), None)

    def _same_person(self, service_id: str, booking: TouchedBooking) -> str | None:
        """None where they do not do it any more: then anybody may."""
        serving = self._after.who_serves(service_id, booking.location_id)
        same = (one.id for one in serving if one.kind == STAFF and one.id in booking.resource_ids)
        return next(same, None)

    async def _find(
        self, touched: Touched, booking: TouchedBooking, staff_id: str | None, named: Sequence[Slot]
    ) -> list[Slot]:
        lasts = booking.ends_at - touched.starts_at

        def is_another(start: datetime) -> bool:
            taken = (one.start < start + lasts and start < one.end for one in named)
            return start != touched.starts_at and not any(taken)

        begin, _ = day_around(touched.starts_at, booking.time_zone)
        now, own = self._desk.clock.now(), self._desk.catalogue
        begin = max(begin, now)
        question = Question(
            touched.service_id,
            begin,
            begin + AHEAD,
            location_id=booking.location_id,
            staff_id=staff_id,
            party_size=booking.party_size,
        )
        self._desk.catalogue = self._after
        try:
            found = await self._desk.availability(
                question, limit=MOST, reschedule_of=touched.appointment_id, wanted=is_another
            )
        finally:
            self._desk.catalogue = own
        return found.slots

    def _option(self, slot: Slot, staff_id: str | None) -> Option:
        when = self._visit.local(self._desk, slot.time_zone).day_and_time(slot.start)
        people = self._after.resources_among({staff_id} if staff_id else ())
        with_whom = ", ".join(one.name for one in people) or gettext("Anybody who can")
        return Option(APART.join((MOVE, slot.start.isoformat(), staff_id or ANY)), f"{when}, {with_whom}")
