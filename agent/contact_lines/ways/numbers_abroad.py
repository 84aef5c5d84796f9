"""Phone numbers of other countries than the business's, written as they are dialled there. Pure."""

from collections.abc import Sequence

import phonenumbers
from msgspec import structs

from agent.contact_lines.ways.numbers import FoundNumber, find_number
from agent.privacy.contacts.countries import country_beside
from agent.privacy.contacts.told_numbers import read_as_told
from booking_core.customers.phone_countries import is_given_out, is_mobile


def find_number_among(
    text: str, countries: Sequence[str], *, is_asked: bool, language: str = "en"
) -> FoundNumber | None:
    """The phone number of a text: of the country told beside it or elsewhere in the text, else of the first of
    the ``countries`` that has given it out, else as it is read in the last."""
    found = [find_number(text, one, is_asked=is_asked, language=language) for one in countries]
    known = [one for one in found if one is not None]
    if not known:
        return None
    given_out = [one for one in known if _is_whole(one) and is_given_out(one.value)]
    # "0172 …" is a mobile here and a landline there: people give their mobile.
    number = next((one for one in given_out if is_mobile(one.value)), (given_out or known[-1:])[0])
    said, end = country_beside(text, number.start, number.end)
    # Whoever tells the country says that it is a number.
    abroad = said and find_number(text, said, is_asked=True, language=language)
    if not abroad or not _is_whole(abroad):
        return _as_told(text, number)
    return structs.replace(abroad, end=max(end, abroad.end))


def _as_told(text: str, number: FoundNumber) -> FoundNumber:
    """The number, read in the country that the rest of its text tells."""
    written = text[number.start : number.end]
    told = read_as_told(f"{text[: number.start]}\n{text[number.end :]}", written)
    return structs.replace(number, value=told) if told else number


def _is_whole(number: FoundNumber) -> bool:
    """Whether it was understood, and stands there in E.164."""
    try:
        return number.value.startswith("+") and bool(phonenumbers.parse(number.value))
    except phonenumbers.NumberParseException:
        return False
