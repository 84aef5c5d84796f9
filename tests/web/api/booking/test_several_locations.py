"""A service that is offered at several locations: which one is meant is said, never guessed, and a move stays
where it is."""

from typing import Any

import pytest

from booking_core.availability.slots import Question
from booking_core.core import BookingCore
from booking_core.errors import LocationNeeded
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.audit import Actor
from booking_core.storage.ids import new_id
from tests.cast import at, second_location
from tests.web.api.conftest import Program
from tests.web.mcp.conftest import Agent, allows

DAY, START = "2026-11-25", "2026-11-25T11:00:00"


@pytest.fixture
async def london(core: BookingCore, salon: DemoSalon) -> str:
    """Another location, on another clock, where Nora cuts hair too."""
    return await second_location(core, salon, name="London", address="Strand 1", time_zone="Europe/London")


@pytest.fixture
async def agent(core: BookingCore, salon: DemoSalon, program: Program, api_url: str) -> Agent:
    await allows(core, salon)
    return Agent(api_url, salon, await program.gets_door_token())


def asks_which(problem: dict[str, Any], salon: DemoSalon, london: str) -> bool:
    choices = [one["id"] for one in problem["details"]["locations"]]
    named = [(wrong["field"], wrong["code"]) for wrong in problem["errors"]]
    return (
        problem["status"] == 422
        and named == [("location_id", "missing_fields")]
        and choices == [salon.location_id, london]
        and all(one["name"] for one in problem["details"]["locations"])
    )


async def test_the_api_asks_which_one(program: Program, salon: DemoSalon, london: str) -> None:
    haircut = salon.services["Haircut"]
    for answer in (
        await program.gets("/availability", service_id=haircut, date=DAY),
        await program.gets("/availability/explain", service_id=haircut, start=START),
        await program.posts("/hold", {"service_id": haircut, "start": START}, key=new_id("key")),
    ):
        assert answer.status_code == 422, answer.text
        assert asks_which(answer.json(), salon, london)


async def test_mcp_asks_which_one(agent: Agent, salon: DemoSalon, london: str) -> None:
    haircut = salon.services["Haircut"]
    for tool, given in (("get_availability", {"date": DAY}), ("create_hold", {"start": START})):
        problem = await agent.refusal(tool, service_id=haircut, **given)
        assert asks_which(problem, salon, london)
        assert "errors" in problem["next_step"]


async def test_the_desk_asks_which_one(core: BookingCore, salon: DemoSalon, london: str) -> None:
    question = Question(salon.services["Haircut"], at(2, 8), at(2, 20))
    with pytest.raises(LocationNeeded):
        await core.read_only(
            salon.organization_id, Actor(door="api", id="x"), lambda desk: desk.availability(question)
        )


async def test_a_location_or_somebody_who_works_there_says_it(
    program: Program, salon: DemoSalon, london: str
) -> None:
    services = (await program.gets("/services", location_id=london)).json()["items"]
    nora = next(one["id"] for service in services for one in service["staff"] if one["name"] == "Nora")
    for said, where in (
        ({"location_id": london}, london),
        ({"staff_id": nora}, london),
        ({"location_id": salon.location_id}, salon.location_id),
        ({"staff_id": salon.resources["Dana"]}, salon.location_id),
    ):
        slots = await program.slots(day=DAY, **said)
        assert {slot["location_id"] for slot in slots} == {where}
        body = {"service_id": salon.services["Haircut"], "start": START, **said}
        held = await program.posts("/hold", body, key=new_id("key"))
        assert held.status_code == 201, held.text
        assert held.json()["slot"]["location_id"] == where
        # The hour is read on the clock of where it is.
        offset = "Z" if where == london else "+01:00"
        assert held.json()["slot"]["start"] == f"{START}{offset}"
        await program.posts("/hold/release", {"hold_id": held.json()["hold_id"]})


async def test_nobody_is_asked_where_there_is_one(program: Program, salon: DemoSalon, london: str) -> None:
    slots = await program.slots("Massage", DAY)
    assert {slot["location_id"] for slot in slots} == {salon.location_id}


async def test_a_move_stays_where_it_is_unless_another_place_is_named(
    program: Program, agent: Agent, salon: DemoSalon, london: str
) -> None:
    booked = await program.books((await program.slots(day=DAY, location_id=london))[0])
    assert booked["location_id"] == london
    this = {"reschedule_of": booked["id"]}
    free = await program.slots(day="2026-11-26", **this)
    assert {slot["location_id"] for slot in free} == {london}
    assert {slot["location_id"] for slot in await agent.slots(day="2026-11-26", **this)} == {london}
    held = await program.posts("/hold", {**this, "start": "2026-11-26T11:00:00"}, key=new_id("key"))
    assert held.json()["slot"]["location_id"] == london, held.text
    start = {"appointment_id": booked["id"], "start": "2026-11-26T12:00:00"}
    moved = (await program.posts("/reschedule", start, key=new_id("key"))).json()
    assert (moved["location_id"], moved["start"]) == (london, "2026-11-26T12:00:00Z")
    elsewhere = await program.slots(day="2026-11-26", location_id=salon.location_id, **this)
    slot = {"appointment_id": booked["id"], "slot_id": elsewhere[0]["slot_id"]}
    moved = (await program.posts("/reschedule", slot, key=new_id("key"))).json()
    assert (moved["location_id"], moved["start"]) == (salon.location_id, elsewhere[0]["start"])
