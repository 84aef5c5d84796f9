"""A plan in plain words, one line for each thing that happens."""

from collections.abc import Iterable, Iterator

from booking_core.business_file.document import Address
from booking_core.business_file.plan.leaves import Leaf, differences, members_told
from booking_core.business_file.plan.plan import Deed, Labels, Plan, PlannedChange
from booking_core.business_file.sections.members import Member, RowList
from booking_core.business_file.sections.sections import section_of
from booking_core.business_file.sections.settings import PARTS

SIGNS = {
    Deed.SETTINGS: "~",
    Deed.CREATE: "+",
    Deed.CHANGE: "~",
    Deed.RESTORE: "+",
    Deed.ARCHIVE: "-",
    Deed.REORDER: "~",
}
# What is shown of something new: where, when, for how much and by whom.
MAIN = frozenset(
    (
        "address",
        "also_at",
        "currency",
        "durations",
        "hours",
        "label",
        "location",
        "locations",
        "price",
        "price_by_duration",
        "price_is_from",
        "prices",
        "required",
        "served_by",
        "time_zone",
    )
)
ANOTHER = (
    "! This looks like the file of another business: the name, the country and every location are others."
)
NOTHING_TO_DO = "Nothing to change: everything is as the file says."


def describe_plan(plan: Plan) -> Iterator[str]:
    """``+`` is new or comes back, with its main members; ``~`` changes, with each word that differs; ``-`` is
    archived, ``=`` stays although it is not in the file, ``!`` is worth a look."""
    if not plan.changes:
        yield NOTHING_TO_DO
    if plan.is_another:
        yield ANOTHER
    for change in plan.changes:
        booked = plan.booked.get(change.address)
        stay = f"; {booked} booked appointment{'s' * (booked > 1)} of it stay" if booked else ""
        yield f"{SIGNS[change.deed]} {_what(change, plan.labels)}{stay}"
        yield from (f"    {line}" for line in _members(change))
    for gap in plan.gaps:
        service = _name(gap.service, plan.labels)
        where = f"{gap.place}, where {gap.currency} is paid"
        yield f"! {service} has no price at {where}: customers are told none"
    for remark in plan.remarks:
        yield f"! {_name(remark.address, plan.labels)}: {remark.text}"
    for address in plan.left:
        yield f"= {_name(address, plan.labels)} is not in the file, and stays"


def _what(change: PlannedChange, labels: Labels) -> str:
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
    """``question allergies of service check-up``; of settings their part."""
    if len(address) == 1:
        return f"settings {address[0]}"
    own = f"{section_of(address).word} {labels.get(address, address[-1])}"
    return own if len(address) == 2 else f"{own} of {_name(address[:-2], labels)}"


def _members(change: PlannedChange) -> Iterator[str]:
    match change.deed:
        case Deed.SETTINGS:
            yield from _changed_members(PARTS[change.address[0]], change)
        case Deed.CHANGE:
            yield from _changed_members(section_of(change.address).members, change)
        case Deed.CREATE | Deed.RESTORE:
            section = section_of(change.address)
            for member in section.members:
                value, is_shown = change.after[member.name], member.name in MAIN - set(section.identity)
                if is_shown and (member.usual or value != member.default):
                    yield from _lines(member, members_told(member.kind, value))


def _changed_members(members: Iterable[Member], change: PlannedChange) -> Iterator[str]:
    for member in members:
        if member.name not in change.after:
            continue
        if member.private:
            yield f"{member.name}: other words"
            continue
        differing = differences(member.kind, change.before[member.name], change.after[member.name])
        yield from _lines(member, differing)


def _lines(member: Member, told: Iterable[tuple[Leaf, str]]) -> Iterator[str]:
    """``greeting, de: … → …``; of what is one of a list of rows, ``prices zürich, 45 min: … → …``."""
    apart = " " if isinstance(member.kind, RowList) else ", "
    for leaf, text in told:
        name = f"{member.name}{apart}{', '.join(leaf)}" if leaf else member.name
        yield f"{name}: {text}"
