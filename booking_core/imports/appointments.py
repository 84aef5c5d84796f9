"""Appointments to come of a table: taken over from another calendar as they were agreed there.

Neither notice, booking window, grid, questions nor approval stand against them; hours, people, rooms and what
is booked already do. Nobody is written to. A line that was imported before finds its appointment.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from hashlib import sha256
from typing import Any

from msgspec import json

from booking_core.access.roles import require_role
from booking_core.appointments.locks import lock_resources
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.catalogue_lock import catalogue_lock
from booking_core.customers.contacts import ContactDetails
from booking_core.desk import Desk
from booking_core.errors import InvalidField, Refusal, Unavailable
from booking_core.holds.hold import HOLD_CONFIRMED
from booking_core.holds.request import HoldRequest
from booking_core.imports.columns import ImportColumn
from booking_core.imports.customers import CUSTOMER_COLUMNS, read_contact
from booking_core.imports.report import LineChecks, LineOutcome, Report, TableLine, import_lines
from booking_core.input.dates import iso_moment
from booking_core.live_holds.lifetimes import LONGEST_HOLD
from booking_core.time.wall_clock import exists, zone

APPOINTMENT_COLUMNS = (
    ImportColumn(("service", "leistung"), is_required=True, tells="By key or name, in any of its languages."),
    ImportColumn(
        ("start", "datetime", "beginn"), tells="Such as 2026-12-01 10:00, on the clock of the location."
    ),
    ImportColumn(("date", "datum"), tells="In place of start, with time: 2026-12-01 or 01.12.2026."),
    ImportColumn(("time", "uhrzeit"), tells="Such as 10:00."),
    ImportColumn(("duration_min", "duration", "dauer"), tells="Its usual length if it is left out."),
    ImportColumn(
        ("person", "staff", "mitarbeiter"), tells="By key or name; anybody who can, if it is left out."
    ),
    ImportColumn(("location", "ort", "standort"), tells="By key or name, where there are several."),
    ImportColumn(("party_size",), tells="How many people; one if it is left out."),
    *CUSTOMER_COLUMNS,
)
NAMED, WHOLE = ("service", "location", "person"), ("duration_min", "party_size")
DAYS = ("%Y-%m-%d", "%d.%m.%Y")


async def import_appointments(desk: Desk, lines: Sequence[TableLine], **how: bool) -> Report:
    """All in the transaction of the desk. Raises ``ImportUndone``; then nothing is kept, nor held."""
    require_role(desk.actor.role, "appointment.import")
    desk.catalogue = desk.catalogue.as_agreed()
    desk.tells_customers = False
    await lock_resources(
        desk.session, sorted(desk.catalogue.resources), shared=catalogue_lock(desk.organization_id)
    )
    names = _Names(desk.catalogue)

    async def one(line: TableLine) -> LineOutcome:
        request, contact = _request(line, names)
        async with desk.session.begin_nested():
            hold = await desk.hold(request)
            if hold.status == HOLD_CONFIRMED:
                return LineOutcome.UNCHANGED
            desk.release_if_undone(hold.id)
            try:
                await desk.confirm(hold.id, contact)
            except Refusal:
                # The next line may want this time.
                with suppress(Unavailable):
                    await desk.holds.release(desk.organization_id, hold.id, desk.owner)
                raise
            return LineOutcome.CREATED

    return await import_lines(lines, one, **how)


def _request(line: TableLine, names: "_Names") -> tuple[HoldRequest, ContactDetails]:
    """One for each customer, service and start, and who it is. Raises ``InvalidFields`` with all that is
    wrong; ``LocationNeeded`` among it where it does not say where."""
    cells, checks = line.cells, LineChecks(line)
    contact = read_contact(checks, cells, names.catalogue.organization.country)
    found = {one: checks.read(partial(names.find, one, cells)) for one in NAMED if one in cells}
    whole = {one: checks.read(partial(_whole, one, cells)) for one in WHOLE if one in cells}
    service, location, person = (found.get(one) for one in NAMED)
    place = None
    if service is not None and None not in found.values():
        place = checks.read(lambda: names.catalogue.location_for(str(service), location, person))
    start = checks.read(lambda: _start(cells, place.time_zone if place else "UTC"))
    checks.settle()
    if contact is None or service is None or place is None or start is None:
        raise InvalidField("service", "Please fill this in.")
    what = [service, start.isoformat(), contact.name.casefold(), contact.email or "", contact.phone or ""]
    request = HoldRequest(
        service_id=service,
        start=start,
        key=f"import:{sha256(json.encode(what)).hexdigest()}",
        staff_id=person,
        location_id=place.id,
        duration_min=whole.get("duration_min"),
        party_size=whole.get("party_size") or 1,
        ttl=LONGEST_HOLD,
    )
    return request, contact


def _start(cells: Mapping[str, str], zone_name: str) -> datetime:
    if "start" in cells:
        day, _, clock = cells["start"].strip().replace("T", " ").partition(" ")
    elif "date" in cells and "time" in cells:
        day, clock = cells["date"].strip(), cells["time"].strip()
    else:
        raise InvalidField("start", "Please give the start, or its date and time.")
    moment = _moment(day, clock)
    if moment is None:
        raise InvalidField("start", "Please give the start as 2026-12-01 10:00.")
    if moment.tzinfo is not None:
        return moment.astimezone(UTC)
    if not exists(moment, zone_name):
        raise InvalidField("start", f"The clocks in {zone_name} go forward over this time.")
    return moment.replace(tzinfo=zone(zone_name)).astimezone(UTC)


def _moment(day: str, clock: str) -> datetime | None:
    for written in DAYS:
        with suppress(ValueError):
            iso = datetime.strptime(day, written).date().isoformat()  # noqa: DTZ007 - a date alone
            return iso_moment(f"{iso} {clock.strip()}")
    return None


def _whole(column: str, cells: Mapping[str, str]) -> int:
    cell = cells[column].strip()
    if not (cell.isascii() and cell.isdigit() and len(cell) < len("10000")):
        raise InvalidField(column, f"{cell[:20]!r} is no whole number.")
    return int(cell)


class _Names:
    """What a line may name, by key or by name in any language and case."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._known: dict[str, dict[str, str]] = {
            "service": _by_name(catalogue.services.values()),
            "person": _by_name(catalogue.resources.values()),
            "location": _by_name(catalogue.locations.values()),
        }

    def find(self, column: str, cells: Mapping[str, str]) -> str:
        """The id. Raises ``InvalidField``."""
        said = cells.get(column, "")
        known = self._known[column]
        found = known.get(said) or known.get(said.casefold())
        if found is None:
            raise InvalidField(column, f"There is no {column} {said[:60]!r}.")
        return found


def _by_name(rows: Any) -> dict[str, str]:
    known: dict[str, str] = {}
    for row in rows:
        for name in (row.key, *row.all_names):
            if name is not None:
                known.setdefault(name.casefold(), row.id)
    return known
