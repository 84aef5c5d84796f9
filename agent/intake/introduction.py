"""A customer whom the website introduces: their id there and their contact, so that the chat need not ask."""

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
    """``subject`` is the customer's id at the website. ``contact`` is as unproven as one that customers
    type."""

    subject: str
    contact: ContactDetails | None = None


async def introduce(core: BookingCore, conversation_id: str, introduced: IntroducedCustomer) -> None:
    """Store who the customer is. Raises ``Conflict``: ``another_customer`` where the conversation belongs to
    another one, ``conversation_closed`` where it has ended or was erased."""
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
    """Store the contact in the state, as if it was given in the chat; one given in the chat takes
    precedence."""
    vault = await Vault.load(session, conversation)
    state = ConversationState.read(vault.reveal_all(conversation.state))
    try:
        normal = contact.normalise(country)
    except InvalidField:
        # An incomplete contact is ignored: the chat asks for it.
        return
    state.contact = state.contact or normal
    for kind, value in ((NAME, normal.name), (EMAIL, normal.email), (PHONE, normal.phone)):
        vault.add(kind, value or "")
    await vault.keep(session)
    conversation.state = vault.conceal_all(state.to_dict())
