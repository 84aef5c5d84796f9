"""Booking rules: how much may be booked without the front desk, as the owner has set it; ``booking_caps``
counts by them."""

from msgspec import Struct

from booking_core.catalogue.organizations import Organization
from booking_core.catalogue.settings.settings import default_of, settings_under


class BookingRules(Struct, frozen=True):
    """``booking_rules`` of the settings. ``upcoming_…`` counts appointments still to come, ``…_a_day``
    bookings of the last 24 hours whatever became of them.

    From ``busy_day`` bookings of everybody together within 24 hours on, a quarter of each other cap is left:
    nobody is turned away who has nothing booked yet. ``verify_contact`` wants a one-time code from the
    customer's mailbox first.
    """

    upcoming_per_contact: int = default_of("booking_rules.upcoming_per_contact")
    upcoming_per_conversation: int = default_of("booking_rules.upcoming_per_conversation")
    upcoming_per_address: int = default_of("booking_rules.upcoming_per_address")
    per_contact_a_day: int = default_of("booking_rules.per_contact_a_day")
    per_address_a_day: int = default_of("booking_rules.per_address_a_day")
    busy_day: int = default_of("booking_rules.busy_day")
    verify_contact: bool = default_of("booking_rules.verify_contact")

    @classmethod
    def of(cls, organization: Organization) -> "BookingRules":
        """What the owner has set; the default for each that cannot be read."""
        return cls(**settings_under(organization, "booking_rules"))
