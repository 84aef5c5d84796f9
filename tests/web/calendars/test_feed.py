"""A feed over HTTP, read by an independent library as a calendar program would."""

from collections.abc import AsyncIterator
from datetime import timedelta

import httpx
import pytest
import vobject  # type: ignore[import-untyped]
from litestar import Litestar
from litestar.di import Provide

from booking_core.calendars.feeds.arrange import make_feed, revoke_feed
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.time.clock import FrozenClock
from tests.calendars import joins
from tests.cast import Visitor, at
from web.calendars import feed
from web.problems import HANDLERS
from web.settings import Settings

SETTINGS = Settings(public_url="http://here", secret_key="a key that only the tests know, and long")
ELSEWHERE = "203.0.113.7"


@pytest.fixture
async def reader(core: BookingCore) -> AsyncIterator[httpx.AsyncClient]:
    app = Litestar(
        route_handlers=[feed.ROUTER],
        dependencies={
            "core": Provide(lambda: core, sync_to_thread=False),
            "settings": Provide(lambda: SETTINGS, sync_to_thread=False),
        },
        exception_handlers=HANDLERS,
        logging_config=None,
        openapi_config=None,
    )
    comes_from = httpx.ASGITransport(app, client=(ELSEWHERE, 4000))
    async with httpx.AsyncClient(transport=comes_from, base_url="http://here") as client:
        yield client


async def make(core: BookingCore, salon: DemoSalon) -> tuple[str, str]:
    """The path of Dana's feed, and its id."""
    here, dana = salon.organization_id, salon.resources["Dana"]
    actor = await joins(core, salon)
    new = await core.transaction(
        here, actor, lambda desk: make_feed(desk, resource_id=dana, shows_names=True)
    )
    return feed.feed_address("", new.token), new.feed.id


async def test_another_library_reads_what_is_booked_when_it_is(
    core: BookingCore, salon: DemoSalon, reader: httpx.AsyncClient
) -> None:
    booked = await Visitor(core, salon, "Ada").books("Haircut", at(1, 10), staff_id=salon.resources["Dana"])
    path, _ = await make(core, salon)
    answer = await reader.get(path)
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    event = vobject.readOne(answer.text).vevent
    assert event.url.value == f"http://here/console/{salon.organization_id}/appointments/{booked.id}"
    assert (event.dtstart.value, event.dtend.value) == (booked.starts_at, booked.ends_at)
    assert (event.summary.value, event.status.value) == ("Haircut: Ada", "CONFIRMED")
    assert event.uid.value == f"{booked.id}@zimun"


async def test_nothing_is_sent_again_that_has_not_changed(
    core: BookingCore, salon: DemoSalon, reader: httpx.AsyncClient, clock: FrozenClock
) -> None:
    ada = Visitor(core, salon, "Ada")
    booked = await ada.books("Haircut", at(1, 10), staff_id=salon.resources["Dana"])
    path, _ = await make(core, salon)
    await reader.get(path)
    clock.advance(timedelta(minutes=1))
    first = await reader.get(path)
    known = {"If-None-Match": f'W/{first.headers["etag"]}, "other"'}
    dated = {"If-Modified-Since": first.headers["last-modified"]}
    for headers in (known, dated):
        again = await reader.get(path, headers=headers)
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == first.headers["etag"]
    await ada.moves(booked, at(1, 12), staff_id=salon.resources["Dana"])
    clock.advance(timedelta(minutes=1))
    odd = [{"If-Modified-Since": one} for one in ("never", f"Mon, 01 Jan 2026 00:00:00 +{'9' * 20}")]
    for headers in (known, dated, {"If-None-Match": '"other"', **dated}, *odd):
        assert "T120000" in (await reader.get(path, headers=headers)).text


async def test_a_change_within_a_second_is_told_by_its_tag_alone(
    core: BookingCore, salon: DemoSalon, reader: httpx.AsyncClient
) -> None:
    path, _ = await make(core, salon)
    assert "last-modified" not in (await reader.get(path)).headers


async def test_revoked_guessed_and_misspelled_answer_alike(
    core: BookingCore, salon: DemoSalon, reader: httpx.AsyncClient
) -> None:
    path, feed_id = await make(core, salon)
    assert (await reader.get(path)).status_code == 200
    owner = await joins(core, salon)
    await core.transaction(salon.organization_id, owner, lambda desk: revoke_feed(desk, feed_id))
    answers = [await reader.get(one) for one in (path, "/calendar/guess.ics", path.removesuffix(".ics"))]
    assert {(one.status_code, one.json()["detail"]) for one in answers} == {
        (404, "There is no such calendar.")
    }


async def test_whoever_asks_too_often_waits_and_nobody_else(
    core: BookingCore, reader: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feed, "READS_A_MINUTE", 3)
    for key in [key async for key in core.redis.scan_iter("rate:feed:*")]:
        await core.redis.delete(key)
    answers = [(await reader.get("/calendar/guessed.ics")) for _ in range(4)]
    assert [one.status_code for one in answers] == [404, 404, 404, 429]
    assert int(answers[-1].headers["Retry-After"]) <= 60
    elsewhere = httpx.ASGITransport(reader._transport.app, client=("198.51.100.9", 4000))  # type: ignore[attr-defined]
    async with httpx.AsyncClient(transport=elsewhere, base_url="http://here") as another:
        assert (await another.get("/calendar/guessed.ics")).status_code == 404
