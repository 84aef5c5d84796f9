"""Sums and lengths in what is said: which are read, and which may be said."""

from decimal import Decimal

import pytest

from agent.guardrails.false_claims.amounts import Amounts, amounts_said, may_be_said


@pytest.mark.parametrize(
    ("sentence", "money", "minutes"),
    [
        ("It costs €45.00 and takes 1 hour 30 minutes.", "45", 90),
        ("That is forty-five euros.", "45", 0),
        ("A 90-minute massage is $1,200.", "1200", 90),
        ("Das kostet 1.234,50 € und dauert 45 Minuten.", "1234.5", 45),
        ('זה עולה 120 ש"ח ולוקח 45 דקות', "120", 45),
        ("تستغرق 90 دقيقة بسعر 50 يورو", "50", 90),
        ("Come two hours before, or 10 minutes later.", "", 0),
        ("We are at number 12, from 9 to 19:00.", "", 0),
        ("Le soin dure 45 min, vendredi à 10 h.", "", 45),
        ("Le soin dure 2 h et coûte 45,00\u00a0€.", "45", 120),
    ],
)
def test_amounts_are_read(sentence: str, money: str, minutes: int) -> None:
    said = amounts_said(sentence)
    assert said.money == ({Decimal(money)} if money else set())
    assert said.minutes == ({minutes} if minutes else set())


def test_sums_are_known_and_what_only_the_customer_named_may_be_denied() -> None:
    known, theirs = (
        Amounts(frozenset({Decimal(45)}), minutes=frozenset({45, 60})),
        Amounts(frozenset({Decimal(17)})),
    )
    assert may_be_said("Both together take 105 minutes, that is 90 euros.", known, theirs)
    assert may_be_said("No, it is not 17 euros.", known, theirs)
    assert may_be_said("I am 100% sure.", known, theirs)
    assert not may_be_said("Yes, it is 17 euros.", known, theirs)
    assert not may_be_said("You get 20% off.", known, theirs)
