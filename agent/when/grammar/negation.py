"""What a "not" reaches: "not Tuesday and not before eleven", "not on the weekend, mornings or after six",
"Monday or Tuesday doesn't work".

A denial covers the list beside it: things joined by "or" and "and", and by commas where the list ends in one
of them. It ends at any other word, and at a denial of its own: of "not Tuesday and not before eleven" the
second half says from eleven on.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from msgspec.structs import replace

from agent.when.grammar.denied_lists import (
    HOUR_KINDS,
    SAID_BEFORE,
    Denial,
    list_after,
    list_before,
    list_from,
    skip_fillers,
)
from agent.when.grammar.engine.items import Item
from agent.when.values import Days, Hours

# "Not too late" and "not too early", by the words that alone ask for something earlier or later.
_NOT_TOO = {"earlier": Hours(None, 18 * 60), "later": Hours(10 * 60, None)}


ONE_DAY = timedelta(days=1)


def apply_negation(items: Sequence[Item]) -> list[Item]:
    """The items with what is denied as NOT, and what a denial limits ("not before eleven") as the hours or
    days it leaves."""
    items = _apply_trailing_denials(items)
    made: list[Item] = []
    index = 0
    while index < len(items):
        read, index = _read(items, index)
        made += read
    return _with_limits(made)


def _with_limits(items: Sequence[Item]) -> list[Item]:
    """ "Not before ten" is what is wanted; beside other hours or days it is no alternative to them, and what
    lies outside of it is denied."""
    kinds = {item.kind for item in items}
    has_days = any(item.kind == "DATE" and item.value.is_day for item in items) or "WEEKDAYS" in kinds
    made = []
    for item in items:
        if item.kind != "LIMIT":
            made.append(item)
        elif has_days if isinstance(item.value, Days) else kinds & HOUR_KINDS:
            made.append(replace(item, kind="NOT", value=_outside(item.value), doubts=()))
        else:
            made.append(replace(item, kind="DATE" if isinstance(item.value, Days) else "HOURS"))
    return made


def _outside(value: Days | Hours) -> Days | Hours:
    """What a stretch with one open end leaves out."""
    if isinstance(value, Hours):
        is_from = value.first is not None
        return Hours(None, value.first, excludes_last=True) if is_from else Hours((value.last or 0) + 1, None)
    if value.first is not None:
        return Days(None, value.first - ONE_DAY, "span")
    return Days(value.last + ONE_DAY if value.last else None, None, "span")


def _read(items: Sequence[Item], index: int) -> tuple[list[Item], int]:
    """What the item at the index comes to, with the list it denies, and the index behind that."""
    item = items[index]
    if item.kind == "LIMIT":
        # "Not before nine or after five"; an "and" goes on with what is wanted.
        listed = list_after(items, index + 1, item, {"or", "nor"})
        return [item, *_denials(items, listed)], listed[-1].end if listed else index + 1
    if item.kind in SAID_BEFORE:
        if item.kind == "not" and index + 1 < len(items) and items[index + 1].kind == "RELATIVE":
            after = items[index + 1]
            return [replace(after, kind="HOURS", value=_NOT_TOO[after.value], start=item.start)], index + 2
        listed = list_from(items, index)
        if listed:
            return _denials(items, listed, since=item.start), listed[-1].end
    return [item], index + 1


def _denials(items: Sequence[Item], listed: Sequence[Denial], since: int | None = None) -> list[Item]:
    """An item for each element of a list, the first from the denial on where that stands before it."""
    made = [
        replace(items[one.start], kind="NOT", value=one.value, end=items[one.end - 1].end, doubts=())
        for one in listed
    ]
    if since is not None:
        made[0] = replace(made[0], start=since)
    return made


def _apply_trailing_denials(items: Sequence[Item]) -> list[Item]:
    """ "Monday or Tuesday doesn't work", and the "Monday no" of other languages."""
    done: list[Item] = []
    for index, item in enumerate(items):
        if not (item.kind == "unsuitable" or (item.kind == "not" and _ends(items, index + 1))):
            done.append(item)
            continue
        begin, listed = list_before(done)
        if not listed:
            done.append(item)
            continue
        done[begin:] = _denials(done, listed)
        done[-1] = replace(done[-1], end=item.end)
    return done


def _ends(items: Sequence[Item], index: int) -> bool:
    at = skip_fillers(items, index, most=1)
    return at >= len(items) or items[at].kind in {"stop", "comma"}
