"""The keys by which addresses of calendar files are signed."""

from booking_core.appointments.by_link.calendar_links import CalendarLinks
from web.secrets.sealing import derive_key
from web.settings import Settings

PURPOSE = "addresses of calendar files"


def calendar_links_of(settings: Settings) -> CalendarLinks:
    secrets = (settings.secret_key, *settings.secret_key_old)
    return CalendarLinks(tuple(derive_key(one, PURPOSE) for one in secrets))
