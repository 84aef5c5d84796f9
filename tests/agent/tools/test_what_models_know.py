"""What a model is told and what tools remember for it: the day and hour, what is kept and asked, whose
appointments there are."""

import json

import pytest

from agent.guided.receptionist import GuidedModel
from agent.models.scripted import Call, ScriptedModel
from agent.turns.turn import TurnRunner
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.customers import Chatter
from tests.agent.tools.scripted_turns import SPEAKS, data_in, knows, results, starts, turns


@pytest.mark.parametrize(
    ("said", "days", "first"),
    [
        (["friday", "after five"], {"Fri, Nov 27"}, "5:00 PM"),
        (["after five", "friday"], {"Fri, Nov 27"}, "5:00 PM"),
        (["friday after five", "saturday"], {"Sat, Nov 28"}, None),
        (["friday", "not before eleven"], {"Fri, Nov 27"}, "11:00 AM"),
    ],
)
async def test_words_are_read_with_those_that_were_said_before(
    core: BookingCore, salon: DemoSalon, said: list[str], days: set[str], first: str | None
) -> None:
    model = ScriptedModel(
        *turns(*(Call("find_times", {"service": "Haircut", "when": when}) for when in said))
    )
    eve = Chatter(core, salon, model)
    for when in said:
        await eve.says(when)
    found = starts(results(model)[-1])
    assert {start.rpartition(", ")[0] for start in found} == days
    assert first is None or found[0].endswith(first)


@pytest.mark.parametrize(
    ("when", "start"),
    [
        ("an hour later", "Tue, Nov 24, 11:00 AM"),
        ("half an hour earlier", "Tue, Nov 24, 9:30 AM"),
        ("same time next week", "Tue, Dec 1, 10:00 AM"),
        ("the next day at the same time", "Wed, Nov 25, 10:00 AM"),
    ],
)
async def test_words_that_count_from_the_time_being_kept_are_understood(
    core: BookingCore, salon: DemoSalon, when: str, start: str
) -> None:
    model = ScriptedModel(
        [Call("find_times", {"service": "Haircut", "when": "tuesday at 10am"})],
        [Call("hold_time", {"handle": "t1"})],
        SPEAKS,
        *turns(Call("find_times", {"service": "Haircut", "when": when})),
    )
    eve = Chatter(core, salon, model)
    await eve.says("a haircut on tuesday at 10am")
    await eve.says(when)
    assert starts(results(model)[-1]) == [start]


async def test_whoever_was_asked_for_stays_until_somebody_else_is(
    core: BookingCore, salon: DemoSalon
) -> None:
    wishes = ({"staff": "Dana"}, {}, {"staff": "anyone"}, {})
    calls = (Call("find_times", {"service": "Haircut", "when": "friday", **wish}) for wish in wishes)
    model = ScriptedModel(*turns(*calls))
    eve = Chatter(core, salon, model)
    for _ in wishes:
        await eve.says("friday please")
    assert [result["staff"] for result in results(model)] == ["Dana", "Dana", "anyone", "anyone"]


async def test_a_model_knows_the_day_the_services_and_what_is_in_hand(
    core: BookingCore, salon: DemoSalon
) -> None:
    eve = Chatter(core, salon)
    begun = await knows(eve, "hello")
    assert begun["now"] == "Monday, November 23, 2026, 8:00 AM (Europe/Berlin)"
    haircut = next(one for one in begun["services"] if one["name"] == "Haircut")
    assert haircut["minutes"]
    assert "Dana" in haircut["staff"]
    assert (begun["time_being_kept"], begun["summary_waits_for_yes"], begun["their_appointments"]) == (
        None,
        None,
        [],
    )

    eve.turns = TurnRunner(core, eve.turns.log, (), GuidedModel())
    await eve.says("haircut on tuesday at 10am")
    await eve.fills_in(name="Ada", email="ada@example.com")
    waiting = await knows(eve, "hm")
    assert waiting["time_being_kept"] == {"starts": "Tue, Nov 24, 10:00 AM", "service": "Haircut"}
    assert waiting["summary_waits_for_yes"]["deed"] == "book"
    assert "Tue, Nov 24, 10:00 AM" in waiting["summary_waits_for_yes"].values()
    assert "ada@example.com" not in json.dumps(waiting)

    # A model has spoken since: the first yes shows the summary again, and the second is said of it.
    await eve.says("yes")
    await eve.says("yes")
    made = (await knows(eve))["their_appointments"]
    assert [(one["service"], one["when"]) for one in made] == [("Haircut", "Tue, Nov 24, 10:00 AM")]
    assert made[0]["booking"] == "b1"


async def test_with_two_appointments_cancelling_without_saying_which_is_asked_about(
    core: BookingCore, salon: DemoSalon
) -> None:
    eve = Chatter(core, salon)
    await eve.says("haircut on tuesday at 10am")
    await eve.fills_in(name="Ada", email="ada@example.com")
    await eve.says("yes")
    await eve.says("a 60 minute massage on wednesday at 11am")
    await eve.says("yes")
    model = ScriptedModel(*turns(Call("propose_cancel", {})))
    eve.turns.models = (model,)
    await eve.says("please cancel my appointment")
    result = results(model)[0]
    assert result["ask_which"] == "several"
    assert {one["service"] for one in result["bookings"]} == {"Haircut", "Massage"}
    assert {one["booking"] for one in data_in(model.heard[0])["their_appointments"]} == {
        one["booking"] for one in result["bookings"]
    }


async def test_a_name_and_a_contact_given_one_after_the_other_make_a_contact(
    core: BookingCore, salon: DemoSalon
) -> None:
    model = ScriptedModel(
        *turns(
            Call("ask_contact_details", {"name": "Ada Byron"}),
            Call("ask_contact_details", {"name": "", "email": "ada@example.com"}),
        )
    )
    eve = Chatter(core, salon, model)
    await eve.says("I am Ada Byron")
    form = await eve.sees("form")
    assert form is not None
    assert next(one for one in form["fields"] if one["name"] == "name")["value"] == "Ada Byron"
    await eve.says("ada@example.com")
    first, second = results(model)
    assert first == {"form_shown": True, "known": ["name"]}
    assert second == {"contact_known": True, "next": "propose_booking"}
