"""Proof of the mailbox that a customer books with, where the business requires it, or booking limits do."""

from typing import Any

from agent.consent.proof_requests import ENTER_CODE
from agent.turn_context import TurnContext
from agent.ui_blocks import forms
from agent.verification.proof import ask_for_proof_of_contact, is_contact_proven
from agent.verification.proof_request import ProofRequest
from booking_core.booking.booking_caps import Booker
from booking_core.catalogue.settings.booking_rules import BookingRules
from booking_core.customers.contacts import ContactDetails
from booking_core.desk import Desk
from booking_core.errors import Conflict, Invalid

PROOF_FIRST = "contact_is_proven_first"


def requires_proof(context: TurnContext) -> bool:
    """Whether the business requires a proven mailbox for every booking."""
    return BookingRules.of(context.catalogue.organization).verify_contact


async def needs_proof(context: TurnContext, contact: ContactDetails) -> bool:
    """Whether a code must be entered before a summary is shown. Raises ``Invalid`` (``email_needed``) where
    the contact has no email address."""
    if not requires_proof(context):
        return False
    email = contact.email
    if email is None:
        raise Invalid(
            "Online we only book with an email address that we can send a code to. Please tell us your "
            "email address, or"
            " contact us directly.",
            code="email_needed",
        )
    return not await context.read_only(lambda desk: is_contact_proven(desk, context.conversation_id, email))


async def send_contact_code(context: TurnContext, email: str) -> dict[str, Any]:
    """Send a code to the mailbox; returns the form to enter it. Raises ``TooMany`` where that was asked for
    too often."""
    request = ProofRequest(
        conversation_id=context.conversation_id,
        contact=email,
        address_hash=context.address_hash,
        network_hash=context.network_hash,
    )
    key = f"{context.run_id} contact {email}"
    await context.transaction(
        lambda desk: ask_for_proof_of_contact(desk, request, key), proof="asked for a proof"
    )
    # A yes must be to the summary that follows the code, not to an earlier one.
    context.state.summary = None
    context.state.close(ENTER_CODE, "agree", "decline")
    context.state.proving_contact, context.state.claim = email, {}
    return forms.code_form(context.state)


async def booker_of(desk: Desk, context: TurnContext, contact: ContactDetails) -> Booker:
    """Who books, for the booking limits. Raises ``Conflict`` (``contact_not_proven``) where the mailbox must
    be proven and is not."""
    wanted = requires_proof(context)
    may_be_proven = wanted or bool(context.state.proving_contact or context.state.claim)
    proven = may_be_proven and await is_contact_proven(desk, context.conversation_id, contact.email)
    if wanted:
        context.record_decision(PROOF_FIRST, allowed=proven)
    if wanted and not proven:
        raise Conflict("Please enter the code from our email first.", code="contact_not_proven")
    return Booker(
        conversation_id=context.conversation_id,
        address=context.address_hash,
        network=context.network_hash,
        contact_is_proven=proven,
    )
