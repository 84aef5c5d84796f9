"""The desk: what a receptionist does. One visit is one transaction for one organization; see ``core``.

Read this file first: every verb is here, and each leaves its detail to the file of its noun. A verb that refuses raises a
``Refusal`` and changes nothing.
"""

from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime, timedelta
from typing import TypeVar

from msgspec import Struct, structs
from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.appointments import Appointment
from booking_core.audit import Actor
from booking_core.availability import Question, Reading, Slot
from booking_core.blocks import leave_seats, lock_resources, sits_alone
from booking_core.booking import change_recorded, confirm_hold, move_appointment
from booking_core.catalogue import Catalogue
from booking_core.clock import Clock
from booking_core.customers import ContactDetails
from booking_core.database import Base
from booking_core.errors import Conflict, Invalid, NotFound
from booking_core.holding import extended, held, hold_id_of, refusal_for, standing
from booking_core.holds import BOOK, HELD, RELEASED, RESCHEDULE, Hold, HoldBook, Quota
from booking_core.occupancy import Asked, occupancy
from booking_core.services import Service

# How far ahead one look for the next free time goes before it looks again, and how often it looks.
LOOK_AHEAD = timedelta(days=14)
LOOKS = 6
R = TypeVar("R", bound=Base)


class HoldRequest(Struct, frozen=True):
    """A wish to hold one start (aware, UTC). ``key`` makes a repeat the same hold; ``quotas`` cap who asks."""

    service_id: str
    start: datetime
    key: str
    staff_id: str | None = None
    location_id: str | None = None
    duration_min: int | None = None
    party_size: int = 1
    replaces_hold_id: str | None = None
    reschedule_of: str | None = None
    quotas: tuple[Quota, ...] = ()


class Times(Struct, frozen=True):
    """Free times, earliest first; where there are none, why, and when the next one is."""

    slots: list[Slot]
    empty_reason: str | None = None
    next_available: Slot | None = None


class Desk:
    """Opened by ``BookingCore.desk`` for one organization and one actor. ``afterwards`` runs when the visit has been committed."""

    def __init__(
        self, session: AsyncSession, holds: HoldBook, catalogue: Catalogue, clock: Clock, actor: Actor
    ) -> None:
        self.session = session
        self.holds = holds
        self.catalogue = catalogue
        self.actor = actor
        self.organization_id = catalogue.organization.id
        self.clock = clock
        self.afterwards: list[Callable[[], Awaitable[None]]] = []

    @property
    def owner(self) -> str:
        """Whose holds these are: one conversation, one API client, one operator."""
        return f"{self.actor.door}:{self.actor.id}"

    def list_services(self) -> list[Service]:
        return list(self.catalogue.services.values())

    async def availability(
        self, question: Question, *, limit: int = 50, reschedule_of: str | None = None
    ) -> Times:
        """When the service can start. ``reschedule_of`` looks as if that appointment had already left its time."""
        question = await self._as_moved(question, reschedule_of)
        reading = await self.reading(question, reschedule_of=reschedule_of)
        slots = reading.slots(limit)
        if slots:
            return Times(slots)
        return Times([], reading.empty_reason(), await self._next_after(question, reschedule_of))

    async def hold(self, ask: HoldRequest) -> Hold:
        """Keep a time for minutes. Raises ``Invalid`` where a rule forbids it, ``SlotTaken`` or ``SlotHeld`` with alternatives,
        ``TooMany`` over a quota, ``Unavailable`` without Redis. Repeating it gives the same hold while that stands."""
        if (known := await standing(self, ask)) is not None:
            return known
        await self._movable(ask)
        question = await self._as_moved(_question_of(ask), ask.reschedule_of)
        own = {hold_id_of(self, ask.key)}
        if ask.replaces_hold_id is not None:
            own.add((await self.find_hold(ask.replaces_hold_id)).id)
        reading = await self.reading(question, reschedule_of=ask.reschedule_of, own=own)
        rule = reading.blocks(ask.start)
        if rule is not None:
            raise refusal_for(rule, await self.nearest(question, ask.start))
        return await held(self, ask, reading)

    async def extend(self, hold_id: str) -> Hold:
        """Keep it longer: at most three times, at most thirty minutes in all. Raises ``HoldExpired`` or ``Invalid``."""
        return await extended(self, await self.hold_in_hand(hold_id))

    async def release(self, hold_id: str) -> None:
        """Let a hold go. Repeating it, or releasing one that has run out, is a success that does nothing."""
        hold = await self.find_hold(hold_id, for_update=True)
        if hold.status == HELD:
            hold.status = RELEASED
            self.afterwards.append(lambda: self.holds.release(self.organization_id, hold.id, hold.owner))

    async def confirm(self, hold_id: str, contact: ContactDetails) -> Appointment:
        """Make the promise. Repeating it gives the same appointment. Raises ``HoldExpired``, ``SlotTaken``, ``SlotHeld``."""
        hold = await self.find_hold(hold_id, for_update=True)
        if hold.appointment_id is not None:
            return await self.find(hold.appointment_id)
        if hold.purpose != BOOK:
            raise Conflict("This hold is for moving an appointment.", code="hold_purpose_mismatch")
        return await confirm_hold(self, hold, contact.normalised(self.catalogue.organization.country))

    async def reschedule(self, appointment_id: str, hold_id: str) -> Appointment:
        """Move an appointment to a held time: same id, same code. On any refusal the old time is still booked."""
        appointment = await self.find(appointment_id, for_update=True)
        hold = await self.find_hold(hold_id, for_update=True)
        if hold.appointment_id == appointment.id:
            return appointment
        if hold.purpose != RESCHEDULE or hold.reschedule_of != appointment.id:
            raise Conflict("This hold is not for moving that appointment.", code="hold_purpose_mismatch")
        return await move_appointment(self, appointment, hold)

    async def cancel(self, appointment_id: str, reason: str | None = None) -> Appointment:
        """Free the time. Repeating it is a success that does nothing. Raises ``Conflict`` past the agreed cutoff."""
        appointment = await self.find(appointment_id, for_update=True)
        if appointment.status == "cancelled":
            return appointment
        self._within(appointment, "cancellation_cutoff_min", "outside_cancellation_window")
        await lock_resources(self.session, appointment.resource_ids)
        block_id = appointment.block_id
        appointment.cancel(self.clock.now(), reason)
        await self.session.flush()
        if block_id is not None:
            await leave_seats(self.session, block_id, appointment.id)
        await change_recorded(self, appointment, "appointment.cancelled", reason=reason)
        return appointment

    async def find(self, appointment_id: str, *, for_update: bool = False) -> Appointment:
        """Raises ``NotFound`` for an unknown id and for another organization's alike."""
        return await self._one(Appointment, Appointment.id == appointment_id, "appointment", for_update)

    async def find_by_code(self, code: str) -> Appointment:
        return await self._one(Appointment, Appointment.code == code.strip().upper(), "appointment", False)

    async def find_hold(self, hold_id: str, *, for_update: bool = False) -> Hold:
        """One of the actor's own holds, whatever became of it. Raises ``NotFound``."""
        hold = await self._one(Hold, Hold.id == hold_id, "hold", for_update)
        if hold.owner != self.owner:
            raise NotFound("There is no such hold.")
        return hold

    async def hold_in_hand(self, hold_id: str) -> Hold:
        """One of the actor's own holds that is still live. Raises ``HoldExpired`` or ``Conflict``."""
        hold = await self.find_hold(hold_id, for_update=True)
        hold.must_be_live(self.clock.now())
        return hold

    async def reading(
        self,
        question: Question,
        *,
        reschedule_of: str | None = None,
        own: Iterable[str] = (),
        among: frozenset[str] | None = None,
    ) -> Reading:
        """The one arithmetic behind the list, the hold and the explanation.

        Holds of one's ``own`` do not count; where ``among`` is given, no others do. Raises ``NotFound`` and ``Invalid``.
        """
        service = self.catalogue.service(question.service_id)
        location = self.catalogue.location(question.location_id)
        duration = service.duration_min if question.duration_min is None else question.duration_min
        if reschedule_of is None:
            service.must_offer(duration, question.party_size)
        before, after = service.claimed(duration)
        asked = Asked(
            organization_id=self.organization_id,
            service=service,
            location_id=location.id,
            resource_ids=tuple(resource.id for resource in self.catalogue.resources_of[service.id]),
            start=question.start - before,
            end=question.end + after,
            ignoring=await self.leaving(reschedule_of),
            ignoring_holds=frozenset(own),
            among=among,
        )
        return Reading(
            self.catalogue, question, await occupancy(self.session, self.holds, asked), self.clock.now()
        )

    async def nearest(self, question: Question, start: datetime, limit: int = 3) -> list[Slot]:
        """The bookable starts closest to a moment, for whoever just lost it."""
        wider = _between(
            question, max(start - timedelta(days=2), self.clock.now()), start + timedelta(days=7)
        )
        return (await self.reading(wider)).nearest(start, limit)

    async def _next_after(self, question: Question, reschedule_of: str | None) -> Slot | None:
        start = question.end
        for _ in range(LOOKS):
            later = _between(question, start, start + LOOK_AHEAD)
            found = (await self.reading(later, reschedule_of=reschedule_of)).slots(limit=1)
            if found:
                return found[0]
            start += LOOK_AHEAD
        return None

    async def _movable(self, ask: HoldRequest) -> None:
        if ask.reschedule_of is None:
            return
        appointment = await self.find(ask.reschedule_of)
        appointment.must_stand()
        self._within(appointment, "reschedule_cutoff_min", "outside_reschedule_window")
        if (appointment.service_id, appointment.party_size) != (ask.service_id, ask.party_size):
            raise Invalid("A move keeps the service and the number of people.", code="not_reschedulable")

    async def _as_moved(self, question: Question, appointment_id: str | None) -> Question:
        """The question about moving an appointment: it keeps its length. Raises ``NotFound``."""
        if appointment_id is None:
            return question
        appointment = await self.find(appointment_id)
        return structs.replace(
            question, duration_min=(appointment.ends_at - appointment.starts_at) // timedelta(minutes=1)
        )

    def _within(self, appointment: Appointment, cutoff: str, code: str) -> None:
        until = appointment.starts_at - timedelta(minutes=appointment.policy.get(cutoff, 0))
        if self.clock.now() > until:
            raise Conflict(
                "It is too late to change this appointment here.", code=code, details={"allowed_until": until}
            )

    async def leaving(self, appointment_id: str | None) -> str | None:
        """The block an appointment would free by going."""
        if appointment_id is None:
            return None
        block_id = (await self.find(appointment_id)).block_id
        if block_id is None or not await sits_alone(self.session, block_id, appointment_id):
            return None
        return block_id

    async def _one(self, table: type[R], condition: ColumnElement[bool], noun: str, for_update: bool) -> R:
        statement = select(table).where(table.__table__.c.organization_id == self.organization_id, condition)
        if for_update:
            statement = statement.with_for_update().execution_options(populate_existing=True)
        found = await self.session.scalar(statement)
        if found is None:
            raise NotFound(f"There is no such {noun}.")
        return found


def _question_of(ask: HoldRequest) -> Question:
    return Question(
        service_id=ask.service_id,
        start=ask.start,
        end=ask.start + timedelta(minutes=1),
        location_id=ask.location_id,
        duration_min=ask.duration_min,
        staff_id=ask.staff_id,
        party_size=ask.party_size,
    )


def _between(question: Question, start: datetime, end: datetime) -> Question:
    return structs.replace(question, start=start, end=end)
