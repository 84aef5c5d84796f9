"""An appointment as the object of a calendar elsewhere: without anybody invited, because servers write
letters to those themselves."""

from icalendar import Calendar, Event

from booking_core.appointments.appointment import PENDING, Appointment
from booking_core.catalogue.catalogue import Catalogue
from booking_core.notices.ics import local_times


def event_file(catalogue: Catalogue, appointment: Appointment, customer: str) -> bytes:
    """The bytes; the same for the same version."""
    catalogue = catalogue.in_language(catalogue.organization.locale or "")
    location = catalogue.location(appointment.location_id)
    event = Event()
    event.add("uid", f"{appointment.id}@zimun")
    event.add("sequence", appointment.version - 1)
    event.add("dtstamp", appointment.created_at)
    start, end = local_times(location, appointment)
    event.add("dtstart", start)
    event.add("dtend", end)
    event.add("summary", f"{catalogue.booked_name(appointment)}: {customer}")
    event.add("status", "TENTATIVE" if appointment.status == PENDING else "CONFIRMED")
    if location.address:
        event.add("location", location.address)
    calendar = Calendar()
    calendar.add("prodid", "-//Zimun//Zimun//EN")
    calendar.add("version", "2.0")
    calendar.add_component(event)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())
