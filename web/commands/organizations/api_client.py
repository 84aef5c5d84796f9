"""`zimun api-client`: the programs that may book for an organization, made, listed, rotated and revoked."""

from typing import Any

import click
import msgspec

from booking_core.access.scopes import Scope
from booking_core.api_clients.api_client import (
    BOOKINGS_PER_DAY,
    HOLDS_AT_ONCE,
    REQUESTS_PER_MINUTE,
    ApiClient,
    ClientLimits,
    NewSecret,
)
from booking_core.api_clients.arrange import (
    ApiClientRequest,
    create_client,
    list_clients,
    revoke_client,
    rotate_client_secret,
)
from booking_core.api_clients.arrange import limit_bookings as change_limit
from booking_core.storage.ids import new_id
from web.commands.organizations.operation import organization_option, run_at_desk
from web.commands.terminal.screen import console, with_refusals

BOOKINGS = click.IntRange(0, 1_000_000)
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
@click.option(
    "--bookings-per-day",
    type=BOOKINGS,
    default=BOOKINGS_PER_DAY,
    help="Bookings within 24 hours; 0 for any number.",
)
@organization_option
@json_option
@with_refusals
def create(
    name: str,
    scopes: tuple[str, ...],
    requests_per_minute: int,
    holds_at_once: int,
    bookings_per_day: int,
    organization: str | None,
    as_json: bool,
) -> None:
    """Make a client. Its secret is shown this once."""
    limits = ClientLimits(requests_per_minute, holds_at_once, bookings_per_day or None)
    request, key = ApiClientRequest(name, scopes, limits), new_id("key")
    _tell(run_at_desk(organization, lambda desk: create_client(desk, request, key=key)), as_json)


@api_client.command("list")
@organization_option
@json_option
@with_refusals
def show(organization: str | None, as_json: bool) -> None:
    """Every client, what it may do, and when it was last used."""

    clients = [_facts(client) for client in run_at_desk(organization, list_clients)]
    if as_json:
        click.echo(msgspec.json.encode(clients))
        return
    # Never cut to the width of a screen: ids and scopes are copied from here.
    for client in clients:
        used = (
            f"last used {client['last_used_at']:%Y-%m-%d %H:%M} UTC"
            if client["last_used_at"]
            else "never used"
        )
        state = ", revoked" if client["revoked_at"] else ""
        click.echo(f"{client['client_id']}  {client['name']}  ({used}{state})")
        click.echo(f"    {' '.join(client['scopes'])}")


@api_client.command("rotate")
@click.argument("client_id")
@organization_option
@json_option
@with_refusals
def new_secret(client_id: str, organization: str | None, as_json: bool) -> None:
    """Give a client a new secret. The one before goes on working until the next rotation."""

    _tell(run_at_desk(organization, lambda desk: rotate_client_secret(desk, client_id)), as_json)


@api_client.command("limit")
@click.argument("client_id")
@click.option(
    "--bookings-per-day", type=BOOKINGS, required=True, help="Bookings within 24 hours; 0 for any number."
)
@organization_option
@with_refusals
def limit_bookings(client_id: str, bookings_per_day: int, organization: str | None) -> None:
    """Say how much a client may book a day, from its next call on."""

    run_at_desk(organization, lambda desk: change_limit(desk, client_id, bookings_per_day or None))
    console.print(f"{client_id} may book {bookings_per_day or 'any number of'} appointments a day.")


@api_client.command()
@click.argument("client_id")
@organization_option
@with_refusals
def revoke(client_id: str, organization: str | None) -> None:
    """End a client: its secrets and every token it bears, at once and for ever."""

    run_at_desk(organization, lambda desk: revoke_client(desk, client_id))
    console.print(f"{client_id} is revoked.")


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
        "bookings_per_day": client.bookings_per_day,
        "created_at": client.created_at,
        "last_used_at": client.last_used_at,
        "revoked_at": client.revoked_at,
    }
