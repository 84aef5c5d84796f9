"""E-mail addresses and phone numbers of the customer in a text."""

from collections.abc import Iterator
from contextlib import suppress

from agent.privacy.contacts.emails import spoken_emails_in
from agent.privacy.contacts.phones import spoken_phones_in
from agent.privacy.personal import (
    EMAIL,
    PHONE,
    contacts_in,
)
from booking_core.catalogue.organizations import Organization
from booking_core.customers.contacts import normalise_phone
from booking_core.errors import InvalidField


def contacts_of_customer(text: str, organization: Organization) -> list[tuple[str, str, str]]:
    """Kind, words and normalised value of each contact in a text, without those of the business itself."""
    found = [*contacts_in(text, organization.country), *_contacts_in_words(text, organization.country)]
    if not found:
        return []
    own = contacts_in(f"{organization.email or ''} {organization.phone or ''}", organization.country)
    ours = {normal for _, _, normal in own}
    return [contact for contact in found if contact[2] not in ours]


def _contacts_in_words(text: str, country: str) -> Iterator[tuple[str, str, str]]:
    """Contacts that are spelled out in words: "jane at example dot com"."""
    for written, address in spoken_emails_in(text):
        yield EMAIL, written, address
    for written, digits in spoken_phones_in(text):
        kept = digits
        with suppress(InvalidField):
            kept = normalise_phone(digits, country)
        yield PHONE, written, kept
