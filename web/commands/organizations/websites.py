"""`zimun websites` and `zimun identity-key`: what an organization's own sites may do with its chat."""

import click
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.catalogue.organizations import Organization
from booking_core.catalogue.websites import allow_websites, is_page, origin_of, renew_identity_key
from booking_core.errors import InvalidField
from booking_core.storage.audit import Actor
from booking_core.time.clock import SystemClock
from web.access.identity import identity_key as key_of
from web.commands.installation import secret_key_of
from web.commands.organizations.operation import find_organization, organization_option, run_in_transaction
from web.commands.terminal.screen import console, with_refusals
from web.settings import Settings

CLOCK = SystemClock()
ACTOR = Actor(door="system", id="zimun", proof="the command line")


@click.command()
@click.argument("addresses", nargs=-1, metavar="[ADDRESS]…")
@click.option("--any", "anywhere", is_flag=True, help="Every site may show the chat.")
@organization_option
@with_refusals
def websites(addresses: tuple[str, ...], anywhere: bool, organization: str | None) -> None:
    """Say which websites may show the chat, such as https://www.example.com or https://*.example.com; without
    any, tell which may."""

    async def work(session: AsyncSession) -> list[str]:
        organization_id = await find_organization(session, organization)
        if addresses or anywhere:
            return await allow_websites(session, organization_id, addresses, ACTOR, CLOCK.now())
        return list((await session.get_one(Organization, organization_id)).websites)

    if addresses and anywhere:
        raise click.UsageError("Either some websites, or --any.")
    try:
        allowed = run_in_transaction(work)
    except InvalidField as refusal:
        raise click.ClickException(refusal.detail) from refusal
    for address in addresses:
        if is_page(address):
            console.print(
                f"Only the site counts, whatever its page: {origin_of(address)} for {address}", markup=False
            )
    console.print("\n".join(allowed) or "Every website may show the chat.")


@click.command("identity-key")
@click.option("--renew", is_flag=True, help="Make a new one; the old one is worth nothing any more.")
@organization_option
@with_refusals
def identity_key(renew: bool, organization: str | None) -> None:
    """Print the key with which the site's server signs who its customer is (see docs/embed.md). Keep it off
    web pages."""

    async def work(session: AsyncSession) -> Organization:
        organization_id = await find_organization(session, organization)
        if renew:
            return await renew_identity_key(session, organization_id, ACTOR, CLOCK.now())
        return await session.get_one(Organization, organization_id)

    owner = run_in_transaction(work)
    secret_key = secret_key_of(Settings.from_environment())
    click.echo(key_of(secret_key, owner.id, owner.identity_key_number))
