"""A customer introduced by the site they came from: who they are there, and how to reach them, so that nobody
asks again."""

from msgspec import Struct
from sqlalchemy.ext.asyncio import AsyncSession

from agent.conversation.conversation import CLOSED, Conversation
from agent.conversation.state import ConversationState
from agent.conversation.vault import Vault
from agent.privacy.personal import EMAIL, NAME, PHONE
from booking_core.core import BookingCore
from booking_core.customers.contacts import ContactDetails
from booking_core.errors import Conflict, InvalidField


class IntroducedCustomer(Struct, frozen=True):
    """``subject`` is the id the site knows its customer by; ``contact`` is as unproven as what customers type
    themselves."""

    subject: str
    contact: ContactDetails | None = None


async def introduce(core: BookingCore, conversation_id: str, introduced: IntroducedCustomer) -> None:
    """Remember who this is. Raises ``Conflict``: ``another_customer`` where the conversation is already
    somebody else's, and ``conversation_closed`` where it is over, or erased."""
    async with core.sessions() as session, session.begin():
        conversation = await session.get_one(Conversation, conversation_id, with_for_update=True)
        if conversation.status == CLOSED:
            raise Conflict("This conversation has ended. Please start a new one.", code="conversation_closed")
        if conversation.identified_as not in (None, introduced.subject):
            raise Conflict("This conversation is another customer's.", code="another_customer")
        conversation.identified_as = introduced.subject
        if introduced.contact is not None:
            catalogue = await core.catalogue(session, conversation.organization_id)
            await _note_contact(session, conversation, introduced.contact, catalogue.organization.country)


async def _note_contact(
    session: AsyncSession, conversation: Conversation, contact: ContactDetails, country: str
) -> None:
    """The contact onto the notepad, as if it had been told here; what was told here before is worth more."""
    vault = await Vault.load(session, conversation)
    state = ConversationState.read(vault.reveal_all(conversation.state))
    try:
        told = contact.normalise(country)
    except InvalidField:
        # Half a contact is no contact: they will be asked, as everybody is.
        return
    state.contact = state.contact or told
    for kind, value in ((NAME, told.name), (EMAIL, told.email), (PHONE, told.phone)):
        vault.add(kind, value or "")
    await vault.keep(session)
    conversation.state = vault.conceal_all(state.to_dict())
