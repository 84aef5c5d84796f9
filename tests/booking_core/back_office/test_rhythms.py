"""Hours of every second week, and time off that comes again, as an owner sets them."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booking_core.back_office.hours.windows import WeekWindows
from booking_core.back_office.touched import AppointmentsTouched
from booking_core.catalogue.hours.repetition import Rhythm, ever_meet, repeats_on
from booking_core.errors import InvalidField
from booking_core.input.kinds import WrongValue
from booking_core.maintenance.demo import DemoSalon
from tests.booking_core.back_office.conftest import Arranger
from tests.cast import Visitor, at

# The first Monday of the tests, and the one after it.
FIRST, SECOND = date(2026, 11, 23), date(2026, 11, 30)


def every_second(weekday: int, opens: int, closes: int, begins: date, **more: Any) -> dict[str, Any]:
    rhythm = {"every_weeks": 2, "anchor": begins, "until": None}
    return {"weekday": weekday, "opens": opens, "closes": closes, **rhythm, **more}


async def first_start(ada: Visitor, day: int) -> Any:
    slots = (await ada.looks("Beard trim", at(day, 0), at(day + 1, 0))).slots
    return slots[0].start if slots else None


async def test_early_and_late_weeks_take_turns(owner: Arranger, salon: DemoSalon, ada: Visitor) -> None:
    miriam = salon.resources["Miriam"]
    week = [every_second(1, 540, 720, FIRST), every_second(1, 660, 900, SECOND)]
    told = [{**one, "anchor": str(one["anchor"])} for one in week]
    await owner.does(lambda office: office.hours.change(miriam, told, expected_version=1))
    assert await owner.does(lambda office: office.hours.of(miriam)) == week
    found = [await first_start(ada, day) for day in (1, 8, 15, 22)]
    assert found == [at(1, 9), at(8, 11), at(15, 9), at(22, 11)]
    kept = await owner.does(lambda office: office.hours.of(miriam))
    changed = await owner.does(lambda office: office.hours.change(miriam, kept, expected_version=1))
    assert changed.version == 2


async def test_a_change_of_rhythm_touches_the_weeks_it_drops(
    owner: Arranger, salon: DemoSalon, ada: Visitor
) -> None:
    miriam = salon.resources["Miriam"]
    stays, goes = await ada.books("Beard trim", at(1, 10)), await ada.books("Beard trim", at(8, 10))
    week = [every_second(1, 540, 1080, FIRST)]
    with pytest.raises(AppointmentsTouched) as shown:
        await owner.does(lambda office: office.hours.change(miriam, week, expected_version=1))
    assert [one.appointment_id for one in shown.value.touched] == [goes.id] != [stays.id]


@pytest.mark.parametrize(
    "wrong",
    [
        every_second(1, 540, 720, FIRST, anchor=None),
        every_second(1, 540, 720, FIRST, every_weeks=53),
        every_second(1, 540, 720, FIRST, every_weeks=0),
        every_second(1, 540, 720, FIRST, until=FIRST - timedelta(days=1)),
        every_second(1, 540, 720, FIRST, anchor="soon"),
        every_second(1, 540, 720, FIRST, weeks=2),
    ],
)
async def test_a_rhythm_that_cannot_be_is_refused(
    owner: Arranger, salon: DemoSalon, wrong: dict[str, Any]
) -> None:
    with pytest.raises(InvalidField) as refused:
        await owner.does(lambda office: office.hours.change(salon.location_id, [wrong], expected_version=1))
    assert refused.value.field == "windows"


@pytest.mark.parametrize(
    ("one", "other", "allowed"),
    [
        (every_second(1, 540, 720, FIRST), every_second(1, 600, 700, SECOND), True),
        (every_second(1, 540, 720, FIRST), every_second(1, 600, 700, FIRST), False),
        (every_second(1, 540, 720, FIRST), {"weekday": 1, "opens": 600, "closes": 700}, False),
        (every_second(1, 540, 720, FIRST, every_weeks=3), every_second(1, 600, 700, SECOND), False),
        (every_second(6, 1200, 1500, FIRST), every_second(0, 30, 60, SECOND), False),
        (every_second(6, 1200, 1500, FIRST), every_second(0, 30, 60, FIRST), True),
        (
            every_second(1, 540, 720, FIRST, every_weeks=1, until=SECOND),
            every_second(1, 600, 700, date(2026, 12, 7)),
            True,
        ),
    ],
)
def test_hours_may_overlap_only_in_weeks_that_differ(
    one: dict[str, Any], other: dict[str, Any], allowed: bool
) -> None:
    for pair in ([one, other], [other, one]):
        try:
            WeekWindows().read(pair)
        except WrongValue:
            assert not allowed
        else:
            assert allowed


dates = st.integers(0, 60).map(lambda days: FIRST + timedelta(days=days))


@st.composite
def rhythms(draw: st.DrawFn) -> Rhythm:
    every = draw(st.integers(1, 5))
    anchor = draw(dates if every > 1 else st.none() | dates)
    until = draw(st.none() | dates)
    if anchor is not None and until is not None and until < anchor:
        until = anchor
    return Rhythm(draw(st.integers(0, 6)), every, anchor, until)


@given(one=rhythms(), other=rhythms(), later=st.integers(-1, 1))
def test_whether_two_rhythms_ever_meet_is_what_the_calendar_says(
    one: Rhythm, other: Rhythm, later: int
) -> None:
    def holds(rhythm: Rhythm, monday: date) -> bool:
        day = monday + timedelta(days=rhythm.weekday)
        return repeats_on(day, rhythm.every_weeks, rhythm.anchor, rhythm.until)

    mondays = [FIRST + timedelta(weeks=week) for week in range(-60, 90)]
    met = any(holds(one, monday) and holds(other, monday + timedelta(weeks=later)) for monday in mondays)
    assert ever_meet(one, other, later) == met


def off(salon: DemoSalon, **more: Any) -> dict[str, Any]:
    course = {"weekday": 1, "starts": 540, "ends": 720, "every_weeks": 2, "anchor": "2026-11-23"}
    return {"resource_id": salon.resources["Miriam"], **course, "note": "Therapy", **more}


async def test_a_course_on_every_second_tuesday(owner: Arranger, salon: DemoSalon, ada: Visitor) -> None:
    made = await owner.does(lambda office: office.repeated_times_off.create(off(salon), key="1"))
    assert [await first_start(ada, day) for day in (1, 8, 15)] == [at(1, 12), at(8, 9), at(15, 12)]
    change = {"every_weeks": 1, "until": "2026-11-24"}
    await owner.does(lambda office: office.repeated_times_off.change(made.id, change, expected_version=1))
    assert [await first_start(ada, day) for day in (1, 8)] == [at(1, 12), at(8, 9)]
    await owner.does(lambda office: office.repeated_times_off.archive(made.id, expected_version=2))
    assert await first_start(ada, 1) == at(1, 9)
    booked = await ada.books("Beard trim", at(15, 9))
    always = {"until": None}
    with pytest.raises(AppointmentsTouched) as shown:
        await owner.does(
            lambda office: office.repeated_times_off.restore(made.id, expected_version=3, given=always)
        )
    assert [one.appointment_id for one in shown.value.touched] == [booked.id]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"resource_id": "res_unknown"}, "resource_id"),
        ({"weekday": 7}, "weekday"),
        ({"ends": 540}, "ends"),
        ({"every_weeks": 0}, "every_weeks"),
        ({"anchor": None}, "anchor"),
        ({"until": "2026-11-22"}, "until"),
    ],
)
async def test_time_off_that_cannot_come_again_is_refused(
    owner: Arranger, salon: DemoSalon, wrong: dict[str, Any], field: str
) -> None:
    with pytest.raises(InvalidField) as refused:
        await owner.does(lambda office: office.repeated_times_off.create(off(salon, **wrong), key="1"))
    assert refused.value.field == field
