"""E-mail addresses and phone numbers of the customer in a text."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import lru_cache

from agent.languages import locale_of_text
from agent.privacy.contacts.countries import countries_of
from agent.privacy.contacts.emails import spoken_emails_in
from agent.privacy.contacts.phones import spoken_phones_in
from agent.privacy.contacts.told_numbers import read_number_beside
from agent.privacy.personal import (
    EMAIL,
    PHONE,
    contacts_in,
)
from booking_core.catalogue.organizations import Organization
from booking_core.customers.phone_countries import MOBILES_ALONE, read_phone
from booking_core.errors import InvalidField


def contacts_of_customer(text: str, organization: Organization, locale: str) -> list[tuple[str, str, str]]:
    """Kind, words and normalised value of each contact in a text, without those of the business itself.
    ``locale`` is that of the customer's browser."""
    countries = countries_of(organization.country, locale, locale_of_text(text, locale))
    found = [*_contacts_as_written(text, countries), *_contacts_in_words(text, countries)]
    if not found:
        return []
    ours = _contacts_of_business(organization.email, organization.phone, organization.country)
    return [contact for contact in found if contact[2] not in ours]


@lru_cache(maxsize=256)
def _contacts_of_business(email: str | None, phone: str | None, country: str) -> frozenset[str]:
    return frozenset(normal for _, _, normal in contacts_in(f"{email or ''} {phone or ''}", country))


def _contacts_as_written(text: str, countries: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    for country in dict.fromkeys(one.removesuffix(MOBILES_ALONE) for one in countries):
        for kind, written, normal in contacts_in(text, country):
            read = _as_read(text, written, countries) if kind == PHONE else None
            yield kind, written, read or normal


def _as_read(text: str, written: str, countries: Sequence[str]) -> str | None:
    with suppress(InvalidField):
        return read_number_beside(text, written, countries)
    return None


def _contacts_in_words(text: str, countries: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Contacts that are spelled out in words: "jane at example dot com"."""
    for written, address in spoken_emails_in(text):
        yield EMAIL, written, address
    for written, digits in spoken_phones_in(text):
        kept = digits
        with suppress(InvalidField):
            kept = read_phone(digits, countries)
        yield PHONE, written, kept
