"""`zimun erase`: a customer who wants to be forgotten is, everywhere."""

import asyncio

import click
from msgspec import Struct

from agent.data_retention.erasure import erase_person
from agent.data_retention.known import find_known
from agent.verification.proof_request import normal_contact
from booking_core.desk import Desk
from booking_core.errors import Refusal
from booking_core.storage.audit import Actor
from booking_core.storage.database import migrate
from web.commands.installation import connect_servers
from web.commands.organizations.operation import find_organization, organization_option
from web.commands.terminal.screen import console, with_refusals
from web.context import AppContext
from web.settings import Settings

ACTOR = Actor(door="system", id="command line", proof="zimun erase")


class Erased(Struct, frozen=True):
    """How many of each there were."""

    customers: int
    letters: int
    conversations: int

    @property
    def is_nothing(self) -> bool:
        return self == Erased(0, 0, 0)


@click.command()
@click.argument("contact", metavar="EMAIL_OR_PHONE")
@organization_option
@with_refusals
def erase(contact: str, organization: str | None) -> None:
    """Forget a customer by their email address or phone number: their record, emails, and what they said in
    conversations.

    Their past appointments keep their times, without a name. Appointments to come have to be cancelled first.
    """
    settings = Settings.from_environment()
    with connect_servers(settings) as served:
        if settings.embedded:
            migrate(served.database_url)
        erased = asyncio.run(_erase(served, contact, organization))
    if erased.is_nothing:
        raise click.ClickException(
            "Nobody is known by that email address or phone number, so there was nothing to erase."
            " Is it spelled as the customer gave it?"
        )
    console.print(
        f"Erased. Customers: {erased.customers}, emails: {erased.letters}, conversations emptied: "
        f"{erased.conversations}"
    )


async def _erase(settings: Settings, contact: str, wanted: str | None) -> Erased:
    context = AppContext(settings)
    try:
        async with context.core.sessions() as session, session.begin():
            organization_id = await find_organization(session, wanted)
            country = (await context.core.catalogue(session, organization_id)).organization.country
        normal = normal_contact(contact, contact, (country,))
        if not normal:
            raise click.ClickException("That is neither an email address nor a phone number.")

        async def work(desk: Desk) -> Erased:
            known = await find_known(desk, normal)
            conversations = await erase_person(desk, context.log, normal)
            return Erased(len(known.customers), len(known.letter_ids), conversations)

        return await context.core.transaction(organization_id, ACTOR, work)
    except Refusal as refusal:
        raise click.ClickException(refusal.detail) from refusal
    finally:
        await context.close()
