"""Availability as it is now: the claims, classes and holds that matter to one question, put into the
arithmetic."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from msgspec import structs

from booking_core.appointments.find import block_left_by, find_appointment
from booking_core.availability.availability import AvailabilityResult
from booking_core.availability.occupancy.occupancy import occupancy
from booking_core.availability.occupancy.query import OccupancyQuery
from booking_core.availability.slots import Question, Slot
from booking_core.catalogue.locations import Location
from booking_core.catalogue.resources import STAFF
from booking_core.catalogue.services.services import Service
from booking_core.context import OperationContext
from booking_core.errors import Invalid


async def read_availability(
    context: OperationContext,
    question: Question,
    *,
    reschedule_of: str | None,
    own: Iterable[str] = (),
    among: frozenset[str] | None = None,
) -> AvailabilityResult:
    """The one arithmetic behind the list, the hold and the explanation.

    Holds of one's ``own`` do not count; where ``among`` is given, no others do. Raises ``NotFound``.
    """
    question = _between(question, question.start.astimezone(UTC), question.end.astimezone(UTC))
    service = context.catalogue.service(question.service_id)
    location = context.catalogue.location_for(service.id, question.location_id, question.staff_id)
    duration = service.duration_min if question.duration_min is None else question.duration_min
    before, after = service.claim_offsets(duration)
    resource_ids = _relevant_resources(context, service, location, question.staff_id)
    query = OccupancyQuery(
        organization_id=context.organization_id,
        service=service,
        location_id=location.id,
        resource_ids=resource_ids,
        margins=context.catalogue.margins(resource_ids, location.id),
        start=question.start - before,
        end=question.end + after,
        now=context.clock.now(),
        ignoring=await block_left_by(context, reschedule_of),
        ignoring_holds=frozenset(own),
        among=among,
    )
    busy = await occupancy(context.session, context.holds, query)
    return AvailabilityResult(context.catalogue, question, busy, context.clock.now())


async def other_slots_near(
    context: OperationContext, question: Question, start: datetime, reschedule_of: str | None
) -> list[Slot]:
    """The three bookable starts closest to one that cannot be had, by the same people, for as many, as long.

    Where ``start`` (UTC) lies outside of the booking window, the first or the last ones in it.
    """
    now = context.clock.now()
    window = context.catalogue.service(question.service_id).booking_window_days
    furthest = now + timedelta(days=window + 1)
    first = max(min(start - timedelta(days=2), furthest - timedelta(days=7)), now)
    wider = _between(question, first, min(max(start, now) + timedelta(days=7), max(furthest, first)))
    nearest = (await read_availability(context, wider, reschedule_of=reschedule_of)).nearest(start, limit=4)
    return [slot for slot in nearest if slot.start != start][:3]


async def question_of_move(
    context: OperationContext, question: Question, appointment_id: str | None
) -> Question:
    """The question about moving an appointment: it keeps its length, unless the business asks for another,
    and its location where neither another is named nor anybody. Raises ``NotFound``, and ``Invalid`` for
    another service than the appointment's."""
    if appointment_id is None:
        return question
    appointment = await find_appointment(context, appointment_id)
    if question.service_id != appointment.service_id:
        raise Invalid("A move keeps the service. For another one, book anew.", code="not_reschedulable")
    stays_at = context.catalogue.place_of_move(appointment.location_id, question.staff_id)
    length = question.duration_min if context.actor.is_business else None
    return structs.replace(
        question,
        duration_min=length or appointment.duration_min,
        location_id=question.location_id or stays_at,
    )


def must_be_offered(context: OperationContext, question: Question, reschedule_of: str | None) -> None:
    """Raises ``NotFound`` for a service that is not offered, ``Invalid`` for a length or a number that cannot
    be booked; a move keeps what it has, offered still or not."""
    if reschedule_of is None:
        service = context.catalogue.offered_service(question.service_id)
        duration = service.duration_min if question.duration_min is None else question.duration_min
        service.must_offer(duration, question.party_size)


def _relevant_resources(
    context: OperationContext, service: Service, location: Location, staff_id: str | None
) -> tuple[str, ...]:
    """Whose time matters. Of a class everybody's, since who leads it decides which one it is."""
    everybody = context.catalogue.who_serves(service.id, location.id)
    named = None if service.is_group else staff_id
    return tuple(one.id for one in everybody if named is None or one.kind != STAFF or one.id == named)


def _between(question: Question, start: datetime, end: datetime) -> Question:
    return structs.replace(question, start=start, end=end)
