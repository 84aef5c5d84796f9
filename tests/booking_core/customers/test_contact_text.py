"""Names and contacts are kept as they were meant, however they were typed and whatever was copied along."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booking_core.customers.contacts import ContactDetails, normalise_email, normalise_name
from booking_core.customers.phones import normalise_phone
from booking_core.errors import InvalidField
from booking_core.input.clean_text import clean_text


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("علی\u200cرضا کریمی", "علی\u200cرضا کریمی"),
        ("র\u200d্যাচেল", "র\u200d্যাচেল"),
        ("\u200fדנה לוי", "דנה לוי"),
        ("\u202aDana Levi\u202c", "Dana Levi"),
        ("\u2068Dana\u2069 Levi", "Dana Levi"),
        ("Anne\u00admarie Roux", "Annemarie Roux"),
        ("Jean\u200b Paul", "Jean Paul"),
        ("\ufeffAda  Byron ", "Ada Byron"),
        ("Ada\u200dByron", "AdaByron"),
        ("Jose\u0301 Garci\u0301a", "José García"),
        ("Nguye\u0302\u0303n", "Nguyễn"),
    ],
)
def test_a_name_is_kept_without_what_nobody_sees(written: str, kept: str) -> None:
    assert ContactDetails(written, "ada@example.com").normalise("DE").name == kept


@pytest.mark.parametrize(
    "written", ["Ada\x07Byron", "Ada\ud800".encode("utf-8", "replace").decode() * 100, "\u200b", "123"]
)
def test_what_is_no_name_is_refused(written: str) -> None:
    with pytest.raises(InvalidField):
        ContactDetails(written, "ada@example.com").normalise("DE")


@pytest.mark.parametrize(
    "written",
    [
        "ada@example.com.",
        "ada@example.com,",
        "<ada@example.com>",
        "Ada Byron <ada@example.com>",
        '"Byron, Ada" <Ada@Example.com>;',
        "mailto:ada@example.com",
        "'ada@example.com'",
        "(ada@example.com)",
        "\u200bada@example.com",
        "\u200eada@exam\u200bple.com",
        "\u202aada@example.com\u202c",
    ],
)
def test_an_address_is_kept_without_what_stands_around_it(written: str) -> None:
    assert normalise_email(written) == "ada@example.com"


@pytest.mark.parametrize(
    "written",
    [
        "-ada@example.com",
        ".ada@example.com",
        "ada@",
        "ada byron@example.com",
        "a@b.com <c@d.com>",
        "a@b.com, c@d.com",
    ],
)
def test_what_is_no_single_address_is_refused(written: str) -> None:
    with pytest.raises(InvalidField):
        normalise_email(written)


@pytest.mark.parametrize(
    "written",
    [
        "030 5550142 ext 12",
        "030 5550142x12",
        "030 5550142 Durchwahl 12",
        "+49305550142;ext=12",
        "030 5550142 poste 12",
    ],
)
def test_a_number_with_an_extension_is_refused_in_so_many_words(written: str) -> None:
    with pytest.raises(InvalidField, match="Extensions cannot be noted"):
        normalise_phone(written, "DE")


def test_direct_dialling_is_part_of_the_number() -> None:
    assert normalise_phone("030 5550142-12", "DE") == "+4930555014212"
    assert normalise_phone("\u202a+49 151 23456789\u202c", "DE") == "+4915123456789"


@given(st.text(max_size=60))
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean_text(text)
    assert clean_text(once) == once
    assert unicodedata.is_normalized("NFC", normalise_name(text))


@pytest.mark.parametrize(
    ("written", "country"),
    [("415-555-0142", "GB"), ("(212) 555-0187", "DE"), ("415 555 0142", "IT"), ("555-0142", "GB")],
)
def test_a_number_that_nobody_in_the_country_could_dial_is_refused(written: str, country: str) -> None:
    with pytest.raises(InvalidField) as refusal:
        normalise_phone(written, country)
    assert refusal.value.reason == "phone_incomplete"


@pytest.mark.parametrize(
    ("written", "country", "number"),
    [
        ("07700 900123", "GB", "+447700900123"),
        ("7911 123456", "GB", "+447911123456"),
        ("+1 415 555 0142", "GB", "+14155550142"),
        ("415-555-0142", "US", "+14155550142"),
        ("347 1234567", "IT", "+393471234567"),
    ],
)
def test_a_number_as_people_of_the_country_write_it_is_kept(written: str, country: str, number: str) -> None:
    assert normalise_phone(written, country) == number
