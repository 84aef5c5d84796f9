"""ask_contact_details: the customer's name and how to reach them, from their own words or from a form."""

from contextlib import suppress

from msgspec import Struct

from agent.consent.policy import must_be_a_name, must_be_the_customers_own
from agent.contact_lines import strip_titles
from agent.languages import language_of
from agent.privacy.contacts.told_numbers import read_as_told, read_number_beside
from agent.tools.proposals.checkout import checkout_of, remember_sheet
from agent.tools.tool import Tool, ToolOutcome
from agent.turn_context import TurnContext
from agent.ui_blocks import forms
from agent.ui_blocks.booking_answers import unanswered_questions
from booking_core.customers.contacts import ContactDetails
from booking_core.customers.mail_domains import likely_address
from booking_core.customers.phone_countries import normalise_contact
from booking_core.customers.phones import normalise_phone
from booking_core.errors import InvalidField


class AskContactDetails(Struct, frozen=True):
    """Show the customer a form for name, e-mail and phone.

    If they have already written their name, an e-mail address or a phone number, give these exactly as they
    wrote them: what was given before is remembered, and with a name and one way to reach them no form is
    needed. Anything they did not write is refused.
    """

    name: str | None = None
    email: str | None = None
    phone: str | None = None


async def ask_contact_details(context: TurnContext, ask: AskContactDetails) -> ToolOutcome:
    """Raises ``InvalidField`` for what nobody can be reached by."""
    if ask.name or ask.email or ask.phone:
        must_be_the_customers_own(context, {"name": ask.name, "email": ask.email, "phone": ask.phone})
    if ask.email:
        _ask_whether_meant(context, ask.email)
    if ask.name:
        must_be_a_name(context, ask.name)
    draft = context.state.draft
    told = ContactDetails(
        strip_titles(ask.name or draft.name or "", language_of(context.locale)),
        ask.email or draft.email,
        _phone_as_written(context, ask.phone) or draft.phone,
    )
    if told.name and (told.email or told.phone) and (ask.name or ask.email or ask.phone):
        context.state.contact = normalise_contact(told, context.phone_countries)
        return ToolOutcome({"contact_known": True, "next": "propose_booking"})
    draft.name, draft.email, draft.phone = told.name or None, told.email, told.phone
    context.state.close("contact")
    questions = unanswered_questions(context.state, context.catalogue)
    context.state.draft.invited = [question.key for question in questions]
    known = [name for name in ("name", "email", "phone") if getattr(told, name)]
    shown: dict[str, object] = {"form_shown": True} | ({"known": known} if known else {})
    checkout = await checkout_of(context)
    if checkout is None:
        return ToolOutcome(shown, (forms.contact_form(context.state, questions),))
    on_sheet, hold = checkout
    form = forms.contact_form(context.state, questions, on_sheet)
    remember_sheet(context, form, hold)
    return ToolOutcome(shown, (form,))


def _phone_as_written(context: TurnContext, phone: str | None) -> str | None:
    """The number, read in the country that the customer has told with it, or in this message. Raises
    ``InvalidField`` where it is none of that country."""
    if phone is None:
        return None
    texts = [context.text, *(one.content for one in reversed(context.history) if one.role == "user")]
    beside = next((text for text in texts if phone in text), phone)
    told = read_as_told(beside, phone) or read_as_told(context.text, phone)
    if told is not None:
        return normalise_phone(told, context.phone_countries[-1])
    with suppress(InvalidField):
        return read_number_beside(beside, phone, context.phone_countries)
    return phone


def _ask_whether_meant(context: TurnContext, email: str) -> None:
    """Raises ``InvalidField`` for an address whose domain is a slip away from a well-known one, until the
    customer has been asked."""
    draft, typed = context.state.draft, email.strip().casefold()
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
