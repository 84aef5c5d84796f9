"""Finding somebody's calendars (RFC 6764): from the address of a server, or from an email address, with a
user name and a password.

What was typed, or leads further by ``/.well-known/caldav``, is asked without the password first: that goes
only where one is asked for, and on to wherever that server says that the calendars are. Each request passes
the guard.
"""

import asyncio
from collections.abc import Iterator, Sequence
from urllib.parse import urljoin, urlsplit

from booking_core.calendars.caldav.client import MULTISTATUS, XML, Access, basic_authorization
from booking_core.calendars.caldav.found_calendars import ASKED, FoundCalendar, Place, place_in
from booking_core.calendars.caldav.well_known_servers import SERVERS, WITHOUT
from booking_core.outbound.fetch import Fetched, Fetcher, NotFetched, NotReached

WELL_KNOWN = "/.well-known/caldav"
# Where servers answer that say nothing at the well-known address: Nextcloud and ownCloud, then the root.
USUAL_PATHS = ("/remote.php/dav/", "/")
# A principal, its homes and what stands there; homes of groups are asked too.
MOST_HOMES = 5
UNAUTHORIZED, FORBIDDEN = 401, 403
NOT_LET_IN = (
    "The server does not let us in: please look at user name and password. "
    "Many want a password made for apps."
)
NO_SERVER = (
    "There is no CalDAV server at this address: "
    "please give the one that your calendar's help tells for CalDAV."
)
NO_CALENDAR_THERE = "There is no calendar there yet: please make one there first, and then come back."


class NotLetIn(NotFetched):
    """The server is there, and does not know this user with this password."""


async def find_calendars(fetcher: Fetcher, access: Access) -> Sequence[FoundCalendar]:
    """Those that the user may write into; the one at ``access.url`` alone where that is one. Raises
    ``NotFetched``, which says what to do, where there is none."""
    must_let_passwords_in(access.url)
    place, url = await _first_place(fetcher, access)
    if place.calendars:
        return place.calendars
    if not place.homes and place.principal is not None:
        place = await _look_at(fetcher, access, place.principal, "0")
    found: dict[str, FoundCalendar] = {}
    for home in place.homes[:MOST_HOMES] or (url,):
        found |= {one.url: one for one in (await _look_at(fetcher, access, home, "1")).calendars}
    if not found:
        raise NotFetched(NO_CALENDAR_THERE)
    return sorted(found.values(), key=lambda one: one.name.casefold())


def must_let_passwords_in(address: str) -> None:
    """Raises ``NotFetched`` for providers of which we know that they do not."""
    name = WITHOUT.get(_domain(address).removeprefix("www."))
    if name is not None:
        raise NotFetched(
            f"{name} lets nobody in by CalDAV with a password: "
            "please connect the iCal address of that calendar instead."
        )


def server_address(typed: str) -> str:
    """Where to look first for what somebody has typed: an address with or without ``https://``, or an email
    address."""
    typed = typed.strip()
    if "://" not in typed:
        domain = _domain(typed)
        return SERVERS.get(domain, f"https://{domain if '@' in typed else typed}")
    return typed


def _domain(typed: str) -> str:
    """Of an address or of an email address, in small letters."""
    if "://" in typed:
        return (urlsplit(typed).hostname or "").lower()
    return typed.rpartition("@")[2].partition("/")[0].partition(":")[0].strip().lower()


async def _first_place(fetcher: Fetcher, access: Access) -> tuple[Place, str]:
    """What stands at the first address that answers as a CalDAV server does, and that address."""
    is_known = True
    for url in _where_to_look(access.url):
        try:
            answer = await _ask(fetcher, url, "0")
            if answer.status in (UNAUTHORIZED, MULTISTATUS):
                return await _look_at(fetcher, access, answer.url, "0"), answer.url
        except (NotReached, NotLetIn):
            # No other address of the same machine changes that.
            raise
        except NotFetched as error:
            is_known = is_known and str(error) != NOT_LET_IN
    if not is_known:
        raise NotFetched(NOT_LET_IN)
    raise NotFetched(NO_SERVER)


def _where_to_look(url: str) -> Iterator[str]:
    """What was typed comes first where it is more than a machine's name."""
    has_path = urlsplit(url).path.strip("/")
    if has_path:
        yield url
    yield urljoin(url, WELL_KNOWN)
    for path in USUAL_PATHS:
        yield urljoin(url, path)


async def _look_at(fetcher: Fetcher, access: Access, url: str, depth: str) -> Place:
    """Signed in. Raises ``NotFetched``."""
    answer = await _ask(fetcher, url, depth, basic_authorization(access))
    if answer.status == UNAUTHORIZED:
        raise NotLetIn(NOT_LET_IN)
    if answer.status == FORBIDDEN:
        raise NotFetched(NOT_LET_IN)
    if answer.status != MULTISTATUS:
        raise NotFetched(NO_SERVER)
    try:
        return await asyncio.to_thread(place_in, answer.body, answer.url)
    except ValueError as error:
        raise NotFetched(NO_SERVER) from error


async def _ask(fetcher: Fetcher, url: str, depth: str, headers: dict[str, str] | None = None) -> Fetched:
    asked = {"Depth": depth, **XML, **(headers or {})}
    return await fetcher.fetch(url, method="PROPFIND", headers=asked, body=ASKED)
