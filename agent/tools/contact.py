"""ask_contact_details: a form for the customer's name and how to reach them."""

from msgspec import Struct

from agent import blocks
from agent.talk import Talk
from agent.tools.tool import Outcome, Tool


class AskContactDetails(Struct, frozen=True):
    """Show the customer a form for name, e-mail and phone. Only what they write there, or say themselves, is used."""


async def ask_contact_details(talk: Talk, _: AskContactDetails) -> Outcome:
    talk.notepad.close("contact")
    return Outcome({"form_shown": True}, (blocks.contact_form(talk.notepad),))


TOOL = Tool("ask_contact_details", AskContactDetails, ask_contact_details, "One moment")
