"""In which country's numbers a phone number without a country code is read, where several come into
question."""

import re
from collections.abc import Sequence
from contextlib import suppress

import phonenumbers
from msgspec import structs

from booking_core.customers.contacts import ContactDetails
from booking_core.customers.phones import normalise_phone
from booking_core.errors import InvalidField

# Numbers that Ofcom keeps for films and examples, so that nobody is called by mistake: valid in form, given
# out to nobody.
FOR_EXAMPLES = re.compile(r"\+447700900\d{3}")


def read_phone(text: str, countries: Sequence[str]) -> str:
    """The number in E.164, of the first of the ``countries`` (ISO 3166) that has given it out, a mobile
    before a landline; where none has, as a caller in the last would dial it. Raises ``InvalidField`` as
    ``normalise_phone`` does."""
    given_out = []
    for country in countries:
        with suppress(InvalidField):
            number = normalise_phone(text, country)
            given_out += [number] if is_given_out(number) else []
    if not given_out:
        return normalise_phone(text, countries[-1])
    return next(filter(is_mobile, given_out), given_out[0])


def normalise_contact(contact: ContactDetails, countries: Sequence[str]) -> ContactDetails:
    """The contact as it is kept, its number read as ``read_phone`` does. Raises ``InvalidField``."""
    if contact.phone and contact.phone.strip():
        with suppress(InvalidField):
            contact = structs.replace(contact, phone=read_phone(contact.phone, countries))
    return contact.normalise(countries[-1])


def is_given_out(number: str) -> bool:
    """Whether a number in E.164 is one of a range that its country uses."""
    return bool(FOR_EXAMPLES.fullmatch(number)) or phonenumbers.is_valid_number(phonenumbers.parse(number))


def is_mobile(number: str) -> bool:
    """Whether a number in E.164 is certainly one of a mobile telephone."""
    return phonenumbers.number_type(phonenumbers.parse(number)) == phonenumbers.PhoneNumberType.MOBILE


def ways_in_words(contact: ContactDetails) -> str:
    """The ways to reach a customer (normalised), as they are read back to them."""
    phone = phone_for_people(contact.phone) if contact.phone else None
    return ", ".join(way for way in (contact.email, phone) if way)


def phone_for_people(number: str) -> str:
    """A number in E.164 as people read it, with its country's code: ``+44 7700 900123``."""
    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return number
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
