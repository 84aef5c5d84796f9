"""What in a customer's words is personal or secret: addresses, telephone numbers, card numbers, one-time
codes. Pure."""

import re
from collections.abc import Iterator
from contextlib import suppress

import phonenumbers

from booking_core.customers.contacts import normalise_email
from booking_core.customers.phones import normalise_phone
from booking_core.errors import InvalidField
from booking_core.storage.ids import CODE_LETTERS

EMAIL, PHONE, NAME, BOOKING_CODE = "email", "phone", "name", "booking code"
# What stands where a secret was that nobody needs to read again.
CODE_MARK, CARD_MARK = "[code]", "[card number]"

ADDRESS = re.compile(r"(?<![\w.+%'-])[\w.+%'-]+@[\w-]+(?:\.[\w-]+)+")
# Days and clock times are full of digits and nobody's number.
MOMENT = re.compile(
    r"(?<!\d[./-])\b(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|\d{1,2}:\d\d)\b(?![./-]\d)"
)
# A bank account (ISO 13616): country, two check digits, and up to thirty letters and digits, by fours or not.
IBAN = re.compile(
    r"(?<![\w-])[A-Z]{2}\d{2}[ -]?[A-Z\d]{4}(?:[ -]?(?=[A-Z]{0,3}\d)[A-Z\d]{4}){2,6}(?:[ -]?(?=[A-Z]{0,3}\d)[A-Z\d]{1,4})?(?![\w-])",
    re.I,
)
ANY_DIGIT = re.compile(r"\d")
DIGITS = re.compile(r"(?<![\w+])[+(]{0,2}\d(?:[\s().\-/]{0,3}\d){6,18}(?!\w)")
CARD_LENGTHS, PHONE_LENGTHS = range(13, 20), range(7, 16)
SIX_DIGITS = r"(?<!\d)(?<!\d[\s.,:/-])(?<![+€$£])(?:\d{6}|\d{3}[\s-]\d{3}|\d(?:[\s-]\d){5})(?![\s.,:/-]?\d)"
ONE_TIME_CODE = re.compile(SIX_DIGITS)
NOTHING_ELSE = re.compile(rf"\W*{SIX_DIGITS}\W*")
SPEAKS_OF_CODES = re.compile(r"\b(?:code|codes|kode|código|codice|otp|pin|passcode|verif\w+)\b", re.I)
BOOKING_CODES = re.compile(rf"(?<!\w)[{CODE_LETTERS}]{{6}}(?!\w)", re.I)


def without_codes(text: str, *, expected: bool) -> tuple[str, str | None]:
    """The text with its six-digit codes taken out, and the first of them.

    Six digits are a code where one is ``expected``, where the text speaks of codes, and where they stand
    alone.
    """
    if not expected and not SPEAKS_OF_CODES.search(text) and not NOTHING_ELSE.fullmatch(text):
        return text, None
    first = ONE_TIME_CODE.search(text)
    return ONE_TIME_CODE.sub(CODE_MARK, text), first and _digits(first.group())


def without_cards(text: str) -> str:
    """The text with numbers of payment cards taken out (ISO/IEC 7812: 13 to 19 digits and a check digit)."""
    accounts = [(found.start(), found.end()) for found in IBAN.finditer(text)]

    def mask(found: re.Match[str]) -> str:
        is_account = any(start <= found.start() < end for start, end in accounts)
        return CARD_MARK if not is_account and _is_card(found.group()) else found.group()

    return DIGITS.sub(mask, text)


def contacts_in(text: str, country: str) -> Iterator[tuple[str, str, str]]:
    """Every e-mail address and telephone number: its kind, how it is written, and how it is kept.

    ``country`` (ISO 3166) is what numbers are read in. Rather too much is found than too little.
    """
    for found in ADDRESS.finditer(text):
        yield EMAIL, found.group(), _normal_form(EMAIL, found.group(), country)
    without = IBAN.sub(" ", MOMENT.sub(lambda moment: " " * len(moment.group()), ADDRESS.sub(" ", text)))
    if not ANY_DIGIT.search(without):
        return  # Most messages: the matcher takes its time to find nothing.
    numbers = {match.raw_string for match in phonenumbers.PhoneNumberMatcher(without, country)}
    numbers |= {found.group() for found in DIGITS.finditer(without) if _may_be_phone(found.group())}
    for number in numbers:
        yield PHONE, number, _normal_form(PHONE, number, country)


def booking_codes_in(text: str) -> set[str]:
    """Words of the shape of a booking code, as they are written; which of them are codes only the table
    knows."""
    return set(BOOKING_CODES.findall(text))


def _normal_form(kind: str, written: str, country: str) -> str:
    with suppress(InvalidField):
        return normalise_email(written) if kind == EMAIL else normalise_phone(written, country)
    return written.casefold()


def _may_be_phone(written: str) -> bool:
    """A number with a nought or a plus before it, one that is told digit by digit, or one that is not a row
    of small numbers such as "10 11 12 13"."""
    if len(_digits(written)) not in PHONE_LENGTHS:
        return False
    return written.lstrip("(")[0] in "+0" or bool(re.search(r"\d{3}|^\d(?:\D+\d)+$", written))


def _is_card(written: str) -> bool:
    """By its check digit (Luhn). A number with a "+" or a nought before it is dialled: no card of payment has
    either (ISO/IEC 7812-1)."""
    digits = _digits(written)
    if len(digits) not in CARD_LENGTHS or "+" in written or digits.startswith("0"):
        return False
    doubled = [int(digit) * (1 + odd % 2) for odd, digit in enumerate(reversed(digits))]
    return sum(value - 9 * (value > 9) for value in doubled) % 10 == 0


def _digits(text: str) -> str:
    """Its digits alone, in ASCII whatever script they are written in."""
    return "".join(str(int(letter)) for letter in text if letter.isdecimal())
