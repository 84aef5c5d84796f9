"""What came of conversations: which appointment was made in which chat, as the audit proves it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct
from sqlalchemy import ARRAY, Text, any_, literal, select
from sqlalchemy.dialects.postgresql import distinct_on

from agent.conversation.conversation import Conversation
from agent.conversation.places import local_time_text, service_label
from booking_core.appointments.appointment import CANCELLED, CONFIRMED, Appointment
from booking_core.appointments.by_link.outcome import ended_requests
from booking_core.desk import Desk
from booking_core.storage.audit import AuditEntry
from booking_core.storage.events import CONFIRMED_EVENT, REQUESTED_EVENT
from web.console.rendering.formatting import LocalFormat
from web.console.rendering.texts import price_text
from web.console.words.translate import N_, gettext

STATUSES = {
    "confirmed": N_("Confirmed"),
    "pending_approval": N_("To be approved"),
    "cancelled": N_("Cancelled"),
    "completed": N_("Completed"),
    "no_show": N_("Did not come"),
}
# What a request that came to nothing is called, by whether the business said no.
ENDED_REQUESTS = {True: N_("Declined"), False: N_("Withdrawn")}


class AppointmentLine(Struct, frozen=True):
    """An appointment in one line; ``day`` and ``when`` are on its location's clock."""

    id: str
    code: str
    status: str
    status_label: str
    service: str
    staff: str
    when: str
    day: date
    location_id: str
    resource_ids: list[str]
    price: str


async def appointments_of(desk: Desk, conversation_id: str) -> list[AppointmentLine]:
    """Everything this conversation booked, moved or cancelled, by start."""
    touched = select(AuditEntry.subject).where(
        AuditEntry.organization_id == desk.organization_id,
        AuditEntry.door == "chat",
        AuditEntry.actor == conversation_id,
        AuditEntry.action.startswith("appointment."),
    )
    found = await desk.session.scalars(
        select(Appointment)
        .where(Appointment.organization_id == desk.organization_id, Appointment.id.in_(touched))
        .order_by(Appointment.starts_at)
    )
    appointments = list(found)
    labels = await status_labels(desk, appointments)
    return [_view(desk, appointment, labels[appointment.id]) for appointment in appointments]


async def status_labels(desk: Desk, appointments: Sequence[Appointment]) -> dict[str, str]:
    """How each of them stands, in a word, by its id; a request that came to nothing is no cancelled
    appointment."""
    cancelled = [one.id for one in appointments if one.status == CANCELLED]
    ended = await ended_requests(desk.session, desk.organization_id, cancelled) if cancelled else {}
    return {one.id: status_label(one, ended) for one in appointments}


def status_label(appointment: Appointment, ended: Mapping[str, bool]) -> str:
    """``ended`` are requests that came to nothing, by ``ended_requests``."""
    declined = ended.get(appointment.id)
    return gettext(STATUSES[appointment.status] if declined is None else ENDED_REQUESTS[declined])


async def conversations_behind(desk: Desk, appointment_ids: Iterable[str]) -> dict[str, str]:
    """The conversation in which each of these appointments was booked, or asked for, for those from the
    chat."""
    found = await desk.session.execute(
        select(AuditEntry.subject, Conversation.id)
        .join(Conversation, Conversation.id == AuditEntry.actor)
        .where(
            AuditEntry.organization_id == desk.organization_id,
            Conversation.organization_id == desk.organization_id,
            AuditEntry.door == "chat",
            AuditEntry.action.in_((CONFIRMED_EVENT, REQUESTED_EVENT)),
            # One value, however many there are: a day of a large business has a thousand.
            AuditEntry.subject == any_(literal(list(appointment_ids), ARRAY(Text))),
        )
    )
    return {row[0]: row[1] for row in found}


async def standings_of(desk: Desk, conversation_ids: Iterable[str]) -> dict[str, str]:
    """How the appointment stands now that each of these conversations changed last."""
    found = await desk.session.execute(
        select(AuditEntry.actor, Appointment.status)
        .ext(distinct_on(AuditEntry.actor))
        .join(Appointment, Appointment.id == AuditEntry.subject)
        .where(
            AuditEntry.organization_id == desk.organization_id,
            Appointment.organization_id == desk.organization_id,
            AuditEntry.door == "chat",
            AuditEntry.action.startswith("appointment."),
            AuditEntry.actor == any_(literal(list(conversation_ids), ARRAY(Text))),
        )
        .order_by(AuditEntry.actor, AuditEntry.id.desc())
    )
    return {row[0]: row[1] for row in found}


def outcome_now(outcome: str, standing: str | None) -> str:
    """What came of a conversation, as its appointment stands now: the business may have changed it since."""
    if standing == CANCELLED and outcome in ("", "booked", "moved"):
        return "cancelled"
    return "booked" if standing == CONFIRMED and not outcome else outcome


def names_of(desk: Desk, appointment: Appointment) -> str:
    """Who and what an appointment occupies, such as ``Jonas, Treatment room``."""
    return ", ".join(one.name for one in desk.catalogue.resources_among(appointment.resource_ids))


def _view(desk: Desk, appointment: Appointment, label: str) -> AppointmentLine:
    location = desk.catalogue.location(appointment.location_id)
    local = LocalFormat.of(desk.catalogue.organization, location.time_zone)
    return AppointmentLine(
        id=appointment.id,
        code=appointment.code,
        status=appointment.status,
        status_label=label,
        service=service_label(desk.catalogue, desk.catalogue.booked_name(appointment), location),
        staff=names_of(desk, appointment),
        when=local_time_text(desk.catalogue, appointment.starts_at, location.time_zone, local.locale),
        day=local.day_of(appointment.starts_at),
        location_id=location.id,
        resource_ids=appointment.resource_ids,
        price=price_text(appointment.quote),
    )
