"""What commands do to an organization: one operation in one transaction on the database of this
installation."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

import click
from sqlalchemy import Row, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from booking_core.catalogue.organizations import Organization
from booking_core.storage.database import migrate, open_engine
from web.commands.installation import connect_database
from web.settings import Settings

T = TypeVar("T")
# Of the organizations to choose among, on one screen.
MOST_SHOWN = 20
organization_option = click.option(
    "--organization", metavar="ID", help="Whose; not needed while there is only one."
)


def run_in_transaction(work: Callable[[AsyncSession], Awaitable[T]]) -> T:
    """Run one operation in one transaction on the database of this installation."""

    async def in_transaction(database_url: str) -> T:
        engine = open_engine(database_url, pool_size=1)
        try:
            async with async_sessionmaker(engine, expire_on_commit=False)() as session, session.begin():
                return await work(session)
        finally:
            await engine.dispose()

    settings = Settings.from_environment()
    with connect_database(settings) as database_url:
        if settings.embedded:
            migrate(database_url)
        return asyncio.run(in_transaction(database_url))


async def find_organization(session: AsyncSession, wanted: str | None) -> str:
    """The organization named, or the only one. Raises ``ClickException``, with the choices where there are
    several."""
    rows = (
        await session.execute(select(Organization.id, Organization.name).order_by(Organization.name))
    ).all()
    if wanted is not None:
        if wanted not in [row.id for row in rows]:
            raise click.ClickException(f"There is no such organization. These are:{_choices(rows)}")
        return wanted
    if not rows:
        raise click.ClickException(
            "There is no organization yet. `zimun init` makes one, `zimun seed` a demo."
        )
    if len(rows) > 1:
        raise click.ClickException(
            f"There are several organizations: say whose, with --organization ID.{_choices(rows)}"
        )
    return str(rows[0].id)


def _choices(rows: Sequence[Row[str, str]]) -> str:
    more = len(rows) - MOST_SHOWN
    shown = [f"\n  {row.id}  {row.name}" for row in rows[:MOST_SHOWN]]
    return "".join(shown) + (f"\n  and {more} more" if more > 0 else "")
