"""Numbers, dates, names, amounts and addresses as they come: read, or refused in words, and never a crash."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from booking_core.catalogue.settings.websites import is_page, origin_of
from booking_core.errors import InvalidField
from booking_core.input.clean_text import compared_name
from booking_core.input.dates import typed_moment
from booking_core.input.kinds import Amount, Text, WrongValue
from booking_core.input.web_address import host_of, shown_address, split_address
from booking_core.input.whole_number import whole_number
from tests.tables import each_row


@each_row(
    ("text", "number"),
    [
        (" 12 ", 12),
        ("-3", -3),
        ("٣٠", 30),
        ("３０", 30),
        ("²", None),
        ("1²", None),
        ("1٣", None),
        ("9" * 5000, None),
        ("1_0", None),
        ("", None),
        ("-", None),
        ("1.5", None),
    ],
)
def test_a_whole_number_is_in_digits_of_one_script(text: str, number: int | None) -> None:
    assert whole_number(text) == number


@each_row("text", ["1_0", "1E5", "NaN", "²", "9" * 5000, "0x10", "--1"])
def test_an_amount_is_in_digits_alone(text: str) -> None:
    assert Amount().read(" 45.50 ") == Decimal("45.50")
    with pytest.raises(WrongValue):
        Amount().read(text)


@each_row("year", [1, 1999, 2200, 9999])
def test_a_date_that_nobody_means_is_refused_on_every_clock(year: int) -> None:
    eight = datetime(2026, 12, 1, 8, tzinfo=UTC)
    assert typed_moment("day", datetime.fromisoformat("2026-12-01T09:00"), "Europe/Berlin") == eight
    for clock in ("Pacific/Kiritimati", "America/Adak"):
        for typed in (f"{year:04}-01-01T00:00", f"{year:04}-12-31T23:59"):
            with pytest.raises(InvalidField):
                typed_moment("day", datetime.fromisoformat(typed), clock)


@each_row("name", ["\u3164", "\u2800", "\u2800 \u3164", "\u115f\ufe0f"])
def test_what_nobody_sees_is_no_name(name: str) -> None:
    for kind in (Text(80), Text(80, may_be_empty=True)):
        with pytest.raises(WrongValue):
            kind.read(name)


@each_row(
    ("one", "other"),
    [
        ("Haircut", "Ｈａｉｒｃｕｔ"),
        ("Haircut", "haircut\u2800"),
        ("Haircut", "Hair\u3164cut"),
        ("Straße", "STRASSE"),
        ("ﬁnish", "Finish"),
    ],
)
def test_names_that_look_equal_are_equal(one: str, other: str) -> None:
    assert compared_name(one) == compared_name(other)
    assert compared_name("Haircut") != compared_name("Hair cut")


UNREADABLE = ["https://[", "https://[::1", "https://a]b/", "https://℀.example/", "https://x:port/"]


@each_row("address", UNREADABLE)
def test_an_address_that_cannot_be_read_is_none(address: str) -> None:
    assert (split_address(address), host_of(address), shown_address(address)) == (None, None, None)
    assert not is_page(address)
    with pytest.raises(InvalidField):
        origin_of(address)


@each_row(
    ("address", "shown"),
    [
        ("https://user:pw@shop.example/a?b#c", "shop.example/a"),
        ("http://localhost:3000/", "localhost:3000/"),
        ("https://[::1]:8000/x", "[::1]:8000/x"),
        ("https://аpple.example/", "xn--pple-43d.example/"),
        ("https://shop.example/\u202egpj", "shop.example/%E2%80%AEgpj"),
        (f"https://{'a' * 2000}.example/", None),
        ("about:blank", None),
    ],
)
def test_of_an_address_host_and_path_are_shown_as_what_they_are(address: str, shown: str | None) -> None:
    assert shown_address(address) == shown
    assert len(shown_address(f"https://shop.example/{'a' * 2000}") or "") == 120


@each_row("site", ["https://*.com", "*.com", "https://*"])
def test_a_wildcard_is_for_the_sites_of_one_name(site: str) -> None:
    assert origin_of("https://*.shop.example") == "https://*.shop.example"
    with pytest.raises(InvalidField):
        origin_of(site)
