"""Weekly hours, dates that differ, and time off."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from booking_core.core import BookingCore
from booking_core.errors import Conflict, InvalidField
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.audit import AuditEntry
from tests.booking_core.back_office.conftest import Arranger
from tests.cast import Visitor, at


def window(weekday: int, opens: int, closes: int) -> dict[str, int]:
    return {"weekday": weekday, "opens": opens, "closes": closes}


async def test_a_new_week_is_seen_by_every_process_at_once(
    owner: Arranger, salon: DemoSalon, ada: Visitor
) -> None:
    before = await ada.looks("Beard trim", at(1, 0), at(2, 0))
    assert before.slots[0].start == at(1, 9)
    miriam = salon.resources["Miriam"]
    week = [window(1, 720, 780), window(1, 840, 900)]
    other = owner.elsewhere()
    changed = await other.does(lambda office: office.hours.change(miriam, week, expected_version=1))
    assert changed.version == 2
    after = await ada.looks("Beard trim", at(1, 0), at(2, 0))
    assert (after.slots[0].start, after.slots[-1].start) == (at(1, 12), at(1, 14, 30))
    assert await owner.does(lambda office: office.hours.of(miriam)) == week


async def test_a_week_is_not_overwritten_unseen(owner: Arranger, salon: DemoSalon) -> None:
    dana, bio = salon.resources["Dana"], {"bio": "Cuts."}
    await owner.does(lambda office: office.resources.change(dana, bio, expected_version=1))
    with pytest.raises(Conflict) as refused:
        await owner.does(lambda office: office.hours.change(dana, [], expected_version=1))
    assert refused.value.details == {"version": 2}
    for _ in range(2):
        await owner.does(lambda office: office.hours.change(dana, [], expected_version=2))
    assert not (await owner.sees()).has_own_hours(dana)


@pytest.mark.parametrize(
    "week",
    [
        [window(0, 540, 600), window(0, 599, 660)],
        [window(0, 1200, 1500), window(1, 30, 90)],
        [window(6, 1200, 1500), window(0, 59, 90)],
        [window(7, 540, 600)],
        [window(0, 600, 600)],
        [window(0, 540, 2881)],
        [window(0, 1440, 1500)],
        [{"weekday": 0, "opens": 540}],
        [[0, 540, 600]],
    ],
)
async def test_hours_that_cannot_be_are_refused(
    owner: Arranger, salon: DemoSalon, week: list[dict[str, int]]
) -> None:
    with pytest.raises(InvalidField) as refused:
        await owner.does(lambda office: office.hours.change(salon.location_id, week, expected_version=1))
    assert refused.value.field == "windows"


async def test_windows_may_touch_and_a_night_may_end_the_next_day(owner: Arranger, salon: DemoSalon) -> None:
    week = [window(0, 540, 600), window(0, 600, 660), window(6, 1200, 1980)]
    await owner.does(lambda office: office.hours.change(salon.location_id, week, expected_version=1))
    assert await owner.does(lambda office: office.hours.of(salon.location_id)) == week


async def test_a_closed_date_and_its_return(owner: Arranger, salon: DemoSalon, ada: Visitor) -> None:
    closed = {"location_id": salon.location_id, "day": "2026-11-24", "note": "Stocktaking"}
    made = await owner.does(lambda office: office.dates.create(closed, key="1"))
    assert (await ada.looks("Haircut", at(1, 0), at(2, 0))).slots == []
    with pytest.raises(InvalidField) as refused:
        await owner.does(lambda office: office.dates.create({**closed, "windows": [[600, 660]]}, key="2"))
    assert (refused.value.field, refused.value.code) == ("day", "day_taken")
    later = {"day": date(2026, 11, 25), "windows": [[600, 660]]}
    await owner.does(lambda office: office.dates.change(made.id, later, expected_version=1))
    assert len((await ada.looks("Haircut", at(2, 0), at(3, 0))).slots) == 2
    await owner.does(lambda office: office.dates.archive(made.id, expected_version=2))
    assert len((await ada.looks("Haircut", at(1, 0), at(3, 0))).slots) > 20


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"location_id": None}, "location_id"),
        ({"resource_id": "res_x"}, "resource_id"),
        ({"day": "24.12.2026"}, "day"),
        ({"day": "9999-12-24"}, "day"),
        ({"windows": [[600, 700], [660, 720]]}, "windows"),
        ({"windows": [[600]]}, "windows"),
    ],
)
async def test_a_date_that_cannot_be_is_refused(
    owner: Arranger, salon: DemoSalon, given: dict[str, Any], field: str
) -> None:
    fields = {"location_id": salon.location_id, "day": "2026-12-24", **given}
    with pytest.raises(InvalidField) as refused:
        await owner.does(lambda office: office.dates.create(fields, key="1"))
    assert refused.value.field == field


async def test_time_off_and_no_word_of_why(
    core: BookingCore, owner: Arranger, salon: DemoSalon, ada: Visitor
) -> None:
    miriam = salon.resources["Miriam"]
    ill = {"resource_id": miriam, "starts_at": at(1, 8), "ends_at": at(1, 12), "note": "Dentist"}
    made = await owner.does(lambda office: office.times_off.create(ill, key="1"))
    assert (await ada.looks("Beard trim", at(1, 0), at(2, 0))).slots[0].start == at(1, 12)
    again = await owner.does(lambda office: office.times_off.create(ill, key="1"))
    assert again.id == made.id
    longer = {"ends_at": "2026-11-24T14:00:00+01:00", "note": "Dentist, and rest"}
    await owner.does(lambda office: office.times_off.change(made.id, longer, expected_version=1))
    assert (await ada.looks("Beard trim", at(1, 0), at(2, 0))).slots[0].start == at(1, 14)
    async with core.sessions() as session, session.begin():
        kept = await session.scalars(select(AuditEntry.details).where(AuditEntry.subject == made.id))
        assert "Dentist" not in str(list(kept))


@pytest.mark.parametrize("lasts", [timedelta(), timedelta(hours=-1), timedelta(days=1200)])
async def test_time_off_ends_after_it_starts(owner: Arranger, salon: DemoSalon, lasts: timedelta) -> None:
    off = {"resource_id": salon.resources["Dana"], "starts_at": at(1, 8), "ends_at": at(1, 8) + lasts}
    with pytest.raises(InvalidField) as refused:
        await owner.does(lambda office: office.times_off.create(off, key="1"))
    assert refused.value.field == "ends_at"
    naive = {**off, "ends_at": "2026-11-24T14:00:00"}
    with pytest.raises(InvalidField):
        await owner.does(lambda office: office.times_off.create(naive, key="1"))
