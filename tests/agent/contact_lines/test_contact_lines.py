"""Names, e-mail addresses and phone numbers are read as customers write them; `tables/` has the lines, one a
row.

Pure: no conversation, only the words. Invisible characters stand in the tables as escapes.
"""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from agent.contact_lines import Contact, contact_in
from agent.languages import words_in
from booking_core.customers.contacts import normalise_email
from booking_core.customers.phones import normalise_phone
from booking_core.errors import InvalidField
from tests.tables import each_row

TABLES = Path(__file__).parent / "tables"
SERVICES = ["Haircut", "Massage", "Colour and cut", "Yoga class", "Beard trim", "Bridal styling"]
PEOPLE = ["Dana Levi", "Miriam Cohen", "Jonas Weber"]


def rows(*names: str) -> Iterator[list[str]]:
    for name in names:
        for line in (TABLES / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
            yield [_unescape(field) for field in line.split("\t")]


def _unescape(field: str) -> str:
    return re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), field).replace("\\n", "\n")


def read(text: str, language: str, *, is_asked: bool = True) -> Contact:
    return contact_in(text, ("DE",), words_in(language), is_asked=is_asked, services=SERVICES, people=PEOPLE)


@each_row(("language", "name"), list(rows("names_given", "more_names_given")))
def test_a_name_that_was_asked_for_is_a_name(language: str, name: str) -> None:
    contact = read(name, language)
    assert contact.name is not None
    assert contact.name.rstrip(".") == name.rstrip(".")
    assert contact.is_whole, "its words are read as nothing else"


@each_row(
    ("language", "text", "name", "email", "phone"),
    list(
        rows(
            "contact_lines",
            "more_contact_lines",
            "framed_contact_lines",
            "people_and_corrections",
            "spelled_and_put_right",
        )
    ),
)
def test_name_and_contact_are_found_in_one_line(
    language: str, text: str, name: str, email: str, phone: str
) -> None:
    contact = read(text, language)
    assert (contact.name or "") == unicodedata.normalize("NFC", name)
    assert (contact.email or "").lower() == email
    assert phone in ("", contact.phone)
    assert contact.is_whole, "nothing in the line is read as a wish"


@each_row(
    ("language", "text"),
    list(rows("no_names", "more_no_names", "framed_no_names", "no_names_after_i_am", "no_names_in_between")),
)
def test_what_is_no_name_becomes_none(language: str, text: str) -> None:
    assert read(text, language).name is None


@pytest.mark.parametrize("word", ["Friday", "Wednesday", "December", "friday"])
def test_a_day_alone_may_be_a_name_and_is_asked_about(word: str) -> None:
    contact = read(word, "en")
    assert (contact.day_or_name, contact.name) == (word, None)


@pytest.mark.parametrize(
    ("text", "name", "left"),
    [
        ("Ada Byron, can we do Friday instead?", "Ada Byron", "can we do Friday instead?"),
        ("my name is Ada Byron and I would rather come on Friday", "Ada Byron", "rather come on Friday"),
    ],
)
def test_a_wish_beside_a_name_is_left_to_be_heard(text: str, name: str, left: str) -> None:
    contact = read(text, "en")
    assert contact.name == name
    assert not contact.is_whole
    assert left not in "".join(contact.written)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("haircut Friday at 3, Noa Levi, noa@example.com", "Noa Levi"),
        ("haircut on Friday, Ada Byron 030 5550142", "Ada Byron"),
        ("haircut at 3 with Dana Levi, noa@example.com", None),
        ("haircut, Friday Morning, ada@example.com", None),
        ("Beard Trim, ada@example.com", None),
    ],
)
def test_a_full_name_beside_a_contact_is_kept_where_a_wish_is_told(text: str, name: str | None) -> None:
    contact = read(text, "en", is_asked=False)
    assert contact.email or contact.phone
    assert contact.name == name


@pytest.mark.parametrize(
    "text",
    [
        "jörg@example.com",
        "Ada Byron at example dot com",
        "see you at example dot com",
        "ada@example",
        "ada@@example.com",
        "名前ada@example.com",
        "ada..byron@example.com",
    ],
)
def test_what_is_no_address_is_never_made_into_another(text: str) -> None:
    contact = read(text, "en")
    assert contact.email is None or contact.email in text, "told as it was written, and refused"
    assert contact.email not in (
        "rg@example.com",
        "byron@example.com",
        "ada@example.com",
        "byron@example.com",
    )


@pytest.mark.parametrize(
    "text",
    [
        "030 5550142 ext 12",
        "030 5550142 Durchwahl 12",
        "030 5550142 poste 12",
        "030 5550142 x12",
        "030 5550142 (ext. 12)",
    ],
)
def test_an_extension_stays_with_its_number(text: str) -> None:
    phone = read(f"Ada Byron, {text}", "en").phone
    assert phone is not None
    assert "12" in phone[-3:]


@pytest.mark.parametrize(
    "text",
    [
        "a haircut for Dana on Friday",
        "put it down for December 12th",
        "I'm looking for a haircut",
        "we're fine for now, cheers",
        "it's Friday for me",
        "haircut for May 3rd",
        "Is this for real",
    ],
)
def test_nobody_is_named_where_no_name_was_asked_for(text: str) -> None:
    assert read(text, "en", is_asked=False).name is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "030 5550142, sorry, 43 in the middle, Ada Byron"),
        ("en", "Ada Byron, 030 5550142 / 030 5550124"),
        ("de", "030 5550142, nein, 77 statt 99, Sven Ott"),
        ("it", "Dario Neri, 030 5550142, anzi no, 43 nel mezzo"),
        ("en", "Ada Byron, 415-555-0142"),
        ("es", "Sra. Lemos (cel. 11 5550-3926)"),
    ],
)
def test_a_number_that_cannot_be_read_for_certain_is_asked_for_once_more(language: str, text: str) -> None:
    contact = read(text, language)
    assert contact.name
    assert contact.phone in text, "told as it was written"
    with pytest.raises(InvalidField):
        normalise_phone(contact.phone or "", "DE")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ada Byron, ada.b@mail.example, no wait, with a dash"),
        ("de", "ada.b@mail.example ohne Punkt, Ada Brand"),
        ("en", "reach me at example dot com, Ada Byron"),
    ],
)
def test_an_address_that_cannot_be_read_for_certain_is_asked_for_once_more(language: str, text: str) -> None:
    contact = read(text, language)
    assert contact.name
    for address in filter(None, [contact.email]):
        with pytest.raises(InvalidField):
            normalise_email(address)


@pytest.mark.parametrize(
    "text", ["J. R. R. Tolkien", "A. A. Milne", "J R Hartley", "T.J. Burke", "Anna-Lena Ott"]
)
def test_initials_are_not_read_as_letters_of_a_name(text: str) -> None:
    assert read(text, "en").name == text
