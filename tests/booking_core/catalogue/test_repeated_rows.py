"""Repeated time off and hours as the catalogue keeps and tells them."""

from datetime import date, datetime

import pytest
from sqlalchemy import text

from booking_core.availability.slots import Question
from booking_core.catalogue.hours.opening_hours import RepeatedTimeOff
from booking_core.catalogue.hours.repetition import check_repetition
from booking_core.core import BookingCore
from booking_core.errors import InvalidField
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from tests.cast import Visitor, at


async def test_every_second_tuesday_off_is_told_as_time_off(
    core: BookingCore, ada: Visitor, salon: DemoSalon
) -> None:
    async with core.sessions() as session, session.begin():
        session.add(
            RepeatedTimeOff(
                id=new_id("off"),
                organization_id=salon.organization_id,
                resource_id=salon.resources["Miriam"],
                weekday=1,
                starts=9 * 60,
                ends=12 * 60,
                every_weeks=2,
                anchor=date(2026, 11, 24),
            )
        )

    async def first_start(week: int) -> datetime:
        day = 1 + 7 * week
        return (await ada.looks("Beard trim", at(day, 0), at(day + 1, 0))).slots[0].start

    assert [await first_start(week) for week in range(3)] == [at(1, 12), at(8, 9), at(15, 12)]
    morning = Question(salon.services["Beard trim"], at(1, 10), at(1, 10, 1))
    assert (await ada.at_desk(lambda desk: desk.explain(morning))).rule == "time_off"


async def test_hours_of_alternate_weeks_and_a_date_of_its_own_hours(
    core: BookingCore, ada: Visitor, salon: DemoSalon
) -> None:
    """Miriam comes every second Tuesday only, and on one of the others by way of exception."""
    miriam = {"o": salon.organization_id, "r": salon.resources["Miriam"]}
    async with core.sessions() as session, session.begin():
        await session.execute(
            text(
                "UPDATE opening_windows SET every_weeks = 2, anchor = '2026-11-23'"
                " WHERE resource_id = :r AND organization_id = :o AND weekday = 1"
            ),
            miriam,
        )
        await session.execute(
            text(
                "INSERT INTO opening_overrides (id, organization_id, resource_id, day, windows)"
                f" VALUES ('{new_id('ovr')}', :o, :r, '2026-12-15', '[[600, 660]]')"
            ),
            miriam,
        )

    async def count(week: int) -> int:
        return len((await ada.looks("Beard trim", at(1 + 7 * week, 0), at(2 + 7 * week, 0))).slots)

    assert [await count(0), await count(1), await count(2), await count(3)] == [31, 0, 31, 3]


@pytest.mark.parametrize(
    ("every", "anchor", "until", "field"),
    [
        (0, None, None, "every_weeks"),
        (53, date(2026, 1, 1), None, "every_weeks"),
        (2, None, None, "anchor"),
        (1, date(2026, 2, 1), date(2026, 1, 1), "until"),
    ],
)
def test_a_repetition_that_cannot_be_is_refused(
    every: int, anchor: date | None, until: date | None, field: str
) -> None:
    with pytest.raises(InvalidField) as refused:
        check_repetition(every, anchor, until)
    assert refused.value.field == field
    check_repetition(2, date(2026, 1, 1), date(2026, 1, 1))
