"""The appointments of a day, as the agenda shows them."""

from datetime import datetime

from msgspec import Struct

from booking_core.appointments.agenda import appointments_within
from booking_core.appointments.appointment import Appointment
from booking_core.catalogue.locations import Location
from booking_core.customers.customer import Customer
from booking_core.desk import Desk
from booking_core.time.timeline import Horizon
from web.console.conversations.outcomes import conversations_behind, names_of, status_labels
from web.console.rendering.formatting import LocalFormat
from web.console.settings.services.spans import length_text
from web.console.words.translate import N_, gettext

SOURCES = {
    "chat": N_("Chat"),
    "api": N_("API"),
    "mcp": N_("Agent"),
    "console": N_("Console"),
    "page": N_("Booking page"),
}


class AgendaEntry(Struct, frozen=True):
    """One appointment. ``block`` is shared by everybody in the same class; ``noted`` is what its
    customer has said of it, or is asked; ``conversation_id`` is empty
    unless the chat booked it."""

    id: str
    block: str
    code: str
    status: str
    status_label: str
    noted: str
    service: str
    customer: str
    contact: str
    party_size: int
    capacity: int
    source: str
    resource_ids: list[str]
    with_whom: str
    starts_at: datetime
    ends_at: datetime
    time: str
    until: str
    conversation_id: str


async def entries_of(desk: Desk, place: Location, day: Horizon, local: LocalFormat) -> list[AgendaEntry]:
    """Everything of the day at this location, cancelled appointments too, earliest first."""
    rows = await appointments_within(desk, place.id, day)
    chats = await conversations_behind(desk, [appointment.id for appointment, _ in rows])
    labels = await status_labels(desk, [appointment for appointment, _ in rows])
    return [
        _entry(desk, appointment, customer, local, chats.get(appointment.id, ""), labels[appointment.id])
        for appointment, customer in rows
    ]


def _entry(
    desk: Desk,
    appointment: Appointment,
    customer: Customer,
    local: LocalFormat,
    conversation_id: str,
    status_label: str,
) -> AgendaEntry:
    service = desk.catalogue.service(appointment.service_id)
    return AgendaEntry(
        id=appointment.id,
        block=appointment.block_id or appointment.id,
        code=appointment.code,
        status=appointment.status,
        status_label=status_label,
        noted=_note(appointment),
        service=desk.catalogue.booked_name(appointment),
        customer=customer.name,
        contact=customer.phone or customer.email or "",
        party_size=appointment.party_size,
        capacity=service.capacity,
        source=gettext(SOURCES.get(appointment.source, appointment.source)),
        resource_ids=appointment.resource_ids,
        with_whom=names_of(desk, appointment),
        starts_at=appointment.starts_at,
        ends_at=appointment.ends_at,
        time=local.time(appointment.starts_at),
        until=local.time(appointment.ends_at),
        conversation_id=conversation_id,
    )


def _note(appointment: Appointment) -> str:
    if appointment.is_displaced:
        return gettext("waits for another time")
    if appointment.late_at is not None and appointment.stands:
        return late_text(appointment)
    return gettext("they come") if appointment.coming_at is not None else ""


def late_text(appointment: Appointment) -> str:
    """That its customer will be late, and how late, where they said so."""
    if appointment.late_min is None:
        return gettext("will be late")
    return gettext("will be %(length)s late", length=length_text(appointment.late_min))
