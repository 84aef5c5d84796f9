"""Weeks in which the clocks change: times mean what the clock on the wall will show on that day."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from booking_core.time.clock import FrozenClock
from tests.agent.customers import Chatter

BERLIN = ZoneInfo("Europe/Berlin")
# The Wednesdays before the clocks go forward and back in 2027.
BEFORE_SUMMER = datetime(2027, 3, 24, 8, 30, tzinfo=BERLIN)
BEFORE_WINTER = datetime(2027, 10, 27, 8, 30, tzinfo=BERLIN)


async def read_held(chatter: Chatter) -> str | None:
    offer = (await chatter.view()).state.held_offer
    return offer.start.astimezone(BERLIN).isoformat() if offer else None


@pytest.mark.parametrize(
    ("now", "first", "second"),
    [
        (BEFORE_SUMMER, "2027-03-25T10:00:00+01:00", "2027-04-01T10:00:00+02:00"),
        (BEFORE_WINTER, "2027-10-28T10:00:00+02:00", "2027-11-04T10:00:00+01:00"),
    ],
)
async def test_the_same_time_next_week_is_the_same_on_the_wall(
    eve: Chatter, clock: FrozenClock, now: datetime, first: str, second: str
) -> None:
    clock.advance(now - clock.now())
    await eve.says("haircut with Dana on thursday at 10")
    assert await read_held(eve) == first
    await eve.says("same time next week please")
    assert await read_held(eve) == second


@pytest.mark.parametrize(
    ("now", "start"),
    [
        (BEFORE_SUMMER, "2027-03-31T10:00:00+02:00"),
        (BEFORE_WINTER, "2027-11-03T10:00:00+01:00"),
    ],
)
async def test_a_week_from_today_is_seven_days_not_as_many_hours(
    eve: Chatter, clock: FrozenClock, now: datetime, start: str
) -> None:
    clock.advance(now - clock.now())
    await eve.says("beard trim a week from today at 10am")
    assert await read_held(eve) == start


async def test_a_booking_moves_across_the_change_and_stays_at_its_hour(
    eve: Chatter, clock: FrozenClock
) -> None:
    clock.advance(BEFORE_SUMMER - clock.now())
    await eve.says("haircut with Dana on thursday at 11")
    await eve.says("Ada, ada@example.com")
    await eve.says("yes")
    assert "Shall I move it?" in await eve.says("can I move it to the same time next week?")
    assert await read_held(eve) == "2027-04-01T11:00:00+02:00"


async def test_the_afternoon_after_the_change_begins_at_noon_on_the_wall(
    eve: Chatter, clock: FrozenClock
) -> None:
    clock.advance(BEFORE_WINTER - clock.now())
    await eve.says("haircut next monday afternoon")
    shown = [label for label in await eve.labels() if label.startswith("2027")]
    assert shown
    assert all("2027-11-01T12:00" <= label < "2027-11-01T19:00" for label in shown)
    assert all(label.endswith("+01:00") for label in shown)
