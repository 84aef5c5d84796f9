"""The chat for whoever has the link of an appointment: a conversation in which that appointment may be
changed.

A letter may have gone to a mistyped address, or been handed on. What was said when the appointment was booked
is shown to its link only where that mailbox was proven there, nothing else was booked in it and nothing else
may be changed in it; else the conversation is a new one, which knows the appointment and nobody.
"""

from msgspec import Struct
from sqlalchemy import exists, select
from sqlalchemy.orm import aliased

from agent.conversation.conversation import CLOSED, Conversation
from agent.intake.reception import Reception, Visitor
from agent.verification.code_delivery import mailbox_hash
from agent.verification.proof import appointments_with_proof, prove_by_link
from agent.verification.verification import Verification
from booking_core.appointments.appointment import Appointment
from booking_core.customers.customer import Customer
from booking_core.desk import Desk
from booking_core.storage.audit import CHAT, AuditEntry


class LinkChat(Struct, frozen=True):
    """``new`` is the conversation where it was opened for this."""

    conversation_id: str
    new: Conversation | None = None


async def chat_by_link(
    reception: Reception, desk: Desk, appointment: Appointment, customer: Customer, visitor: Visitor
) -> LinkChat:
    """A conversation in which the appointment is proven for half an hour. The caller commits."""
    known = await _where_it_was_booked(desk, appointment, customer)
    if known is not None:
        await prove_by_link(desk, known, appointment)
        return LinkChat(known)
    opened = await reception.open(desk.organization_id, visitor, desk.catalogue)
    await prove_by_link(desk, opened.conversation.id, appointment)
    return LinkChat(opened.conversation.id, opened.conversation)


async def _where_it_was_booked(desk: Desk, appointment: Appointment, customer: Customer) -> str | None:
    if customer.email is None:
        return None
    mailbox = mailbox_hash(desk.organization_id, customer.email)
    proven = exists().where(
        Verification.conversation_id == Conversation.id,
        Verification.mailbox == mailbox,
        Verification.proven_until.is_not(None),
    )
    another = aliased(AuditEntry)
    of_others = exists().where(
        another.organization_id == desk.organization_id,
        another.door == CHAT,
        another.actor == Conversation.id,
        another.action.startswith("appointment."),
        another.subject != appointment.id,
    )
    booked = (
        select(Conversation.id)
        .join(AuditEntry, AuditEntry.actor == Conversation.id)
        .where(
            Conversation.organization_id == desk.organization_id,
            Conversation.status != CLOSED,
            AuditEntry.organization_id == desk.organization_id,
            AuditEntry.subject == appointment.id,
            AuditEntry.door == CHAT,
            proven,
            ~of_others,
        )
    )
    found: str | None = await desk.session.scalar(booked.limit(1))
    if found is None:
        return None
    changeable = await appointments_with_proof(desk.session, found, desk.clock.now())
    return found if set(changeable) <= {appointment.id} else None
