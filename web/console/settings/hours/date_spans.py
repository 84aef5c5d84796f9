"""Dates in a row that differ alike, read as one: a fortnight of holidays is a line, not fourteen."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from booking_core.catalogue.hours.opening_hours import OpeningOverride
from web.console.rendering.formatting import LocalFormat

A_DAY = timedelta(days=1)
# Each row has a moment of its own.
ONE_PRESS = timedelta(seconds=5)


def date_spans(rows: Iterable[OpeningOverride]) -> list[list[OpeningOverride]]:
    """Each from its first day to its last; by their first days."""
    spans: list[list[OpeningOverride]] = []
    for row in sorted(rows, key=lambda one: (_owner(one), one.day)):
        if spans and _goes_on(spans[-1][-1], row):
            spans[-1].append(row)
        else:
            spans.append([row])
    return sorted(spans, key=lambda span: span[0].day)


def span_text(local: LocalFormat, span: Sequence[OpeningOverride]) -> str:
    first, last = span[0].day, span[-1].day
    return local.long_date(first) if first == last else local.date_span(first, last)


def _goes_on(before: OpeningOverride, row: OpeningOverride) -> bool:
    is_next = _owner(before) == _owner(row) and row.day - before.day == A_DAY
    is_alike = (before.windows, before.note) == (row.windows, row.note)
    return is_next and is_alike and _are_archived_together(before, row)


def _are_archived_together(before: OpeningOverride, row: OpeningOverride) -> bool:
    """By one press; or neither is."""
    if before.archived_at is None or row.archived_at is None:
        return before.archived_at == row.archived_at
    return abs(before.archived_at - row.archived_at) < ONE_PRESS


def _owner(row: OpeningOverride) -> tuple[str, str]:
    return row.location_id or "", row.resource_id or ""
