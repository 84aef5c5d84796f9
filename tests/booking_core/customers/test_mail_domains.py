"""Which addresses miss a well-known domain by a slip, and which are simply others."""

import pytest

from booking_core.customers.mail_domains import likely_address


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("gmial.com", "gmail.com"),
        ("gmail.con", "gmail.com"),
        ("gmail.co", "gmail.com"),
        ("gmaill.cm", "gmail.com"),
        ("hotmial.com", "hotmail.com"),
        ("hotmal.fr", "hotmail.fr"),
        ("outlok.de", "outlook.de"),
        ("yaho.co.uk", "yahoo.co.uk"),
        ("iclould.com", "icloud.com"),
        ("t-onlin.de", "t-online.de"),
    ],
)
def test_a_slip_is_seen(typed: str, meant: str) -> None:
    assert likely_address(f"ada@{typed}") == f"ada@{meant}"


@pytest.mark.parametrize(
    "domain",
    [
        "gmail.com",
        "hotmail.fr",
        "gmail.de",
        "mail.com",
        "email.com",
        "live.com",
        "web.de",
        "gmx.de",
        "example.com",
        "hotmail.cl",
    ],
)
def test_another_domain_is_none(domain: str) -> None:
    assert likely_address(f"ada@{domain}") is None


def test_what_may_be_two_is_not_guessed() -> None:
    assert likely_address("ada@hotmail.ft") is None
