"""A customer introduced by the site they came from: who they are there, and how to reach them, so that nobody asks again."""

from msgspec import Struct

from agent.conversation import Conversation
from agent.notepad import Notepad
from booking_core.catalogue import Catalogue
from booking_core.core import BookingCore
from booking_core.customers import ContactDetails
from booking_core.errors import Conflict, InvalidField


class Introduced(Struct, frozen=True):
    """``subject`` is the id the site knows its customer by; ``contact`` is as unproven as what customers type themselves."""

    subject: str
    contact: ContactDetails | None = None


async def introduce(core: BookingCore, conversation_id: str, introduced: Introduced) -> None:
    """Remember who this is. Raises ``Conflict`` (``another_customer``) where the conversation is already somebody else's."""
    async with core.sessions() as session, session.begin():
        conversation = await session.get_one(Conversation, conversation_id, with_for_update=True)
        if conversation.identified_as not in (None, introduced.subject):
            raise Conflict("This conversation is another customer's.", code="another_customer")
        conversation.identified_as = introduced.subject
        catalogue = await core.catalogue(session, conversation.organization_id)
        _note(conversation, catalogue, introduced.contact)


def _note(conversation: Conversation, catalogue: Catalogue, contact: ContactDetails | None) -> None:
    notepad = Notepad.read(conversation.state)
    if contact is None or notepad.contact is not None:
        return
    try:
        notepad.contact = contact.normalised(catalogue.organization.country)
    except InvalidField:
        # Half a contact is no contact: they will be asked, as everybody is.
        return
    conversation.state = notepad.written()
