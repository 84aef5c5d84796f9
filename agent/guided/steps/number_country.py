"""The country of a number that is known, told once it was read back: "no, my number is French"."""

from agent.privacy.contacts.told_numbers import read_again
from agent.turn_context import TurnContext


def put_number_right(context: TurnContext) -> bool:
    """Note the number of the summary anew where the message tells another country of it."""
    contact = context.state.contact
    if contact is None or contact.phone is None or context.answered_deed != "book":
        return False
    again = read_again(context.text, contact.phone, context.phone_countries)
    context.state.draft.phone = again or context.state.draft.phone
    return again is not None
