"""The letter that tells the business that a customer asks for a person, once per conversation and mailbox;
once more where only afterwards it is known who that is, and where they ask again after they were answered.

It says who asks and how to reach them, where they have said so, and goes with its conversation when that is
erased; all else is read in the console.
"""

from collections.abc import Mapping
from datetime import datetime

from msgspec import structs
from sqlalchemy.ext.asyncio import AsyncSession

from agent.hand_over.waiting import count_answers
from agent.languages.texts.letters.short_letters import person_letter
from agent.letters.content.letter_content import one_line
from booking_core.catalogue.organizations import Organization
from booking_core.customers.contacts import ContactDetails
from booking_core.customers.phone_countries import ways_in_words
from booking_core.notices.outbox import CONVERSATION_MARK, NewMail, post
from booking_core.team.memberships import PERSON_WANTED, addresses_to_notify
from booking_core.time.clock import Clock


async def write_person_letter(
    session: AsyncSession,
    organization: Organization,
    conversation_id: str,
    clock: Clock,
    contact: ContactDetails | None,
    *,
    is_later: bool = False,
) -> None:
    """Queue it in the answer's transaction, in the language of the business: to its own address, if it has
    one, and to everybody of the team who wants to hear of it. ``is_later`` where they have had it, and only
    the ``contact`` is new."""
    # The name may have line breaks; a subject must not.
    name = " ".join(organization.name.split())
    reached = one_line(f"{contact.name}, {ways_in_words(contact)}") if contact else ""
    subject, words = person_letter(
        organization.locale, name=name, link=CONVERSATION_MARK, contact=reached, is_later=is_later
    )
    answers = await count_answers(session, organization.id, conversation_id)
    about = (f"_{answers}" if answers else "") + ("_contact" if is_later else "")
    recipients = await recipients_of(session, organization, conversation_id, about)
    letter = NewMail("", organization.id, PERSON_WANTED, "", subject, words, conversation_id=conversation_id)
    await post_to_each(session, recipients, letter, clock.now())


async def post_to_each(
    session: AsyncSession, recipients: Mapping[str, str], letter: NewMail, now: datetime
) -> None:
    """The same letter to all of them (``recipients_of``)."""
    for id_, recipient in recipients.items():
        await post(session, structs.replace(letter, id=id_, recipient=recipient), now)


async def recipients_of(
    session: AsyncSession, organization: Organization, conversation_id: str, about: str
) -> dict[str, str]:
    """Whom the business has told to hear of people in the chat, each by the id of their letter, which is one
    for a conversation and what it is ``about``."""
    number = conversation_id.partition("_")[2] + about
    found = {f"mail_{number}_person": organization.email} if organization.email else {}
    for member, address in (await addresses_to_notify(session, organization.id, PERSON_WANTED)).items():
        if address not in found.values():
            found[f"mail_{number}_{member}"] = address
    return found
