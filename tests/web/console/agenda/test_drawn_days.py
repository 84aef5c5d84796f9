"""Which hours of a day are drawn, also where the clock changes."""

from datetime import date, datetime, timedelta

from tests.cast import BERLIN, at
from web.console.agenda.day_plan import GridRows, closed_rows, day_of, plan_of
from web.console.rendering.formatting import LocalFormat


def test_a_long_day_has_twenty_five_hours_and_one_of_them_twice() -> None:
    day = day_of(date(2026, 10, 25), "Europe/Berlin")
    wall = LocalFormat("Europe/Berlin", "en_DE")
    plan = plan_of(day, day.all, [])
    labels = [wall.time(moment) for _, moment in plan.hours()]
    assert len(labels) == 25
    assert labels[2:4] == ["02:00 (UTC+0200)", "02:00 (UTC+0100)"]


def test_a_short_day_has_twenty_three_hours_and_no_half_past_two() -> None:
    day = day_of(date(2026, 3, 29), "Europe/Berlin")
    plan = plan_of(day, day.all, [])
    wall = LocalFormat("Europe/Berlin", "en_DE")
    assert [wall.time(moment) for _, moment in plan.hours()][1:3] == ["01:00", "03:00"]
    three = datetime(2026, 3, 29, 3, tzinfo=BERLIN)
    assert plan.place(three, three + timedelta(minutes=30)) == GridRows(24, 6)


def test_a_day_is_drawn_from_the_first_hour_that_matters_to_the_last() -> None:
    day = day_of(date(2026, 11, 23), "Europe/Berlin")
    opened = day.bits_between(at(0, 9, 30), at(0, 17, 15))
    plan = plan_of(day, opened, [(at(0, 7, 50), at(0, 8, 20))])
    assert (plan.start, plan.end) == (at(0, 7), at(0, 18))


def test_an_empty_day_is_drawn_from_nine_to_five() -> None:
    day = day_of(date(2026, 11, 23), "Europe/Berlin")
    plan = plan_of(day, 0, [])
    assert (plan.start, plan.end) == (at(0, 9), at(0, 17))
    assert closed_rows(plan, day, 0) == [GridRows(0, 96)]


def test_the_hours_somebody_is_away_are_the_rest_of_the_day() -> None:
    day = day_of(date(2026, 11, 23), "Europe/Berlin")
    plan = plan_of(day, day.bits_between(at(0, 9), at(0, 19)), [])
    there = day.bits_between(at(0, 10), at(0, 12)) | day.bits_between(at(0, 13), at(0, 19))
    assert closed_rows(plan, day, there) == [GridRows(0, 12), GridRows(36, 12)]


def test_what_begins_before_the_day_is_cut_to_it() -> None:
    day = day_of(date(2026, 11, 24), "Europe/Berlin")
    night = (at(0, 23), at(1, 1))
    plan = plan_of(day, 0, [night])
    assert plan.place(*night) == GridRows(0, 12)
    assert plan.place(at(0, 20), at(0, 21)) is None
