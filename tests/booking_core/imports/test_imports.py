"""Services, customers and appointments of tables: all of them or none, and never twice."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import func, select

from booking_core.access.roles import Role
from booking_core.appointments.appointment import Appointment
from booking_core.core import BookingCore
from booking_core.customers.customer import Customer
from booking_core.errors import InvalidField, NotAllowed
from booking_core.imports.appointments import import_appointments
from booking_core.imports.customers import import_customers
from booking_core.imports.report import ImportUndone, LineOutcome, Report, TableLine
from booking_core.imports.services import import_services
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.audit import Actor
from tests.cast import Visitor, at

ADA = {"name": "Ada Example", "email": "ada@example.com"}
CUT = {"service": "haircut", "start": "2026-11-24 10:07", "person": "Dana", **ADA}


class Importer:
    """The owner of the salon at the command line."""

    def __init__(self, core: BookingCore, salon: DemoSalon, role: Role | None = Role.OWNER) -> None:
        self.core = core
        self.organization_id = salon.organization_id
        self.actor = Actor("system", "zimun", "tests", role=role, organization_id=salon.organization_id)

    async def services(self, *cells: dict[str, str], **how: bool) -> Report:
        return await self.core.arrange(
            self.organization_id, self.actor, lambda office: import_services(office, lines(cells), **how)
        )

    async def customers(self, *cells: dict[str, str], **how: bool) -> Report:
        return await self.core.transaction(
            self.organization_id, self.actor, lambda desk: import_customers(desk, lines(cells), **how)
        )

    async def appointments(self, *cells: dict[str, str], **how: bool) -> Report:
        return await self.core.transaction(
            self.organization_id, self.actor, lambda desk: import_appointments(desk, lines(cells), **how)
        )

    async def count(self, table: type[Any]) -> int:
        async with self.core.sessions() as session, session.begin():
            counted = select(func.count()).where(table.organization_id == self.organization_id)
            return await session.scalar(counted) or 0


def lines(cells: Sequence[dict[str, str]]) -> list[TableLine]:
    return [TableLine(number, one) for number, one in enumerate(cells, 2)]


def counts(report: Report) -> list[int]:
    return [report.counts[outcome] for outcome in LineOutcome]


@pytest.fixture
def importer(core: BookingCore, salon: DemoSalon) -> Importer:
    return Importer(core, salon)


async def test_services_are_made_changed_and_left_alone(importer: Importer) -> None:
    rows = (
        {"name": "Facial", "durations": "50|80", "price": "60,50", "served_by": "dana|Treatment Room"},
        {"name": "HAIRCUT", "price": "47"},
    )
    assert counts(await importer.services(*rows)) == [1, 1, 0]
    assert counts(await importer.services(*rows)) == [0, 0, 2]
    catalogue = await importer.core.catalogue_of(importer.organization_id)
    facial = next(one for one in catalogue.services.values() if one.name == "Facial")
    assert (facial.durations, str(facial.price), facial.currency) == ([50, 80], "60.50", "EUR")
    assert {one.name for one in catalogue.resources_of[facial.id]} == {"Dana", "Treatment room"}


async def test_of_services_with_a_refused_line_none_is_kept_unless_it_is_skipped(importer: Importer) -> None:
    rows = (
        {"name": "Facial", "durations": "50"},
        {"name": "Peeling", "durations": "many"},
        {"name": "Mask", "served_by": "Nobody"},
    )
    with pytest.raises(ImportUndone) as undone:
        await importer.services(*rows)
    told = [(one.number, one.column) for one in undone.value.report.refused]
    assert told == [(3, "durations"), (4, "served_by")]
    assert counts(await importer.services(rows[0])) == [1, 0, 0]
    assert counts(await importer.services(*rows, skip_refused=True)) == [0, 0, 1]


async def test_a_service_in_two_lines_is_refused_in_the_second(importer: Importer) -> None:
    """Each would overwrite the other, at every repeat again."""
    rows = (
        {"name": "Bleaching", "durations": "60", "price": "390"},
        {"name": "bleaching", "durations": "45", "price": "10"},
        {"name": "HAIRCUT", "price": "47"},
        {"name": "Haircut", "price": "48"},
    )
    with pytest.raises(ImportUndone) as undone:
        await importer.services(*rows)
    assert [(one.number, one.column) for one in undone.value.report.refused] == [(3, "name"), (5, "name")]
    assert counts(await importer.services(*rows, skip_refused=True)) == [1, 1, 0]
    assert counts(await importer.services(*rows, skip_refused=True)) == [0, 0, 2]


async def test_customers_are_known_once(importer: Importer) -> None:
    rows = (ADA, {"name": "Ben", "phone": "030 5550100"}, {"name": "ada example", "email": "ADA@example.com"})
    assert counts(await importer.customers(*rows)) == [2, 0, 1]
    assert counts(await importer.customers(*rows)) == [0, 0, 3]
    assert await importer.count(Customer) == 2


async def test_customers_that_nobody_could_reach_are_refused(importer: Importer) -> None:
    rows = (ADA, {"name": "Ben"}, {"name": "Cleo", "phone": "12"}, {**ADA, "language": "xx"})
    with pytest.raises(ImportUndone) as undone:
        await importer.customers(*rows)
    assert [one.number for one in undone.value.report.refused] == [3, 4, 5]
    assert await importer.count(Customer) == 0


async def test_appointments_come_as_they_were_agreed(importer: Importer, salon: DemoSalon) -> None:
    """Off the grid, and for a service that asks for approval."""
    bride = {
        "service": "Bridal styling",
        "date": "25.11.2026",
        "time": "12:00",
        "name": "Bea",
        "phone": "030 5550101",
    }
    assert counts(await importer.appointments(CUT, bride)) == [2, 0, 0]
    assert counts(await importer.appointments(CUT, bride)) == [0, 0, 2]
    async with importer.core.sessions() as session, session.begin():
        found = list(await session.scalars(select(Appointment).order_by(Appointment.starts_at)))
    mine = [one for one in found if one.organization_id == salon.organization_id]
    assert [(one.starts_at, one.status) for one in mine] == [
        (datetime(2026, 11, 24, 9, 7, tzinfo=UTC), "confirmed"),
        (datetime(2026, 11, 25, 11, 0, tzinfo=UTC), "confirmed"),
    ]
    assert salon.resources["Dana"] in mine[0].resource_ids


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"service": "Surgery"}, "service"),
        ({"start": "soon"}, "start"),
        ({"start": "2026-13-01 10:00"}, "start"),
        ({"start": "2026-03-29 02:30"}, "start"),
        ({"start": "2026-11-24 23:00"}, ""),
        ({"start": "2026-11-20 10:00"}, ""),
        ({"person": "Jonas"}, ""),
        ({"person": "Nobody"}, "person"),
        ({"duration_min": "46"}, ""),
        ({"duration_min": "ten"}, "duration_min"),
        ({"email": "nobody"}, "email"),
        ({"location": "Mars"}, "location"),
    ],
)
async def test_an_appointment_that_cannot_be_is_refused(
    importer: Importer, cells: dict[str, str], column: str
) -> None:
    with pytest.raises(ImportUndone) as undone:
        await importer.appointments({**CUT, "start": "2026-11-25 10:00"}, {**CUT, **cells})
    assert [(one.number, one.column) for one in undone.value.report.refused] == [(3, column)]
    assert await importer.count(Appointment) == 0


async def test_all_that_is_wrong_with_a_line_is_told_at_once_by_the_columns_of_the_file(
    importer: Importer,
) -> None:
    called = {
        "service": "Leistung",
        "date": "Datum",
        "time": "Uhrzeit",
        "duration_min": "Dauer",
        "name": "Kunde",
        "email": "E-Mail",
        "time_zone": "Time_Zone",
    }
    cells = {
        "service": "Haircutt",
        "date": "24.13.2026",
        "time": "25:00",
        "duration_min": "long",
        "name": "1",
        "email": "nobody",
        "time_zone": "Mars",
    }
    wrong = (InvalidField("", "This line has more cells than there are columns."),)
    actor, organization = importer.actor, importer.organization_id
    line = TableLine(2, cells, called, wrong)
    with pytest.raises(ImportUndone) as undone:
        await importer.core.transaction(organization, actor, lambda desk: import_appointments(desk, [line]))
    columns = [one.column for one in undone.value.report.refused]
    assert sorted(columns) == ["", "Datum", "Dauer", "E-Mail", "Kunde", "Leistung", "Time_Zone"]


async def test_a_column_that_the_file_would_need_is_named_in_the_reason(importer: Importer) -> None:
    line = TableLine(2, {"name": "Ada"}, {"name": "Name"})
    with pytest.raises(ImportUndone) as undone:
        await importer.core.transaction(
            importer.organization_id, importer.actor, lambda desk: import_customers(desk, [line])
        )
    (refused,) = undone.value.report.refused
    assert (refused.column, refused.reason.endswith("The table has no column email.")) == ("", True)


async def test_all_that_is_wrong_with_a_service_is_told_at_once(importer: Importer) -> None:
    cells = {"name": "Facial", "durations": "x", "price": "y", "capacity": "z", "served_by": "nobody"}
    with pytest.raises(ImportUndone) as undone:
        await importer.services({**cells, "category": "none", "buffer_after_min": "9999"})
    columns = sorted(one.column for one in undone.value.report.refused)
    assert columns == ["buffer_after_min", "capacity", "category", "durations", "price", "served_by"]


async def test_what_is_refused_leaves_nothing_held(importer: Importer, ada: Visitor) -> None:
    wrong = {**CUT, "start": "2026-11-24 10:00"}
    with pytest.raises(ImportUndone):
        await importer.appointments(wrong, {**wrong, "name": "Ben"})
    with pytest.raises(ImportUndone):
        await importer.appointments(wrong, dry_run=True)
    assert (await ada.books("Haircut", at(1, 10))).status == "confirmed"
    taken = await importer.appointments(wrong, {**CUT, "start": "2026-11-25 10:00"}, skip_refused=True)
    assert counts(taken) == [1, 0, 0]
    assert [one.number for one in taken.refused] == [2]


@pytest.mark.parametrize("role", [Role.MEMBER, None])
async def test_who_may_not_arrange_may_not_import(
    core: BookingCore, salon: DemoSalon, role: Role | None
) -> None:
    somebody = Importer(core, salon, role)
    for deed in (somebody.services({"name": "A"}), somebody.customers(ADA), somebody.appointments(CUT)):
        with pytest.raises(NotAllowed):
            await deed
