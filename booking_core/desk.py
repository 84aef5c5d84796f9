"""The desk: what a receptionist does, in one transaction for one organization; see ``core``.

Read this file first: every verb is here, and each leaves its detail to the file of its noun. A verb that
refuses raises a ``Refusal`` and changes nothing.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.orm.attributes import set_committed_value

from booking_core.appointments.agenda import PAGE_SIZE, AgendaCursor, AgendaPage, AppointmentFilter, page_of
from booking_core.appointments.appointment import Appointment
from booking_core.appointments.by_link.displace import displace_appointment
from booking_core.appointments.cancel import Cancelled, cancel_appointment, decline_appointment
from booking_core.appointments.decide import approve_appointment, complete_appointment, note_no_show
from booking_core.appointments.erase_customer import erase_customer
from booking_core.appointments.find import find_appointment, find_appointment_by_code
from booking_core.availability.explanation import StartExplanation, explain_start
from booking_core.availability.queries import must_be_offered, question_of_move, read_availability
from booking_core.availability.search import ExcludedClaims, StartFilter, Times, times_of
from booking_core.availability.slots import Question
from booking_core.booking.booking_caps import Booker
from booking_core.booking.confirm import confirm_hold
from booking_core.booking.confirm_request import FAIL, ConfirmRequest
from booking_core.booking.move import SAME, Moved, move_to_hold, move_to_start
from booking_core.catalogue.locations import Location
from booking_core.catalogue.services.money import Money
from booking_core.catalogue.services.services import Service
from booking_core.context import OperationContext
from booking_core.customers.contacts import ContactDetails
from booking_core.errors import Conflict, InvalidField
from booking_core.holds.acquire import acquire_hold
from booking_core.holds.extend import extend_hold
from booking_core.holds.find import find_hold, live_holds
from booking_core.holds.hold import BOOK, Hold
from booking_core.holds.release import release_hold
from booking_core.holds.request import HoldRequest


class Desk(OperationContext):
    """Opened by ``BookingCore.desk`` for one organization and one actor."""

    def speak(self, *tags: str) -> None:
        """From now on names are in the first of these languages (BCP 47) that the owner has written in."""
        self.catalogue = self.catalogue.in_language(next(filter(self.catalogue.speaks, tags), ""))

    def list_locations(self) -> list[Location]:
        return list(self.catalogue.locations.values())

    def list_services(self, location_id: str | None = None) -> list[Service]:
        """What can be booked, at one location or anywhere. Raises ``NotFound`` for a location that is none of
        ours."""
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
        wanted: StartFilter | None = None,
    ) -> Times:
        """When the service can start. ``reschedule_of`` looks as if that appointment had already left its
        time, ``own`` as if these holds had been let go.

        ``wanted`` narrows it to some starts (UTC): what is left out counts as not there, for the next free
        time as well.
        """
        question = await question_of_move(self, question, reschedule_of)
        must_be_offered(self, question, reschedule_of)
        return await times_of(self, question, limit, ExcludedClaims(reschedule_of, own), wanted)

    async def explain(self, question: Question) -> StartExplanation:
        """Why the start of the question can or cannot be booked, for all that could serve."""
        return explain_start(await read_availability(self, question, reschedule_of=None))

    async def hold(self, ask: HoldRequest) -> Hold:
        """Keep a time for minutes. Raises ``Invalid`` where a rule forbids it, ``SlotTaken`` or ``SlotHeld``
        with alternatives, ``TooMany`` over a quota, ``Unavailable`` without Redis. Repeating it gives the
        same hold while that stands."""
        return await acquire_hold(self, ask)

    async def hold_outcome(self, hold_id: str) -> Hold:
        """One of the actor's own holds; its ``status`` is what became of it, ``expired`` included. Raises
        ``NotFound``."""
        hold = await self.find_hold(hold_id)
        # For reading only: no row ever says that it has expired.
        set_committed_value(hold, "status", hold.outcome(self.clock.now()))
        return hold

    async def extend(self, hold_id: str) -> Hold:
        """Keep it longer: at most three times, at most thirty minutes in all. Raises ``HoldExpired`` or
        ``Invalid``."""
        return await extend_hold(self, await self.hold_in_hand(hold_id))

    async def release(self, hold_id: str) -> None:
        """Let a hold go. Repeating it, or releasing one that has run out, is a success that does nothing.
        Raises ``Conflict`` for a hold that has become an appointment."""
        release_hold(self, await self.find_hold(hold_id, for_update=True))

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

        ``booker`` is whom it counts for; without one the front desk books, which is never counted. Raises
        ``HoldExpired`` (``details['slot_still_free']``), ``SlotTaken``, ``SlotHeld``, ``InvalidField`` or
        ``InvalidFields``, ``BookingLimitReached`` (the hold is kept), and ``Conflict``: ``hold_released``,
        ``hold_purpose_mismatch``, ``price_changed``, ``customer_overlap`` (the hold is kept).
        """
        hold = await self.find_hold(hold_id, for_update=True)
        if hold.purpose != BOOK:
            raise Conflict("This hold is for moving an appointment.", code="hold_purpose_mismatch")
        if hold.appointment_id is not None:
            # Whoever repeats it may have been cut off between the commit and the letting go.
            self.release_afterwards(hold.id)
            return await self.find(hold.appointment_id)
        return await confirm_hold(
            self, hold, ConfirmRequest(contact, answers, expected_price, if_expired, booker)
        )

    async def reschedule(
        self,
        appointment_id: str,
        hold_id: str | None = None,
        *,
        start: datetime | None = None,
        staff: str = SAME,
        location_id: str | None = None,
        duration_min: int | None = None,
        expected_version: int | None = None,
        reason: str | None = None,
    ) -> Moved:
        """Move an appointment to a held time, or to a ``start`` (aware) with the ``same`` person, ``any``, or
        one by id; at its own location, unless another is named or the person works at another. Only the
        business gives it another length, and its price. On any refusal the old time is still booked. Raises
        what ``hold`` and ``confirm`` raise, ``InvalidField`` without hold or start, and ``Conflict``:
        ``version_conflict``, ``not_reschedulable``, ``outside_reschedule_window``."""
        appointment = await self.find(appointment_id, for_update=True)
        if hold_id is not None:
            hold = await self.find_hold(hold_id, for_update=True)
            return await move_to_hold(
                self, appointment, hold, expected_version=expected_version, reason=reason
            )
        if start is None:
            raise InvalidField("start", "Please say when to move it to.", code="missing_fields")
        return await move_to_start(
            self,
            appointment,
            start.astimezone(UTC),
            staff,
            location_id=location_id,
            duration_min=duration_min,
            expected_version=expected_version,
            reason=reason,
        )

    async def cancel(
        self, appointment_id: str, *, expected_version: int | None = None, reason: str | None = None
    ) -> Cancelled:
        """Free the time. Repeating it is a success that does nothing. Raises ``Conflict``:
        ``already_started``, ``outside_cancellation_window`` (``details['allowed_until']``),
        ``version_conflict``."""
        appointment = await self.find(appointment_id, for_update=True)
        return await cancel_appointment(self, appointment, expected_version, reason)

    async def approve(self, appointment_id: str, *, expected_version: int | None = None) -> Appointment:
        """Say yes to what was asked for. Raises ``Conflict`` unless it waits for that.

        Of this and the four that follow: where it already is what it should become, repeating it is a
        success that does nothing.
        """
        appointment = await self.find(appointment_id, for_update=True)
        return await approve_appointment(self, appointment, expected_version)

    async def decline(
        self, appointment_id: str, *, expected_version: int | None = None, reason: str | None = None
    ) -> Appointment:
        """Say no to what was asked for: its time is free again."""
        appointment = await self.find(appointment_id, for_update=True)
        return await decline_appointment(self, appointment, expected_version, reason)

    async def displace(
        self, appointment_id: str, *, expected_version: int | None = None, reason: str | None = None
    ) -> Appointment:
        """Its time cannot be kept: its customer is asked for another. Raises ``NotAllowed``, and ``Conflict``
        (``not_reschedulable``)."""
        appointment = await self.find(appointment_id, for_update=True)
        return await displace_appointment(self, appointment, expected_version, reason)

    async def complete(self, appointment_id: str, *, expected_version: int | None = None) -> Appointment:
        """They came. Raises ``Conflict`` (``not_started``) before the start."""
        appointment = await self.find(appointment_id, for_update=True)
        return await complete_appointment(self, appointment, expected_version)

    async def no_show(self, appointment_id: str, *, expected_version: int | None = None) -> Appointment:
        """They did not come. Raises ``Conflict`` (``not_started``) before the start."""
        appointment = await self.find(appointment_id, for_update=True)
        return await note_no_show(self, appointment, expected_version)

    async def erase_customer(self, customer_id: str) -> None:
        """Forget who they are and what they said; their appointments keep their times. Repeating it changes
        nothing. Raises ``NotFound``, and ``Conflict`` (``appointments_ahead``) while one of their
        appointments is still to come."""
        await erase_customer(self, customer_id)

    async def appointments(
        self, wanted: AppointmentFilter, *, size: int = PAGE_SIZE, after: AgendaCursor | None = None
    ) -> AgendaPage:
        """Appointments by start, earliest first, at most 200 a page."""
        return await page_of(self, wanted, size, after)

    async def find(self, appointment_id: str, *, for_update: bool = False) -> Appointment:
        """Raises ``NotFound`` for an unknown id and for another organization's alike."""
        return await find_appointment(self, appointment_id, for_update=for_update)

    async def find_by_code(self, code: str, contact: str | None = None) -> Appointment:
        """By its booking code; with ``contact`` (an e-mail address or a phone number) only if it is its
        customer's. Raises ``NotFound`` alike for an unknown code and for another's."""
        return await find_appointment_by_code(self, code, contact)

    async def find_hold(self, hold_id: str, *, for_update: bool = False) -> Hold:
        """One of the actor's own holds, whatever became of it. Raises ``NotFound``."""
        return await find_hold(self, hold_id, for_update=for_update)

    async def live_holds(self) -> list[Hold]:
        """The actor's own holds that stand, the oldest first."""
        return await live_holds(self)

    async def hold_in_hand(self, hold_id: str) -> Hold:
        """One of the actor's own holds that is still live. Raises ``HoldExpired`` or ``Conflict``."""
        hold = await self.find_hold(hold_id, for_update=True)
        hold.must_be_live(self.clock.now())
        return hold
