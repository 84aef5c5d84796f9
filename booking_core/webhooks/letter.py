"""The letter that tells an owner that a webhook has been given up: it goes to the organization's own
address."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.catalogue.organizations import Organization
from booking_core.notices.outbox import NewMail, post
from booking_core.storage.ids import new_id
from booking_core.webhooks.endpoints import WebhookEndpoint

KIND = "webhook_disabled"
SUBJECT = "A webhook of {name} has been switched off"
TEXT = """\
Hello,

nothing that we sent to this address has been taken since {since:%Y-%m-%d %H:%M} UTC:

    {url}

So we have stopped sending there. Bookings go on as before; the program behind that address does not \
hear of them. Once it answers
again, send it a test: the first one that is taken switches the webhook on again.

{name}
"""


async def write_disabled_letter(session: AsyncSession, endpoint: WebhookEndpoint, now: datetime) -> None:
    """Write it in the transaction that disables the endpoint. An organization without an address is not
    written to."""
    organization = await session.get_one(Organization, endpoint.organization_id)
    if organization.email is None:
        return
    letter = NewMail(
        id=new_id("mail"),
        organization_id=organization.id,
        kind=KIND,
        recipient=organization.email,
        subject=SUBJECT.format(name=organization.name),
        text=TEXT.format(name=organization.name, url=endpoint.url, since=endpoint.failing_since or now),
    )
    await post(session, letter, now)
