"""An appointment as a calendar file (RFC 5545): the same UID for its whole life, a higher SEQUENCE with each
change."""

from datetime import UTC, datetime, timedelta

from icalendar import Alarm, Calendar, Event, vCalAddress

from booking_core.appointments.appointment import CANCELLED, CONFIRMED, PENDING, Appointment
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.locations import Location
from booking_core.customers.contacts import ascii_email
from booking_core.time.wall_clock import zone

# RFC 5545, 3.8.1.11: a request that nobody has approved is no appointment yet.
STATUSES = {CANCELLED: "CANCELLED", PENDING: "TENTATIVE"}
# RFC 5546, 3.2: an invitation has an organizer and somebody who is invited; what is published has neither.
INVITE, PUBLISH, CANCEL = "REQUEST", "PUBLISH", "CANCEL"
REMINDER = timedelta(hours=-2)


def calendar_method(catalogue: Catalogue, appointment: Appointment, attendee: str | None = None) -> str:
    """What a calendar does with the file (its METHOD)."""
    if appointment.status == CANCELLED:
        return CANCEL
    return INVITE if attendee and catalogue.organization.email else PUBLISH


def calendar_file(
    catalogue: Catalogue,
    appointment: Appointment,
    now: datetime,
    *,
    attendee: str | None = None,
    description: str = "",
) -> bytes:
    """The file's bytes. Times are on the location's clock, or in UTC where that cannot say them.

    ``attendee`` is the address of the customer who is sent the file; one that is only fetched names nobody.
    """
    organization = catalogue.organization
    event = _event(catalogue, appointment, now)
    if description:
        event.add("description", description)
    if organization.email:
        organizer = vCalAddress(f"mailto:{ascii_email(organization.email)}")
        organizer.params["CN"] = " ".join(organization.name.split())
        event.add("organizer", organizer)
    if attendee and organization.email:
        event.add("attendee", _attendee(attendee))
    if appointment.status == CONFIRMED and appointment.displaced_at is None:
        event.add_component(_alarm(str(event["summary"])))
    calendar = Calendar()
    calendar.add("prodid", "-//Zimun//Zimun//EN")
    calendar.add("version", "2.0")
    calendar.add("method", calendar_method(catalogue, appointment, attendee))
    calendar.add_component(event)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def local_times(location: Location, appointment: Appointment) -> tuple[datetime, datetime]:
    """Start and end on the location's clock, or in UTC where that cannot say them."""
    start, end = (
        moment.astimezone(zone(location.time_zone)) for moment in (appointment.starts_at, appointment.ends_at)
    )
    if start.fold or end.fold:
        # RFC 5545, 3.3.5: on the local clock an hour that comes twice is always the first.
        return appointment.starts_at.astimezone(UTC), appointment.ends_at.astimezone(UTC)
    return start, end


def _event(catalogue: Catalogue, appointment: Appointment, now: datetime) -> Event:
    location = catalogue.location(appointment.location_id)
    event = Event()
    event.add("uid", f"{appointment.id}@zimun")
    event.add("sequence", appointment.version - 1)
    event.add("dtstamp", now)
    start, end = local_times(location, appointment)
    event.add("dtstart", start)
    event.add("dtend", end)
    service = catalogue.booked_name(appointment)
    event.add("summary", f"{service}, {catalogue.organization.name}")
    several = len(catalogue.locations) > 1
    event.add("location", f"{location.name}, {location.address}" if several else location.address)
    event.add("status", _status(appointment))
    return event


def _status(appointment: Appointment) -> str:
    """A time that the business cannot keep is as uncertain as one that nobody has agreed to."""
    if appointment.is_displaced:
        return STATUSES[PENDING]
    return STATUSES.get(appointment.status, "CONFIRMED")


def _attendee(address: str) -> vCalAddress:
    """Nobody else of a class, and no name: whoever books can write into that what they like."""
    attendee = vCalAddress(f"mailto:{ascii_email(address)}")
    # They come, as they said here already: no calendar has to ask.
    attendee.params["PARTSTAT"], attendee.params["RSVP"] = "ACCEPTED", "FALSE"
    attendee.params["CUTYPE"], attendee.params["ROLE"] = "INDIVIDUAL", "REQ-PARTICIPANT"
    return attendee


def _alarm(summary: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", summary)
    alarm.add("trigger", REMINDER)
    return alarm
