"""What a letter or a text message about an appointment is made of."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from msgspec import Struct

from agent.letters.content.other_times import OtherTime
from booking_core.appointments.appointment import Appointment
from booking_core.catalogue.catalogue import Catalogue


class LetterFacts(Struct, frozen=True):
    """What a letter is made of. The ``catalogue`` speaks the customer's language; ``change`` is what the
    outbox has of it, ``link`` where the customer sees, moves or cancels, ``stop_link`` where they say that
    they want no more reminders, ``other_times`` what is offered for a time that cannot be kept."""

    kind: str
    change: Mapping[str, Any]
    catalogue: Catalogue
    appointment: Appointment
    locale: str
    customer_zone: str | None
    link: str
    now: datetime
    stop_link: str = ""
    other_times: tuple[OtherTime, ...] = ()

    @property
    def time_zone(self) -> str:
        return self.catalogue.location(self.appointment.location_id).time_zone
