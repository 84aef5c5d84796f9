"""What CalDAV servers answer to whoever looks for calendars (RFC 4791, 6.2.1; RFC 5397): who they are there,
where their calendars are, and which there are."""

from urllib.parse import urljoin
from xml.etree.ElementTree import Element

from msgspec import Struct

from booking_core.calendars.caldav.answers import CALDAV, DAV, PROPERTY, RESPONSE, parse_answer
from booking_core.input.clean_text import clean_text

ASKED = (
    b'<?xml version="1.0"?><propfind xmlns="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><prop>'
    b"<resourcetype/><displayname/><current-user-principal/><c:calendar-home-set/><c:supported-calendar-component-set/>"
    b"<current-user-privilege-set/></prop></propfind>"
)
# More than anybody has, and as long as a list can show.
MOST_CALENDARS, LONGEST_NAME = 100, 80
WRITING = {f"{DAV}{one}" for one in ("all", "write", "write-content", "bind")}


class FoundCalendar(Struct, frozen=True):
    """``name`` is what its owner calls it there."""

    url: str
    name: str


class Place(Struct, frozen=True):
    """What stands at one address: calendars, and where else to look, each as a whole address."""

    calendars: tuple[FoundCalendar, ...]
    principal: str | None
    homes: tuple[str, ...]


def place_in(body: bytes, url: str) -> Place:
    """What an answer of ``url`` says. Raises ``NotFetched`` for what is no answer to such a question."""
    responses = parse_answer(body).findall(RESPONSE)
    principal = _first_address(responses, f"{PROPERTY}/{DAV}current-user-principal/{DAV}href", url)
    homes = [
        urljoin(url, (one.text or "").strip())
        for response in responses
        for one in response.findall(f"{PROPERTY}/{CALDAV}calendar-home-set/{DAV}href")
    ]
    calendars = [_calendar(one, url) for one in responses if _is_calendar(one)]
    return Place(tuple(calendars[:MOST_CALENDARS]), principal, tuple(dict.fromkeys(homes)))


def _first_address(responses: list[Element], path: str, url: str) -> str | None:
    told = (response.findtext(path) for response in responses)
    return next((urljoin(url, one.strip()) for one in told if one and one.strip()), None)


def _is_calendar(response: Element) -> bool:
    """One that takes events, and lets them be written, as far as its server says."""
    if response.find(f"{PROPERTY}/{DAV}resourcetype/{CALDAV}calendar") is None:
        return False
    kinds = response.findall(f"{PROPERTY}/{CALDAV}supported-calendar-component-set/{CALDAV}comp")
    if kinds and "VEVENT" not in {one.get("name", "").upper() for one in kinds}:
        return False
    rights = response.findall(f"{PROPERTY}/{DAV}current-user-privilege-set/{DAV}privilege/*")
    return not rights or not WRITING.isdisjoint(one.tag for one in rights)


def _calendar(response: Element, url: str) -> FoundCalendar:
    address = urljoin(url, (response.findtext(f"{DAV}href") or "").strip())
    named = clean_text(" ".join((response.findtext(f"{PROPERTY}/{DAV}displayname") or "").split()))
    return FoundCalendar(address, named[:LONGEST_NAME] or address.rstrip("/").rpartition("/")[2])
