"""Models and places: no tool takes the first of several because none was named, and every answer says which
place it is about."""

import pytest

from agent.intake.reception import Visitor as Browser
from agent.models.scripted import Call, ModelInput, Say, ScriptedModel
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.customers import Chatter
from tests.agent.guided.places import test_zones as zones

towns, Town, held = zones.towns, zones.Town, zones.read_held


@pytest.fixture
def salon_of_three(salon: DemoSalon, towns: list[Town]) -> DemoSalon:
    return salon


def asks(name: str, **arguments: object) -> list[object]:
    return [[Call(name, arguments)], [Say("There you are.")]]


def result_in(model: ScriptedModel, call: int) -> str:
    """What the model read of its tool, before its n-th request."""
    heard: ModelInput = model.heard[call]
    return heard.messages[-1].content


async def test_a_missing_place_is_refused_with_the_names_of_all(
    core: BookingCore, salon_of_three: DemoSalon
) -> None:
    model = ScriptedModel(*asks("find_times", service="Haircut", when="wednesday at 10am"))
    eve = Chatter(core, salon_of_three, model)
    await eve.says("haircut on wednesday at 10am")
    told = result_in(model, 1)
    assert '"refused":"which_place"' in told
    assert "Salon Lavender, Lavender London, Lavender Soho" in told


@pytest.mark.parametrize(
    ("sentences", "arguments"),
    [
        (["haircut on wednesday at 10am"], {"location": "London"}),
        (["haircut in London on wednesday at 10am"], {}),
        (["I want to come to London", "haircut on wednesday at 10am"], {}),
        (["haircut with Nora on wednesday at 10am"], {"staff": "Nora"}),
    ],
)
async def test_the_words_are_read_on_the_clock_of_the_place(
    core: BookingCore, salon_of_three: DemoSalon, sentences: list[str], arguments: dict[str, str]
) -> None:
    replies = [[Say("What would you like?")]] * (len(sentences) - 1)
    found = Call("find_times", {"service": "Haircut", "when": "wednesday at 10am", **arguments})
    model = ScriptedModel(*replies, [found], [Call("hold_time", {"handle": "t1"})], [Say("There you are.")])
    eve = Chatter(core, salon_of_three, model)
    for sentence in sentences:
        await eve.says(sentence)
    assert await held(eve) == ("Lavender London", "Wed 10:00")
    assert '"place":"Lavender London"' in result_in(model, -2)


async def test_places_named_one_after_the_other_are_not_chosen_between(
    core: BookingCore, salon_of_three: DemoSalon
) -> None:
    found = Call("find_times", {"service": "Haircut", "when": "wednesday at 10am"})
    model = ScriptedModel([Say("Nine to five.")], [Say("Nine to seven.")], [found], [Say("Where?")])
    eve = Chatter(core, salon_of_three, model)
    for sentence in ("your hours in London?", "and in Berlin?", "haircut on wednesday at 10am"):
        await eve.says(sentence)
    assert '"refused":"which_place"' in result_in(model, 3)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ({"service": "Massage", "location": "London"}, "not_at_place"),
        ({"service": "Haircut", "location": "London", "staff": "Miriam"}, "staff_at_place"),
        ({"service": "Haircut", "location": "Paris"}, "unknown_location"),
    ],
)
async def test_what_does_not_go_together_is_refused(
    core: BookingCore, salon_of_three: DemoSalon, arguments: dict[str, str], code: str
) -> None:
    model = ScriptedModel(*asks("find_times", **arguments))
    await Chatter(core, salon_of_three, model).says("hello there, I would like to come")
    assert f'"refused":"{code}"' in result_in(model, 1)


@pytest.mark.parametrize(
    ("said", "arguments", "told", "untold"),
    [
        ("where are you and when?", {}, ("Lavendelweg", "Old Street", "Grand St", "now_there"), ()),
        ("where are you in London?", {}, ("Old Street", "Europe/London"), ("Lavendelweg", "Grand St")),
        ("where are you?", {"location": "Soho"}, ("Grand St", "America/New_York"), ("Lavendelweg",)),
    ],
)
async def test_the_facts_are_those_of_the_place(
    core: BookingCore, salon_of_three: DemoSalon, said: str, arguments: dict[str, str], told: tuple[str, ...],
    untold: tuple[str, ...]
) -> None:  # fmt: skip
    model = ScriptedModel(*asks("business_info", **arguments))
    await Chatter(core, salon_of_three, model).says(said)
    read = result_in(model, 1)
    assert [piece for piece in told if piece not in read] == []
    assert [piece for piece in untold if piece in read] == []


async def test_services_are_listed_with_their_places(core: BookingCore, salon_of_three: DemoSalon) -> None:
    model = ScriptedModel(*asks("list_services"), *asks("list_services", location="London"))
    eve = Chatter(core, salon_of_three, model)
    await eve.says("what do you offer?")
    assert '"places":["Salon Lavender","Lavender London","Lavender Soho"]' in result_in(model, 1)
    await eve.says("and over there?")
    assert "Massage" not in result_in(model, 3)


async def test_a_briefing_names_the_places_and_the_one_that_is_meant(
    core: BookingCore, salon_of_three: DemoSalon
) -> None:
    model = ScriptedModel([Say("Hello.")], [Say("Fine.")])
    eve = Chatter(core, salon_of_three, model)
    await eve.says("hello there")
    assert '"place":null' in model.heard[0].messages[0].content
    await eve.says("in London please")
    assert '"place":"Lavender London"' in model.heard[1].messages[0].content


async def test_a_yes_after_a_refused_look_agrees_to_nothing(
    core: BookingCore, salon_of_three: DemoSalon
) -> None:
    model = ScriptedModel(
        [Call("find_times", {"service": "Haircut", "location": "London", "when": "wednesday at 10am"})],
        [Call("hold_time", {"handle": "t1"})],
        [Call("ask_contact_details", {"name": "Ada", "email": "ada@example.com"})],
        [Call("propose_booking")],
        [Say("Is that right?")],
        *asks("find_times", service="Massage", location="London"),
        [Say("What would you like?")],
    )
    eve = Chatter(core, salon_of_three, model)
    await eve.says("haircut in London on wednesday at 10am, Ada, ada@example.com")
    assert (await eve.view()).state.summary is not None
    await eve.says("rather a massage there")
    await eve.says("yes")
    assert (await eve.view()).state.appointments == []


async def test_a_moment_without_an_offset_is_one_of_the_place(
    core: BookingCore, salon_of_three: DemoSalon
) -> None:
    found = {"service": "Haircut", "location": "London", "when": "wednesday", "after": "2026-11-25T15:00:00"}
    model = ScriptedModel(*asks("find_times", **found))
    eve = Chatter(core, salon_of_three, model)
    await eve.says("haircut in London on wednesday after 3pm")
    picker = await eve.sees("slot_picker")
    assert picker is not None
    assert picker["days"][0]["times"][0]["start"] == "2026-11-25T15:15:00+00:00"


@pytest.mark.parametrize(
    ("browser_zone", "is_named"), [("Europe/London", True), ("Europe/Paris", False), ("No/Where", False)]
)
async def test_a_customer_on_another_clock_reads_which_clock_is_meant(
    core: BookingCore, salon: DemoSalon, browser_zone: str, is_named: bool
) -> None:
    eve = Chatter(core, salon)
    opened = await eve.reception.open(salon.organization_id, Browser("en-US", browser_zone))
    eve.conversation = opened.conversation
    asked = await eve.says("haircut on wednesday at 10am")
    assert ("10:00 AM (Berlin time)" in asked) is is_named
