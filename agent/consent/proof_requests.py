"""The parts of a message that answer a request for proof: a contact, a booking code, or both."""

from agent.consent.code_requests import asks_for_code
from agent.languages import language_of
from agent.privacy.personal import booking_codes_in, contacts_in
from agent.turn_context import TurnContext

# Verbs of the forms that ask for them, which stay open until they were given.
IDENTIFY, ENTER_CODE = "identify", "code"


def answers_proof_request(context: TurnContext) -> bool:
    """Whether this message answers a request for proof, so that no model needs to read it."""
    return context.code is not None or (_is_proof_open(context) and bool(proof_details_in(context)))


def asks_for_code_again(context: TurnContext) -> bool:
    """Whether the code that is waited for is asked for once more, or is said not to have come."""
    if context.pressed is not None or not context.state.claim or not _is_open(context, ENTER_CODE):
        return False
    return asks_for_code(context.text, language_of(context.locale)) and not proof_details_in(context)


def proof_details_in(context: TurnContext) -> dict[str, str]:
    """The contact and the booking code in the customer's words, as ``find_my_booking`` takes them."""
    country = context.catalogue.organization.country
    contact = next((written for _, written, _ in contacts_in(context.text, country)), "")
    code = next(iter(sorted(booking_codes_in(context.text))), "")
    return {key: value for key, value in (("contact", contact), ("booking_code", code)) if value}


def _is_proof_open(context: TurnContext) -> bool:
    return _is_open(context, IDENTIFY, ENTER_CODE)


def _is_open(context: TurnContext, *verbs: str) -> bool:
    return any(known.verb in verbs for known in context.state.inputs.values())
