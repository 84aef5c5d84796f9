"""ask_contact_details: the customer's name and how to reach them, from their own words or from a form."""

from msgspec import Struct

from agent import blocks
from agent.answering import optional_questions
from agent.policy import must_be_the_customers_own
from agent.talk import Talk
from agent.tools.tool import Outcome, Tool
from booking_core.customers import ContactDetails


class AskContactDetails(Struct, frozen=True):
    """Show the customer a form for name, e-mail and phone.

    If they have already written their name and an e-mail address or phone number, give these exactly as they wrote them, and no form
    is needed. Anything they did not write is refused.
    """

    name: str | None = None
    email: str | None = None
    phone: str | None = None


async def ask_contact_details(talk: Talk, ask: AskContactDetails) -> Outcome:
    """Raises ``InvalidField`` for what nobody can be reached by."""
    if ask.name or ask.email or ask.phone:
        must_be_the_customers_own(talk, {"name": ask.name, "email": ask.email, "phone": ask.phone})
    if ask.name and (ask.email or ask.phone):
        told = ContactDetails(ask.name, ask.email, ask.phone)
        talk.notepad.contact = told.normalised(talk.catalogue.organization.country)
        return Outcome({"contact_known": True, "next": "propose_booking"})
    talk.notepad.close("contact")
    questions = optional_questions(talk.notepad, talk.catalogue)
    talk.notepad.draft.invited = [question.key for question in questions]
    return Outcome({"form_shown": True}, (blocks.contact_form(talk.notepad, questions),))


TOOL = Tool("ask_contact_details", AskContactDetails, ask_contact_details, "One moment")
