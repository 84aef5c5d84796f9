"""`zimun doctor`: what is in the way of running, and what to do about it."""

import click
from rich.markup import escape

from web.commands.diagnosis.checks import findings
from web.commands.terminal.screen import console, with_refusals
from web.settings import Settings


@click.command()
@with_refusals
def doctor() -> None:
    """Look at everything Zimun needs; exit code 1 when something is not good."""
    ill = 0
    for finding in findings(Settings.from_environment()):
        mark = "[green]good[/green]" if finding.good else "[red]BAD [/red]"
        console.print(f"{mark}  {finding.about:22} {escape(finding.found)}")
        if not finding.good:
            ill += 1
            console.print(f"      {'':22} {finding.advice}", markup=False)
    if ill:
        raise click.ClickException("One thing needs you." if ill == 1 else f"{ill} things need you.")
