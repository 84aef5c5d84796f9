"""Where two values of a member differ: each word, amount or day that does, by what leads to it."""

from collections.abc import Iterator, Mapping
from typing import Any

from booking_core.back_office.services import Length
from booking_core.business_file.sections.hours import CLOSED, DAYS, IN_WORDS, TO, WeekHours
from booking_core.business_file.sections.members import RowList
from booking_core.input.kinds import Kind, Named, OrNothing

# ``("de", "name")`` of translations, ``("berlin", "monday")`` of hours at several places.
Leaf = tuple[str, ...]
LONGEST, CONTEXT = 60, 10
NOTHING, MINUTES = "nothing", "_min"


def leaves(kind: Kind, value: Any) -> dict[Leaf, Any]:
    """What stands in a value, in its order. An empty value has no leaves."""
    if isinstance(kind, OrNothing):
        return leaves(kind.kind, value)
    if isinstance(kind, WeekHours):
        return _week(kind, value)
    if isinstance(kind, IN_WORDS):
        return {(): kind.write(value)}
    if isinstance(kind, RowList):
        return dict(_row(kind, row) for row in value)
    if isinstance(value, Mapping):
        inner = kind.kind if isinstance(kind, Named) else kind
        unit = " min" if isinstance(kind, Named) and isinstance(kind.name, Length) else ""
        return {
            (f"{name}{unit}", *rest): leaf
            for name, one in value.items()
            for rest, leaf in leaves(inner, one).items()
        }
    return {} if value in (None, "", []) else {(): value}


def differences(kind: Kind, before: Any, after: Any) -> Iterator[tuple[Leaf, str]]:
    """Each leaf that differs, with what it was and what it becomes; days in a row that change alike are
    one."""
    was, becomes = leaves(kind, before), leaves(kind, after)
    changed = [one for one in {**was, **becomes} if was.get(one) != becomes.get(one)]
    told = {one: _difference(was.get(one), becomes.get(one)) for one in changed}
    return _days_together(told)


def members_told(kind: Kind, value: Any) -> Iterator[tuple[Leaf, str]]:
    """Each leaf of something new; of a week, the days that have hours."""
    return _days_together(
        {leaf: _middle(_text(one)) for leaf, one in leaves(kind, value).items() if not leaf or one != CLOSED}
    )


def _week(kind: WeekHours, value: Any) -> dict[Leaf, str]:
    """Every day of a week in which there are hours at all."""
    hours = dict.fromkeys(DAYS, CLOSED) if value else {}
    for days, written in kind.write(value).items():
        first, _, last = days.partition(TO)
        for day in DAYS[DAYS.index(first) : DAYS.index(last or first) + 1]:
            hours[day] = written
    return {(day,): written for day, written in hours.items()}


def _row(kind: RowList, row: Mapping[str, Any]) -> tuple[Leaf, str]:
    """One of several rows, such as a price: what it must have, by what else it says."""
    label = [
        f"{row[one.name]} min" if one.name.endswith(MINUTES) else str(row[one.name])
        for one in kind.members
        if not one.is_required and row[one.name] is not None
    ]
    return tuple(label), ", ".join(_text(row[one.name]) for one in kind.members if one.is_required)


def _days_together(told: Mapping[Leaf, str]) -> Iterator[tuple[Leaf, str]]:
    waiting: list[Leaf] = []
    order = sorted(told, key=lambda one: (one[:-1], DAYS.index(one[-1]))) if _are_days(told) else list(told)
    for leaf in order:
        if waiting and not (_follows(waiting[-1], leaf) and told[leaf] == told[waiting[-1]]):
            yield _span(waiting), told[waiting[0]]
            waiting = []
        waiting.append(leaf)
    if waiting:
        yield _span(waiting), told[waiting[0]]


def _are_days(told: Mapping[Leaf, str]) -> bool:
    return all(leaf and leaf[-1] in DAYS for leaf in told)


def _follows(before: Leaf, leaf: Leaf) -> bool:
    are_days = bool(before and leaf) and before[-1] in DAYS and leaf[-1] in DAYS
    return are_days and before[:-1] == leaf[:-1] and DAYS.index(leaf[-1]) == DAYS.index(before[-1]) + 1


def _span(together: list[Leaf]) -> Leaf:
    first, last = together[0], together[-1]
    return first if first == last else (*first[:-1], f"{first[-1]}{TO}{last[-1]}")


def _difference(before: Any, after: Any) -> str:
    was, becomes = _text(before), _text(after)
    if isinstance(before, list) and isinstance(after, list) and max(len(was), len(becomes)) > LONGEST:
        gone, new = [one for one in before if one not in after], [one for one in after if one not in before]
        told = [f"without {_text(gone)}"] * bool(gone) + [f"with {_text(new)}"] * bool(new)
        return "; ".join(told) or f"{was} → {becomes}"
    short = _middle(was), _middle(becomes)
    if short[0] == short[1]:
        start = max(_first_difference(was, becomes) - CONTEXT, 0)
        short = _middle(f"…{was[start:]}"), _middle(f"…{becomes[start:]}")
    return " → ".join(short)


def _first_difference(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (left, right) in pairs if left != right), min(len(one), len(other)))


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(_text(one) for one in value)
    return NOTHING if value is None else " ⏎ ".join(str(value).splitlines())


def _middle(text: str) -> str:
    """A long text without its middle."""
    half = (LONGEST - 1) // 2
    return text if len(text) <= LONGEST else f"{text[:half]}…{text[-half:]}"
