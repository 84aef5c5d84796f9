"""Links that put an appointment into a calendar."""

from urllib.parse import urlencode

from booking_core.appointments.appointment import Appointment


def calendar_links(title: str, appointment: Appointment, address: str) -> dict[str, str]:
    """The URLs of an iCalendar file of ours, and of the forms of Google Calendar and Outlook; times in
    UTC."""
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
        "ics_url": f"/chat/v1/calendar/{appointment.id}.ics",
        "google_url": f"https://calendar.google.com/calendar/render?{urlencode(google)}",
        "outlook_url": f"https://outlook.live.com/calendar/0/deeplink/compose?{urlencode(outlook)}",
    }
