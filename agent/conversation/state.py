"""The receptionist's notepad: what a conversation has been told, offered and shown, kept with the
conversation between turns.

Models read it through tool results; only code writes it. Ids of holds and appointments never leave it.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, TypeVar

import msgspec
from msgspec import Struct, field

from agent.mentions.beyond_one.finding import Remainder
from agent.when import When
from booking_core.customers.contacts import ContactDetails
from booking_core.storage.ids import new_id

# Offers and buttons a customer may still come back to; older ones are forgotten.
OFFERS_KEPT = 120
INPUTS_KEPT = 200
# How tables of sentences name a deed that is, or is done to, a request the business has not approved.
REQUESTS = {"book": "ask", "move": "move_request", "cancel": "cancel_request"}
T = TypeVar("T")


class Offer(Struct, frozen=True):
    """A time that was offered under a short handle. Only what is on this list can be held."""

    handle: str
    service_id: str
    location_id: str
    start: datetime
    duration_min: int
    staff_id: str | None
    party_size: int
    label: str
    seats_left: int | None = None


class Input(Struct, frozen=True):
    """What a button or form of ours means when it comes back: ``verb`` with ``value``, said by the customer
    as ``label``."""

    label: str
    verb: str
    block_id: str
    value: str = ""


class Summary(Struct, frozen=True):
    """What was put before the customer to agree to. ``digest`` is over the facts; ``shown_after`` is the
    position of the message it answered, so a yes counts only from a later one. ``deed`` is ``book``, ``move``
    or ``cancel``. ``is_unasked`` is set where the customer was before a summary already and has asked for no
    other: then nothing but a yes in so many words agrees to it. ``is_request`` where the business has to
    approve what is booked, or has not yet approved what is moved or cancelled. ``must_be_shown_again`` is set
    once a model has spoken in its own words since, or a change was asked for that was not made: a typed yes
    may be meant for that."""

    deed: str
    digest: str
    shown_after: int
    hold_id: str | None = None
    appointment_id: str | None = None
    block: dict[str, Any] = {}
    is_unasked: bool = False
    is_request: bool = False
    must_be_shown_again: bool = False

    def entry_in(self, table: Mapping[str, T]) -> T:
        """What a table of sentences by deed says of this one: its words for a request, where it has any."""
        return table.get(REQUESTS[self.deed], table[self.deed]) if self.is_request else table[self.deed]


class Draft(Struct):
    """What the customer seems to want, as far as the built-in receptionist has understood.

    ``without`` are the people it must not be; ``location_id`` is the place that was said. ``elsewhere`` is
    what ``when`` would be on the clocks of other places, where it is more than the same hands of another
    clock; ``zone`` is the clock times are told by where it is that of no place of ours; ``base`` the time of
    the appointment being moved; ``asking`` the booking question that was asked last; ``invited`` the keys of
    those that need no answer and have been shown; ``settled`` says that the time being kept is the one that
    is wanted, not one from before a change of mind; ``doubted`` that something was said since the times were
    shown that was not understood, and ``meant`` the time that was therefore asked back about. ``day_or_name``
    is the word it was asked of whether it is the customer's name or a day; ``doubted_email`` an address it
    was asked of whether another was meant.
    """

    service_id: str | None = None
    staff_id: str | None = None
    any_staff: bool = False
    without: list[str] = field(default_factory=list)
    location_id: str | None = None
    length_min: int | None = None
    party_size: int = 1
    when: When = When()
    elsewhere: dict[str, When] = field(default_factory=dict)
    zone: str | None = None
    base: datetime | None = None
    last_day: date | None = None
    asking: str | None = None
    invited: list[str] = field(default_factory=list)
    settled: bool = False
    doubted: bool = False
    meant: str | None = None
    name: str | None = None
    email: str | None = None
    phone: str | None = None
    day_or_name: str | None = None
    doubted_email: str | None = None
    lost: int = 0


class ConversationState(Struct):
    """Everything a conversation remembers between turns, as JSON in ``Conversation.state``.

    ``listed`` are the handles of the newest list of times, from which alone one can be chosen. ``refused`` is
    the deed of the summary that the customer has just said no to. ``answers`` are those to booking questions,
    by key; ``locale`` is the one the customer writes in, once they have. ``appointments`` are those this
    conversation made, newest last; ``moving`` the one that is being moved; ``closing`` the blocks whose
    buttons have lost their meaning in this turn. ``bookings`` are those told of, by handle; ``claim`` is
    whose the customer says they are, ``wanting`` what they want with them, and ``wish`` the words they asked
    for it in. ``proving_contact`` is the e-mail address to book with that a code was asked for.
    ``remainders`` are what a wish holds beyond one booking, and ``is_going_on`` says that it was asked
    whether to go on with it. ``team_was_told`` that somebody asks for a person.
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
    refused: str = ""
    appointments: list[str] = field(default_factory=list)
    moving: str | None = None
    bookings: dict[str, str] = field(default_factory=dict)
    claim: dict[str, str] = field(default_factory=dict)
    wanting: str = ""
    proving_contact: str = ""
    remainders: list[Remainder] = field(default_factory=list)
    is_going_on: bool = False
    wish: str = ""
    closing: list[str] = field(default_factory=list)
    team_was_told: bool = False

    @property
    def awaits_contact(self) -> bool:
        """Whether the customer was asked for their name or for a way to reach them: a time is kept, or half
        of the contact is known."""
        is_kept = self.hold_id is not None and self.draft.settled and self.moving is None
        is_half_known = bool(self.draft.email or self.draft.phone) and not self.draft.name
        return self.summary is None and self.contact is None and (is_kept or is_half_known)

    @classmethod
    def read(cls, state: dict[str, Any]) -> "ConversationState":
        return msgspec.convert(state, cls)

    def to_dict(self) -> dict[str, Any]:
        state: dict[str, Any] = msgspec.to_builtins(self)
        return state

    def copy(self) -> "ConversationState":
        return ConversationState.read(self.to_dict())

    def begin_list(self) -> None:
        """Other times are looked for: nothing that was offered before can be chosen any more."""
        self.close("time", "more_times")
        self.listed = []

    def offer(self, **facts: Any) -> Offer:
        """A new offer on the newest list, under the next handle."""
        self.offered += 1
        made = Offer(handle=f"t{self.offered}", **facts)
        self.offers[made.handle] = made
        self.listed.append(made.handle)
        _forget_oldest(self.offers, OFFERS_KEPT)
        return made

    def input(self, block_id: str, label: str, verb: str, value: str = "") -> str:
        """A new button or form of a block; returns its id."""
        input_id = new_id("in")
        self.inputs[input_id] = Input(label, verb, block_id, value)
        _forget_oldest(self.inputs, INPUTS_KEPT)
        return input_id

    def close(self, *verbs: str) -> None:
        """Buttons of these verbs mean nothing any more."""
        over = {key: known for key, known in self.inputs.items() if known.verb in verbs}
        self.closing += dict.fromkeys(known.block_id for known in over.values())
        self.inputs = {key: known for key, known in self.inputs.items() if key not in over}

    def handle_of(self, appointment_id: str) -> str:
        """The handle of a booking, the same for as long as the conversation lasts."""
        known = next((handle for handle, one in self.bookings.items() if one == appointment_id), None)
        if known is None:
            known = f"b{len(self.bookings) + 1}"
            self.bookings[known] = appointment_id
        return known

    def drop_summary(self) -> None:
        """The summary is taken back: no later yes can be meant for it."""
        self.summary = None
        self.close("agree", "decline")

    def end_move(self) -> None:
        """The appointment stays where it is, and what is wished for next is another."""
        self.moving, self.wish = None, ""
        self.begin_list()
        self.draft = Draft(name=self.draft.name, email=self.draft.email, phone=self.draft.phone)

    def clear_hold(self) -> None:
        """Nothing is held and nothing is proposed any more."""
        self.hold_id = self.hold_expires_at = self.held_offer = self.summary = None
        self.close("agree", "decline")


def _forget_oldest(things: dict[str, Any], keep: int) -> None:
    while len(things) > keep:
        del things[next(iter(things))]
