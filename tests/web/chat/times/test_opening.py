"""What a page says before anything is said: open until when, or when next; what is offered and by whom."""

from datetime import UTC, date, datetime

import httpx
import pytest
from sqlalchemy import delete

from booking_core.catalogue.hours.opening_hours import OpeningOverride, OpeningWindow
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from web.chat.pages.opening import open_state, opening_of

# November in Berlin: an hour ahead of UTC. The 23rd is a Monday.
WHEN = [
    (datetime(2026, 11, 23, 7, tzinfo=UTC), {"opens_at": "2026-11-23T09:00:00+01:00"}),
    (datetime(2026, 11, 23, 8, tzinfo=UTC), {"open_until": "2026-11-23T19:00:00+01:00"}),
    (datetime(2026, 11, 23, 17, 59, tzinfo=UTC), {"open_until": "2026-11-23T19:00:00+01:00"}),
    (datetime(2026, 11, 23, 18, tzinfo=UTC), {"opens_at": "2026-11-24T09:00:00+01:00"}),
    (datetime(2026, 11, 28, 18, tzinfo=UTC), {"opens_at": "2026-11-30T09:00:00+01:00"}),
]


async def state_at(core: BookingCore, salon: DemoSalon, now: datetime) -> dict[str, str]:
    catalogue = await core.catalogue_of(salon.organization_id)
    return open_state(catalogue, catalogue.location(salon.location_id), now)


async def test_it_says_until_when_it_is_open_and_when_next(core: BookingCore, salon: DemoSalon) -> None:
    assert [await state_at(core, salon, now) for now, _ in WHEN] == [told for _, told in WHEN]


async def test_a_day_that_differs_is_told_as_it_is(core: BookingCore, salon: DemoSalon) -> None:
    async with core.sessions() as session, session.begin():
        for day, windows in ((date(2026, 11, 23), []), (date(2026, 11, 24), [[13 * 60, 26 * 60]])):
            session.add(
                OpeningOverride(
                    id=new_id("ovr"),
                    organization_id=salon.organization_id,
                    location_id=salon.location_id,
                    day=day,
                    windows=windows,
                )
            )
    noon = datetime(2026, 11, 23, 11, tzinfo=UTC)
    assert await state_at(core, salon, noon) == {"opens_at": "2026-11-24T13:00:00+01:00"}
    # Until two in the night, which is the next day's.
    late = datetime(2026, 11, 25, 0, 30, tzinfo=UTC)
    assert await state_at(core, salon, late) == {"open_until": "2026-11-25T02:00:00+01:00"}


async def test_without_hours_nothing_is_said(core: BookingCore, salon: DemoSalon) -> None:
    async with core.sessions() as session, session.begin():
        own = OpeningWindow.organization_id == salon.organization_id
        await session.execute(delete(OpeningWindow).where(own))
    assert await state_at(core, salon, WHEN[0][0]) == {}


async def test_services_and_people_are_told_in_the_customers_words(
    core: BookingCore, salon: DemoSalon
) -> None:
    told = opening_of(await core.catalogue_of(salon.organization_id), WHEN[0][0])
    assert [one["name"] for one in told["services"]][:2] == ["Haircut", "Beard trim"]
    assert [one["name"] for one in told["people"]] == ["Dana", "Miriam", "Jonas"]
    assert told["people"][2]["services"] == [salon.services["Massage"], salon.services["Yoga class"]]
    assert told["services"][5]["price"] == {"amount": "15.00", "currency": "EUR", "each": True}


@pytest.mark.parametrize("path", ["/embed/frame?organization_id={}", "/c/{}"])
async def test_the_page_has_it(http: httpx.AsyncClient, salon: DemoSalon, path: str) -> None:
    page = (await http.get(path.format(salon.organization_id))).text
    assert '"opening":{"places":[{"name":' in page
