"""`zimun operator export`: what is kept of somebody who signs in, for themselves."""

from typing import Any

import click
import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.team.accounts import account_with_email
from web.access.own_data import own_data
from web.commands.organizations.invited import must_have_joined
from web.commands.organizations.operation import run_in_transaction
from web.commands.terminal.screen import with_refusals


@click.command()
@click.argument("email")
@with_refusals
def export(email: str) -> None:
    """Everything that is kept of somebody, as JSON: their account, memberships, sessions and passkeys, and
    what they did. For whoever asks what is known of them; no secret is among it."""

    async def work(session: AsyncSession) -> dict[str, Any]:
        account = await account_with_email(session, email)
        if account is None:
            await must_have_joined(session, email)
            raise click.ClickException(f"Nobody signs in with {email}. `zimun operator list` shows who does.")
        return await own_data(session, account)

    click.echo(msgspec.json.format(msgspec.json.encode(run_in_transaction(work))))
