"""What CalDAV servers answer (RFC 4918, RFC 4791, RFC 6578), read without entities and declarations: nobody
needs them, and bombs are made of them. Large ones take a while: beside the event loop, please."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from msgspec import Struct

from booking_core.outbound.fetch import NotFetched

DAV, CALDAV, SERVER = "{DAV:}", "{urn:ietf:params:xml:ns:caldav}", "{http://calendarserver.org/ns/}"
# What was asked for stands nowhere else than here; a search below it takes the square of what is nested.
RESPONSE, PROPERTY = f"{DAV}response", f"{DAV}propstat/{DAV}prop"
# DAV needs six, and ten years of a full calendar have fewer objects, each of a dozen elements.
DEEPEST, MOST_OBJECTS, MOST_ELEMENTS = 16, 20_000, 400_000
# The parser holds the interpreter for one piece at a time.
PIECE = 256 * 1024
TOO_LARGE = "What was answered is too large."
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
    root = parse_answer(body)
    asked = f"{RESPONSE}/{PROPERTY}"
    marks = [root.findtext(f"{asked}/{name}") for name in (f"{DAV}sync-token", f"{SERVER}getctag")]
    return CalendarState(
        is_calendar=root.find(f"{asked}/{DAV}resourcetype/{CALDAV}calendar") is not None,
        mark=next((one for one in marks if one), None),
    )


def objects_of(body: bytes) -> list[CalendarObject]:
    """Those that have a tag, which collections have not. Raises ``NotFetched``."""
    return list(_objects(parse_answer(body)))


def strong(etag: str) -> str:
    """Proxies that pack answers make tags weak; what is written is compared with strong ones alone."""
    return etag.removeprefix("W/")


def _objects(root: Element) -> Iterator[CalendarObject]:
    responses = root.findall(RESPONSE)
    if len(responses) > MOST_OBJECTS:
        raise NotFetched(TOO_LARGE)
    for response in responses:
        path = _path_of(response.findtext(f"{DAV}href") or "")
        etag = response.findtext(f"{PROPERTY}/{DAV}getetag")
        if etag and not path.endswith("/"):
            content = response.findtext(f"{PROPERTY}/{CALDAV}calendar-data") or ""
            yield CalendarObject(path.rpartition("/")[2], strong(etag), content)


def _path_of(href: str) -> str:
    try:
        return unquote(urlsplit(href).path)
    except ValueError as error:
        raise NotFetched(NO_ANSWER) from error


def parse_answer(body: bytes) -> Element:
    """Raises ``NotFetched`` for what is no XML, too large or too deep."""
    parser = XMLParser(target=_PlainTree())  # noqa: S314 - declarations are refused, and so are entities
    try:
        for start in range(0, len(body), PIECE):
            parser.feed(body[start : start + PIECE])
        root: Element = parser.close()
    except (ParseError, ValueError) as error:
        raise NotFetched(NO_ANSWER) from error
    return root


class _PlainTree(TreeBuilder):
    """As much as an answer needs, and no declarations."""

    depth = elements = 0

    def start(self, *element: Any) -> Element:
        self.depth += 1
        self.elements += 1
        if self.depth > DEEPEST:
            raise NotFetched(NO_ANSWER)
        if self.elements > MOST_ELEMENTS:
            raise NotFetched(TOO_LARGE)
        return super().start(*element)

    def end(self, *element: Any) -> Element:
        self.depth -= 1
        return super().end(*element)

    def doctype(self, *_: object) -> None:
        """Raises ``ValueError``: without a declaration there are no entities but the five of XML."""
        raise ValueError("a declaration")
