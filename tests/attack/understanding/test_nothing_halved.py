"""A wish for more than one booking is never halved in silence, whoever speaks."""

import pytest

from agent.models.scripted import Call, Say, ScriptedModel
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.customers import Chatter
from tests.agent.mentions.test_remainders import is_said

WISHES = (
    "a haircut and a massage on friday at 10",
    "haircut every two weeks please",
    "haircut for me and my wife",
    "We're five bridesmaids and all need our hair done",
    "a haircut for my aunt and my nephew on friday",
    "a haircut, one Saturday in two",
)
COMPLAINTS = (
    "once a month my hair drives me mad, a haircut on friday please",
    "every week I miss my appointment, a haircut on friday please",
)


@pytest.mark.parametrize("is_model", [False, True], ids=["built in", "a model"])
@pytest.mark.parametrize("wish", WISHES)
async def test_what_is_left_over_is_said(
    core: BookingCore, salon: DemoSalon, wish: str, *, is_model: bool
) -> None:
    model = ScriptedModel(
        [Call("find_times", {"service": "Haircut", "when": "friday"})], [Say("Here are some times.")]
    )
    eve = Chatter(core, salon, *([model] if is_model else []))
    assert is_said(await eve.says(wish), "en")


@pytest.mark.parametrize("complaint", COMPLAINTS)
async def test_a_complaint_that_recurs_is_one_booking(
    core: BookingCore, salon: DemoSalon, complaint: str
) -> None:
    eve = Chatter(core, salon)
    assert not is_said(await eve.says(complaint), "en")
    assert (await eve.view()).state.remainders == []


async def test_what_is_left_over_is_taken_up(core: BookingCore, salon: DemoSalon) -> None:
    eve = Chatter(core, salon)
    await eve.says(WISHES[0])
    await eve.says("Ada, ada@example.com")
    assert "Shall we go on with Massage?" in await eve.says("yes")
