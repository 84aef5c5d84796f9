"""The list that a denial covers, before it or behind it: its elements are days, hours and hours of days."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from agent.when.grammar.engine.items import Item
from agent.when.grammar.engine.patterns import FAMILIES

_DAY_KINDS, HOUR_KINDS = {"DATE", "WEEKDAYS"}, {"HOURS", "TIME"}
_VALUE_KINDS = _DAY_KINDS | HOUR_KINDS | {"NODAY", "NOTIME"}
SAID_BEFORE = {"not", "no", "nor", "except", "instead_of"}
_LINKS = {"or", "and", "nor", "slash"}
# What may stand between a denial, or a link, and what it denies.
# What is left of a weekday that was told with its date: "not Tuesday, 19 January" denies the date.
_WEEKDAY_OF_DATE = "said"
_BETWEEN = {"on", "at", "in", "the", "a", _WEEKDAY_OF_DATE, *FAMILIES["FILLER"]}
_LONGEST_BETWEEN = 5
# A list without "or" is one from here on: "not Monday, Tuesday, Wednesday"; of two the second is rather what
# is wanted instead.
_IS_LIST = 3


class Denial(Struct, frozen=True):
    """What one element of a list denies, and the index behind it."""

    value: Any
    start: int
    end: int


def list_from(items: Sequence[Item], index: int) -> list[Denial]:
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
    return [first, *list_after(items, first.end, head, _LINKS | {"some"} if head.kind == "nor" else _LINKS)]


def list_after(items: Sequence[Item], index: int, head: Item, links: set[str]) -> list[Denial]:
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
            if is_linked and at < len(items) and items[at].kind in SAID_BEFORE | {"LIMIT"}:
                sure, open_ = [*sure, *open_], []
            break
        open_.append(element)
        if is_linked or head.kind == "except":
            sure, open_ = [*sure, *open_], []
        index = element.end
    if open_ and len(sure) + len(open_) + 1 >= _IS_LIST:
        return [*sure, *open_]
    return sure


def _element(items: Sequence[Item], index: int, *, may_be_from: bool) -> Denial | None:
    """A day, an hour, or hours of a day: "Wednesday afternoon", "in the morning on Friday"."""
    at = skip_fillers(items, index, may_be_from=may_be_from)
    if at >= len(items) or items[at].kind not in _VALUE_KINDS:
        return None
    behind = skip_fillers(items, at + 1, most=2)
    kinds = {items[at].kind, items[behind].kind} if behind < len(items) else set()
    if kinds & _DAY_KINDS and kinds & HOUR_KINDS and _belong_together(items, at, behind):
        pair = (items[at].value, items[behind].value)
        return Denial(pair if items[at].kind in _DAY_KINDS else pair[::-1], at, behind + 1)
    return Denial(items[at].value, at, at + 1)


def _belong_together(items: Sequence[Item], one: int, other: int) -> bool:
    """Hours right behind their day, or before it with an "on" between."""
    between = {item.kind for item in items[one + 1 : other]}
    return between <= {"at", "in", "the"} if items[one].kind in _DAY_KINDS else "on" in between


def skip_fillers(
    items: Sequence[Item], index: int, *, most: int = _LONGEST_BETWEEN, may_be_from: bool = False
) -> int:
    """The index behind the words that may stand between two elements of a list, at most ``most`` of them."""
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


def list_before(items: Sequence[Item]) -> tuple[int, list[Denial]]:
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
    if end == 0 or items[end - 1].kind not in _VALUE_KINDS:
        return None
    last = items[end - 1]
    if last.kind in HOUR_KINDS:
        at = end - 1
        while at > 0 and items[at - 1].kind in {"at", "in", "the"}:
            at -= 1
        if at > 0 and items[at - 1].kind in _DAY_KINDS:
            return Denial((items[at - 1].value, last.value), at - 1, end)
    return Denial(last.value, end - 1, end)
