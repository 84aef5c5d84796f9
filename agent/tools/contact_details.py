"""ask_contact_details: the customer's name and how to reach them, from their own words or from a form."""

from msgspec import Struct

from agent.consent.policy import must_be_a_name, must_be_the_customers_own
from agent.contact_lines import strip_titles
from agent.languages import language_of
from agent.tools.tool import Outcome, Tool
from agent.turn_context import Talk
from agent.ui_blocks import blocks
from agent.ui_blocks.booking_answers import optional_questions
from booking_core.customers.contacts import ContactDetails
from booking_core.customers.mail_domains import likely_address
from booking_core.errors import InvalidField


class AskContactDetails(Struct, frozen=True):
    """Show the customer a form for name, e-mail and phone.

    If they have already written their name, an e-mail address or a phone number, give these exactly as they wrote them: what was given
    before is remembered, and with a name and one way to reach them no form is needed. Anything they did not write is refused.
    """

    name: str | None = None
    email: str | None = None
    phone: str | None = None


async def ask_contact_details(talk: Talk, ask: AskContactDetails) -> Outcome:
    """Raises ``InvalidField`` for what nobody can be reached by."""
    if ask.name or ask.email or ask.phone:
        must_be_the_customers_own(talk, {"name": ask.name, "email": ask.email, "phone": ask.phone})
    if ask.email:
        _ask_whether_meant(talk, ask.email)
    if ask.name:
        must_be_a_name(talk, ask.name)
    draft = talk.notepad.draft
    told = ContactDetails(
        strip_titles(ask.name or draft.name or "", language_of(talk.locale)),
        ask.email or draft.email,
        ask.phone or draft.phone,
    )
    if told.name and (told.email or told.phone) and (ask.name or ask.email or ask.phone):
        talk.notepad.contact = told.normalise(talk.catalogue.organization.country)
        return Outcome({"contact_known": True, "next": "propose_booking"})
    draft.name, draft.email, draft.phone = told.name or None, told.email, told.phone
    talk.notepad.close("contact")
    questions = optional_questions(talk.notepad, talk.catalogue)
    talk.notepad.draft.invited = [question.key for question in questions]
    known = [name for name in ("name", "email", "phone") if getattr(told, name)]
    shown: dict[str, object] = {"form_shown": True} | ({"known": known} if known else {})
    return Outcome(shown, (blocks.contact_form(talk.notepad, questions),))


def _ask_whether_meant(talk: Talk, email: str) -> None:
    """Raises ``InvalidField`` for an address whose domain is a slip away from a well-known one, until the customer has been asked."""
    draft, typed = talk.notepad.draft, email.strip().casefold()
    meant = likely_address(typed) if typed != draft.doubted_email else None
    if meant is None:
        return
    draft.doubted_email = typed
    raise InvalidField(
        "email",
        f"Ask the customer whether they meant {meant}, and give what they answer.",
        code="invalid_contact",
    )


TOOL = Tool("ask_contact_details", AskContactDetails, ask_contact_details, "One moment")
