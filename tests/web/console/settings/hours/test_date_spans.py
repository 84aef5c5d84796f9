"""Dates in a row that differ alike are one line; whatever is different begins another."""

from datetime import date, timedelta
from typing import Any

from booking_core.catalogue.hours.opening_hours import OpeningOverride
from booking_core.errors import InvalidField
from web.console.forms.field import Option
from web.console.forms.sent import Sent
from web.console.rendering.formatting import LocalFormat
from web.console.settings.hours.date_spans import date_spans, span_text
from web.console.settings.hours.week_field import WeekField

CHRISTMAS = date(2026, 12, 24)


def close(days: int, **said: Any) -> OpeningOverride:
    told = {"location_id": "loc_a", "resource_id": None, "windows": [], "note": "", **said}
    return OpeningOverride(day=CHRISTMAS + timedelta(days=days), **told)


def lengths(*rows: OpeningOverride) -> list[int]:
    return [len(span) for span in date_spans(rows)]


def test_a_fortnight_is_one_line_in_whatever_order_it_was_written() -> None:
    rows = [close(days) for days in (*range(13, 6, -1), *range(7))]
    [span] = date_spans(rows)
    assert span_text(LocalFormat("Europe/Berlin", "en_GB"), span) == "24 Dec 2026\u2009–\u20096 Jan 2027"
    assert span_text(LocalFormat("Europe/Berlin", "en_GB"), span[:1]) == "Thursday, 24 December 2026"


def test_what_is_different_begins_another() -> None:
    assert lengths(close(0), close(2)) == [1, 1], "a day between"
    assert lengths(close(0), close(1, windows=[[600, 720]])) == [1, 1]
    assert lengths(close(0), close(1, note="Inventory")) == [1, 1]
    assert lengths(close(0), close(1, location_id="loc_b")) == [1, 1]
    assert lengths(close(0), close(1), close(1, resource_id="res_a"), close(2, resource_id="res_a")) == [
        2,
        2,
    ]


def test_hours_that_overlap_are_told_beside_each_of_their_days() -> None:
    field = WeekField(name="windows", label="Week", days=[Option(str(day), "") for day in range(7)])
    lines = {"windows.0": ["9-12, 11-14"], "windows.1": ["9-12, 12-14"], "windows.3": ["22-2, 23-24"]}
    wrong = [one.field for one in field.read(Sent(lines)) if isinstance(one, InvalidField)]
    assert wrong == ["windows.0", "windows.3"]
