"""The desk: what a receptionist does. One visit is one transaction for one organization; see ``core``.

Read this file first: every verb is here, and each leaves its detail to the file of its noun. A verb that refuses raises a
``Refusal`` and changes nothing.
"""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from msgspec import structs
from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm.attributes import set_committed_value

from booking_core.agenda import PAGE_SIZE, AppointmentFilter, Cursor, Page, page_of
from booking_core.appointments import CANCELLED, COMPLETED, CONFIRMED, NO_SHOW, Appointment
from booking_core.audit import Actor
from booking_core.availability import Question, Reading, Slot
from booking_core.blocks import sits_alone
from booking_core.booking import FAIL, Agreement, confirm_hold, let_go_afterwards
from booking_core.booking_caps import Booker
from booking_core.catalogue import Catalogue
from booking_core.changes import (
    COMPLETED_EVENT,
    CONFIRMED_EVENT,
    NO_SHOW_EVENT,
    Cancelled,
    cancelled,
    change_recorded,
    declined,
)
from booking_core.clock import Clock
from booking_core.customers import ContactDetails, is_reached_by
from booking_core.database import Base
from booking_core.erasing import erased
from booking_core.errors import Conflict, InvalidField, NotFound
from booking_core.explaining import Explanation, explained
from booking_core.hold_book import HoldBook
from booking_core.hold_requests import HoldRequest
from booking_core.holding import bookable, extended, held, own_holds, standing
from booking_core.holds import BOOK, HELD, HOLD_CONFIRMED, RELEASED, Hold
from booking_core.locations import Location
from booking_core.looking import Leaving, Times, Wanted, times_of
from booking_core.money import Money
from booking_core.moving import SAME, Moved, length_of, moved_to_hold, moved_to_start, must_fit_the_move
from booking_core.occupancy import Asked, occupancy
from booking_core.resources import STAFF
from booking_core.services import Service

__all__ = ["Desk", "Guard", "HoldRequest", "Times"]

R = TypeVar("R", bound=Base)
# Raises where whoever acts may no longer; what it says stands until the end of the transaction.
Guard = Callable[[AsyncSession], Awaitable[None]]


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
        # How often each hold had been extended when this visit first looked, before a commit whose answer was lost.
        self.extensions_found: dict[str, int] = {}
        self.guard: Guard | None = None
        # Appointments and holds that this visit has locked: until its end nobody else changes them.
        self._in_hand: dict[str, Appointment] = {}
        self._holds_in_hand: dict[str, Hold] = {}

    @property
    def owner(self) -> str:
        """Whose holds these are: one conversation, one API client, one operator."""
        return f"{self.actor.door}:{self.actor.id}"

    async def pass_guard(self) -> None:
        """Make sure, once a visit, that the actor still may. Asked before what no rollback undoes, at the latest before the commit."""
        guard, self.guard = self.guard, None
        if guard is not None:
            await guard(self.session)

    def list_locations(self) -> list[Location]:
        return list(self.catalogue.locations.values())

    def list_services(self, location_id: str | None = None) -> list[Service]:
        """What can be booked, at one location or anywhere. Raises ``NotFound`` for a location that is none of ours."""
        services = list(self.catalogue.services.values())
        if location_id is None:
            return services
        location = self.catalogue.location(location_id)
        return [service for service in services if location in self.catalogue.locations_of(service.id)]

    async def availability(
        self,
        question: Question,
        *,
        limit: int = 50,
        reschedule_of: str | None = None,
        own: tuple[str, ...] = (),
        wanted: Wanted | None = None,
    ) -> Times:
        """When the service can start. ``reschedule_of`` looks as if that appointment had already left its time, ``own`` as if these
        holds had been let go.

        ``wanted`` narrows it to some starts (UTC): what is left out counts as not there, for the next free time as well.
        """
        question = await self._as_moved(question, reschedule_of)
        self._must_offer(question, reschedule_of)
        return await times_of(self, question, limit, Leaving(reschedule_of, own), wanted)

    async def explain(self, question: Question, *, reschedule_of: str | None = None) -> Explanation:
        """Why the start of the question can or cannot be booked, for everybody and everything that could serve."""
        question = await self._as_moved(question, reschedule_of)
        return explained(await self.reading(question, reschedule_of=reschedule_of))

    async def hold(self, ask: HoldRequest) -> Hold:
        """Keep a time for minutes. Raises ``Invalid`` where a rule forbids it, ``SlotTaken`` or ``SlotHeld`` with alternatives,
        ``TooMany`` over a quota, ``Unavailable`` without Redis. Repeating it gives the same hold while that stands."""
        ask = structs.replace(ask, start=ask.start.astimezone(UTC))
        if (known := await standing(self, ask)) is not None:
            return known
        await must_fit_the_move(self, ask)
        question = await self._as_moved(ask.question, ask.reschedule_of)
        own = await own_holds(self, ask)
        self._must_offer(question, ask.reschedule_of)
        return await held(self, ask, await bookable(self, ask, question, own))

    async def hold_outcome(self, hold_id: str) -> Hold:
        """One of the actor's own holds; its ``status`` is what became of it, ``expired`` included. Raises ``NotFound``."""
        hold = await self.find_hold(hold_id)
        # For reading only: no row ever says that it has expired.
        set_committed_value(hold, "status", hold.outcome(self.clock.now()))
        return hold

    async def extend(self, hold_id: str) -> Hold:
        """Keep it longer: at most three times, at most thirty minutes in all. Raises ``HoldExpired`` or ``Invalid``."""
        return await extended(self, await self.hold_in_hand(hold_id))

    async def release(self, hold_id: str) -> None:
        """Let a hold go. Repeating it, or releasing one that has run out, is a success that does nothing.

        Raises ``Conflict`` for a hold that has become an appointment.
        """
        hold = await self.find_hold(hold_id, for_update=True)
        if hold.status == HOLD_CONFIRMED:
            raise Conflict("This hold has already become an appointment.", code="hold_consumed")
        if hold.status == HELD:
            hold.status = RELEASED
        if hold.status == RELEASED:
            let_go_afterwards(self, hold.id)

    async def confirm(
        self,
        hold_id: str,
        contact: ContactDetails,
        *,
        answers: Mapping[str, Any] | None = None,
        expected_price: Money | None = None,
        if_expired: str = FAIL,
        booker: Booker | None = None,
    ) -> Appointment:
        """Make the promise. Repeating it gives the same appointment. A 422 keeps the hold.

        ``booker`` is whom it counts for; without one the front desk books, which is never counted.
        Raises ``HoldExpired`` (``details['slot_still_free']``), ``SlotTaken``, ``SlotHeld``, ``InvalidField`` or ``InvalidFields``,
        ``BookingLimitReached`` (the hold is kept), and ``Conflict``: ``hold_released``, ``hold_purpose_mismatch``,
        ``price_changed``, ``customer_overlap`` (the hold is kept).
        """
        hold = await self.find_hold(hold_id, for_update=True)
        if hold.purpose != BOOK:
            raise Conflict("This hold is for moving an appointment.", code="hold_purpose_mismatch")
        if hold.appointment_id is not None:
            # Whoever repeats it may have been cut off between the commit and the letting go.
            let_go_afterwards(self, hold.id)
            return await self.find(hold.appointment_id)
        return await confirm_hold(self, hold, Agreement(contact, answers, expected_price, if_expired, booker))

    async def reschedule(
        self,
        appointment_id: str,
        hold_id: str | None = None,
        *,
        start: datetime | None = None,
        staff: str = SAME,
        location_id: str | None = None,
        expected_version: int | None = None,
        reason: str | None = None,
    ) -> Moved:
        """Move an appointment to a held time, or to a ``start`` (aware) with the ``same`` person, ``any``, or one by id; at its own
        location, unless another is named or the person works at another.

        Same id, same code, next version. On any refusal the old time is still booked. Raises what ``hold`` and ``confirm`` raise,
        and ``Conflict``: ``version_conflict``, ``not_reschedulable``, ``outside_reschedule_window``.
        """
        appointment = await self.find(appointment_id, for_update=True)
        if hold_id is not None:
            hold = await self.find_hold(hold_id, for_update=True)
            return await moved_to_hold(
                self, appointment, hold, expected_version=expected_version, reason=reason
            )
        if start is None:
            raise InvalidField("start", "Please say when to move it to.", code="missing_fields")
        return await moved_to_start(
            self,
            appointment,
            start.astimezone(UTC),
            staff,
            location_id=location_id,
            expected_version=expected_version,
            reason=reason,
        )

    async def cancel(
        self, appointment_id: str, *, expected_version: int | None = None, reason: str | None = None
    ) -> Cancelled:
        """Free the time. Repeating it is a success that does nothing.

        Raises ``Conflict``: ``already_started``, ``outside_cancellation_window`` (``details['allowed_until']``), ``version_conflict``.
        """
        appointment = await self.find(appointment_id, for_update=True)
        return await cancelled(self, appointment, expected_version, reason)

    async def approve(self, appointment_id: str, *, expected_version: int | None = None) -> Appointment:
        """Say yes to what was asked for. Raises ``Conflict`` unless it waits for that.

        Of this and the three that follow: where it already is what it should become, repeating it is a success that does nothing.
        """
        return await self._changed(
            appointment_id, expected_version, CONFIRMED, Appointment.approve, CONFIRMED_EVENT
        )

    async def decline(
        self, appointment_id: str, *, expected_version: int | None = None, reason: str | None = None
    ) -> Appointment:
        """Say no to what was asked for: its time is free again."""
        appointment = await self.find(appointment_id, for_update=True)
        if appointment.status == CANCELLED:
            return appointment
        appointment.must_be_version(expected_version)
        return await declined(self, appointment, reason)

    async def complete(self, appointment_id: str, *, expected_version: int | None = None) -> Appointment:
        """They came. Raises ``Conflict`` (``not_started``) before the start."""
        now = self.clock.now()
        return await self._changed(
            appointment_id, expected_version, COMPLETED, lambda one: one.complete(now), COMPLETED_EVENT
        )

    async def no_show(self, appointment_id: str, *, expected_version: int | None = None) -> Appointment:
        """They did not come. Raises ``Conflict`` (``not_started``) before the start."""
        now = self.clock.now()
        return await self._changed(
            appointment_id, expected_version, NO_SHOW, lambda one: one.no_show(now), NO_SHOW_EVENT
        )

    async def erase_customer(self, customer_id: str) -> None:
        """Forget who they are and what they said; their appointments keep their times. Repeating it changes nothing.

        Raises ``NotFound``, and ``Conflict`` (``appointments_ahead``) while one of their appointments is still to come.
        """
        await erased(self, customer_id)

    async def appointments(
        self, wanted: AppointmentFilter, *, size: int = PAGE_SIZE, after: Cursor | None = None
    ) -> Page:
        """Appointments by start, earliest first, at most 200 a page."""
        return await page_of(self, wanted, size, after)

    async def find(self, appointment_id: str, *, for_update: bool = False) -> Appointment:
        """Raises ``NotFound`` for an unknown id and for another organization's alike."""
        if appointment_id in self._in_hand:
            return self._in_hand[appointment_id]
        found = await self._one(Appointment, Appointment.id == appointment_id, "appointment", for_update)
        if for_update:
            self._in_hand[appointment_id] = found
        return found

    async def find_by_code(self, code: str, contact: str | None = None) -> Appointment:
        """By its booking code; with ``contact`` (an e-mail address or a phone number) only if it is its customer's.

        Raises ``NotFound`` alike for an unknown code and for another's.
        """
        found = await self._one(Appointment, Appointment.code == code.strip().upper(), "appointment", False)
        if contact is not None and not await is_reached_by(self, found.customer_id, contact):
            raise NotFound("There is no such appointment.")
        return found

    async def find_hold(self, hold_id: str, *, for_update: bool = False) -> Hold:
        """One of the actor's own holds, whatever became of it. Raises ``NotFound``."""
        if hold_id in self._holds_in_hand:
            return self._holds_in_hand[hold_id]
        hold = await self._one(Hold, Hold.id == hold_id, "hold", for_update)
        if hold.owner != self.owner:
            raise NotFound("There is no such hold.")
        if for_update:
            self._holds_in_hand[hold_id] = hold
        return hold

    async def live_holds(self) -> list[Hold]:
        """The actor's own holds that stand, the oldest first."""
        mine = select(Hold).where(
            Hold.organization_id == self.organization_id,
            Hold.owner == self.owner,
            Hold.status == HELD,
            Hold.expires_at > self.clock.now(),
        )
        return list(await self.session.scalars(mine.order_by(Hold.created_at, Hold.id)))

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

        Holds of one's ``own`` do not count; where ``among`` is given, no others do. Raises ``NotFound``.
        """
        question = _between(question, question.start.astimezone(UTC), question.end.astimezone(UTC))
        service = self.catalogue.service(question.service_id)
        location = self.catalogue.location_for(service.id, question.location_id, question.staff_id)
        duration = service.duration_min if question.duration_min is None else question.duration_min
        before, after = service.claimed(duration)
        asked = Asked(
            organization_id=self.organization_id,
            service=service,
            location_id=location.id,
            resource_ids=self._concerned(service, location, question.staff_id),
            start=question.start - before,
            end=question.end + after,
            ignoring=await self.leaving(reschedule_of),
            ignoring_holds=frozenset(own),
            among=among,
        )
        return Reading(
            self.catalogue, question, await occupancy(self.session, self.holds, asked), self.clock.now()
        )

    def _concerned(self, service: Service, location: Location, staff_id: str | None) -> tuple[str, ...]:
        """Whose time matters. Of a class everybody's, since who leads it decides which one it is."""
        everybody = self.catalogue.serving(service.id, location.id)
        named = None if service.is_group else staff_id
        return tuple(one.id for one in everybody if named is None or one.kind != STAFF or one.id == named)

    async def nearest(
        self, question: Question, start: datetime, *, reschedule_of: str | None = None, limit: int = 3
    ) -> list[Slot]:
        """The bookable starts closest to a moment, for whoever just lost it; the first or the last ones where it lies outside of the
        booking window."""
        now = self.clock.now()
        furthest = now + timedelta(days=self.catalogue.service(question.service_id).booking_window_days + 1)
        first = max(min(start - timedelta(days=2), furthest - timedelta(days=7)), now)
        wider = _between(question, first, min(max(start, now) + timedelta(days=7), max(furthest, first)))
        return (await self.reading(wider, reschedule_of=reschedule_of)).nearest(start, limit)

    def _must_offer(self, question: Question, reschedule_of: str | None) -> None:
        """Raises ``Invalid`` for a length or a number that cannot be booked; a move keeps what it has, offered still or not."""
        service = self.catalogue.service(question.service_id)
        if reschedule_of is None:
            duration = service.duration_min if question.duration_min is None else question.duration_min
            service.must_offer(duration, question.party_size)

    async def _changed(
        self,
        appointment_id: str,
        version: int | None,
        status: str,
        change: Callable[[Appointment], None],
        kind: str,
    ) -> Appointment:
        appointment = await self.find(appointment_id, for_update=True)
        if appointment.status == status:
            return appointment
        appointment.must_be_version(version)
        change(appointment)
        await change_recorded(self, appointment, kind)
        return appointment

    async def _as_moved(self, question: Question, appointment_id: str | None) -> Question:
        """The question about moving an appointment: it keeps its length, and its location where neither another is named nor anybody.
        Raises ``NotFound``."""
        if appointment_id is None:
            return question
        appointment = await self.find(appointment_id)
        stays_at = appointment.location_id if question.staff_id is None else None
        return structs.replace(
            question,
            duration_min=length_of(appointment),
            location_id=question.location_id or stays_at,
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


def _between(question: Question, start: datetime, end: datetime) -> Question:
    return structs.replace(question, start=start, end=end)
