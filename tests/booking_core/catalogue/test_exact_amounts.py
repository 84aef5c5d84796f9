"""Amounts of money are kept exactly, and what is none is refused."""

import pytest

from booking_core.input.kinds import Amount, WrongValue


@pytest.mark.parametrize(("written", "kept"), [("45", "45.00"), (" 45.5 ", "45.50"), ("0", "0.00")])
def test_an_amount_is_kept_exactly(written: str, kept: str) -> None:
    assert str(Amount().read(written)) == kept


@pytest.mark.parametrize(
    "written", ["", "-1", "4,50", "45.555", "1.200", "NaN", "99999999999", ".", 45.5, True]
)
def test_what_is_no_amount_is_refused(written: object) -> None:
    with pytest.raises(WrongValue):
        Amount().read(written)
