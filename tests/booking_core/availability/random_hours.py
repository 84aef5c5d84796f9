"""Random hours of a place or a person, and stretches at random."""

from datetime import date, datetime, timedelta

from hypothesis import strategies as st

from booking_core.catalogue.hours.opening_hours import OpeningOverride, OpeningWindow

MINUTE = timedelta(minutes=1)


def window(draw: st.DrawFn) -> tuple[int, int]:
    opens = draw(st.integers(0, 95)) * 15
    return opens, min(opens + draw(st.sampled_from((45, 240, 480, 720, 1440, 1500))), 2880)


def hours(draw: st.DrawFn, owner: dict[str, str], often: int) -> list[OpeningWindow]:
    days = [day for day in range(7) if draw(st.integers(1, 10)) <= often]
    return [
        OpeningWindow(**owner, weekday=day, opens=opens, closes=closes)
        for day in days
        for opens, closes in (window(draw) for _ in range(draw(st.integers(1, 2))))
    ]


def overrides(draw: st.DrawFn, owner: dict[str, str], today: date) -> list[OpeningOverride]:
    days = draw(st.sets(st.integers(-1, 2), max_size=1))
    return [
        OpeningOverride(
            **owner,
            day=today + timedelta(days=day),
            windows=[list(window(draw)) for _ in range(draw(st.integers(0, 1)))],
        )
        for day in days
    ]


Stretch = tuple[datetime, datetime]


def spans(draw: st.DrawFn, around: datetime, most: int) -> list[Stretch]:
    found = []
    for _ in range(draw(st.integers(0, most))):
        start = around + draw(st.integers(-300, 2000)) * MINUTE
        found.append((start, start + draw(st.integers(1, 240)) * MINUTE))
    return found
