"""`zimun import`: services, customers and appointments to come, from tables of other programs."""

from collections.abc import Sequence
from pathlib import Path

import click

from booking_core.core import BookingCore
from booking_core.imports.appointments import APPOINTMENT_COLUMNS, import_appointments
from booking_core.imports.columns import ImportColumn
from booking_core.imports.customers import CUSTOMER_COLUMNS, import_customers
from booking_core.imports.report import ImportUndone, RefusedLine, Report, TableLine
from booking_core.imports.services import SERVICE_COLUMNS, import_services
from booking_core.storage.audit import Actor
from web.commands.business.csv_reader import MOST_BYTES, read_csv
from web.commands.business.files import FILE, read_bytes
from web.commands.organizations.operation import organization_option, run_as_owner
from web.commands.terminal.screen import console, with_refusals

COLUMNS: dict[str, Sequence[ImportColumn]] = {
    "services": SERVICE_COLUMNS,
    "customers": CUSTOMER_COLUMNS,
    "appointments": APPOINTMENT_COLUMNS,
}
# Of the lines that are refused, on a screen that can still be read.
MOST_SHOWN = 200


@click.command("import")
@click.argument("what", type=click.Choice(list(COLUMNS)))
@click.argument("file", type=FILE)
@click.option("--dry-run", is_flag=True, help="Only tell what would happen.")
@click.option("--skip-refused", is_flag=True, help="Import the other lines where some are refused.")
@organization_option
@with_refusals
def import_(what: str, file: Path, dry_run: bool, skip_refused: bool, organization: str | None) -> None:
    """Import a table (CSV) of services, customers or appointments to come; see docs/business-file.md.

    Every line that is refused is told with its number and why, and then nothing is imported, unless with
    --skip-refused. A second time changes nothing. Nobody is written to."""
    lines = read_csv(read_bytes(file, MOST_BYTES), COLUMNS[what])
    how = {"skip_refused": skip_refused, "dry_run": dry_run}

    async def work(core: BookingCore, actor: Actor) -> tuple[Report, bool]:
        try:
            return await _run(what, core, actor, lines, how), True
        except ImportUndone as undone:
            return undone.report, False

    report, is_done = run_as_owner(organization, work)
    _tell(report, report.refused, str(file), is_done)
    if report.refused and not skip_refused:
        raise click.ClickException(
            "Nothing was imported, because of these lines; --skip-refused imports the others."
        )
    if not is_done:
        console.print("Nothing was imported: this was a dry run.")


async def _run(
    what: str, core: BookingCore, actor: Actor, lines: Sequence[TableLine], how: dict[str, bool]
) -> Report:
    organization_id = actor.organization_id
    if what == "services":
        return await core.arrange(
            organization_id, actor, lambda office: import_services(office, lines, **how)
        )
    if what == "customers":
        return await core.transaction(
            organization_id, actor, lambda desk: import_customers(desk, lines, **how)
        )
    return await core.transaction(
        organization_id, actor, lambda desk: import_appointments(desk, lines, **how)
    )


def _tell(report: Report, refused: Sequence[RefusedLine], name: str, is_done: bool) -> None:
    for one in refused[:MOST_SHOWN]:
        column = f" {one.column}:" if one.column else ""
        console.print(f"{name}:{one.number}:{column} {one.reason}", markup=False)
    if len(refused) > MOST_SHOWN:
        console.print(f"and {len(refused) - MOST_SHOWN} more.")
    told = [f"{count} {outcome.value}" for outcome, count in report.counts.items()]
    would = "" if is_done else "Would be: "
    console.print(f"{would}{', '.join(told)}, {len({one.number for one in refused})} refused.")
