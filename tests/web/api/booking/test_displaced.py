"""A business asks by a program for another time than the one it cannot keep: at the API and at the MCP door,
once, and only while there is a time to keep."""

from datetime import timedelta

import pytest

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.time.clock import FrozenClock
from tests.web.api.booking.test_transitions import ALREADY, DONE, outcome
from tests.web.api.conftest import Program, later, program_of
from tests.web.mcp.conftest import Agent, allows


@pytest.fixture
async def agent(core: BookingCore, salon: DemoSalon, program: Program, api_url: str) -> Agent:
    await allows(core, salon)
    return Agent(api_url, salon, await program.gets_door_token())


async def by_mcp(agent: Agent, appointment_id: str) -> dict[str, object]:
    answer = await agent.calls("ask_for_another_time", appointment_id=appointment_id)
    told: dict[str, object] = answer.structured_content
    return told


@pytest.mark.parametrize("first", ["the API", "MCP"])
async def test_a_program_asks_once_for_another_time(program: Program, agent: Agent, first: str) -> None:
    booked = await program.books()
    assert (booked["displaced_at"], booked["coming_at"]) == (None, None)
    this = {"appointment_id": booked["id"]}
    stale = await program.posts("/displace", this | {"expected_version": 7})
    assert (stale.status_code, stale.json()["code"]) == (409, "version_conflict")
    answers = [(await program.posts("/displace", this)).json(), await by_mcp(agent, booked["id"])]
    if first == "MCP":
        booked = await program.books((await program.slots())[8])
        this = {"appointment_id": booked["id"]}
        answers = [await by_mcp(agent, booked["id"]), (await program.posts("/displace", this)).json()]
    assert [outcome(answer) for answer in answers] == [DONE, ALREADY]
    for answer in answers:
        assert answer["displaced_at"] is not None
        assert (answer["status"], answer["start"], answer["version"]) == ("confirmed", booked["start"], 2)
    there = {"appointment_id": booked["id"], "start": "2026-11-25T11:00:00+01:00", "staff": "any"}
    moved = (await program.posts("/reschedule", there, key="another")).json()
    assert (moved["version"], moved["displaced_at"]) == (3, None)


async def test_what_is_over_or_another_business_has_is_refused(
    core: BookingCore, program: Program, other_salon: DemoSalon, api_clock: FrozenClock
) -> None:
    booked = await program.books()
    stranger = await program_of(program.http, core, other_salon)
    this = {"appointment_id": booked["id"]}
    assert (await stranger.posts("/displace", this)).status_code == 404
    with later(api_clock, timedelta(days=30)):
        await program.signs_in()
        answer = await program.posts("/displace", this)
    assert (answer.status_code, answer.json()["code"]) == (409, "not_reschedulable")
