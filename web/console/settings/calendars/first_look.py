"""A calendar elsewhere is read once before it is connected: what cannot be read is refused with its reason,
unless whoever connects it wants it all the same."""

from booking_core.calendars.external.arrange import check_choice
from booking_core.calendars.reading.apart import Unreadable
from booking_core.desk import Desk
from booking_core.errors import InvalidField
from booking_core.outbound.fetch import NotFetched
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


async def must_be_readable_once(visit: Visit, sent: Sent, kind: str, url: str, secret: str) -> None:
    """Raises ``NotAllowed``, ``InvalidField`` (``whose``, ``url``), ``CannotBeRead``, and ``TooMany`` for
    whoever tries too often."""

    async def look(desk: Desk) -> None:
        await check_choice(desk, sent.text("whose"), url, place_of(visit))

    await visit.read(look)
    if sent.text(ANYWAY):
        return
    looks = await count_request(
        visit.core.redis, f"calendar-look:{visit.operator.organization_id}", MOST_LOOKS
    )
    if looks is not None and looks.is_spent:
        raise too_fast(looks)
    try:
        await calendar_sync_of(visit.settings, visit.core).try_it(kind, secret)
    except (NotFetched, Unreadable) as trouble:
        raise CannotBeRead("url", str(trouble)) from trouble
