"""A calendar elsewhere is looked at once before it is connected: what cannot be read is refused with its
reason, unless whoever connects it wants it all the same."""

from collections.abc import Sequence

from booking_core.calendars.caldav.client import Access
from booking_core.calendars.caldav.discovery import NotLetIn
from booking_core.calendars.caldav.found_calendars import FoundCalendar
from booking_core.calendars.external.arrange import check_choice
from booking_core.calendars.external.external_calendar import ICS
from booking_core.calendars.reading.apart import Unreadable
from booking_core.desk import Desk
from booking_core.errors import InvalidField
from booking_core.outbound.fetch import NotFetched
from booking_core.outbound.public_name import must_lead_outside
from web.console.forms.sent import Sent
from web.console.rendering.visit import Visit
from web.console.settings.calendars.place import place_of
from web.jobs.calendars import calendar_sync_of
from web.server.rate_limits import count_request, too_fast

# The name of the button that connects what cannot be read.
ANYWAY = "anyway"
# In a minute, for all of an organization: each asks somebody else's machine.
MOST_LOOKS = 10


class CannotBeRead(InvalidField):
    """Its address is fine, and nothing can be read there."""


async def must_be_readable_once(visit: Visit, sent: Sent, address: str) -> None:
    """Of the file at this address. Raises what ``must_be_allowed`` does, ``CannotBeRead``, and ``TooMany``
    for whoever tries too often."""
    await must_be_allowed(visit, sent, address)
    if sent.text(ANYWAY):
        return
    await _count(visit)
    try:
        await calendar_sync_of(visit.settings, visit.core).try_it(ICS, address)
    except (NotFetched, Unreadable) as trouble:
        raise CannotBeRead("url", str(trouble)) from trouble


async def calendars_there(visit: Visit, access: Access) -> Sequence[FoundCalendar]:
    """Those somebody has on a CalDAV server. Raises ``CannotBeRead``, and ``TooMany`` for whoever tries too
    often."""
    await _count(visit)
    try:
        return await calendar_sync_of(visit.settings, visit.core).find(access)
    except NotLetIn as trouble:
        raise CannotBeRead("password", str(trouble)) from trouble
    except NotFetched as trouble:
        raise CannotBeRead("url", str(trouble)) from trouble


async def must_be_allowed(visit: Visit, sent: Sent, address: str) -> None:
    """Raises ``NotAllowed`` and ``InvalidField`` (``whose``, ``url``)."""

    async def look(desk: Desk) -> None:
        await check_choice(desk, sent.text("whose"), address, place_of(visit))

    await visit.read(look)
    await must_lead_outside(address, place_of(visit).allowed)


async def _count(visit: Visit) -> None:
    """Raises ``TooMany``."""
    counted = f"calendar-look:{visit.operator.organization_id}"
    looks = await count_request(visit.core.redis, counted, MOST_LOOKS)
    if looks is not None and looks.is_spent:
        raise too_fast(looks)
