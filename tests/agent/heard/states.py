"""What stands on the screen when a sentence is said: conversations that have come so far, by the names in
the tables."""

from datetime import datetime, timedelta
from typing import Any

from msgspec import Struct

from agent.conversation.state import ConversationState
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.customers import Chatter
from tests.cast import BERLIN

NOW = datetime(2026, 11, 30, 10, 0, tzinfo=BERLIN)
THURSDAY, FRIDAY = datetime(2026, 12, 3, tzinfo=BERLIN), datetime(2026, 12, 4, tzinfo=BERLIN)
LISTED = [
    *(THURSDAY + timedelta(hours=hour, minutes=minute) for hour, minute in ((10, 0), (11, 30), (15, 0))),
    *(FRIDAY + timedelta(hours=hour, minutes=minute) for hour, minute in ((9, 0), (16, 30))),
]
WISH = "a haircut with Dana on Thursday at 3 pm"
CONTACT = "Ada Brandt, ada.brandt@example.com"
TURNS = {
    "start": (),
    "times": ("a haircut with Dana on Thursday or Friday",),
    "contact": (WISH,),
    "summary_book": (WISH, CONTACT),
    "booked": (WISH, CONTACT, "yes"),
    "has_appointment": (WISH, CONTACT, "yes", "thanks"),
    "summary_move": (WISH, CONTACT, "yes", "move it to Friday at 9 am"),
    "summary_cancel": (WISH, CONTACT, "yes", "cancel my appointment"),
}


class Screen(Struct):
    """A conversation that has come so far: its id, and its state as it is stored."""

    conversation_id: str
    state: dict[str, Any]
    salon: DemoSalon


async def screen(core: BookingCore, salon: DemoSalon, name: str) -> Screen:
    """Have that conversation."""
    chatter = Chatter(core, salon, locale="en")
    for text in TURNS[name] or ("hello",):
        await chatter.says(text)
    view = await chatter.view()
    state = ConversationState() if name == "start" else view.state
    if name == "times":
        _list_times(state)
    assert chatter.conversation is not None
    return Screen(chatter.conversation.id, state.to_dict(), salon)


def _list_times(state: ConversationState) -> None:
    """These times and no others."""
    one = next(iter(state.offers.values()))
    state.begin_list()
    for start in LISTED:
        offer = state.offer(
            service_id=one.service_id,
            location_id=one.location_id,
            start=start,
            duration_min=one.duration_min,
            staff_id=one.staff_id,
            party_size=1,
            label=f"{start:%a, %b %-d, %-I:%M %p}",
        )
        state.input("b", offer.label, "time", offer.handle)
