"""A customer with several appointments, and what they are asked about them."""

from collections.abc import Sequence

from agent.conversation.conversation import Conversation
from booking_core.appointments.appointment import Appointment
from tests.agent.customers import Chatter

HAIRCUT, SECOND, COLOUR = 0, 1, 2
LOCALES = {
    "en": "en-US",
    "de": "de-DE",
    "fr": "fr-FR",
    "es": "es-ES",
    "it": "it-IT",
    "he": "he-IL",
    "ar": "ar",
}


async def with_all(chatter: Chatter, own: Sequence[Appointment]) -> Chatter:
    """A customer whose conversation made all of them."""
    await chatter.says("👍")
    assert chatter.conversation is not None
    async with chatter.core.sessions() as session, session.begin():
        row = await session.get_one(Conversation, chatter.conversation.id)
        row.state = {**row.state, "appointments": [one.id for one in own]}
    return chatter


async def read_told(chatter: Chatter) -> str:
    """What the open summary says."""
    found = [block for block in await chatter.open_blocks() if block["type"] == "summary"]
    return found[-1]["fallback_text"] if found else ""


async def choices(chatter: Chatter) -> list[str]:
    found = [block for block in await chatter.open_blocks() if block["type"] == "quick_replies"]
    return [one["label"] for one in found[-1]["options"]] if found else []
