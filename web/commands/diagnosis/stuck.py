"""`zimun stuck`: turns and jobs that were given up, tried again or dropped."""

import click
from sqlalchemy.ext.asyncio import AsyncSession

from agent.turns.backlog import BACKLOG, Backlog, drop_stuck, retry_stuck
from web.commands.organizations.operation import run_in_transaction
from web.commands.terminal.screen import console, with_refusals


@click.command()
@click.option("--retry", is_flag=True, help="Begin them anew.")
@click.option(
    "--drop", is_flag=True, help="Give them up for good: customers may write again, emails are not sent."
)
@with_refusals
def stuck(retry: bool, drop: bool) -> None:
    """Show what was given up: turns that ended every worker, and jobs that failed to the end."""
    if retry and drop:
        raise click.UsageError("Either --retry or --drop.")
    if retry or drop:
        turns, jobs = run_in_transaction(retry_stuck if retry else drop_stuck)
        console.print(f"{turns} turns and {jobs} jobs {'begin anew' if retry else 'are dropped'}.")
        return
    backlog = run_in_transaction(_backlog)
    console.print(f"{backlog.turns_given_up} turns and {backlog.jobs_given_up} jobs were given up.")
    console.print(
        f"{backlog.waiting} customers wait for an answer, {'a' if backlog.is_worked else 'no'} worker is "
        "alive."
    )


async def _backlog(session: AsyncSession) -> Backlog:
    row = (await session.execute(BACKLOG.text)).one()
    return Backlog(*row)
