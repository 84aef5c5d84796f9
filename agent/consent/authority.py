"""Whose appointment it is: a conversation changes those it made itself, and those it has proven to be its customer's."""

from sqlalchemy.ext.asyncio import AsyncSession

from agent.consent.policy import OWN_BOOKINGS, deny
from agent.conversation.verification import proven_appointments
from agent.turn_context import Talk
from booking_core.appointments.appointment import CANCELLED, Appointment
from booking_core.desk import Desk


async def the_one_meant(talk: Talk, handle: str) -> Appointment:
    """The appointment behind a handle; without one the newest made here, else the only one that is proven.

    Raises ``Denied`` for any other, and ``Conflict`` for one that is over or has begun.
    """
    return await talk.look(lambda desk: _standing(desk, talk, handle))


async def bookings_proven(desk: Desk, talk: Talk) -> list[Appointment]:
    """What the customer has proven to be theirs and is still to come, by start. Each gets a handle on the notepad."""
    proven = await proven_appointments(desk.session, talk.conversation_id, talk.now)
    found = [await desk.find(appointment_id) for appointment_id in proven]
    coming = sorted((one for one in found if one.stands and one.starts_at > talk.now), key=_start)
    for one in coming:
        talk.notepad.handle_of(one.id)
    return coming


async def bookings_coming(desk: Desk, talk: Talk) -> list[Appointment]:
    """All that this conversation may change and is still to come, by start: those made here and those that are proven."""
    made = [await desk.find(appointment_id) for appointment_id in talk.notepad.appointments]
    coming = [one for one in made if one.stands and one.starts_at > talk.now]
    known = {one.id for one in coming}
    coming += [one for one in await bookings_proven(desk, talk) if one.id not in known]
    for one in coming:
        talk.notepad.handle_of(one.id)
    return sorted(coming, key=_start)


async def last_cancelled(desk: Desk, talk: Talk) -> Appointment | None:
    """Of the appointments that this conversation was told of, the newest, where it is cancelled."""
    if not talk.notepad.bookings:
        return None
    appointment = await desk.find(list(talk.notepad.bookings.values())[-1])
    return appointment if appointment.status == CANCELLED else None


async def proof_of(session: AsyncSession, talk: Talk, appointment_id: str) -> str:
    """What entitles this conversation to change an appointment, for the audit. Raises ``Denied``."""
    proofs = dict.fromkeys(talk.notepad.appointments, "made here")
    if appointment_id not in proofs:
        proofs |= await proven_appointments(session, talk.conversation_id, talk.now)
    if appointment_id not in proofs:
        deny(talk, OWN_BOOKINGS, "Whose appointment that is has not been proven here.")
    talk.judge(OWN_BOOKINGS, allowed=True, by=proofs[appointment_id])
    return proofs[appointment_id]


async def _standing(desk: Desk, talk: Talk, handle: str) -> Appointment:
    appointment_id = await _id_meant(desk, talk, handle)
    await proof_of(desk.session, talk, appointment_id)
    appointment = await desk.find(appointment_id)
    appointment.must_be_movable(desk.clock.now())
    return appointment


async def _id_meant(desk: Desk, talk: Talk, handle: str) -> str:
    if handle in talk.notepad.bookings:
        return talk.notepad.bookings[handle]
    if talk.notepad.appointments and not handle:
        return talk.notepad.appointments[-1]
    proven = await proven_appointments(desk.session, talk.conversation_id, talk.now)
    if len(proven) != 1 or handle:
        deny(talk, OWN_BOOKINGS, "Find the booking first, with find_my_booking.")
    return next(iter(proven))


def _start(appointment: Appointment) -> tuple[object, str]:
    return appointment.starts_at, appointment.id
