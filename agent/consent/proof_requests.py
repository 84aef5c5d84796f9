"""What a message adds to a proof that was asked for: a contact, a booking code, or both. Read by code, whoever is speaking."""

from agent.privacy.personal import booking_codes_in, contacts_in
from agent.turn_context import Talk

# The forms that ask for it; they stay open until it has been given.
IDENTIFY, ENTER_CODE = "identify", "code"


def is_proving(talk: Talk) -> bool:
    """Whether this message is about whose booking it is, so that no model need hear of it."""
    return talk.code is not None or (_is_asked(talk) and bool(claim_in(talk)))


def claim_in(talk: Talk) -> dict[str, str]:
    """The contact and the booking code in the customer's words, as ``find_my_booking`` takes them."""
    country = talk.catalogue.organization.country
    contact = next((written for _, written, _ in contacts_in(talk.text, country)), "")
    code = next(iter(sorted(booking_codes_in(talk.text))), "")
    return {key: value for key, value in (("contact", contact), ("booking_code", code)) if value}


def _is_asked(talk: Talk) -> bool:
    return any(known.verb in (IDENTIFY, ENTER_CODE) for known in talk.notepad.inputs.values())
