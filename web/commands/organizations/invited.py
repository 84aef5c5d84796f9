"""Whoever a command names by their address and who is merely invited yet is told so."""

import click
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.customers.contacts import normalise_email
from booking_core.team.links import FIRST_OWNER, INVITATION, OneTimeLink
from booking_core.time.clock import SystemClock

CLOCK = SystemClock()


async def must_have_joined(session: AsyncSession, email: str, organization_id: str | None = None) -> None:
    """Raises ``ClickException`` where a link to join is open for the address, in this organization or in
    any."""
    invited = select(OneTimeLink.id).where(
        OneTimeLink.email == normalise_email(email),
        OneTimeLink.kind.in_((INVITATION, FIRST_OWNER)),
        OneTimeLink.used_at.is_(None),
        OneTimeLink.expires_at > CLOCK.now(),
    )
    if organization_id is not None:
        invited = invited.where(OneTimeLink.organization_id == organization_id)
    if await session.scalar(invited.limit(1)) is not None:
        raise click.ClickException(
            f"{email} has not joined yet: the link of the invitation comes first. `zimun operator list` "
            "shows until when it is good, `zimun operator add` makes a new one."
        )
