"""A request for proof: the bookings that a customer says are theirs."""

import hashlib
from collections.abc import Sequence
from contextlib import suppress

from msgspec import Struct

from agent.privacy.contacts.told_numbers import read_number_beside
from agent.privacy.personal import PHONE, contacts_in
from booking_core.errors import InvalidField

BY_MAIL, BY_BOOKING_CODE, OF_CONTACT, BY_LINK = "mail", "booking_code", "contact", "link"


class ProofRequest(Struct, frozen=True):
    """Bookings are named by a normalised ``contact`` (e-mail address or phone number), a ``booking_code``,
    or both. ``address_hash`` and ``network_hash`` say from where the conversation was opened."""

    conversation_id: str
    contact: str = ""
    booking_code: str = ""
    # A setting of the organization: booking code and contact need no letter.
    code_is_enough: bool = False
    address_hash: str | None = None
    network_hash: str | None = None

    @property
    def kind(self) -> str:
        return BY_BOOKING_CODE if self.contact and self.booking_code else BY_MAIL

    def target(self, organization_id: str) -> bytes:
        """A hash of what is named, by which requests are counted."""
        return hash_of(organization_id, self.booking_code.upper() or self.contact)


def hash_of(organization_id: str, named: str) -> bytes:
    """SHA-256 of a contact or booking code within an organization."""
    return hashlib.sha256(f"{organization_id}\n{named}".encode()).digest()


def normal_contact(written: str, text: str, countries: Sequence[str]) -> str:
    """The first e-mail address or phone number in what was ``written``, normalised as customers' are; empty
    for none. ``text`` is what it was written in, ``countries`` those of which a number may be."""
    for kind, way, normal in contacts_in(written, countries[-1]):
        if kind == PHONE:
            with suppress(InvalidField):
                return read_number_beside(text, way, countries)
        return normal
    return ""
