"""The parts of the day and the hours people mean by them."""

from __future__ import annotations

from agent.when.values import Hours

PARTS_OF_DAY: dict[str, tuple[int, int | None]] = {
    "morning": (4, 12),
    "early morning": (4, 9),
    "mid morning": (9, 11),
    "late morning": (10, 12),
    "first thing": (4, 10),
    "lunch": (12, 14),
    "afternoon": (12, 18),
    "early afternoon": (12, 15),
    "mid afternoon": (14, 16),
    "late afternoon": (15, 18),
    "after work": (17, 21),
    "evening": (17, None),
    "early evening": (17, 19),
    "late evening": (20, None),
    "night": (18, None),
    "late night": (21, None),
    "after lunch": (13, 17),
    "before lunch": (4, 12),
    "before work": (4, 9),
    "after the school run": (9, 12),
    "business hours": (9, 17),
    "end of day": (17, None),
}


def part_of_day(name: str) -> Hours:
    first, last = PARTS_OF_DAY[name]
    return Hours(first * 60, None if last is None else last * 60, name, excludes_last=last is not None)
