"""When somebody comes to work at another place, leaves one, or needs longer between them: what stands stays,
and what comes keeps the way."""

import pytest
from sqlalchemy import text

from booking_core.catalogue.workplaces import check_workplaces
from booking_core.core import BookingCore
from booking_core.errors import InvalidField
from booking_core.maintenance.demo import DemoSalon
from booking_core.maintenance.invariants import violations
from tests.booking_core.booking.travels import LASTS, SERVICE, claim, starts, takes
from tests.cast import Visitor, at, second_location, works_at


async def test_appointments_made_before_somebody_works_elsewhere_count_as_well(
    core: BookingCore, ada: Visitor, salon: DemoSalon
) -> None:
    await ada.books(SERVICE, at(1, 12))
    location = await second_location(core, salon, name="Branch", address="", time_zone="Europe/Berlin")
    await works_at(core, salon, "Miriam", location)
    assert at(1, 12, 45) not in await starts(ada, location)
    async with core.sessions() as session, session.begin():
        assert not await claim(session, salon, location, at(1, 12, 45), LASTS)


async def test_a_longer_way_keeps_what_stands_and_binds_what_comes(
    core: BookingCore, ada: Visitor, salon: DemoSalon, branch: str
) -> None:
    """Two that are too close by now stay; around both nothing new comes closer than the way."""
    await ada.books(SERVICE, at(1, 12), location_id=branch)
    close = await ada.books(SERVICE, at(1, 13), location_id=salon.location_id)
    await takes(core, salon, 60)
    assert await starts(ada, branch) & {at(1, 12, 30), at(1, 13, 30), at(1, 14)} == set()
    assert at(1, 14, 30) in await starts(ada, branch)
    async with core.sessions() as session, session.begin():
        assert await violations(session, salon.organization_id) == []
    await ada.cancels(close)
    assert at(1, 12, 45) not in await starts(ada, salon.location_id)
    async with core.sessions() as session:
        assert not await claim(session, salon, salon.location_id, at(1, 12, 45), LASTS)
        assert await claim(session, salon, salon.location_id, at(1, 13, 30), LASTS)
        await session.rollback()


async def test_whoever_no_longer_works_at_a_place_still_has_to_get_away_from_there(
    core: BookingCore, ada: Visitor, salon: DemoSalon, branch: str
) -> None:
    await ada.books(SERVICE, at(1, 12), location_id=branch)
    async with core.sessions() as session, session.begin():
        await session.execute(
            text("DELETE FROM resource_locations WHERE organization_id = :o"), {"o": salon.organization_id}
        )
    assert at(1, 12, 45) not in await starts(ada, salon.location_id)
    assert at(1, 13) in await starts(ada, salon.location_id)
    assert (await ada.looks(SERVICE, at(1, 9), at(1, 17), location_id=branch)).slots == []


def test_a_room_stays_where_it_is() -> None:
    assert check_workplaces("staff", "a", ["b", "a", "b"]) == ["b"]
    with pytest.raises(InvalidField):
        check_workplaces("room", "a", ["b"])


async def test_a_move_to_somebody_who_is_there_as_well_stays_where_it_is(
    core: BookingCore, ada: Visitor, salon: DemoSalon, branch: str
) -> None:
    dana = salon.resources["Dana"]
    booked = await ada.books("Haircut", at(1, 10), location_id=salon.location_id, staff_id=dana)
    miriam = salon.resources["Miriam"]
    moved = await ada.at_desk(lambda desk: desk.reschedule(booked.id, start=at(1, 11), staff=miriam))
    assert (moved.appointment.location_id, moved.appointment.resource_ids) == (salon.location_id, [miriam])
