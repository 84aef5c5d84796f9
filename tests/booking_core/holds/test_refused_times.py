"""What cannot be held: what a service does not offer, and what a rule of the business forbids."""

from datetime import timedelta

import pytest

from booking_core.errors import Invalid
from tests.cast import Visitor, at


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        ({"duration_min": 1}, "duration_not_allowed"),
        ({"duration_min": 0}, "duration_not_allowed"),
        ({"duration_min": -45}, "duration_not_allowed"),
        ({"party_size": 2}, "party_too_large"),
        ({"party_size": 0}, "invalid_party_size"),
        ({"party_size": -1}, "invalid_party_size"),
    ],
)
async def test_what_a_service_does_not_offer_is_refused(
    ada: Visitor, wish: dict[str, int], code: str
) -> None:
    with pytest.raises(Invalid) as refused:
        await ada.holds("Haircut", at(1, 10), **wish)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("start", "code"),
    [
        (at(1, 10, 5), "off_grid"),
        (at(1, 10) + timedelta(seconds=30), "off_grid"),
        (at(6, 10), "outside_hours"),
        (at(-1, 10), "outside_hours"),
        (at(92, 10), "too_far"),
    ],
)
async def test_a_rule_refuses_by_its_name(ada: Visitor, start: object, code: str) -> None:
    with pytest.raises(Invalid) as refused:
        await ada.holds("Haircut", start, staff_id=ada.salon.resources["Dana"])  # type: ignore[arg-type]
    assert refused.value.code == code
