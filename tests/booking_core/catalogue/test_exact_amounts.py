"""Amounts of money are kept exactly, and what is none is refused."""

import pytest

from booking_core.catalogue.services.prices import check_amount
from booking_core.errors import InvalidField


@pytest.mark.parametrize(("written", "kept"), [("45", "45.00"), (" 45.5 ", "45.50"), ("0", "0.00")])
def test_an_amount_is_kept_exactly(written: str, kept: str) -> None:
    assert str(check_amount("amount", written)) == kept


@pytest.mark.parametrize("written", ["", "-1", "4,50", "45.555", "1e3", "NaN", "٤٥", "99999999999", "."])
def test_what_is_no_amount_is_refused(written: str) -> None:
    with pytest.raises(InvalidField):
        check_amount("amount", written)
