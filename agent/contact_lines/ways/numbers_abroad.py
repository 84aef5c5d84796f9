"""Phone numbers of other countries than the business's, written as they are dialled there. Pure."""

from collections.abc import Sequence

import phonenumbers
from msgspec import structs

from agent.contact_lines.ways.numbers import FoundNumber, find_number
from agent.privacy.contacts.countries import country_beside
from agent.privacy.contacts.told_numbers import CODE_TO_COME, read_as_told
from booking_core.customers.phone_countries import MOBILES_ALONE, has_own_code, likeliest_number, read_in


def find_number_among(
    text: str, countries: Sequence[str], *, is_asked: bool, language: str = "en"
) -> FoundNumber | None:
    """The phone number of a text: of the country told beside it or elsewhere in the text, else of the likeliest
    of the ``countries``; with a code to come where none of them has such numbers."""
    found = [_find_in(text, one, is_asked=is_asked, language=language) for one in countries]
    known = [one for one in found if one is not None]
    if not known:
        return None
    written = text[known[-1].start : known[-1].end]
    values = [_whole_value(one, written, country) for one, country in zip(found, countries, strict=True)]
    likeliest = likeliest_number(values)
    number = next((one for one in known if one.value == likeliest), known[-1])
    number = structs.replace(number, value=likeliest or number.value)
    said, end = country_beside(text, number.start, number.end)
    # Whoever tells the country says that it is a number.
    abroad = said and find_number(text, said, is_asked=True, language=language)
    if not abroad or not _is_whole(abroad):
        return _as_told(text, number, is_known=likeliest is not None)
    return structs.replace(abroad, end=max(end, abroad.end))


def _find_in(text: str, country: str, *, is_asked: bool, language: str) -> FoundNumber | None:
    """The number as a country writes it; none where only mobiles of that come into question, and it is no
    such."""
    region = country.removesuffix(MOBILES_ALONE)
    found = find_number(text, region, is_asked=is_asked, language=language)
    is_one = found is None or region == country or read_in(country, text[found.start : found.end])
    return found if is_one else None


def _as_told(text: str, number: FoundNumber, *, is_known: bool) -> FoundNumber:
    """The number, read in the country that the rest of its text tells; where it is of none and not ``is_known``,
    its code is to come."""
    written = text[number.start : number.end]
    told = read_as_told(f"{text[: number.start]}\n{text[number.end :]}", written)
    is_of_nobody = not is_known and _is_whole(number) and not has_own_code(written)
    told = told or (CODE_TO_COME + written if is_of_nobody else None)
    return structs.replace(number, value=told) if told else number


def _whole_value(number: FoundNumber | None, written: str, country: str) -> str | None:
    """The number in E.164 as it was found for a country, or as the country reads what was found for
    another."""
    if number is None:
        return read_in(country, written)
    return number.value if _is_whole(number) else None


def _is_whole(number: FoundNumber) -> bool:
    """Whether it was understood, and stands there in E.164."""
    try:
        return number.value.startswith("+") and bool(phonenumbers.parse(number.value))
    except phonenumbers.NumberParseException:
        return False
