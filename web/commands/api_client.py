"""`zimun api-client`: the programs that may book for an organization, made, listed, rotated and revoked."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import click
import msgspec
from rich.table import Table
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from booking_core.clock import SystemClock
from booking_core.database import migrate, open_engine
from booking_core.demo import NAME
from booking_core.organizations import Organization
from web.access.api_clients import (
    HOLDS_AT_ONCE,
    REQUESTS_PER_MINUTE,
    ApiClient,
    Limits,
    NewSecret,
    api_clients_of,
    new_api_client,
    rotate,
)
from web.access.scopes import Scope
from web.access.tokens import revoke_client
from web.commands.installation import installed_database
from web.commands.screen import console, refusing
from web.settings import Settings

T = TypeVar("T")
CLOCK = SystemClock()
organization_option = click.option(
    "--organization", metavar="ID", help="Whose; not needed while there is only one."
)
json_option = click.option("--json", "as_json", is_flag=True, help="One line of JSON, for programs.")


@click.group("api-client")
def api_client() -> None:
    """Programs that may use the Booking API."""


@api_client.command()
@click.argument("name")
@click.option(
    "--scope",
    "scopes",
    multiple=True,
    required=True,
    type=click.Choice([scope.value for scope in Scope]),
    help="What it may do; more than once for more.",
)
@click.option("--requests-per-minute", type=click.IntRange(1, 10_000_000), default=REQUESTS_PER_MINUTE)
@click.option("--holds-at-once", type=click.IntRange(0, 1_000_000), default=HOLDS_AT_ONCE)
@organization_option
@json_option
@refusing
def create(
    name: str,
    scopes: tuple[str, ...],
    requests_per_minute: int,
    holds_at_once: int,
    organization: str | None,
    as_json: bool,
) -> None:
    """Make a client. Its secret is shown this once."""
    wanted = tuple(scope for scope in Scope if scope in scopes)
    limits = Limits(requests_per_minute, holds_at_once)

    async def deed(session: AsyncSession) -> NewSecret:
        owner = await _organization(session, organization)
        return new_api_client(session, owner, name, wanted, CLOCK.now(), limits)

    _tell(_done(deed), as_json)


@api_client.command("list")
@organization_option
@json_option
@refusing
def show(organization: str | None, as_json: bool) -> None:
    """Every client, what it may do, and when it was last used."""

    async def deed(session: AsyncSession) -> list[ApiClient]:
        return await api_clients_of(session, await _organization(session, organization))

    clients = [_facts(client) for client in _done(deed)]
    if as_json:
        click.echo(msgspec.json.encode(clients))
        return
    table = Table("Client", "Name", "Scopes", "Last used", "", box=None)
    for client in clients:
        used = client["last_used_at"] or "never"
        state = "revoked" if client["revoked_at"] else ""
        table.add_row(client["client_id"], client["name"], " ".join(client["scopes"]), str(used), state)
    console.print(table)


@api_client.command("rotate")
@click.argument("client_id")
@json_option
@refusing
def new_secret(client_id: str, as_json: bool) -> None:
    """Give a client a new secret. The one before goes on working until the next rotation."""

    async def deed(session: AsyncSession) -> NewSecret:
        client = await session.scalar(
            select(ApiClient)
            .where(ApiClient.id == client_id, ApiClient.revoked_at.is_(None))
            .with_for_update()
        )
        if client is None:
            raise click.ClickException("There is no such client, or it has been revoked.")
        return rotate(client)

    _tell(_done(deed), as_json)


@api_client.command()
@click.argument("client_id")
@refusing
def revoke(client_id: str) -> None:
    """End a client: its secrets and every token it bears, at once and for ever."""

    async def deed(session: AsyncSession) -> bool:
        return await revoke_client(session, client_id, CLOCK.now())

    if not _done(deed):
        raise click.ClickException("There is no such client, or it has been revoked already.")
    console.print(f"{client_id} is revoked.")


def _done(deed: Callable[[AsyncSession], Awaitable[T]]) -> T:
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


async def _organization(session: AsyncSession, wanted: str | None) -> str:
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
        raise click.ClickException("There is no organization yet. `zimun init` makes one, `zimun seed` a demo.")
    raise click.ClickException("There are several organizations: say whose, with --organization.")


def _tell(new: NewSecret, as_json: bool) -> None:
    client = new.client
    facts = {
        "client_id": client.id,
        "client_secret": new.secret,
        "organization_id": client.organization_id,
        "scopes": list(client.scopes),
    }
    if as_json:
        click.echo(msgspec.json.encode(facts))
        return
    console.print(f"client_id      {client.id}")
    console.print(f"client_secret  {new.secret}")
    console.print(f"scopes         {' '.join(client.scopes)}")
    console.print("The secret is shown this once; keep it where programs keep secrets.")


def _facts(client: ApiClient) -> dict[str, Any]:
    return {
        "client_id": client.id,
        "name": client.name,
        "organization_id": client.organization_id,
        "scopes": list(client.scopes),
        "requests_per_minute": client.requests_per_minute,
        "holds_at_once": client.holds_at_once,
        "created_at": client.created_at,
        "last_used_at": client.last_used_at,
        "revoked_at": client.revoked_at,
    }
