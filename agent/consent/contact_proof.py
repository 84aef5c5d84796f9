"""The mailbox a customer books with, proven by a one-time code: where the business wants that, and where too much was booked in its name."""

from typing import Any

from agent.consent.proof_requests import ENTER_CODE
from agent.conversation.verification import Asked, ask_for_proof_of_contact, is_contact_proven
from agent.turn_context import Talk
from agent.ui_blocks import blocks
from booking_core.booking.booking_caps import Booker
from booking_core.catalogue.booking_rules import BookingRules
from booking_core.customers.contacts import ContactDetails
from booking_core.desk import Desk
from booking_core.errors import Conflict, Invalid

PROOF_FIRST = "contact_is_proven_first"


def proof_is_wanted(talk: Talk) -> bool:
    return BookingRules.of(talk.catalogue.organization).verify_contact


async def needs_proof(talk: Talk, contact: ContactDetails) -> bool:
    """Whether a code has to be entered before a summary is shown. Raises ``Invalid`` (``email_needed``) where none can be sent."""
    if not proof_is_wanted(talk):
        return False
    email = contact.email
    if email is None:
        raise Invalid(
            "Online we only book with an e-mail address that we can send a code to. Please tell us your e-mail address, or"
            " contact us directly.",
            code="email_needed",
        )
    return not await talk.look(lambda desk: is_contact_proven(desk, talk.conversation_id, email))


async def ask_for_code(talk: Talk, email: str) -> dict[str, Any]:
    """Send a code to the mailbox; the form to enter it. Raises ``TooMany`` where that was asked for too often."""
    asked = Asked(
        conversation_id=talk.conversation_id,
        contact=email,
        address_hash=talk.address_hash,
        network_hash=talk.network_hash,
    )
    key = f"{talk.run_id} contact {email}"
    await talk.visit(lambda desk: ask_for_proof_of_contact(desk, asked, key), proof="asked for a proof")
    # A yes is to the summary that comes after the code, not to one from before.
    talk.notepad.summary = None
    talk.notepad.close(ENTER_CODE, "agree", "decline")
    talk.notepad.proving_contact, talk.notepad.claim = email, {}
    return blocks.code_form(talk.notepad)


async def booker_of(desk: Desk, talk: Talk, contact: ContactDetails) -> Booker:
    """Whom a booking counts for. Raises ``Conflict`` (``contact_not_proven``) where the mailbox has to be proven and is not."""
    wanted = proof_is_wanted(talk)
    may_be_proven = wanted or bool(talk.notepad.proving_contact or talk.notepad.claim)
    proven = may_be_proven and await is_contact_proven(desk, talk.conversation_id, contact.email)
    if wanted:
        talk.judge(PROOF_FIRST, allowed=proven)
    if wanted and not proven:
        raise Conflict("Please enter the code from our e-mail first.", code="contact_not_proven")
    return Booker(
        conversation_id=talk.conversation_id,
        address=talk.address_hash,
        network=talk.network_hash,
        contact_is_proven=proven,
    )
