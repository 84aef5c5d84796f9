"""What CalDAV servers answer (RFC 4918, RFC 4791, RFC 6578), read without entities and declarations: nobody
needs them, and bombs are made of them."""

from collections.abc import Iterator
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from msgspec import Struct

from booking_core.outbound.fetch import NotFetched

DAV, CALDAV, SERVER = "{DAV:}", "{urn:ietf:params:xml:ns:caldav}", "{http://calendarserver.org/ns/}"
NO_ANSWER = "What was answered is no answer of a calendar server."


class CalendarObject(Struct, frozen=True):
    """One resource of a calendar: the last part of its path, its tag and, where it was asked for, its
    content."""

    name: str
    etag: str
    content: str = ""


class CalendarState(Struct, frozen=True):
    """``mark`` is another one after each change, where the server tells one."""

    is_calendar: bool
    mark: str | None


def state_of(body: bytes) -> CalendarState:
    """Raises ``NotFetched`` for what is no answer to such a question."""
    root = _parse(body)
    marks = [root.findtext(f".//{name}") for name in (f"{DAV}sync-token", f"{SERVER}getctag")]
    return CalendarState(
        is_calendar=root.find(f".//{DAV}resourcetype/{CALDAV}calendar") is not None,
        mark=next((one for one in marks if one), None),
    )


def objects_of(body: bytes) -> list[CalendarObject]:
    """Those that have a tag, which collections have not. Raises ``NotFetched``."""
    return list(_objects(_parse(body)))


def strong(etag: str) -> str:
    """Proxies that pack answers make tags weak; what is written is compared with strong ones alone."""
    return etag.removeprefix("W/")


def _objects(root: Element) -> Iterator[CalendarObject]:
    for response in root.iter(f"{DAV}response"):
        path = unquote(urlsplit(response.findtext(f"{DAV}href") or "").path)
        etag = response.findtext(f".//{DAV}getetag")
        if etag and not path.endswith("/"):
            content = response.findtext(f".//{CALDAV}calendar-data") or ""
            yield CalendarObject(path.rpartition("/")[2], strong(etag), content)


def _parse(body: bytes) -> Element:
    parser = XMLParser(target=_NoDeclarations())  # noqa: S314 - declarations are refused, and so are entities
    try:
        parser.feed(body)
        root: Element = parser.close()
    except (ParseError, ValueError) as error:
        raise NotFetched(NO_ANSWER) from error
    return root


class _NoDeclarations(TreeBuilder):
    def doctype(self, *_: object) -> None:
        """Raises ``ValueError``: without a declaration there are no entities but the five of XML."""
        raise ValueError("a declaration")
