"""The letter to the business about a customer who asked for a person: at its own address, once for each
conversation.

It names nobody; what was said is read in the console, by whoever may sign in there.
"""

from sqlalchemy.ext.asyncio import AsyncSession

from agent.languages.texts.letters import person_letter
from booking_core.catalogue.organizations import Organization
from booking_core.notices.outbox import CONVERSATION_MARK, NewMail, post
from booking_core.time.clock import Clock

KIND = "person_wanted"


async def write_person_letter(
    session: AsyncSession, organization: Organization, conversation_id: str, clock: Clock
) -> None:
    """Write it in the transaction of the answer that says so, in the language of the business. Without its
    address there is none."""
    if organization.email is None:
        return
    # A subject is one line, whatever the name of the business holds.
    name = " ".join(organization.name.split())
    subject, words = person_letter(organization.locale, name=name, link=CONVERSATION_MARK)
    letter = NewMail(
        id=f"mail_{conversation_id.partition('_')[2]}_person",
        organization_id=organization.id,
        kind=KIND,
        recipient=organization.email,
        subject=subject,
        text=words,
        conversation_id=conversation_id,
    )
    await post(session, letter, clock.now())
