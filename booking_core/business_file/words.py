"""A plan in plain words, one line for each thing that happens."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from booking_core.business_file.document import Address
from booking_core.business_file.plan import Change, Deed, Labels, Plan
from booking_core.business_file.sections.hours import IN_WORDS, WeekHours
from booking_core.business_file.sections.members import Member
from booking_core.business_file.sections.sections import section_of
from booking_core.business_file.sections.settings import PARTS
from booking_core.input.kinds import Named

SIGNS = {
    Deed.SETTINGS: "~",
    Deed.CREATE: "+",
    Deed.CHANGE: "~",
    Deed.RESTORE: "+",
    Deed.ARCHIVE: "-",
    Deed.REORDER: "~",
}
LONGEST = 60
NOTHING_TO_DO = "Nothing to change: everything is as the file says."


def describe_plan(plan: Plan) -> Iterator[str]:
    """``+`` is new or comes back, ``~`` changes, ``-`` is archived, ``=`` stays although it is not in the
    file."""
    if not plan.changes:
        yield NOTHING_TO_DO
    for change in plan.changes:
        yield f"{SIGNS[change.deed]} {_what(change, plan.labels)}"
        yield from (f"    {line}" for line in _members(change))
    for address in plan.left:
        yield f"= {_name(address, plan.labels)} is not in the file, and stays"


def _what(change: Change, labels: Labels) -> str:
    match change.deed:
        case Deed.SETTINGS:
            return f"settings: {change.address[0]}"
        case Deed.CREATE:
            return f"new {_name(change.address, labels)}"
        case Deed.RESTORE:
            return f"{_name(change.address, labels)} comes back"
        case Deed.ARCHIVE:
            return f"{_name(change.address, labels)} is archived"
        case Deed.REORDER:
            return f"order of {' '.join(change.address)}: {', '.join(change.after['keys'])}"
    was = f", until now called {change.renamed}" if change.renamed else ""
    return f"{_name(change.address, labels)}{was}"


def _name(address: Address, labels: Labels) -> str:
    """``question allergies of service check-up``."""
    own = f"{section_of(address).word} {labels.get(address, address[-1])}"
    return own if len(address) == 2 else f"{own} of {_name(address[:-2], labels)}"


def _members(change: Change) -> Iterator[str]:
    if change.deed not in (Deed.SETTINGS, Deed.CHANGE):
        return
    is_part = change.deed is Deed.SETTINGS
    members = PARTS[change.address[0]] if is_part else section_of(change.address).members
    for member in members:
        if member.name in change.after:
            before, after = change.before[member.name], change.after[member.name]
            yield f"{member.name}: {_change(member, before, after)}"


def _change(member: Member, before: Any, after: Any) -> str:
    if member.private:
        return "other words"
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        names = [name for name in {**before, **after} if before.get(name) != after.get(name)]
        return "; ".join(f"{name} {_change(member, before.get(name), after.get(name))}" for name in names)
    return f"{_value(member, before)} → {_value(member, after)}"


def _value(member: Member, value: Any) -> str:
    kind = member.kind.kind if isinstance(member.kind, Named) else member.kind
    if isinstance(kind, IN_WORDS) and value is not None:
        value = kind.write(value)
    if isinstance(kind, WeekHours) and value is not None:
        value = "; ".join(f"{days} {hours}" for days, hours in value.items())
    return _short(value)


def _short(value: Any) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case int() | Decimal():
            return str(value)
        case datetime():
            return value.isoformat(" ", "minutes")
        case list():
            text = ", ".join(_short(one) for one in value)
        case Mapping():
            text = ", ".join(f"{name}: {_short(one)}" for name, one in value.items())
        case _:
            text = "" if value is None else str(value)
    text = " ".join(text.split()) or "nothing"
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
