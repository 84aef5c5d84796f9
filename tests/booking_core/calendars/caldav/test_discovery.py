"""Finding somebody's calendars from what they know: their server's address, or their email address."""

from collections.abc import AsyncIterator

import pytest

from booking_core.calendars.caldav.client import Access
from booking_core.calendars.caldav.discovery import (
    NO_CALENDAR_THERE,
    NO_SERVER,
    NOT_LET_IN,
    find_calendars,
    server_address,
)
from booking_core.calendars.caldav.found_calendars import FoundCalendar
from booking_core.outbound.fetch import Fetcher, NotFetched
from tests.booking_core.calendars.caldav.radicale_server import PASSWORD, USER, RadicaleServer, radicale
from tests.calendar_server import Answer, CalendarServer, calendar_server
from tests.tables import each_row

MADE = """<?xml version="1.0"?><create xmlns="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><set><prop>
<resourcetype><collection/><c:calendar/></resourcetype><displayname>{name}</displayname>
<c:supported-calendar-component-set><c:comp name="{kind}"/></c:supported-calendar-component-set>
</prop></set></create>"""
ANSWER = """<?xml version="1.0"?><d:multistatus xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav">
<d:response><d:href>{href}</d:href><d:propstat><d:prop>{found}</d:prop></d:propstat></d:response></d:multistatus>"""
PRINCIPAL = "<d:current-user-principal><d:href>/me/</d:href></d:current-user-principal>"
HOME = "<c:calendar-home-set><d:href>{home}</d:href></c:calendar-home-set>"
CALENDAR = "<d:resourcetype><d:collection/><c:calendar/></d:resourcetype>"
READ_ONLY = (
    "<d:current-user-privilege-set><d:privilege><d:read/></d:privilege></d:current-user-privilege-set>"
)


@pytest.fixture(scope="module")
async def server(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[RadicaleServer]:
    """Dana's diary, a list of things to do, and the calendar that every test here has."""
    async with radicale(tmp_path_factory.mktemp("radicale")) as running:
        for name, kind in (("Tagebuch & Ärzte", "VEVENT"), ("To do", "VTODO")):
            url = f"../{kind.lower()}/"
            await running.ask("MKCOL", url, MADE.format(name=name.replace("&", "&amp;"), kind=kind))
        yield running


async def find(server: RadicaleServer | CalendarServer, url: str, password: str = PASSWORD) -> list[str]:
    fetcher = Fetcher(frozenset({server.origin}))
    return [one.name for one in await find_calendars(fetcher, Access(url, USER, password))]


@pytest.mark.parametrize("path", ["", "/", f"/{USER}/", "/wrong/path/"])
async def test_calendars_are_found_from_wherever_somebody_begins(server: RadicaleServer, path: str) -> None:
    assert await find(server, f"{server.origin}{path}") == ["dana/rota", "Tagebuch & Ärzte"]


async def test_the_address_of_one_calendar_is_that_one(server: RadicaleServer) -> None:
    assert await find(server, server.url) == ["dana/rota"]


async def test_a_wrong_password_says_so(server: RadicaleServer) -> None:
    with pytest.raises(NotFetched) as refused:
        await find(server, server.origin, "another")
    assert str(refused.value) == NOT_LET_IN


@pytest.fixture
async def odd() -> AsyncIterator[CalendarServer]:
    """A server with one calendar, as far as nothing else is said."""
    async with calendar_server() as running:
        redirect = Answer(status=301, headers={"Location": "/dav/"})
        running.answers["PROPFIND /.well-known/caldav"] = redirect
        running.answers["PROPFIND /dav/"] = answer("/dav/", PRINCIPAL)
        running.answers["PROPFIND /me/"] = answer("/me/", HOME.format(home="/homes/dana/"))
        running.answers["PROPFIND /homes/dana/"] = answer("/homes/dana/diary/", CALENDAR)
        yield running


def answer(href: str, what: str) -> Answer:
    return Answer(ANSWER.format(href=href, found=what).encode(), 207)


async def test_the_well_known_address_leads_to_whoever_somebody_is_and_home(odd: CalendarServer) -> None:
    fetcher = Fetcher(frozenset({odd.origin}))
    [one] = await find_calendars(fetcher, Access(odd.url(""), USER, PASSWORD))
    assert one == FoundCalendar(odd.url("/homes/dana/diary/"), "diary")
    asked = [(one.path, "authorization" in one.headers) for one in odd.requests]
    assert asked == [
        ("/.well-known/caldav", False),
        ("/dav/", False),
        ("/dav/", True),
        ("/me/", True),
        ("/homes/dana/", True),
    ]


async def test_a_website_never_gets_the_password(odd: CalendarServer) -> None:
    odd.answers = {f"PROPFIND {path}": Answer(b"<html>", 200) for path in ("/", "/.well-known/caldav")}
    with pytest.raises(NotFetched) as refused:
        await find(odd, odd.url("/about.html"))
    assert str(refused.value) == NO_SERVER
    assert not any("authorization" in one.headers for one in odd.requests)


@pytest.mark.parametrize("there", ["", CALENDAR + READ_ONLY])
async def test_no_calendar_and_none_to_write_into_are_told_alike(odd: CalendarServer, there: str) -> None:
    odd.answers["PROPFIND /homes/dana/"] = answer("/homes/dana/x/", there)
    with pytest.raises(NotFetched) as refused:
        await find(odd, odd.url(""))
    assert str(refused.value) == NO_CALENDAR_THERE


@pytest.mark.parametrize(
    "home", ["http://169.254.169.254/latest/", "https://127.0.0.1/dav/", "https://localhost/", "file:///etc/"]
)
async def test_a_home_inside_is_never_asked(odd: CalendarServer, home: str) -> None:
    odd.answers["PROPFIND /me/"] = answer("/me/", HOME.format(home=home))
    with pytest.raises(NotFetched):
        await find(odd, odd.url(""))


@each_row(
    ("typed", "address"),
    [
        ("dana@icloud.com", "https://caldav.icloud.com/"),
        ("Dana@Fastmail.com ", "https://caldav.fastmail.com/"),
        ("dana@salon.example", "https://salon.example"),
        ("cloud.example.com", "https://cloud.example.com"),
        ("cloud.example.com/remote.php/dav", "https://cloud.example.com/remote.php/dav"),
        ("https://cloud.example.com:8443/x/", "https://cloud.example.com:8443/x/"),
        ("http://cloud.example.com/", "http://cloud.example.com/"),
    ],
)
def test_what_people_type_is_an_address(typed: str, address: str) -> None:
    assert server_address(typed) == address


@pytest.mark.parametrize("typed", ["dana@gmail.com", "https://calendar.google.com/", "dana@hotmail.com"])
async def test_whoever_has_no_caldav_with_a_password_is_named(typed: str) -> None:
    with pytest.raises(NotFetched, match="iCal address"):
        await find_calendars(Fetcher(), Access(server_address(typed), "dana", "secret"))
