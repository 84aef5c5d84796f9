"""Answers to booking questions that come after the booking: of somebody for whom the business booked, or to a
question that was optional. What was answered before is neither shown nor changed."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select

from booking_core.appointments.appointment import Appointment
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.services.booking_questions import BookingQuestion, answers_to
from booking_core.context import OperationContext
from booking_core.errors import Conflict
from booking_core.storage.audit import AuditEntry

ANSWERED = "appointment.answered"


def open_questions(context: OperationContext, appointment: Appointment) -> Sequence[BookingQuestion]:
    """What is still to be answered of an appointment to come, in the owner's order."""
    if not appointment.stands or appointment.starts_at <= context.clock.now():
        return ()
    return unanswered_questions(context.catalogue, appointment)


def unanswered_questions(catalogue: Catalogue, appointment: Appointment) -> Sequence[BookingQuestion]:
    """What its service asks and nobody has answered, in the owner's order."""
    asked = catalogue.questions_of.get(appointment.service_id, ())
    return [one for one in asked if one.key not in appointment.answers]


async def answer_questions(
    context: OperationContext, appointment: Appointment, given: Mapping[str, Any]
) -> None:
    """Keep answers to the open questions of an appointment that is locked; those to others are left out, so
    that a form sent twice changes nothing.

    Raises ``InvalidFields``, every wrong one named, and ``Conflict`` (``already_started``).
    """
    if not appointment.stands or appointment.starts_at <= context.clock.now():
        raise Conflict("This appointment has begun or is over.", code="already_started")
    asked = open_questions(context, appointment)
    answers = answers_to(asked, {one.key: given.get(one.key) for one in asked})
    if not answers:
        return
    appointment.answers = {**appointment.answers, **answers}
    context.audit(ANSWERED, appointment.id, questions=sorted(answers))
    await context.session.flush()


async def was_answered(context: OperationContext, appointment: Appointment) -> bool:
    """Whether its customer has answered anything after the booking."""
    noted = select(AuditEntry.id).where(
        AuditEntry.organization_id == context.organization_id,
        AuditEntry.subject == appointment.id,
        AuditEntry.action == ANSWERED,
    )
    return await context.session.scalar(noted.limit(1)) is not None
