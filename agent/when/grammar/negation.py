"""What a "not" reaches: "not Tuesday and not before eleven", "not on the weekend, mornings or after six",
"Monday or Tuesday doesn't work".

A denial covers the list beside it: things joined by "or" and "and", and by commas where the list ends in one
of them. It ends at any other word, and at a denial of its own: of "not Tuesday and not before eleven" the
second half says from eleven on.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from agent.when.grammar.engine import FAMILIES, Item
from agent.when.values import Days, Hours

_DAYS, _HOURS = {"DATE", "WEEKDAYS"}, {"HOURS", "TIME"}
_VALUES = _DAYS | _HOURS | {"NODAY", "NOTIME"}
_SAID_BEFORE = {"not", "no", "nor", "except", "instead_of"}
_LINKS = {"or", "and", "nor", "slash"}
# What may stand between a denial, or a link, and what it denies.
# What is left of a weekday that was told with its date: "not Tuesday, 19 January" denies the date.
_WEEKDAY_OF_DATE = "said"
_BETWEEN = {"on", "at", "in", "the", "a", _WEEKDAY_OF_DATE, *FAMILIES["FILLER"]}
_LONGEST_BETWEEN = 5
# A list without "or" is one from here on: "not Monday, Tuesday, Wednesday"; of two the second is rather what
# is wanted instead.
_IS_LIST = 3

# "Not too late" and "not too early", by the words that alone ask for something earlier or later.
_NOT_TOO = {"earlier": Hours(None, 18 * 60), "later": Hours(10 * 60, None)}


ONE_DAY = timedelta(days=1)


class Denial(Struct, frozen=True):
    """What one element of a list denies, and the index behind it."""

    value: Any
    start: int
    end: int


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
        elif has_days if isinstance(item.value, Days) else kinds & _HOURS:
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
        listed = _list_after(items, index + 1, item, {"or", "nor"})
        return [item, *_denials(items, listed)], listed[-1].end if listed else index + 1
    if item.kind in _SAID_BEFORE:
        if item.kind == "not" and index + 1 < len(items) and items[index + 1].kind == "RELATIVE":
            after = items[index + 1]
            return [replace(after, kind="HOURS", value=_NOT_TOO[after.value], start=item.start)], index + 2
        listed = _list_from(items, index)
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


def _list_from(items: Sequence[Item], index: int) -> list[Denial]:
    """The list a denial stands before."""
    head = items[index]
    first = _element(items, index + 1, may_be_from=head.kind == "except")
    if first is None:
        return []
    # "No Friday" is an answer as often as a denial; "no Fridays" and "no mornings" are none.
    if head.kind == "no" and items[first.start].kind not in {"HOURS", "WEEKDAYS"}:
        return []
    if head.kind == "instead_of":
        return [first]
    # German "weder ... noch": its second word is a filler elsewhere.
    return [first, *_list_after(items, first.end, head, _LINKS | {"some"} if head.kind == "nor" else _LINKS)]


def _list_after(items: Sequence[Item], index: int, head: Item, links: set[str]) -> list[Denial]:
    """The further elements of a list, of which the last one counts only where a link or the length of the
    list says that it is one."""
    sure: list[Denial] = []
    open_: list[Denial] = []
    while index < len(items):
        is_comma = items[index].kind == "comma"
        at = index + 1 if is_comma else index
        is_linked = at < len(items) and items[at].kind in links
        at = at + 1 if is_linked else at
        if not (is_comma or is_linked):
            break
        element = _element(items, at, may_be_from=head.kind == "except")
        if element is None:
            # "Not Monday, Tuesday and not before eleven": the list ends with another denial.
            if is_linked and at < len(items) and items[at].kind in _SAID_BEFORE | {"LIMIT"}:
                sure, open_ = [*sure, *open_], []
            break
        open_.append(element)
        if is_linked or head.kind == "except":
            sure, open_ = [*sure, *open_], []
        index = element.end
    if open_ and len(sure) + len(open_) + 1 >= _IS_LIST:
        return [*sure, *open_]
    return sure


def _element(items: Sequence[Item], index: int, *, may_be_from: bool = False) -> Denial | None:
    """A day, an hour, or hours of a day: "Wednesday afternoon", "in the morning on Friday"."""
    at = _skip_fillers(items, index, may_be_from=may_be_from)
    if at >= len(items) or items[at].kind not in _VALUES:
        return None
    behind = _skip_fillers(items, at + 1, most=2)
    kinds = {items[at].kind, items[behind].kind} if behind < len(items) else set()
    if kinds & _DAYS and kinds & _HOURS and _belong_together(items, at, behind):
        pair = (items[at].value, items[behind].value)
        return Denial(pair if items[at].kind in _DAYS else pair[::-1], at, behind + 1)
    return Denial(items[at].value, at, at + 1)


def _belong_together(items: Sequence[Item], one: int, other: int) -> bool:
    """Hours right behind their day, or before it with an "on" between."""
    between = {item.kind for item in items[one + 1 : other]}
    return between <= {"at", "in", "the"} if items[one].kind in _DAYS else "on" in between


def _skip_fillers(
    items: Sequence[Item], index: int, *, most: int = _LONGEST_BETWEEN, may_be_from: bool = False
) -> int:
    end = index
    while (
        end < len(items)
        and end - index < most
        and (
            items[end].kind in _BETWEEN
            or (may_be_from and items[end].kind == "from")
            or (items[end].kind == "comma" and end > index and items[end - 1].kind == _WEEKDAY_OF_DATE)
        )
    ):
        end += 1
    return end


def _apply_trailing_denials(items: Sequence[Item]) -> list[Item]:
    """ "Monday or Tuesday doesn't work", and the "Monday no" of other languages."""
    done: list[Item] = []
    for index, item in enumerate(items):
        if not (item.kind == "unsuitable" or (item.kind == "not" and _ends(items, index + 1))):
            done.append(item)
            continue
        begin, listed = _list_before(done)
        if not listed:
            done.append(item)
            continue
        done[begin:] = _denials(done, listed)
        done[-1] = replace(done[-1], end=item.end)
    return done


def _ends(items: Sequence[Item], index: int) -> bool:
    at = _skip_fillers(items, index, most=1)
    return at >= len(items) or items[at].kind in {"stop", "comma"}


def _list_before(items: Sequence[Item]) -> tuple[int, list[Denial]]:
    """Where the list that ends here begins, and its elements in order."""
    end = len(items)
    while end > 0 and len(items) - end < 2 and items[end - 1].kind in FAMILIES["FILLER"]:
        end -= 1
    listed: list[Denial] = []
    is_linked = False
    while True:
        element = _element_before(items, end)
        if element is None:
            break
        listed.insert(0, element)
        at = element.start
        while at > 0 and items[at - 1].kind in _BETWEEN:
            at -= 1
        link = items[at - 1].kind if at > 0 else ""
        is_linked = is_linked or link in _LINKS
        if not (link in _LINKS or (link == "comma" and is_linked)):
            break
        end = at - 1
        if end > 0 and items[end - 1].kind == "comma":
            end -= 1
    return (listed[0].start if listed else len(items)), listed


def _element_before(items: Sequence[Item], end: int) -> Denial | None:
    if end == 0 or items[end - 1].kind not in _VALUES:
        return None
    last = items[end - 1]
    if last.kind in _HOURS:
        at = end - 1
        while at > 0 and items[at - 1].kind in {"at", "in", "the"}:
            at -= 1
        if at > 0 and items[at - 1].kind in _DAYS:
            return Denial((items[at - 1].value, last.value), at - 1, end)
    return Denial(last.value, end - 1, end)
