"""The plan: what would change if the business became as a file says."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any

from msgspec import Struct

from booking_core.business_file.adopt import Renamed
from booking_core.business_file.complete import zone_of
from booking_core.business_file.document import Address, Document, Values
from booking_core.business_file.plan.price_gaps import PriceGap, price_gaps
from booking_core.business_file.plan.remarks import Remark, remarks_about
from booking_core.business_file.sections.hours import DayName, HourRange
from booking_core.business_file.sections.moments import write_begin, write_end
from booking_core.business_file.sections.sections import SECTIONS, Section, section_of
from booking_core.business_file.standing import Standing

LOCATIONS = "locations"


class Deed(StrEnum):
    SETTINGS = "settings"
    CREATE = "create"
    CHANGE = "change"
    RESTORE = "restore"
    ARCHIVE = "archive"
    REORDER = "reorder"


class PlannedChange(Struct, frozen=True):
    """What happens to one thing, or to the order of a section. ``before`` and ``after`` have the members that
    differ; of something new, ``after`` has all; of an order, ``keys``."""

    deed: Deed
    address: Address
    before: Values = {}
    after: Values = {}
    renamed: str | None = None


Labels = Mapping[Address, str]


class Plan(Struct, frozen=True):
    """``left`` is what stands, is not in the file, and stays. ``labels`` are for what no key tells people.
    ``booked`` are the appointments still to come of services that are archived. ``is_another`` tells a file
    that looks like that of another business, ``gaps`` which services lack a price somewhere, ``remarks`` what
    is worth a look."""

    changes: tuple[PlannedChange, ...]
    left: tuple[Address, ...] = ()
    labels: Labels = {}
    booked: Mapping[Address, int] = {}
    is_another: bool = False
    gaps: tuple[PriceGap, ...] = ()
    remarks: tuple[Remark, ...] = ()

    def of(self, deed: Deed) -> list[PlannedChange]:
        return [one for one in self.changes if one.deed is deed]


def make_plan(document: Document, standing: Standing, renamed: Renamed, *, prune: bool = False) -> Plan:
    """``document`` is complete, and what stands has its keys. What is not in a list of
    the file is archived unless it is over; with ``prune``, all that is not in the sections that it has."""
    missing = list(_missing_addresses(document, standing))
    archived = [one for one in missing if _goes(document, standing, one, prune=prune)]
    changes = [*_settings(document, standing)]
    changes += [PlannedChange(Deed.ARCHIVE, one, before=_values(standing, one)) for one in archived]
    changes += _rows(document, standing, renamed)
    changes += _orders(document, standing)
    left = tuple(one for one in missing if one not in archived)
    labels, is_another = _labels(document, standing), _is_another(document, standing)
    gaps = tuple(price_gaps(document, standing.document))
    written = [one.address for one in changes if one.deed in (Deed.CREATE, Deed.CHANGE, Deed.RESTORE)]
    remarks = tuple(remarks_about(document, standing.document, written))
    return Plan(tuple(changes), left, labels, is_another=is_another, gaps=gaps, remarks=remarks)


def _is_another(document: Document, standing: Standing) -> bool:
    """Whether the name, the country and every location are others than those of a business that has any."""
    before, after = standing.document.settings["business"], document.settings.get("business", {})
    locations = dict(standing.document.within((), LOCATIONS))
    return (
        bool(locations and after)
        and all(after[name] != before[name] for name in ("name", "country"))
        and not any(
            document.rows.get(address, {}).get("name") == values["name"]
            for address, values in locations.items()
        )
    )


def _settings(document: Document, standing: Standing) -> Iterator[PlannedChange]:
    for part, values in document.settings.items():
        before = standing.document.settings[part]
        changed = {name: value for name, value in values.items() if value != before[name]}
        if changed:
            yield PlannedChange(Deed.SETTINGS, (part,), {name: before[name] for name in changed}, changed)


def _missing_addresses(document: Document, standing: Standing) -> Iterator[Address]:
    """What of things that are gone goes with them, and what is over is not missed."""
    for address in (*standing.document.rows, *standing.returning):
        parent_is_there = len(address) == 2 or address[:-2] in document.rows
        if address not in document.rows and address not in standing.past and parent_is_there:
            yield address


def _goes(document: Document, standing: Standing, address: Address, *, prune: bool) -> bool:
    if address[:-1] in document.lists and address not in standing.over:
        return True
    return prune and (len(address) > 2 or address[0] in document.sections)


def _values(standing: Standing, address: Address) -> Values:
    return standing.document.rows.get(address) or standing.returning[address]


def _rows(document: Document, standing: Standing, renamed: Renamed) -> Iterator[PlannedChange]:
    for address, values in document.rows.items():
        if address in standing.archived:
            yield PlannedChange(Deed.RESTORE, address, after=values)
        elif address not in standing.ids:
            yield PlannedChange(Deed.CREATE, address, after=values)
        else:
            before = standing.document.rows[address]
            changed = {name: value for name, value in values.items() if value != before[name]}
            if changed or address in renamed:
                was = {name: before[name] for name in changed}
                yield PlannedChange(Deed.CHANGE, address, was, changed, renamed.get(address))


def _orders(document: Document, standing: Standing) -> Iterator[PlannedChange]:
    parents: list[tuple[Address, Section]] = [((), section) for section in SECTIONS]
    parents += [(one, inner) for one in document.rows for inner in section_of(one).nested]
    for parent, section in parents:
        if section.is_ordered:
            yield from _order(document, standing, parent, section)


def _order(
    document: Document, standing: Standing, parent: Address, section: Section
) -> Iterator[PlannedChange]:
    """What is new comes last; what comes back stands where it stood, which only shows when it is there."""
    wanted = [address for address, _ in document.within(parent, section.name)]
    if any(one in standing.archived for one in wanted):
        return
    stands = [one for one, _ in standing.document.within(parent, section.name) if one in document.rows]
    if wanted[: len(stands)] != stands:
        yield PlannedChange(Deed.REORDER, (*parent, section.name), _keys(stands), _keys(wanted))


def _keys(addresses: Sequence[Address]) -> dict[str, Any]:
    return {"keys": [one[-1] for one in addresses]}


def _labels(document: Document, standing: Standing) -> dict[Address, str]:
    """Times off as they are written, on the clock of their place."""
    labels: dict[Address, str] = {}
    returning = {one: values for one, values in standing.returning.items() if one[:-2] in document.rows}
    for address, values in {**returning, **standing.document.rows, **document.rows}.items():
        section = section_of(address)
        if section.noun == "repeated_times_off":
            labels[address] = _weekly(values)
        elif section.noun == "times_off":
            zone = zone_of(address, document.rows, standing.document.rows)
            labels[address] = f"{write_begin(values['from'], zone)} to {write_end(values['until'], zone)}"
    return labels


def _weekly(values: Values) -> str:
    """``monday 12:00-13:00 every 2 weeks from 2026-12-07``."""
    every = f" every {values['every_weeks']} weeks" if values["every_weeks"] > 1 else ""
    until = f" until {values['until']}" if values["until"] else ""
    when = f"{DayName().write(values['day'])} {HourRange().write(values['hours'])}"
    return f"{when}{every} from {values['from']}{until}"
