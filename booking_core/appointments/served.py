"""An appointment as somebody of the team may read it: a member who is somebody's hands finds whom they serve,
everybody else finds all of the house; sensitive answers are for owners, managers and whoever serves."""

from collections.abc import Sequence

from msgspec import Struct
from sqlalchemy import select

from booking_core.access.roles import ARRANGERS
from booking_core.appointments.appointment import Appointment
from booking_core.appointments.find import find_appointment
from booking_core.catalogue.services.booking_questions import BookingQuestion
from booking_core.context import OperationContext
from booking_core.errors import NotFound
from booking_core.team.memberships import membership_of


class Served(Struct, frozen=True):
    appointment: Appointment
    sees_sensitive: bool


class Answer(Struct, frozen=True):
    """``value`` is text, or a yes or no; None where the reader may not know it."""

    label: str
    value: str | bool | None


async def find_served(context: OperationContext, appointment_id: str, *, for_update: bool = False) -> Served:
    """Raises ``NotFound`` alike for an unknown appointment, another organization's, and one that a colleague
    serves."""
    mine = await membership_of(context.session, context.organization_id, context.actor.id)
    found = await find_appointment(context, appointment_id, for_update=for_update)
    if mine is None:
        raise NotFound("There is no such appointment.")
    served = as_read_by(found, mine.role, mine.resource_id)
    if not served.sees_sensitive and mine.resource_id is not None:
        raise NotFound("There is no such appointment.")
    return served


def as_read_by(appointment: Appointment, role: str, resource_id: str | None) -> Served:
    """One that somebody of the team may read; ``resource_id`` is whose hands they are."""
    return Served(appointment, role in ARRANGERS or resource_id in appointment.resource_ids)


async def answers_of(context: OperationContext, served: Served) -> Sequence[Answer]:
    """What was answered, in the order of the questions. What no question explains counts as sensitive."""
    answers = served.appointment.answers
    asked = await context.session.scalars(
        select(BookingQuestion)
        .where(
            BookingQuestion.organization_id == context.organization_id,
            BookingQuestion.service_id == served.appointment.service_id,
        )
        .order_by(BookingQuestion.position)
    )
    known = {one.key: one for one in asked if one.key in answers}
    keys = [*known, *(key for key in answers if key not in known)]
    return [_answer(key, answers[key], known.get(key), served.sees_sensitive) for key in keys]


def _answer(key: str, answer: str | bool, question: BookingQuestion | None, sees_sensitive: bool) -> Answer:
    label = question.label if question else key
    if not sees_sensitive and (question is None or question.sensitive):
        return Answer(label, None)
    return Answer(label, question.answer_text(answer) if question and isinstance(answer, str) else answer)
