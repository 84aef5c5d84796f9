"""Phone numbers as the country reads them that their text tells of. Pure."""

from collections.abc import Sequence
from contextlib import suppress

import phonenumbers

from agent.privacy.contacts.countries import country_beside
from agent.privacy.contacts.origins import countries_told
from booking_core.customers.phone_countries import is_given_out, read_phone
from booking_core.customers.phones import normalise_phone
from booking_core.errors import InvalidField

# No country's code begins with 0: whoever keeps such a number asks for its code.
CODE_TO_COME = "+0 "


def read_number_beside(text: str, written: str, countries: Sequence[str]) -> str:
    """A number of a text in E.164: of the country told beside it or elsewhere in the text, else of the first
    of the ``countries`` that has given it out. Raises ``InvalidField``, also where it is none of the country
    that is told."""
    start = text.find(written)
    said = country_beside(text, start, start + len(written))[0] if start >= 0 else None
    if said is not None:
        with suppress(InvalidField):
            return normalise_phone(written, said)
    told = read_as_told(text, written)
    return normalise_phone(told, countries[-1]) if told else read_phone(written, countries)


def read_as_told(text: str, written: str) -> str | None:
    """A number in E.164, of the country that a text says it or its owner is of; with ``CODE_TO_COME`` before
    it where it is none of that, or may be of several; None where none is told, or it has its own code. Whoever
    tells the country of the number itself need not have been given one of those in use."""
    of_number = countries_told(text, of_number=True)
    told = of_number or countries_told(text)
    if not told or written.lstrip(" (").startswith(("+", "00")):
        return None
    numbers = [number for country in told if (number := _of_country(written, country))]
    if not numbers and len(of_number) == 1:
        with suppress(InvalidField):
            return normalise_phone(written, of_number[0])
    return numbers[0] if len(numbers) == 1 else CODE_TO_COME + written


def read_again(text: str, number: str, own: Sequence[str]) -> str | None:
    """A number in E.164, once more, in the country that a later text tells; with ``CODE_TO_COME`` before it
    where the number is said to be of that and cannot be; None where nothing changes. Where only its owner is
    of another country, a number that was read as one of their ``own`` (ISO 3166) is that country's."""
    parsed = phonenumbers.parse(number)
    region = phonenumbers.region_code_for_number(parsed)
    national = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.NATIONAL)
    is_of_number = bool(countries_told(text, of_number=True))
    told = read_as_told(text, national) if is_of_number or region is None or region in own else None
    is_unclear = told is not None and told.startswith(CODE_TO_COME)
    return None if told == number or (is_unclear and not is_of_number) else told


def _of_country(written: str, country: str) -> str | None:
    with suppress(InvalidField):
        number = normalise_phone(written, country)
        return number if is_given_out(number) else None
    return None
