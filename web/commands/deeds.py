"""What commands do to an organization: one deed in one transaction on the database of this installation."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

import click
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from booking_core.database import migrate, open_engine
from booking_core.demo import NAME
from booking_core.organizations import Organization
from web.commands.installation import installed_database
from web.settings import Settings

T = TypeVar("T")
organization_option = click.option(
    "--organization", metavar="ID", help="Whose; not needed while there is only one."
)


def done(deed: Callable[[AsyncSession], Awaitable[T]]) -> T:
    """Do a deed in one transaction on the database of this installation."""

    async def in_transaction(database_url: str) -> T:
        engine = open_engine(database_url, pool_size=1)
        try:
            async with async_sessionmaker(engine, expire_on_commit=False)() as session, session.begin():
                return await deed(session)
        finally:
            await engine.dispose()

    settings = Settings.from_environment()
    with installed_database(settings) as database_url:
        if settings.embedded:
            migrate(database_url)
        return asyncio.run(in_transaction(database_url))


async def named_organization(session: AsyncSession, wanted: str | None) -> str:
    """The organization named, or the only one, or the demo's. Raises ``ClickException``."""
    rows = (await session.execute(select(Organization.id, Organization.name).limit(1000))).all()
    if wanted is not None:
        known = await session.scalar(select(Organization.id).where(Organization.id == wanted))
        if known is None:
            raise click.ClickException("There is no such organization.")
        return str(known)
    demo = [row.id for row in rows if row.name == NAME]
    if len(rows) == 1 or len(demo) == 1:
        return str(rows[0].id if len(rows) == 1 else demo[0])
    if not rows:
        raise click.ClickException(
            "There is no organization yet. `zimun init` makes one, `zimun seed` a demo."
        )
    raise click.ClickException("There are several organizations: say whose, with --organization.")
