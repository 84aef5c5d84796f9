"""People who work at a further place: in the hours they keep there, on dates that differ there, with the way
between."""

from typing import Any

import pytest
from sqlalchemy import select

from booking_core.back_office.decisions import Cancel, Decisions
from booking_core.back_office.touched import AppointmentsTouched
from booking_core.core import BookingCore
from booking_core.errors import InvalidField
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.audit import AuditEntry
from tests.booking_core.back_office.conftest import Arranger
from tests.cast import BERLIN, Visitor, at

MASSAGE = "Beard trim"
TUESDAY = [{"weekday": 1, "opens": 540, "closes": 720}]
OPEN = [{"weekday": day, "opens": 480, "closes": 1200} for day in range(5)]


@pytest.fixture
async def harbour(owner: Arranger) -> str:
    place: dict[str, Any] = {"name": "Harbour", "time_zone": "Europe/Berlin"}
    made = await owner.does(lambda office: office.locations.create(place, key="harbour"))
    await owner.does(lambda office: office.hours.change(made.id, OPEN, expected_version=1))
    return str(made.id)


async def works(owner: Arranger, who: str, places: list[str], version: int = 1) -> Any:
    change = {"further_location_ids": places}
    return await owner.does(lambda office: office.resources.change(who, change, expected_version=version))


async def starts(ada: Visitor, place: str, day: int = 1) -> list[str]:
    found = await ada.looks(MASSAGE, at(day, 0), at(day + 1, 0), location_id=place)
    return [f"{slot.start.astimezone(BERLIN):%H:%M}" for slot in found.slots]


async def test_she_is_there_in_the_hours_she_keeps_there_and_in_no_others(
    owner: Arranger, salon: DemoSalon, ada: Visitor, harbour: str
) -> None:
    miriam = salon.resources["Miriam"]
    assert (await works(owner, miriam, [harbour])).version == 2
    assert await starts(ada, harbour) == []
    await owner.does(lambda office: office.hours.change(miriam, TUESDAY, expected_version=2, at=harbour))
    assert await owner.does(lambda office: office.hours.of(miriam, harbour)) == TUESDAY
    assert await owner.does(lambda office: office.hours.of(miriam)) != TUESDAY
    there = await starts(ada, harbour)
    assert (there[0], there[-1]) == ("09:00", "11:30")
    other = {"location_id": harbour, "resource_id": miriam, "day": "2026-11-24", "windows": [[600, 660]]}
    await owner.does(lambda office: office.dates.create(other, key="1"))
    assert (await starts(ada, harbour))[0] == "10:00"


async def test_the_way_between_is_kept(owner: Arranger, salon: DemoSalon, ada: Visitor, harbour: str) -> None:
    miriam = salon.resources["Miriam"]
    await works(owner, miriam, [harbour])
    await owner.does(lambda office: office.hours.change(miriam, TUESDAY, expected_version=2, at=harbour))
    await ada.books(MASSAGE, at(1, 11), location_id=harbour)
    assert "11:30" not in await starts(ada, salon.location_id)
    way = {"travel_min": {harbour: 5}}
    await owner.does(lambda office: office.locations.change(salon.location_id, way, expected_version=1))
    assert "11:30" in await starts(ada, salon.location_id)
    assert (await owner.sees()).workplaces.travel_min(harbour, salon.location_id) == 5
    far = {"travel_min": 120}
    await owner.does(
        lambda office: office.locations.change(salon.location_id, {"travel_min": {}}, expected_version=2)
    )
    await owner.does(lambda office: office.settings.change(far, expected_version=1))
    assert "12:30" not in await starts(ada, salon.location_id)


async def test_who_leaves_a_place_touches_what_is_booked_there(
    core: BookingCore, owner: Arranger, salon: DemoSalon, ada: Visitor, harbour: str
) -> None:
    miriam = salon.resources["Miriam"]
    await works(owner, miriam, [harbour])
    await owner.does(lambda office: office.hours.change(miriam, TUESDAY, expected_version=2, at=harbour))
    other = {"location_id": harbour, "resource_id": miriam, "day": "2026-12-01"}
    date = await owner.does(lambda office: office.dates.create(other, key="1"))
    booked = await ada.books(MASSAGE, at(1, 11), location_id=harbour)
    with pytest.raises(AppointmentsTouched) as shown:
        await works(owner, miriam, [], version=3)
    assert [one.appointment_id for one in shown.value.touched] == [booked.id]
    decided = Decisions(shown.value.details["seen"], {booked.id: Cancel()})
    none = {"further_location_ids": []}
    await owner.does(
        lambda office: office.resources.change(miriam, none, expected_version=3), decisions=decided
    )
    # What she kept there does not wait for her.
    await works(owner, miriam, [harbour], version=4)
    assert await owner.does(lambda office: office.hours.of(miriam, harbour)) == []
    assert (await owner.does(lambda office: office.dates.find(date.id))).archived_at is not None
    async with core.sessions() as session, session.begin():
        told = await session.scalars(
            select(AuditEntry.details).where(AuditEntry.action == "week.change", AuditEntry.subject == miriam)
        )
        assert [one["after"] for one in told][1:] == [{"location_id": harbour, "windows": []}]


async def test_a_further_place_that_becomes_her_own_is_none_any_more(
    owner: Arranger, salon: DemoSalon, harbour: str
) -> None:
    miriam = salon.resources["Miriam"]
    await works(owner, miriam, [harbour])
    moved = {"location_id": harbour}
    await owner.does(lambda office: office.resources.change(miriam, moved, expected_version=2))
    assert (await owner.sees()).workplaces.of(miriam) == (harbour,)


async def test_what_cannot_be_is_refused(owner: Arranger, salon: DemoSalon, harbour: str) -> None:
    miriam, room, here = salon.resources["Miriam"], salon.resources["Treatment room"], salon.location_id
    for who, places in ((room, [harbour]), (miriam, [here]), (miriam, ["loc_unknown"])):
        with pytest.raises(InvalidField) as refused:
            await works(owner, who, places)
        assert refused.value.field == "further_location_ids"
    with pytest.raises(InvalidField) as refused:
        await owner.does(lambda office: office.hours.change(miriam, [], expected_version=1, at=harbour))
    assert refused.value.field == "location_id"
    other = {"location_id": harbour, "resource_id": miriam, "day": "2026-12-01"}
    with pytest.raises(InvalidField) as refused:
        await owner.does(lambda office: office.dates.create(other, key="1"))
    assert refused.value.field == "location_id"
    for ways in ({here: 5}, {"loc_unknown": 5}, {harbour: 1441}, {harbour: 1.5}):
        with pytest.raises(InvalidField) as refused:
            change: dict[str, Any] = {"travel_min": ways}
            await owner.does(
                lambda office, way=change: office.locations.change(here, way, expected_version=1)
            )
        assert refused.value.field == "travel_min"
