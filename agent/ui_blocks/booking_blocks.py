"""Blocks of one booking: the summary a customer agrees to, and the card of an appointment."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from agent.conversation.places import local_time_text, name_and_address, service_label
from agent.conversation.state import ConversationState
from agent.ui_blocks.block import new_block, quote_view
from agent.ui_blocks.calendar_links import calendar_links
from booking_core.appointments.appointment import CONFIRMED, Appointment
from booking_core.appointments.by_link.calendar_links import CalendarLinks
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.resources import STAFF, Resource
from booking_core.storage.ids import new_id
from booking_core.time.wall_clock import zone


def summary(
    state: ConversationState,
    title: str,
    rows: Sequence[tuple[str, str]],
    *,
    price: dict[str, Any] | None,
    expires_at: datetime | None,
    agree: str,
    decline: str,
    undoes: bool = False,
) -> dict[str, Any]:
    """What the customer is asked to agree to, with a button to agree and one to decline. ``undoes`` where a
    yes takes an appointment away: its button does not look like one that books."""
    block_id = new_id("b")
    style = "danger" if undoes else "primary"
    actions = [
        {"input_id": state.input(block_id, agree, "agree"), "label": agree, "style": style},
        {"input_id": state.input(block_id, decline, "decline"), "label": decline, "style": "secondary"},
    ]
    return new_block(
        "summary",
        block_id,
        "; ".join(f"{label}: {value}" for label, value in rows),
        title=title,
        rows=[{"label": label, "value": value} for label, value in rows],
        price=price,
        expires_at=None if expires_at is None else expires_at.isoformat(),
        actions=actions,
        outcome=None,
    )


def booking_card(
    catalogue: Catalogue,
    appointment: Appointment,
    title: str,
    status: str,
    locale: str,
    links: CalendarLinks,
) -> dict[str, Any]:
    """An appointment as it is stored; once it is confirmed, with links to put it into a calendar."""
    service, booked = catalogue.service(appointment.service_id), catalogue.booked_name(appointment)
    location = catalogue.location(appointment.location_id)
    start = appointment.starts_at.astimezone(zone(location.time_zone))
    end = appointment.ends_at.astimezone(zone(location.time_zone))
    return new_block(
        "booking_card",
        new_id("b"),
        f"{title}: {service_label(catalogue, booked, location)},"
        f" {local_time_text(catalogue, start, location.time_zone, locale)}, code {appointment.code}",
        appointment_id=appointment.id,
        title=title,
        status=status,
        code=appointment.code,
        service=booked,
        staff=", ".join(staff_names(catalogue, appointment.resource_ids)) or None,
        start=start.isoformat(),
        end=end.isoformat(),
        time_zone=location.time_zone,
        location={"name": location.name, "address": location.address},
        phone=catalogue.organization.phone,
        actions=[],
        price=quote_view(appointment.quote, is_each=service.is_group),
        calendar=_calendar(catalogue, appointment, links),
        again=_again(catalogue, appointment),
        note=None,
    )


def _again(catalogue: Catalogue, appointment: Appointment) -> dict[str, Any]:
    """What the page asks free times for to book the same once more: with the same person if it was one."""
    staff = _staff_among(catalogue, appointment.resource_ids)
    return {
        "service_id": appointment.service_id,
        "location_id": appointment.location_id,
        "staff_id": staff[0].id if len(staff) == 1 else None,
        "duration_min": appointment.duration_min,
    }


def _calendar(catalogue: Catalogue, appointment: Appointment, links: CalendarLinks) -> dict[str, str] | None:
    """The links of an appointment that is confirmed, at a time that is kept."""
    if appointment.status != CONFIRMED or appointment.displaced_at is not None:
        return None
    address = name_and_address(catalogue, catalogue.location(appointment.location_id))
    return calendar_links(catalogue.booked_name(appointment), appointment, address, links)


def staff_names(catalogue: Catalogue, resource_ids: Iterable[str]) -> list[str]:
    """The names of the staff among these resources, which may be rooms as well."""
    return [one.name for one in _staff_among(catalogue, resource_ids)]


def _staff_among(catalogue: Catalogue, resource_ids: Iterable[str]) -> list[Resource]:
    return [one for one in catalogue.resources_among(list(resource_ids)) if one.kind == STAFF]
