"""In which country's numbers a phone number without a country code is read, where several come into
question."""

import re
from collections.abc import Callable, Sequence
from contextlib import suppress

import phonenumbers
from msgspec import structs

from booking_core.customers.contacts import ContactDetails
from booking_core.customers.phones import incomplete_number, normalise_phone
from booking_core.errors import InvalidField
from booking_core.input.clean_text import clean_text

# Numbers that Ofcom keeps for films and examples, so that nobody is called by mistake: valid in form, given
# out to nobody.
FOR_EXAMPLES = re.compile(r"\+447700900\d{3}")


# Behind a country, as in "GB/mobile": what else looks like a number of it is one of the business's country.
MOBILES_ALONE = "/mobile"


def read_phone(text: str, countries: Sequence[str]) -> str:
    """The number in E.164, read in one of the ``countries`` (ISO 3166), the business's own last, as
    ``likeliest_number`` says. Raises ``InvalidField`` as ``normalise_phone`` does, and where the number is
    none of theirs: to whomever it belongs, nothing may be sent."""
    numbers = [read_in(country, text) for country in countries]
    likeliest = likeliest_number(numbers)
    if likeliest is None and any(numbers) and not has_own_code(text):
        raise incomplete_number()
    return likeliest or normalise_phone(text, countries[-1])


def likeliest_number(numbers: Sequence[str | None]) -> str | None:
    """Which of the same digits is meant, in E.164 as each of several countries reads them, at home last (None
    where they are no number there): a mobile before a landline, as people give their mobile. What
    is like the numbers of a country counts as given out: tables lag behind. None where none is in use, or
    mobiles of several countries are."""
    given_out = [number for number in numbers if number and is_given_out(number)]
    abroad = [number for number in numbers[:-1] if number and is_like(number, is_mobile)]
    for mobiles in ({*filter(is_mobile, given_out)}, {*abroad}):
        if mobiles:
            return mobiles.pop() if len(mobiles) == 1 else None
    home = numbers[-1]
    return next(iter(given_out), home if home and is_like(home, is_given_out) else None)


def read_in(country: str, text: str) -> str | None:
    """The number in E.164, read in one country; None where it is none there, or no mobile where only those
    come into question."""
    region = country.removesuffix(MOBILES_ALONE)
    with suppress(InvalidField):
        number = normalise_phone(text, region)
        is_mobile_alone = bool(FOR_EXAMPLES.fullmatch(number)) or is_mobile(number)
        return number if is_mobile_alone or MOBILES_ALONE not in country else None
    return None


def has_own_code(text: str) -> bool:
    """Whether a number is written with the code of its country."""
    return clean_text(text).lstrip(" (").startswith(("+", "00"))


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


def is_like(number: str, is_so: Callable[[str], bool]) -> bool:
    """Whether a number in E.164 begins as such numbers of its country do, though it may be of no range that
    is given out, or lack a digit."""
    parsed = phonenumbers.parse(number)
    national = str(parsed.national_number)
    ranges = (f"+{parsed.country_code}{national[:2]}{among:02}{national[4:]}" for among in range(100))
    return any(is_so(one) or is_so(f"{one}0") for one in ranges)


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
