"""What commands do to an organization: one operation in one transaction on the database of this
installation."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from typing import Any, TypeVar

import click
from sqlalchemy import Row, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from booking_core.access.roles import Role
from booking_core.back_office.back_office import BackOffice
from booking_core.catalogue.organizations import Organization
from booking_core.core import BookingCore
from booking_core.desk import Desk
from booking_core.errors import Refusal
from booking_core.storage.audit import Actor
from booking_core.storage.database import migrate, open_engine
from web.commands.installation import connect_servers
from web.context import AppContext
from web.embedded.keys import ServerKeys
from web.settings import Settings

T = TypeVar("T")
# Of the organizations to choose among, on one screen.
MOST_SHOWN = 20
organization_option = click.option(
    "--organization", metavar="ID", help="Whose; not needed while there is only one."
)


def run_in_transaction(work: Callable[[AsyncSession], Awaitable[T]]) -> T:
    """Run one operation in one transaction on the database of this installation. Raises ``ClickException``
    where there is none."""

    async def in_transaction(served: Settings) -> T:
        engine = open_engine(served.database_url, pool_size=1)
        try:
            async with async_sessionmaker(engine, expire_on_commit=False)() as session, session.begin():
                return await work(session)
        finally:
            await engine.dispose()

    return _run_here(in_transaction)


def run_at_back_office(wanted: str | None, deed: Callable[[BackOffice], Awaitable[T]]) -> T:
    """Run one operation at the back office of the organization named, or of the only one. What is refused is
    a ``ClickException``."""
    return run_as_owner(wanted, lambda core, actor: core.arrange(actor.organization_id, actor, deed))


def run_at_desk(wanted: str | None, deed: Callable[[Desk], Awaitable[T]]) -> T:
    """The same at the desk."""
    return run_as_owner(wanted, lambda core, actor: core.transaction(actor.organization_id, actor, deed))


def run_as_owner(wanted: str | None, work: Callable[[BookingCore, Actor], Awaitable[T]]) -> T:
    """Run something as the owner of the organization named, or of the only one: whoever may use the command
    line owns all of it. What is refused is a ``ClickException``."""
    return _run_here(lambda served: _as_owner(served, wanted, work))


def _run_here(work: Callable[[Settings], Coroutine[Any, Any, T]]) -> T:
    """Run something on the servers of this installation; a database of our own is migrated first."""
    settings = Settings.from_environment()
    _must_be_there(settings)
    with connect_servers(settings) as served:
        if settings.embedded:
            migrate(served.database_url)
        return asyncio.run(work(served))


def _must_be_there(settings: Settings) -> None:
    """Of a database of our own, none is made here. Raises ``ClickException``."""
    if settings.embedded and ServerKeys.in_directory(settings.data_dir) is None:
        raise click.ClickException(
            f"There is no Zimun in {settings.data_dir} yet. Please run this in the folder where Zimun runs,"
            " or name its DATA_DIR; `zimun init` makes a new one."
        )


async def change_settings(office: BackOffice, changed: Mapping[str, Any]) -> None:
    """From their newest version, which nobody else changes until the commit."""
    _, version = await office.settings.read()
    await office.settings.change(changed, expected_version=version)


async def _as_owner(
    settings: Settings, wanted: str | None, work: Callable[[BookingCore, Actor], Awaitable[T]]
) -> T:
    context = AppContext(settings)
    try:
        async with context.core.sessions() as session:
            organization_id = await find_organization(session, wanted)
        actor = Actor("system", "zimun", "the command line", role=Role.OWNER, organization_id=organization_id)
        return await work(context.core, actor)
    except Refusal as refusal:
        raise click.ClickException(refusal.detail) from refusal
    finally:
        await context.close()


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
