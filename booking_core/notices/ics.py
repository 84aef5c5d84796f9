"""An appointment as a calendar file (RFC 5545): the same UID for its whole life, a higher SEQUENCE with each
change."""

from datetime import UTC, datetime

from icalendar import Calendar, Event, vCalAddress

from booking_core.appointments.appointment import CANCELLED, PENDING, Appointment
from booking_core.catalogue.catalogue import Catalogue
from booking_core.time.wall_clock import zone

# RFC 5545, 3.8.1.11: a request that nobody has approved is no appointment yet.
STATUSES = {CANCELLED: "CANCELLED", PENDING: "TENTATIVE"}


def calendar_file(catalogue: Catalogue, appointment: Appointment, now: datetime) -> bytes:
    """The file's bytes. Times are on the location's clock, or in UTC where that cannot say them."""
    organization, location = catalogue.organization, catalogue.location(appointment.location_id)
    event = Event()
    event.add("uid", f"{appointment.id}@zimun")
    event.add("sequence", appointment.version - 1)
    event.add("dtstamp", now)
    start, end = (
        moment.astimezone(zone(location.time_zone)) for moment in (appointment.starts_at, appointment.ends_at)
    )
    if start.fold or end.fold:
        # RFC 5545, 3.3.5: on the local clock an hour that comes twice is always the first.
        start, end = appointment.starts_at.astimezone(UTC), appointment.ends_at.astimezone(UTC)
    event.add("dtstart", start)
    event.add("dtend", end)
    event.add("summary", f"{catalogue.service(appointment.service_id).name}, {organization.name}")
    several = len(catalogue.locations) > 1
    event.add("location", f"{location.name}, {location.address}" if several else location.address)
    event.add("description", f"Booking code {appointment.code}")
    event.add("status", STATUSES.get(appointment.status, "CONFIRMED"))
    if organization.email:
        event.add("organizer", vCalAddress(f"mailto:{organization.email}"))
    calendar = Calendar()
    calendar.add("prodid", "-//Zimun//Zimun//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if appointment.status == CANCELLED else "PUBLISH")
    calendar.add_component(event)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())
