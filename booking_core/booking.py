"""How a hold becomes an appointment, and how an appointment moves; step by step, in one transaction each.

Order matters: the hold's row, Redis, the sorted locks, then the claims. See ``blocks`` for what the tables refuse by themselves.
"""

from typing import TYPE_CHECKING, Any

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import IntegrityError

from booking_core.appointments import CONFIRMED, Appointment
from booking_core.audit import AppointmentEvent, AuditEntry
from booking_core.availability import Question
from booking_core.blocks import block_for, free_claims, leave_seats, lock_resources, sits_alone, take_seats
from booking_core.customers import ContactDetails, customer_with
from booking_core.errors import Conflict, HoldExpired, SlotHeld, SlotTaken, Unavailable
from booking_core.holding import wish_again
from booking_core.holds import CONFIRM_NEEDS, HOLD_CONFIRMED, Hold
from booking_core.ids import new_booking_code, new_id

if TYPE_CHECKING:
    from booking_core.desk import Desk

# Two random codes meet once in hundreds of millions; a third try is for the day the first two do.
CODE_TRIES = 5


async def confirm_hold(desk: "Desk", hold: Hold, contact: ContactDetails) -> Appointment:
    """The appointment of a live hold: claims, seats, audit and event. Raises ``HoldExpired``, ``SlotTaken``, ``SlotHeld``."""
    await _claimable(desk, hold)
    await lock_resources(desk.session, hold.resource_ids)
    customer = await customer_with(desk.session, desk.organization_id, contact)
    await desk.session.flush()
    service = desk.catalogue.service(hold.service_id)
    try:
        block = await block_for(desk.session, hold, service.capacity)
        appointment = await _appointment(desk, hold, block.id, customer.id)
        await take_seats(desk.session, block, appointment.id, hold.party_size)
    except IntegrityError as error:
        raise SlotTaken("That time has just been taken.") from error
    except SlotTaken as refusal:
        raise await _with_alternatives(desk, hold, refusal) from refusal
    await _consumed(desk, hold, appointment)
    await change_recorded(desk, appointment, "appointment.confirmed", hold=hold.id)
    return appointment


async def change_recorded(desk: "Desk", appointment: Appointment, kind: str, **details: Any) -> None:
    """One audit entry and one event for one committed change; what has to follow is made from the event."""
    desk.session.add(
        AuditEntry.of(desk.actor, desk.organization_id, kind, appointment.id, desk.clock.now(), **details)
    )
    desk.session.add(
        AppointmentEvent(
            id=new_id("evt"),
            organization_id=desk.organization_id,
            kind=kind,
            appointment_id=appointment.id,
            version=appointment.version,
        )
    )
    await desk.session.flush()


async def move_appointment(desk: "Desk", appointment: Appointment, hold: Hold) -> Appointment:
    """Take the new time and leave the old in one step; id, code, price and policy stay as agreed."""
    appointment.must_stand()
    await _claimable(desk, hold)
    await lock_resources(desk.session, [*appointment.resource_ids, *hold.resource_ids])
    left, previous = appointment.block_id, appointment.starts_at
    if left is None:
        raise Conflict("This appointment has no time to leave.", code="not_reschedulable")
    alone = await sits_alone(desk.session, left, appointment.id)
    service = desk.catalogue.service(hold.service_id)
    try:
        if alone:
            await free_claims(desk.session, left)
        block = await block_for(desk.session, hold, service.capacity)
        appointment.move(block, hold.resource_ids)
        await desk.session.flush()
        await leave_seats(desk.session, left, appointment.id)
        await take_seats(desk.session, block, appointment.id, appointment.party_size)
    except IntegrityError as error:
        raise SlotTaken("That time has just been taken.") from error
    except SlotTaken as refusal:
        raise await _with_alternatives(desk, hold, refusal) from refusal
    await _consumed(desk, hold, appointment)
    await change_recorded(
        desk, appointment, "appointment.rescheduled", previous=previous.isoformat(), hold=hold.id
    )
    return appointment


async def _claimable(desk: "Desk", hold: Hold) -> None:
    """The hold stands, its start is still ahead, and nobody else has taken hold of the time since."""
    now = desk.clock.now()
    hold.must_be_live(now)
    if hold.starts_at <= now:
        raise HoldExpired("That time has already begun.")
    try:
        outcome = await desk.holds.acquire(desk.organization_id, wish_again(desk, hold, CONFIRM_NEEDS))
    except Unavailable:
        return  # Redis is away: PostgreSQL alone decides.
    if outcome.outcome != "ok":
        raise SlotHeld("Somebody else has taken hold of that time meanwhile.", retry_after_s=60)


async def _appointment(desk: "Desk", hold: Hold, block_id: str, customer_id: str) -> Appointment:
    row = {
        "id": new_id("apt"),
        "organization_id": desk.organization_id,
        "status": CONFIRMED,
        "version": 1,
        "service_id": hold.service_id,
        "location_id": hold.location_id,
        "block_id": block_id,
        "resource_ids": hold.resource_ids,
        "starts_at": hold.starts_at,
        "ends_at": hold.ends_at,
        "party_size": hold.party_size,
        "price": hold.price,
        "currency": hold.currency,
        "policy": hold.policy,
        "customer_id": customer_id,
        "hold_id": hold.id,
        "source": desk.actor.door,
        "created_at": desk.clock.now(),
    }
    for _ in range(CODE_TRIES):
        statement = insert(Appointment).values(row | {"code": new_booking_code()})
        unless_code_is_taken = statement.on_conflict_do_nothing(constraint="booking_codes_are_unique")
        appointment: Appointment | None = await desk.session.scalar(
            unless_code_is_taken.returning(Appointment)
        )
        if appointment is not None:
            return appointment
    raise Unavailable("We could not find a free booking code. Please try again.", retry_after_s=1)


async def _consumed(desk: "Desk", hold: Hold, appointment: Appointment) -> None:
    """The hold is spent. Redis is told only after the commit: whoever wins the time next must see our row."""
    hold.status, hold.appointment_id = HOLD_CONFIRMED, appointment.id
    desk.afterwards.append(lambda: desk.holds.release(desk.organization_id, hold.id, hold.owner))


async def _with_alternatives(desk: "Desk", hold: Hold, refusal: SlotTaken) -> SlotTaken:
    question = Question(hold.service_id, hold.starts_at, hold.ends_at, location_id=hold.location_id)
    nearest = await desk.nearest(question, hold.starts_at)
    return SlotTaken(refusal.detail, alternatives=[slot for slot in nearest if slot.start != hold.starts_at])
