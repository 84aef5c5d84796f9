"""What a customer may choose or agree to: times that were offered, buttons, a summary, and the draft of their
wish."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, TypeVar

from msgspec import Struct, field

from agent.when import When

# The keys in tables of sentences for an operation on a request that the business has not approved.
REQUESTS = {"book": "ask", "move": "move_request", "cancel": "cancel_request"}
# In the payload of a form that books: what it shows is agreed to.
AGREED = "agreed"
T = TypeVar("T")


class Offer(Struct, frozen=True):
    """A time that was offered, under a short handle. Only offered times can be held."""

    handle: str
    service_id: str
    location_id: str
    start: datetime
    duration_min: int
    staff_id: str | None
    party_size: int
    label: str
    seats_left: int | None = None


class ChosenTime(Struct, frozen=True):
    """A time that a customer chose from the page's own list of free times, whose signature the door has
    checked."""

    service_id: str
    location_id: str
    start: datetime
    duration_min: int
    staff_id: str | None
    party_size: int


class Input(Struct, frozen=True):
    """What a button or form means when the customer sends it: ``verb`` with ``value``. ``label`` is the
    message it stands for."""

    label: str
    verb: str
    block_id: str
    value: str = ""


class Summary(Struct, frozen=True):
    """A summary that the customer is asked to agree to.

    ``deed`` is ``book``, ``move`` or ``cancel``. ``digest`` is a hash over the facts. ``shown_after`` is the
    position of the message it answered: a yes counts only from a later one. ``is_unasked``: another summary
    was open and the customer did not ask for this one, so that only an explicit yes agrees to it.
    ``is_request``: the business has to approve the booking, or has not approved the one that is moved or
    cancelled. ``must_be_shown_again``: since it was shown a model has spoken in its own words, or a change
    was asked for and not made, so that a typed yes may be meant for that.
    """

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
        """The entry of a table by operation: that for a request, where this is one and the table has it."""
        return table.get(REQUESTS[self.deed], table[self.deed]) if self.is_request else table[self.deed]


class Sheet(Struct, frozen=True):
    """A form that shows what is held and books it at a press. ``digest`` is a hash over the held facts alone:
    the fields travel with the press. ``shown_after`` is the position of the message it answered."""

    digest: str
    shown_after: int
    hold_id: str
    is_request: bool
    block: dict[str, Any]


class DoneOperation(Struct, frozen=True):
    """What the message before did: ``deed`` as in tables of sentences by operation, ``facts`` in words.
    ``is_asked``: the customer did not want it after all, and was asked whether to cancel it."""

    deed: str
    facts: str
    is_asked: bool = False


class Draft(Struct):
    """What the customer wants, as far as the built-in receptionist has understood it.

    - ``without``: staff who are not wanted; ``location_id``: the location the customer named.
    - ``elsewhere``: ``when`` by time zone, where it differs by more than the zone.
    - ``zone``: the IANA zone the customer gives times in, where no location has it.
    - ``length_asked``: the service whose lengths were asked about.
    - ``base``: the start of the appointment being moved; ``before_staff_id``: who does it so far.
    - ``asking``: the booking question asked last; ``invited``: the optional questions shown already.
    - ``settled``: the held time is the wanted one, not one from before a change of mind.
    - ``doubted``: since times were shown, something was not understood; ``meant``: the time that was
      therefore asked about.
    - ``day_or_name``: a word that was asked about, whether it is a name or a day; ``doubted_email``: an
      address that was asked about, whether another was meant.
    """

    service_id: str | None = None
    staff_id: str | None = None
    any_staff: bool = False
    without: list[str] = field(default_factory=list)
    location_id: str | None = None
    length_min: int | None = None
    length_asked: str | None = None
    party_size: int = 1
    when: When = When()
    elsewhere: dict[str, When] = field(default_factory=dict)
    zone: str | None = None
    base: datetime | None = None
    before_staff_id: str | None = None
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
