"""Which appointments a conversation may change: those it made, and those with a proof."""

from sqlalchemy.ext.asyncio import AsyncSession

from agent.consent.policy import OWN_BOOKINGS, deny
from agent.turn_context import TurnContext
from agent.verification.proof import appointments_with_proof
from booking_core.appointments.appointment import CANCELLED, Appointment
from booking_core.desk import Desk


async def appointment_for_handle(context: TurnContext, handle: str) -> Appointment:
    """The appointment of a handle; for an empty handle the newest made here, else the only one with a proof.

    Raises ``Denied`` for any other, and ``Conflict`` for one that is over or has begun.
    """
    return await context.read_only(lambda desk: _find_movable(desk, context, handle))


async def bookings_with_proof(desk: Desk, context: TurnContext) -> list[Appointment]:
    """The upcoming appointments with a proof, by start. Each gets a handle in the state."""
    proven = await appointments_with_proof(desk.session, context.conversation_id, context.now)
    found = [await desk.find(appointment_id) for appointment_id in proven]
    coming = sorted((one for one in found if one.stands and one.starts_at > context.now), key=_start)
    for one in coming:
        context.state.handle_of(one.id)
    return coming


async def upcoming_bookings(desk: Desk, context: TurnContext) -> list[Appointment]:
    """All upcoming appointments that this conversation may change, by start: those made here and those with a
    proof."""
    made = [await desk.find(appointment_id) for appointment_id in context.state.appointments]
    coming = [one for one in made if one.stands and one.starts_at > context.now]
    known = {one.id for one in coming}
    coming += [one for one in await bookings_with_proof(desk, context) if one.id not in known]
    for one in coming:
        context.state.handle_of(one.id)
    return sorted(coming, key=_start)


async def recent_cancellation(desk: Desk, context: TurnContext) -> Appointment | None:
    """The newest appointment that has a handle here, if it is cancelled."""
    if not context.state.bookings:
        return None
    appointment = await desk.find(list(context.state.bookings.values())[-1])
    return appointment if appointment.status == CANCELLED else None


async def require_proof(session: AsyncSession, context: TurnContext, appointment_id: str) -> str:
    """The proof that entitles this conversation to change an appointment, for the audit. Raises
    ``Denied``."""
    proofs = dict.fromkeys(context.state.appointments, "made here")
    if appointment_id not in proofs:
        proofs |= await appointments_with_proof(session, context.conversation_id, context.now)
    if appointment_id not in proofs:
        deny(context, OWN_BOOKINGS, "Whose appointment that is has not been proven here.")
    context.record_decision(OWN_BOOKINGS, allowed=True, by=proofs[appointment_id])
    return proofs[appointment_id]


async def _find_movable(desk: Desk, context: TurnContext, handle: str) -> Appointment:
    appointment_id = await _appointment_id(desk, context, handle)
    await require_proof(desk.session, context, appointment_id)
    appointment = await desk.find(appointment_id)
    appointment.must_be_movable(desk.clock.now())
    return appointment


async def _appointment_id(desk: Desk, context: TurnContext, handle: str) -> str:
    if handle in context.state.bookings:
        return context.state.bookings[handle]
    if context.state.appointments and not handle:
        return context.state.appointments[-1]
    proven = await appointments_with_proof(desk.session, context.conversation_id, context.now)
    if len(proven) != 1 or handle:
        deny(context, OWN_BOOKINGS, "Find the booking first, with find_my_booking.")
    return next(iter(proven))


def _start(appointment: Appointment) -> tuple[object, str]:
    return appointment.starts_at, appointment.id
