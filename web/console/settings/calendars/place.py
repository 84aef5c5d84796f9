"""What is needed to keep the calendars of this installation."""

from booking_core.calendars.external.arrange import CalendarPlace
from web.console.rendering.visit import Visit
from web.jobs.calendars import calendar_sync_of


def place_of(visit: Visit) -> CalendarPlace:
    sync = calendar_sync_of(visit.settings, visit.core)
    return CalendarPlace(sync.seal, sync.fetcher.allowed)
