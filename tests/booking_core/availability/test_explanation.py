"""Why a time can or cannot be booked: the first rule against everybody who could serve, from the sums that
make the list."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from booking_core.availability.explanation import StartExplanation
from booking_core.availability.slots import Question
from booking_core.core import BookingCore
from booking_core.errors import NotFound
from booking_core.maintenance.demo import DemoSalon
from tests.cast import Visitor, at


async def explains(visitor: Visitor, service: str, start: datetime, **wish: Any) -> StartExplanation:
    question = Question(visitor.salon.services[service], start, start + timedelta(minutes=1), **wish)
    return await visitor.at_desk(lambda desk: desk.explain(question))


def rules(explanation: StartExplanation) -> dict[str, str | None]:
    return {verdict.name: verdict.rule for verdict in explanation.resources}


async def test_each_person_has_a_reason_of_their_own(ada: Visitor, ben: Visitor, salon: DemoSalon) -> None:
    await ben.books("Haircut", at(1, 10), staff_id=salon.resources["Dana"])
    await ben.holds("Haircut", at(1, 10), staff_id=salon.resources["Miriam"])
    busy = await explains(ada, "Haircut", at(1, 10))
    assert busy.rule == "all_held"
    assert rules(busy) == {"Dana": "fully_booked", "Miriam": "all_held"}
    early = await explains(ada, "Haircut", at(1, 9))
    assert early.rule is None
    assert rules(early) == {"Dana": "closed", "Miriam": None}


async def test_the_room_may_be_the_reason(ada: Visitor, ben: Visitor) -> None:
    await ben.books("Yoga class", at(0, 12))
    explained = await explains(ada, "Massage", at(0, 12))
    assert rules(explained) == {"Jonas": "fully_booked", "Treatment room": "fully_booked"}
    assert rules(await explains(ada, "Yoga class", at(0, 12))) == {"Jonas": None, "Treatment room": None}


@pytest.mark.parametrize(
    ("start", "rule"),
    [
        (at(1, 10, 5), "off_grid"),
        (at(1, 10) + timedelta(seconds=1), "off_grid"),
        (at(6, 12), "closed"),
        (at(-6, 12), "notice"),
        (at(64, 12), "beyond_window"),
        (at(1, 10), None),
    ],
)
async def test_every_rule_has_its_name(ada: Visitor, start: datetime, rule: str | None) -> None:
    explained = await explains(ada, "Haircut", start, staff_id=ada.salon.resources["Dana"])
    assert explained.rule == rule
    assert [verdict.rule for verdict in explained.resources] == [rule]


async def test_a_person_who_does_not_do_it_is_named(ada: Visitor, salon: DemoSalon) -> None:
    explained = await explains(ada, "Haircut", at(0, 12), staff_id=salon.resources["Jonas"])
    assert explained.rule == "no_qualified_staff"
    assert rules(explained)["Jonas"] == "no_qualified_staff"


async def test_a_hold_is_refused_for_the_reason_that_is_explained(ada: Visitor) -> None:
    for hour in range(24):
        start = at(1, 0) + timedelta(hours=hour)
        explained = await explains(ada, "Haircut", start)
        offered = (await ada.looks("Haircut", start, start + timedelta(minutes=1))).slots
        assert (explained.rule is None) == bool(offered)


async def test_another_salons_service_is_unknown(
    ada: Visitor, core: BookingCore, other_salon: DemoSalon
) -> None:
    with pytest.raises(NotFound):
        stranger = Question(other_salon.services["Haircut"], at(1, 10), at(1, 10, 1))
        await ada.at_desk(lambda desk: desk.explain(stranger))
