"""Conversation state: what was said, offered and shown, stored with the conversation between turns.

Models see it only through tool results, and only code writes it. Ids of holds and appointments never leave
it.
"""

from datetime import datetime
from typing import Any

import msgspec
from msgspec import Struct, field

from agent.conversation.choices import ChosenTime, DoneOperation, Draft, Input, Offer, Sheet, Summary
from agent.mentions.beyond_one.remainder import Remainder
from booking_core.customers.contacts import ContactDetails
from booking_core.storage.ids import new_id

# Offers and buttons that are kept, for customers who come back to earlier ones.
OFFERS_KEPT = 120
INPUTS_KEPT = 200


class ConversationState(Struct):
    """Everything a conversation remembers between turns, as JSON in ``Conversation.state``.

    - ``listed``: handles of the newest list of times; only these can be chosen.
    - ``refused``: the operation of the summary that the customer has just refused; ``done``: the one just
      agreed to.
    - ``answers``: answers to booking questions, by key; ``locale``: the one the customer writes in.
    - ``appointments``: ids of those made in this conversation, newest last; ``moving``: the one being moved;
      ``latest``: the time of the one that was booked or moved last.
    - ``closing``: ids of blocks whose buttons were closed in this turn.
    - ``bookings``: ids of known bookings by handle; ``claim``: the contact or code they were asked for by;
      ``wanting``: what is wanted with them; ``wish``: the words it was asked for in.
    - ``proving_contact``: the e-mail address to book with, for which a code was sent.
    - ``remainders``: what a request has beyond one booking; ``is_going_on``: the customer was asked whether
      to go on with it, or with what they wanted beside a concern.
    - ``countries``: ISO 3166 codes the customer has told of themselves or their number, the newest first.
    - ``team_was_told``: the team was notified that a person is asked for; ``callback``: the customer was
      asked for a name and a contact for it; ``callback_told``: the team has these.
    """

    draft: Draft = field(default_factory=Draft)
    offers: dict[str, Offer] = field(default_factory=dict)
    offered: int = 0
    listed: list[str] = field(default_factory=list)
    inputs: dict[str, Input] = field(default_factory=dict)
    hold_id: str | None = None
    hold_expires_at: datetime | None = None
    held_offer: Offer | None = None
    contact: ContactDetails | None = None
    answers: dict[str, str | bool] = field(default_factory=dict)
    locale: str = ""
    summary: Summary | None = None
    sheet: Sheet | None = None
    refused: str = ""
    done: DoneOperation | None = None
    appointments: list[str] = field(default_factory=list)
    moving: str | None = None
    latest: Offer | None = None
    bookings: dict[str, str] = field(default_factory=dict)
    claim: dict[str, str] = field(default_factory=dict)
    wanting: str = ""
    proving_contact: str = ""
    remainders: list[Remainder] = field(default_factory=list)
    is_going_on: bool = False
    wish: str = ""
    closing: list[str] = field(default_factory=list)
    team_was_told: bool = False
    callback: bool = False
    callback_told: bool = False
    countries: list[str] = field(default_factory=list)

    @property
    def awaits_contact(self) -> bool:
        """Whether the customer was asked for their name or contact: a time is held for a booking, they asked
        for a person, or a contact is known without a name."""
        is_kept = self.hold_id is not None and self.draft.settled and self.moving is None
        is_half_known = bool(self.draft.email or self.draft.phone) and not self.draft.name
        is_asked = is_kept or is_half_known or self.callback
        return self.summary is None and self.contact is None and is_asked

    @property
    def has_callback_to_tell(self) -> bool:
        """Whether the contact that was asked for has come, and the team does not have it yet."""
        return self.callback and self.contact is not None and not self.callback_told

    @classmethod
    def read(cls, state: dict[str, Any]) -> "ConversationState":
        return msgspec.convert(state, cls)

    def to_dict(self) -> dict[str, Any]:
        state: dict[str, Any] = msgspec.to_builtins(self)
        return state

    def copy(self) -> "ConversationState":
        return ConversationState.read(self.to_dict())

    def begin_list(self) -> None:
        """Start a new list of times: earlier offers can no longer be chosen."""
        self.close("time", "more_times")
        self.listed = []

    def offer(self, **facts: Any) -> Offer:
        """Add an offer to the newest list, under the next handle."""
        self.offered += 1
        made = Offer(handle=f"t{self.offered}", **facts)
        self.offers[made.handle] = made
        self.listed.append(made.handle)
        _forget_oldest(self.offers, OFFERS_KEPT)
        return made

    def press_time(self, chosen: ChosenTime, label: str) -> Input:
        """Take a time of the page's own list as offered and pressed. Of another service than the one being
        moved, it is for a new appointment."""
        if self.moving is not None and self.draft.service_id != chosen.service_id:
            self.end_move()
        draft = self.draft
        draft.service_id, draft.location_id = chosen.service_id, chosen.location_id
        draft.length_min, draft.party_size = chosen.duration_min, chosen.party_size
        draft.staff_id, draft.any_staff = chosen.staff_id, chosen.staff_id is None
        offer = self.offer(label=label, **msgspec.structs.asdict(chosen))
        return Input(label, "time", "", offer.handle)

    def input(self, block_id: str, label: str, verb: str, value: str = "") -> str:
        """Add a button or form of a block; returns its id."""
        input_id = new_id("in")
        self.inputs[input_id] = Input(label, verb, block_id, value)
        _forget_oldest(self.inputs, INPUTS_KEPT)
        return input_id

    def close(self, *verbs: str) -> None:
        """Close the buttons of these verbs: pressing them is refused."""
        over = {key: known for key, known in self.inputs.items() if known.verb in verbs}
        self.closing += dict.fromkeys(known.block_id for known in over.values())
        self.inputs = {key: known for key, known in self.inputs.items() if key not in over}

    def handle_of(self, appointment_id: str) -> str:
        """The handle of a booking, which stays the same within the conversation."""
        known = next((handle for handle, one in self.bookings.items() if one == appointment_id), None)
        if known is None:
            known = f"b{len(self.bookings) + 1}"
            self.bookings[known] = appointment_id
        return known

    def drop_summary(self) -> None:
        """Withdraw the summary: a later yes does not agree to it."""
        self.summary = None
        self.close("agree", "decline")

    def end_move(self) -> None:
        """Give up a move: the appointment stays, and a new wish begins."""
        self.moving, self.wish = None, ""
        self.begin_list()
        self.draft = Draft(name=self.draft.name, email=self.draft.email, phone=self.draft.phone)

    def clear_hold(self) -> None:
        """Forget the hold, and the summary or the sheet that shows it."""
        self.hold_id = self.hold_expires_at = self.held_offer = self.summary = self.sheet = None
        self.close("agree", "decline")


def _forget_oldest(things: dict[str, Any], keep: int) -> None:
    while len(things) > keep:
        del things[next(iter(things))]
