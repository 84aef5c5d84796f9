"""What is personal in a customer's words is found, hidden and put back, in whatever pieces it comes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.conversation.stream_redactor import StreamRedactor
from agent.conversation.vault import Vault
from agent.privacy.personal import contacts_in, without_cards, without_codes


def find(text: str) -> list[tuple[str, str]]:
    return [(kind, normal) for kind, _, normal in contacts_in(text, "DE")]


@pytest.mark.parametrize(
    ("text", "contact"),
    [
        ("I am Ada@Example.COM.", ("email", "ada@example.com")),
        ("mail me (ada+salon@mail.example.co.uk), thanks", ("email", "ada+salon@mail.example.co.uk")),
        ("030 1234567", ("phone", "+49301234567")),
        ("call +44 20 7946 0958 please", ("phone", "+442079460958")),
        ("my number is (030) 123-45-67", ("phone", "+49301234567")),
        ("0176/12345678", ("phone", "+4917612345678")),
    ],
)
def test_contacts_are_found(text: str, contact: tuple[str, str]) -> None:
    assert contact in find(text)


@pytest.mark.parametrize(
    "text",
    [
        "on 24.11.2026 at 10:30",
        "2026-11-24 10:30 or 2026-11-25 11:00",
        "between 10 and 12 or 14 to 16",
        "10 11 12 13 are fine",
        "for 2 people, 45 euros",
        "2 @ home",
    ],
)
def test_days_times_and_prices_are_nobodys_contact(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize("text", ["123456", " 123-456 ", "my code is 123 456", "OTP: 123456", "1 2 3 4 5 6"])
def test_codes_are_taken_out(text: str) -> None:
    without, code = without_codes(text, expected=False)
    assert code == "123456"
    assert not any(digit in without for digit in "123456")


@pytest.mark.parametrize("text", ["123456 and not before", "it says 123456", "١٢٣٤٥٦"])
def test_where_a_code_is_expected_any_six_digits_are_one(text: str) -> None:
    assert without_codes(text, expected=True)[1] == "123456"


@pytest.mark.parametrize(
    "text", ["haircut for 120 euros", "call 0301234567", "on 2026-11-24", "1234567", "12345", "€123456"]
)
def test_other_numbers_stay(text: str) -> None:
    assert without_codes(text, expected=True) == (text, None)


def test_cards_are_taken_out_by_their_check_digit() -> None:
    assert without_cards("card 4111 1111 1111 1111, call +49 30 1234567") == (
        "card [card number], call +49 30 1234567"
    )
    assert without_cards("4111 1111 1111 1112") == "4111 1111 1111 1112"


@pytest.mark.parametrize("number", ["0049 (0)171 23456789", "+49 171 2345 6783", "0039 347 5550 1282"])
def test_a_number_with_its_country_is_no_card(number: str) -> None:
    assert without_cards(number) == number


WORDS = st.text(st.sampled_from("ab @.[]1 email"), min_size=1, max_size=12)


@given(st.sets(WORDS.map(str.strip), max_size=6), st.text(st.sampled_from("ab @.[]1 email"), max_size=60))
def test_what_is_hidden_comes_back(values: set[str], text: str) -> None:
    vault = Vault()
    for value in values:
        vault.add("email", value)
    if "[email" not in text:
        assert vault.reveal(vault.conceal(text)) == text


@given(
    st.sets(WORDS.map(str.strip), max_size=6),
    st.lists(st.text(st.sampled_from("ab @.[]1 email"), max_size=7), max_size=20),
)
def test_pieces_hide_as_much_as_the_whole(values: set[str], pieces: list[str]) -> None:
    vault = Vault()
    for value in values:
        vault.add("email", value)
    veil = StreamRedactor(vault)
    shown = [veil.feed(piece) for piece in pieces] + [veil.finish()]
    text = "".join(pieces)
    assert vault.reveal("".join(shown)) == vault.reveal(text)
    for value in values:
        # A word on its own is hidden, wherever the pieces were cut.
        if len(value) > 1 and f" {value} " == text:
            assert value not in "".join(shown)


def test_no_placeholder_is_cut_in_two() -> None:
    vault = Vault()
    vault.add("email", "ada@example.com")
    veil = StreamRedactor(vault)
    shown = [veil.feed(piece) for piece in ("to [em", "ail", " 1", "], or a", "da@exa", "mple.com", "!")]
    assert "".join(shown) + veil.finish() == "to [email 1], or [email 1]!"
    assert all(piece.count("[") == piece.count("]") for piece in shown)
