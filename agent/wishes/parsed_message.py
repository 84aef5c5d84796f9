"""What one message of a customer says."""

from msgspec import Struct

from agent.contact_lines import Contact
from agent.conversation.choices import Offer
from agent.mentions.staffing import Staffing
from agent.when import When
from booking_core.catalogue.locations import Location
from booking_core.catalogue.resources import Resource
from booking_core.catalogue.services.services import Service


class ParsedMessage(Struct, frozen=True):
    """What was found; empty where nothing was said. ``chosen`` is one of the times on offer, ``zone`` a clock
    of elsewhere, ``stranger`` the name of somebody who is asked for and does not work here, ``lengths`` those
    in minutes of which either would do.

    ``when`` is read on the clock of the place that is meant; ``elsewhere`` has, by zone, what the same words
    mean on the clocks of the other places, where that is more than the same hands of the clock: "tomorrow",
    "in two hours".
    """

    intent: str = ""
    topic: str = ""
    services: tuple[Service, ...] = ()
    staffing: Staffing = Staffing()
    stranger: str | None = None
    perhaps: Resource | None = None
    asks_presence: bool = False
    places: tuple[Location, ...] = ()
    party_size: int | None = None
    length_min: int | None = None
    lengths: tuple[int, ...] = ()
    when: When = When()
    elsewhere: dict[str, When] = {}
    zone: str | None = None
    chosen: Offer | None = None
    instead: bool = False
    place_in_list: int | None = None
    too_far_down: bool = False
    more: bool = False
    contact: Contact = Contact()
    answer: str | None = None

    @property
    def staff(self) -> Resource | None:
        return self.staffing.wanted

    @property
    def place(self) -> Location | None:
        """The one place that was named."""
        return self.places[0] if len(self.places) == 1 else None

    @property
    def has_day(self) -> bool:
        return bool(self.when.dates or self.when.weekdays or self.when.problems)

    @property
    def has_time(self) -> bool:
        """Whether a day or an hour is wanted."""
        return self.has_day or bool(self.when.times)

    @property
    def is_about_booking(self) -> bool:
        """Whether anything here belongs to a booking."""
        staffing = self.staffing
        wanted = (
            self.services,
            staffing.wanted,
            staffing.unwanted,
            staffing.anyone,
            self.party_size,
            self.length_min,
            self.lengths,
        )
        told = (
            self.chosen,
            self.more,
            self.contact.email,
            self.contact.phone,
            self.places,
            self.stranger,
            self.perhaps,
        )
        return any(wanted) or any(told) or not self.when.is_empty
