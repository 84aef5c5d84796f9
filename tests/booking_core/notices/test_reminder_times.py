"""When a reminder is due: so long before the start, never at night, also when the clocks change."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from booking_core.notices.reminder_times import QuietHours, reminder_at, reminder_of
from tests.tables import each_row

BERLIN = ZoneInfo("Europe/Berlin")
NIGHT = QuietHours(time(21), time(8), "Europe/Berlin")
NEVER = QuietHours(time(0), time(0), "Europe/Berlin")
ZONES = ("Europe/Berlin", "America/New_York", "Asia/Jerusalem", "Australia/Lord_Howe", "Asia/Kathmandu")
MINUTES = st.integers(15, 14 * 24 * 60)
BEGINNING = datetime(2026, 1, 1, tzinfo=UTC)
MOMENTS = st.integers(0, 2 * 365 * 24 * 60).map(lambda minutes: BEGINNING + timedelta(minutes=minutes))
CLOCKS = st.times().map(lambda one: one.replace(second=0, microsecond=0))


def berlin(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=BERLIN)  # type: ignore[misc, arg-type]


@each_row(
    ("when", "starts", "before", "due"),
    [
        ("by day", berlin(2026, 11, 25, 14), 120, berlin(2026, 11, 25, 12)),
        ("the morning is in time", berlin(2026, 11, 25, 9, 30), 120, berlin(2026, 11, 25, 8)),
        ("exactly half is in time", berlin(2026, 11, 25, 9), 120, berlin(2026, 11, 25, 8)),
        ("the morning is too late", berlin(2026, 11, 25, 8, 30), 120, berlin(2026, 11, 24, 20, 30)),
        ("before midnight", berlin(2026, 11, 25, 23, 30), 1440, berlin(2026, 11, 25, 8)),
        ("after midnight", berlin(2026, 11, 26, 0, 30), 1440, berlin(2026, 11, 25, 8)),
        ("when quiet hours end", berlin(2026, 11, 25, 10), 120, berlin(2026, 11, 25, 8)),
        ("when they begin", berlin(2026, 11, 25, 23), 120, berlin(2026, 11, 25, 20, 30)),
        # Clocks go back on 25 October 2026 and forward on 28 March 2027: a day is 24 hours.
        ("a day with 25 hours", berlin(2026, 10, 25, 10), 1440, berlin(2026, 10, 24, 11)),
        ("a day with 23 hours", berlin(2027, 3, 28, 10), 1440, berlin(2027, 3, 27, 9)),
        ("the morning clocks go back", berlin(2026, 10, 25, 9, 30), 120, berlin(2026, 10, 25, 8)),
        ("the morning clocks go forward", berlin(2027, 3, 28, 9, 30), 120, berlin(2027, 3, 28, 8)),
        ("the evening before they do", berlin(2027, 3, 28, 8, 30), 120, berlin(2027, 3, 27, 20, 30)),
    ],
)
def test_it_is_due_so_long_before_and_never_at_night(
    when: str, starts: datetime, before: int, due: datetime
) -> None:
    assert reminder_of(starts.astimezone(UTC), before, NIGHT).due == due.astimezone(UTC)


def test_a_clock_that_is_skipped_ends_the_quiet_hours_after_the_gap() -> None:
    quiet = QuietHours(time(21), time(2, 30), "Europe/Berlin")
    assert quiet.end_after(berlin(2027, 3, 28, 0, 30).astimezone(UTC)) == berlin(2027, 3, 28, 3)


@given(MOMENTS, MINUTES, CLOCKS, CLOCKS, st.sampled_from(ZONES))
def test_nothing_is_ever_due_in_quiet_hours_or_after_the_start(
    starts: datetime, before: int, begins: time, ends: time, zone: str
) -> None:
    quiet = QuietHours(begins, ends, zone)
    one = reminder_of(starts, before, quiet)
    assert one.due <= one.latest < starts
    at_night_all_day = quiet.holds_at(one.due) and long_of(quiet) > timedelta(hours=23)
    assert not quiet.holds_at(one.due) or at_night_all_day


def long_of(quiet: QuietHours) -> timedelta:
    begins, ends = (timedelta(hours=one.hour, minutes=one.minute) for one in (quiet.begins, quiet.ends))
    return (ends - begins) % timedelta(days=1)


@given(MOMENTS, st.lists(MINUTES, max_size=4), st.integers(-60, 14 * 24 * 60), st.integers(0, 30 * 24 * 60))
def test_whatever_is_sent_is_due_in_time_and_by_day(
    starts: datetime, before: list[int], ahead: int, settled: int
) -> None:
    now, settled_at = starts - timedelta(minutes=ahead), starts - timedelta(minutes=settled)
    one = reminder_at(now, starts, settled_at, before, NIGHT)
    if one is not None:
        assert settled_at < one.due <= now <= one.latest < starts
        assert one.due - settled_at >= min(timedelta(hours=3), timedelta(minutes=one.before_min))
        assert not NIGHT.holds_at(now)
        assert one.before_min in before


def test_of_several_that_are_due_only_the_last_is_sent() -> None:
    starts, booked = berlin(2026, 11, 25, 14), berlin(2026, 11, 1, 12)
    times = {
        hour: reminder_at(starts - timedelta(hours=hour), starts, booked, (1440, 120), NEVER)
        for hour in (25, 24, 13, 11, 3, 2, 1, 0)
    }
    sent = {hour: one.before_min if one else None for hour, one in times.items()}
    assert sent == {25: None, 24: 1440, 13: 1440, 11: None, 3: None, 2: 120, 1: 120, 0: None}


def test_what_was_booked_once_it_was_due_is_not_reminded_of() -> None:
    starts = berlin(2026, 11, 25, 14)
    told = ((5, (1440, 120), 120), (4, (1440, 120), 120), (3, (1440, 120), None), (2, (1440, 120), None))
    for booked, before, expected in (*told, (30, (1440,), None)):
        now = starts - timedelta(hours=1, minutes=30)
        one = reminder_at(now, starts, starts - timedelta(hours=booked), before, NEVER)
        assert (one.before_min if one else None) == expected
