"""Phone numbers: read by the country of the place, kept as E.164."""

import re
from contextlib import suppress

import phonenumbers

from booking_core.customers.contact_text import EXTENSION
from booking_core.errors import InvalidField
from booking_core.input.clean_text import clean_text

# Shorter ones are service numbers, nobody's own.
SHORTEST_PHONE = 6
NORTH_AMERICAN_DIGITS = 10
# In North America nobody can tell which of the two it is.
MOBILES = (phonenumbers.PhoneNumberType.MOBILE, phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE)
NO_COUNTRY = "001"
# No country's code begins with 0.
WITHOUT_CODE = re.compile(r"\+\s*0")


def normalise_phone(text: str, country: str) -> str:
    """The number in E.164 (ITU-T), read as a caller in ``country`` would dial it. Raises ``InvalidField``.

    E.164 has no place for an extension: a number with one is refused, so that nothing of it is lost
    unnoticed. So is one that nobody in ``country`` could dial as it is written: it has another country's code
    to come, or an area code.
    """
    text = clean_text(text)
    if WITHOUT_CODE.match(text):
        raise incomplete_number()
    try:
        number = phonenumbers.parse(EXTENSION.sub(r" ext. \1", text), country)
    except phonenumbers.NumberParseException as error:
        raise InvalidField(
            "phone", "That phone number does not look right.", code="invalid_contact"
        ) from error
    if number.extension:
        raise InvalidField(
            "phone",
            "Extensions cannot be noted."
            " Please give a number that reaches you directly, or an email address.",
            code="invalid_contact",
            reason="phone_extension",
        )
    if not phonenumbers.is_possible_number(number) or len(str(number.national_number)) < SHORTEST_PHONE:
        raise InvalidField("phone", "That phone number does not look right.", code="invalid_contact")
    if _may_be_of_elsewhere(text, number, country):
        raise incomplete_number()
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def caller_number(text: str, country: str) -> str:
    """The number in E.164 of whoever a provider names: with its country's code, be there a + before it or
    not, or as it is dialled in ``country``. Raises ``InvalidField``."""
    written = text.strip()
    if written.startswith("00"):
        return normalise_phone(f"+{written[2:]}", country)
    if written and written[0] not in "+0":
        with suppress(phonenumbers.NumberParseException):
            number = phonenumbers.parse(f"+{written}")
            if phonenumbers.is_valid_number(number):
                return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return normalise_phone(written, country)


def takes_texts(number: str) -> bool:
    """Whether a number (E.164) is somebody's mobile. Numbers that cost the sender a multiple, shared and
    satellite ones are none, nor are codes that no country has (ITU-T E.164, 6.2.2 and 6.2.3)."""
    parsed = phonenumbers.parse(number)
    return (
        phonenumbers.number_type(parsed) in MOBILES
        and phonenumbers.region_code_for_number(parsed) != NO_COUNTRY
    )


def incomplete_number() -> InvalidField:
    """The refusal of a number that says not which it is."""
    return InvalidField(
        "phone",
        "Please give the whole phone number, with its area code, or its country code (+).",
        code="invalid_contact",
        reason="phone_incomplete",
    )


def _may_be_of_elsewhere(text: str, number: phonenumbers.PhoneNumber, country: str) -> bool:
    """Whether a number without a country code is written as nobody in ``country`` writes one: without the 0
    of its area code, or as North Americans do, though it may be another number of the country by chance."""
    digits = "".join(str(int(one)) for one in text if one.isdecimal())
    has_zero = phonenumbers.ndd_prefix_for_region(country, True) == "0"
    if text.lstrip(" (").startswith("+") or country in ("US", "CA") or (has_zero and digits.startswith("0")):
        return False
    is_given_out = phonenumbers.is_valid_number(number)
    if has_zero and not is_given_out:
        return True
    abroad = phonenumbers.parse(digits, "US") if len(digits) == NORTH_AMERICAN_DIGITS else None
    may_be_abroad = abroad is not None and phonenumbers.is_valid_number(abroad)
    return may_be_abroad and (has_zero or not is_given_out)
