"""Dates as people write them in seven languages, at a business in Germany: a table of days that are, and one of days that cannot be.

The words were written by somebody who did not know how they are read.
"""

import json
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from agent.when import DateRange, TimeRange, read

# A Monday.
NOW = datetime(2026, 11, 30, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
KINDS = {
    "impossible": {"no_such_day", "no_such_time"},
    "contradiction": {"weekday_and_date_differ"},
    "past": {"past"},
}


def rows(name: str) -> list[dict[str, str]]:
    lines = (Path(__file__).parent / "tables" / f"{name}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def said(row: dict[str, str]):
    return read(row["text"], NOW, "Europe/Berlin", row["lang"], "DE")


@pytest.mark.parametrize("row", rows("written_dates"), ids=lambda row: row["text"])
def test_a_written_date_is_that_day(row):
    when, day = said(row), date.fromisoformat(row["date"])
    assert when.problems == ()
    assert when.dates == (DateRange(day, day),)
    if row["time"] is None:
        assert when.times == ()
    else:
        hour, minute = map(int, row["time"].split(":"))
        assert when.times == (TimeRange(hour * 60 + minute, hour * 60 + minute),)


@pytest.mark.parametrize("row", rows("impossible_dates"), ids=lambda row: row["text"])
def test_a_day_that_cannot_be_is_named_as_a_problem(row):
    when = said(row)
    assert {problem.kind for problem in when.problems} & KINDS[row["kind"]]
    assert row["kind"] == "past" or not when.allows(NOW)
    for problem in when.problems:
        assert problem.kind == "past" or problem.words in row["text"]
