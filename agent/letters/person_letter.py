"""The letter that tells the business that a customer asks for a person, once per conversation.

It has no personal data: the conversation is read in the console.
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
    """Queue the letter in the answer's transaction, in the language of the business. Does nothing where the
    business has no e-mail address."""
    if organization.email is None:
        return
    # The name may have line breaks; a subject must not.
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
