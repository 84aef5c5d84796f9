"""A feed of appointments at its secret address, for calendar programs: asked every few minutes, and mostly
answered that nothing has changed."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from typing import Any

from litestar import Request, Response, Router, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from booking_core.calendars.feeds.read import FeedReading, read_feed
from booking_core.core import BookingCore
from booking_core.errors import NotFound
from booking_core.live_holds.quotas import ADDRESSES_OF_A_NETWORK
from web.access.origins import Origins
from web.server.rate_limits import count_request, too_fast
from web.settings import Settings

PATH = "/calendar"
# Of one address in a minute: a team behind one router has a few feeds each, asked every few minutes. Of a
# network of IPv6 so many times that.
READS_A_MINUTE = 120
MEDIA_TYPE = "text/calendar"
# Dates of HTTP have seconds: what is younger than one may still change within it.
SETTLED = timedelta(seconds=1)


@get("/{file_name:str}", media_type="text/calendar")
async def feed(
    request: Request[Any, Any, Any],
    file_name: FromPath[str],
    core: NamedDependency[BookingCore],
    settings: NamedDependency[Settings],
) -> Response[bytes]:
    """Raises ``NotFound`` for an address that leads nowhere, ``TooMany``."""
    await _must_be_slow_enough(request, core, settings)
    if not file_name.endswith(".ics"):
        raise NotFound("There is no such calendar.")
    reading = await read_feed(core, file_name.removesuffix(".ics"))
    headers = _headers(reading, core.clock.now())
    if _is_known(request, reading):
        return Response(b"", status_code=304, headers=headers, media_type=MEDIA_TYPE)
    console = f"{settings.public_url}/console/{reading.feed.organization_id}/appointments"
    file = await reading.file(lambda appointment_id: f"{console}/{appointment_id}")
    return Response(file, headers=headers, media_type=MEDIA_TYPE)


async def _must_be_slow_enough(
    request: Request[Any, Any, Any], core: BookingCore, settings: Settings
) -> None:
    """Counts one read of its address, and of its network. Raises ``TooMany``."""
    origin = Origins(settings.secret_key).of(request.client.host if request.client else "")
    for known_as, most in (
        (origin.address, READS_A_MINUTE),
        (origin.network, READS_A_MINUTE * ADDRESSES_OF_A_NETWORK),
    ):
        counted = await count_request(core.redis, f"feed:{known_as}", most) if known_as else None
        if counted is not None and counted.is_spent:
            raise too_fast(counted)


def feed_address(public_url: str, token: str) -> str:
    return f"{public_url}{PATH}/{token}.ics"


def _headers(reading: FeedReading, now: datetime) -> dict[str, str]:
    headers = {
        "ETag": f'"{reading.digest}"',
        "Cache-Control": "private, no-cache",
        "X-Robots-Tag": "noindex",
    }
    if now - reading.changed_at >= SETTLED:
        headers["Last-Modified"] = format_datetime(reading.changed_at.astimezone(UTC), usegmt=True)
    return headers


def _is_known(request: Request[Any, Any, Any], reading: FeedReading) -> bool:
    """Whether the asker has this very file (RFC 9110, 13.2.2: its tag decides, its date where it gives no
    tag)."""
    if (tags := request.headers.get("if-none-match")) is not None:
        known = [one.strip().removeprefix("W/") for one in tags.split(",")]
        return f'"{reading.digest}"' in known or known == ["*"]
    try:
        since = parsedate_to_datetime(request.headers.get("if-modified-since", ""))
    except (ValueError, OverflowError):
        return False
    if since.tzinfo is None:
        since = since.replace(tzinfo=UTC)
    return reading.changed_at.replace(microsecond=0) <= since


ROUTER = Router(PATH, route_handlers=[feed])
