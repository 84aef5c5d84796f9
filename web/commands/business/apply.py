"""`zimun apply`: a business becomes as its file says. A plan comes first; all of it happens, or nothing."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from booking_core.back_office.back_office import BackOffice
from booking_core.back_office.decisions import Decisions
from booking_core.back_office.touched import AppointmentsTouched, Touched, bookings_of
from booking_core.business_file.business_file import Rehearsal, apply_file, out_of_date, rehearse_file
from booking_core.business_file.plan.plan import Plan
from booking_core.business_file.plan.words import describe_plan
from booking_core.business_file.wrong import FileRefused
from booking_core.core import BookingCore
from booking_core.errors import Refusal
from booking_core.storage.audit import Actor
from web.commands.business.files import FILE, read_file, refusal_of
from web.commands.business.touched import TouchedList, Wishes, must_be_touched, read_wishes
from web.commands.business.yaml_reader import YamlText
from web.commands.organizations.operation import organization_option, run_as_owner
from web.commands.terminal.screen import console, with_refusals


@click.command()
@click.argument("file", type=FILE)
@click.option("--dry-run", is_flag=True, help="Only show the plan.")
@click.option("--prune", is_flag=True, help="Archive what the sections of the file do not have any more.")
@click.option(
    "--touched",
    "wishes",
    multiple=True,
    metavar="DECISION",
    help="What becomes of appointments that could not take place any more: keep or cancel, or for one of them"
    " CODE=keep, CODE=cancel or CODE=2026-12-01T10:00, to move it, on the clock of its place. Without it"
    " they are listed, and nothing changes.",
)
@click.option("--yes", is_flag=True, help="Do not ask whether the plan is right; needed without a terminal.")
@organization_option
@with_refusals
def apply(
    file: Path, dry_run: bool, prune: bool, wishes: tuple[str, ...], yes: bool, organization: str | None
) -> None:
    """Make the business as FILE says (YAML, see docs/business-file.md); - reads it from standard input.

    The plan is shown first. All of it happens, or nothing; a second time changes nothing."""
    decided = read_wishes(wishes)
    text = read_file(file)
    can_ask = file != Path("-") and sys.stdin.isatty()

    async def work(core: BookingCore, actor: Actor) -> None:
        run = _Run(core, actor, text, prune, decided)
        try:
            await run.rehearse()
            if run.plan.changes and not dry_run:
                if not yes:
                    _ask(can_ask)
                await run.apply()
                console.print("Done.")
        except FileRefused as refused:
            raise refusal_of(refused, str(file), text) from refused

    run_as_owner(organization, work)


def _ask(can_ask: bool) -> None:
    """Whether the plan is right. Raises ``ClickException`` where nobody can say so, and ``Abort``."""
    if not can_ask:
        raise click.ClickException(
            "Nothing was changed: there is no terminal to ask whether the plan is right. If it is, say --yes."
        )
    click.confirm("Is that right?", abort=True)


class _Run:
    """One file for one organization."""

    def __init__(self, core: BookingCore, actor: Actor, text: YamlText, prune: bool, wishes: Wishes) -> None:
        self.core = core
        self.actor = actor
        self.text = text
        self.prune = prune
        self.wishes = wishes
        self.plan = Plan(())
        self.listed: TouchedList | None = None
        self.decisions: Decisions | None = None

    async def rehearse(self) -> None:
        """Show what would happen. Raises ``ClickException`` where nobody has decided what becomes of an
        appointment."""
        touched: Sequence[Touched] = ()
        try:
            await self.core.arrange(
                self.actor.organization_id,
                self.actor,
                lambda office: rehearse_file(office, self.text.data, prune=self.prune),
            )
        except Rehearsal as rehearsal:
            self.plan, touched = rehearsal.plan, rehearsal.touched
        for line in describe_plan(self.plan):
            console.print(line, markup=False)
        if self.plan.changes and not touched:
            must_be_touched((), self.wishes)
        if touched:
            self.listed = await self._list(touched)
            for line in self.listed.describe(self.wishes):
                console.print(line, markup=False)
            self.decisions = self.listed.decide(self.wishes)

    async def _list(self, touched: Sequence[Touched]) -> TouchedList:
        organization_id, ids = self.actor.organization_id, [one.appointment_id for one in touched]
        bookings = await self.core.arrange(
            organization_id, self.actor, lambda office: bookings_of(office, ids)
        )
        return TouchedList(touched, bookings, await self.core.catalogue_of(organization_id))

    async def apply(self) -> None:
        """Exactly what was shown. Raises ``Conflict`` where it would be anything else by now."""
        organization_id, decisions = self.actor.organization_id, self.decisions
        try:
            await self.core.arrange(organization_id, self.actor, self._operation, decisions=decisions)
        except AppointmentsTouched as error:
            raise out_of_date() from error
        except Refusal as refusal:
            about = self.listed.refusals(refusal) if self.listed else []
            if not about:
                raise
            raise click.ClickException(
                "\n".join(["Nothing was changed, because of this:", *about])
            ) from refusal

    async def _operation(self, office: BackOffice) -> None:
        await apply_file(office, self.text.data, prune=self.prune, planned=self.plan)
