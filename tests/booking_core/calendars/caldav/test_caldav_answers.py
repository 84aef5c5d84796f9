"""What a CalDAV server may answer: marks and tags as servers write them, and nothing that explodes."""

import pytest

from booking_core.calendars.caldav.answers import (
    MOST_OBJECTS,
    NO_ANSWER,
    TOO_LARGE,
    CalendarObject,
    objects_of,
    state_of,
)
from booking_core.outbound.fetch import NotFetched
from tests.tables import each_row

STATE = """<?xml version="1.0"?><d:multistatus xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"
 xmlns:s="http://calendarserver.org/ns/"><d:response><d:href>/cal/</d:href><d:propstat><d:prop>
 <d:resourcetype><d:collection/>{kind}</d:resourcetype>{mark}</d:prop></d:propstat></d:response></d:multistatus>"""
CALENDAR, BOOK = "<c:calendar/>", "<c:addressbook/>"
SYNC, TAG = "<d:sync-token>http://x/1</d:sync-token>", "<s:getctag>7</s:getctag>"
LAUGHS = (
    '<!DOCTYPE lolz [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1 or str()};" * 10}">' for n in range(1, 12))
    + "]><x>&a11;</x>"
)
OUTSIDE = (
    '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><d:multistatus xmlns:d="DAV:">&f;</d:multistatus>'
)


@each_row(
    ("kind", "mark", "is_calendar", "said"),
    [
        (CALENDAR, SYNC + TAG, True, "http://x/1"),
        (CALENDAR, TAG, True, "7"),
        (CALENDAR, "<d:sync-token/>", True, None),
        (BOOK, TAG, False, "7"),
    ],
)
def test_a_mark_is_the_sync_token_or_the_tag_of_the_whole(
    kind: str, mark: str, is_calendar: bool, said: str | None
) -> None:
    state = state_of(STATE.format(kind=kind, mark=mark).encode())
    assert (state.is_calendar, state.mark) == (is_calendar, said)


def test_objects_have_a_name_and_a_strong_tag() -> None:
    body = """<multistatus xmlns="DAV:"><response><href>/cal/</href></response><response>
    <href>https://cloud.example/cal/a%20b.ics?x</href><propstat><prop><getetag>W/"1"</getetag></prop></propstat>
    </response></multistatus>"""
    assert objects_of(body.encode()) == [CalendarObject("a b.ics", '"1"')]


@each_row(
    "body", [LAUGHS, OUTSIDE, "", "<html>", "{}", "<a/>" * 2, '<!DOCTYPE x><d:multistatus xmlns:d="DAV:"/>']
)
def test_declarations_entities_and_nonsense_are_refused_at_once(body: str) -> None:
    with pytest.raises(NotFetched) as refused:
        objects_of(body.encode())
    assert str(refused.value) == NO_ANSWER


@each_row("href", ["//[x/", "http://[::1", "https://a]b/"])
def test_an_object_without_a_usable_path_is_refused(href: str) -> None:
    body = f'<multistatus xmlns="DAV:"><response><href>{href}</href></response></multistatus>'
    with pytest.raises(NotFetched) as refused:
        objects_of(body.encode())
    assert str(refused.value) == NO_ANSWER


@each_row("opened", ["<d:response>", "<d:propstat>", "<d:response><d:propstat><d:prop>"])
def test_what_is_nested_deeper_than_dav_needs_is_refused(opened: str) -> None:
    closed = "".join(f"</{one}" for one in reversed(opened.split("<")[1:]))
    body = f'<d:multistatus xmlns:d="DAV:">{opened * 40_000}{closed * 40_000}</d:multistatus>'
    for read in (objects_of, state_of):
        with pytest.raises(NotFetched) as refused:
            read(body.encode())
        assert str(refused.value) == NO_ANSWER


@each_row("one", ["<d:response/>", "<d:x/>" * 30])
def test_more_than_anybody_has_is_refused(one: str) -> None:
    body = f'<d:multistatus xmlns:d="DAV:">{one * (MOST_OBJECTS + 1)}</d:multistatus>'
    with pytest.raises(NotFetched) as refused:
        objects_of(body.encode())
    assert str(refused.value) == TOO_LARGE


def test_only_what_stands_where_it_was_asked_for_counts() -> None:
    inner = '<response><href>/b.ics</href><propstat><prop><getetag>"2"</getetag></prop></propstat></response>'
    body = f"""<multistatus xmlns="DAV:"><response><href>/a.ics</href>{inner}<propstat><prop>
    <getetag>"1"</getetag></prop></propstat></response></multistatus>"""
    assert objects_of(body.encode()) == [CalendarObject("a.ics", '"1"')]
