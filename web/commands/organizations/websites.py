"""`zimun websites` and `zimun identity-key`: what an organization's own sites may do with its chat."""

import click

from booking_core.back_office.back_office import BackOffice
from booking_core.catalogue.organizations import Organization
from booking_core.catalogue.settings.websites import is_page, origin_of
from web.access.identity import identity_key as key_of
from web.commands.installation import secret_key_of
from web.commands.organizations.operation import change_settings, organization_option, run_at_back_office
from web.commands.terminal.screen import console, with_refusals
from web.settings import Settings


@click.command()
@click.argument("addresses", nargs=-1, metavar="[ADDRESS]…")
@click.option("--any", "anywhere", is_flag=True, help="Every site may show the chat.")
@organization_option
@with_refusals
def websites(addresses: tuple[str, ...], anywhere: bool, organization: str | None) -> None:
    """Say which websites may show the chat, such as https://www.example.com or https://*.example.com; without
    any, tell which may."""

    if addresses and anywhere:
        raise click.UsageError("Either some websites, or --any.")

    async def work(office: BackOffice) -> list[str]:
        if addresses or anywhere:
            # Two pages of one site are one website.
            await change_settings(office, {"websites": sorted({origin_of(one) for one in addresses})})
        return list((await office.settings.row()).websites)

    allowed = run_at_back_office(organization, work)
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

    async def work(office: BackOffice) -> Organization:
        return await (office.settings.renew_identity_key() if renew else office.settings.row())

    owner = run_at_back_office(organization, work)
    secret_key = secret_key_of(Settings.from_environment())
    click.echo(key_of(secret_key, owner.id, owner.identity_key_number))
