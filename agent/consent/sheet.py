"""Consent by a sheet: the press on a form that shows what is booked, with the fields that were still missing.

It counts as the yes to a summary does: only for what is shown, only once, only from a later message. Whatever
else is found to be missing or changed leads to a summary, and nothing is booked.
"""

from agent.consent.consent import BY_BUTTON, was_shown_before
from agent.consent.contact_proof import needs_proof
from agent.consent.operation import SAME_AS_SHOWN, digest_of
from agent.conversation.choices import AGREED, Sheet, Summary
from agent.turn_context import TurnContext
from booking_core.customers.contacts import ContactDetails
from booking_core.customers.mail_domains import likely_address
from booking_core.errors import Refusal
from booking_core.holds.hold import Hold

ON_A_SHEET = "a_sheet_is_pressed_once"


async def agree_on_sheet(context: TurnContext) -> bool:
    """Whether this message is the consent by the sheet that is open; the summary in the state is then what it
    agrees to."""
    sheet, contact = context.state.sheet, context.state.contact
    pressed = context.pressed
    if context.payload.get(AGREED) is not True or pressed is None or pressed.verb != "contact":
        return False
    context.state.sheet = None
    is_open = sheet is not None and sheet.block["id"] == pressed.block_id
    context.record_decision(ON_A_SHEET, allowed=is_open)
    if sheet is None or not is_open or contact is None:
        return False
    hold = await _hold_of_sheet(context, sheet)
    if hold is None or not await _is_whole(context, contact):
        return False
    summary = Summary(
        deed="book",
        digest=digest_of(hold, contact, context.state.answers),
        shown_after=sheet.shown_after,
        hold_id=hold.id,
        block=sheet.block,
        is_request=sheet.is_request,
    )
    if not await was_shown_before(context, summary, BY_BUTTON["agree"]):
        return False
    context.state.drop_summary()
    context.state.summary = summary
    draft = context.state.draft
    draft.name, draft.email, draft.phone = contact.name, contact.email, contact.phone
    return True


async def _hold_of_sheet(context: TurnContext, sheet: Sheet) -> Hold | None:
    """The held time, where it is still in hand and all of it as shown."""
    state = context.state
    is_wanted = state.hold_id == sheet.hold_id and state.draft.settled and state.moving is None
    try:
        hold = await context.read_only(lambda desk: desk.hold_in_hand(sheet.hold_id)) if is_wanted else None
    except Refusal:
        return None
    is_same = hold is not None and digest_of(hold, None) == sheet.digest
    context.record_decision(SAME_AS_SHOWN, allowed=is_same, deed="book")
    return hold if is_same else None


async def _is_whole(context: TurnContext, contact: ContactDetails) -> bool:
    """Whether nothing is left to ask: no address that was probably meant otherwise, no code, no question."""
    email = contact.email
    if email and likely_address(email) and email != context.state.draft.doubted_email:
        return False
    held = context.state.held_offer
    questions = context.catalogue.questions_of.get(held.service_id, ()) if held else ()
    if any(one.required and one.key not in context.state.answers for one in questions):
        return False
    try:
        return not await needs_proof(context, contact)
    except Refusal:
        return False
