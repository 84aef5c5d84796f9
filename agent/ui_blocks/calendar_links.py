"""Links that put an appointment into a calendar."""

from urllib.parse import urlencode

from booking_core.appointments.appointment import Appointment
from booking_core.appointments.by_link.calendar_links import CalendarLinks


def calendar_links(
    title: str, appointment: Appointment, address: str, links: CalendarLinks
) -> dict[str, str]:
    """The URLs of an iCalendar file of ours at its signed address, and of the forms of Google Calendar and
    Outlook; times in UTC."""
    stamp = "%Y%m%dT%H%M%SZ"
    google = {
        "action": "TEMPLATE",
        "text": title,
        "dates": f"{appointment.starts_at:{stamp}}/{appointment.ends_at:{stamp}}",
        "location": address,
    }
    outlook = {
        "path": "/calendar/action/compose",
        "rru": "addevent",
        "subject": title,
        "startdt": appointment.starts_at.isoformat(),
        "enddt": appointment.ends_at.isoformat(),
        "location": address,
    }
    return {
        "ics_url": links.path(appointment),
        "google_url": f"https://calendar.google.com/calendar/render?{urlencode(google)}",
        "outlook_url": f"https://outlook.live.com/calendar/0/deeplink/compose?{urlencode(outlook)}",
    }
