"""A branch has its own clock, people, services and holidays."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import text

from booking_core.availability.slots import Question
from booking_core.core import BookingCore
from booking_core.errors import Invalid, NotFound
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from tests.cast import Visitor, at, second_location

CHRISTMAS = 32


async def test_nobody_comes_at_christmas_unless_the_owner_opens_that_day(
    ada: Visitor, core: BookingCore, salon: DemoSalon
) -> None:
    times = await ada.looks("Haircut", at(CHRISTMAS, 0), at(CHRISTMAS + 1, 0))
    assert (times.slots, times.empty_reason) == ([], "closed")
    with pytest.raises(Invalid) as refused:
        await ada.holds("Haircut", at(CHRISTMAS, 12))
    assert refused.value.code == "outside_hours"
    why = await ada.at_desk(
        lambda desk: desk.explain(
            Question(salon.services["Haircut"], at(CHRISTMAS, 12), at(CHRISTMAS, 12, 1))
        )
    )
    assert (why.rule, why.holiday) == ("closed", "Christmas Day")
    async with core.sessions() as session, session.begin():
        await session.execute(
            text(
                "INSERT INTO opening_overrides (id, organization_id, location_id, day, windows)"
                f" VALUES ('{new_id('ovr')}', :o, :l, '2026-12-25', '[[600, 720]]')"
            ),
            {"o": salon.organization_id, "l": salon.location_id},
        )
    assert await ada.holds("Haircut", at(CHRISTMAS, 10))


@pytest.fixture
async def branch(core: BookingCore, salon: DemoSalon) -> str:
    """A second location, in New York, where Nora cuts hair from nine to five."""
    where = {"address": "5th", "time_zone": "America/New_York", "country": "US"}
    return await second_location(core, salon, name="Branch", **where)


async def test_a_branch_has_its_own_clock_people_and_services(
    ada: Visitor, salon: DemoSalon, branch: str
) -> None:
    services = await ada.at_desk(_list(branch))
    assert [service.name for service in services] == ["Haircut"]
    assert len(await ada.at_desk(_list(salon.location_id))) == len(salon.services)
    new_york = datetime(2026, 11, 24, 9, tzinfo=ZoneInfo("America/New_York"))
    times = await ada.looks("Haircut", at(1, 9), at(1, 19), location_id=branch)
    assert (times.slots[0].start, times.slots[0].time_zone) == (new_york, "America/New_York")
    booked = await ada.books("Haircut", new_york, location_id=branch)
    assert booked.location_id == branch
    with pytest.raises(Invalid):
        await ada.holds("Massage", at(1, 17), location_id=branch)


async def test_a_person_is_where_they_work(
    ada: Visitor, core: BookingCore, branch: str, salon: DemoSalon
) -> None:
    async with core.sessions() as session, session.begin():
        catalogue = await core.catalogue(session, salon.organization_id)
    nora = next(one.id for one in catalogue.resources.values() if one.name == "Nora")
    booked = await ada.books("Haircut", at(1, 16), staff_id=nora)
    assert booked.location_id == branch
    with pytest.raises(Invalid) as refused:
        await ada.holds("Haircut", at(1, 16), staff_id=nora, location_id=salon.location_id)
    assert refused.value.code == "staff_not_qualified"


async def test_thanksgiving_is_a_working_day_in_berlin(ada: Visitor, salon: DemoSalon, branch: str) -> None:
    assert not (await ada.looks("Haircut", at(3, 9), at(4, 0), location_id=branch)).slots
    assert (await ada.looks("Haircut", at(3, 9), at(4, 0), location_id=salon.location_id)).slots


async def test_another_salons_location_is_unknown(ada: Visitor, other_salon: DemoSalon) -> None:
    for location in (other_salon.location_id, "loc_nowhere"):
        with pytest.raises(NotFound):
            await ada.at_desk(_list(location))


def _list(location_id: str):  # type: ignore[no-untyped-def]
    async def deed(desk):  # type: ignore[no-untyped-def]
        return desk.list_services(location_id)

    return deed
