"""`zimun erase`: a customer who wants to be forgotten is, everywhere."""

import asyncio

import click

from agent.erasure import erase_person
from agent.verification import normal_contact
from booking_core.audit import Actor
from booking_core.database import migrate
from booking_core.errors import Refusal
from web.commands.deeds import named_organization, organization_option
from web.commands.installation import installed_servers
from web.commands.screen import console, refusing
from web.dependencies import House
from web.settings import Settings

ACTOR = Actor(door="system", id="command line", proof="zimun erase")


@click.command()
@click.argument("contact", metavar="EMAIL")
@organization_option
@refusing
def erase(contact: str, organization: str | None) -> None:
    """Forget a customer by their e-mail address or phone number: their record, letters, and what they said in conversations.

    Their past appointments keep their times, without a name. Appointments to come have to be cancelled first.
    """
    settings = Settings.from_environment()
    with installed_servers(settings) as served:
        if settings.embedded:
            migrate(served.database_url)
        conversations = asyncio.run(_erased(served, contact, organization))
    console.print(f"Erased. Conversations emptied: {conversations}")


async def _erased(settings: Settings, contact: str, wanted: str | None) -> int:
    house = House(settings)
    try:
        async with house.core.sessions() as session, session.begin():
            organization_id = await named_organization(session, wanted)
            country = (await house.core.catalogue(session, organization_id)).organization.country
        normal = normal_contact(contact, country)
        if not normal:
            raise click.ClickException("That is neither an e-mail address nor a phone number.")
        return await house.core.visit(
            organization_id, ACTOR, lambda desk: erase_person(desk, house.log, normal)
        )
    except Refusal as refusal:
        raise click.ClickException(refusal.detail) from refusal
    finally:
        await house.close()
