"""What may be done with an appointment of each status, at the API and at the MCP door: the same, and nothing
that the desk would not do."""

import asyncio
from typing import Any

import pytest
from sqlalchemy import select

from booking_core.appointments.appointment import Appointment
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.audit import AuditEntry
from booking_core.storage.ids import new_id
from booking_core.time.clock import FrozenClock
from tests.booking_core.appointments.test_transitions import brought_to, everything_of, olga  # noqa: F401
from tests.booking_core.appointments.transitions import BECOMES as AT_THE_DESK
from tests.booking_core.appointments.transitions import CHANGED, OTHER
from tests.cast import Visitor, at
from tests.web.api.conftest import Program, later
from tests.web.mcp.conftest import Agent, allows

DONE, UNCHANGED, ALREADY = "done", "unchanged", "already"
MOVES = ("hold to move", "move", "move to where it is")
REFUSED = dict.fromkeys(MOVES, "not_reschedulable")
WHILE_IT_STANDS = {"hold to move": DONE, "move": DONE, "move to where it is": UNCHANGED, "cancel": DONE}
BECOMES: dict[str, dict[str, str]] = {
    "pending": WHILE_IT_STANDS,
    "confirmed": WHILE_IT_STANDS,
    "cancelled": REFUSED | {"cancel": ALREADY},
    "declined": REFUSED | {"cancel": ALREADY},
    "completed": REFUSED | {"cancel": "already_started"},
    "no_show": REFUSED | {"cancel": "already_started"},
}


def ask(verb: str, one: Appointment) -> dict[str, Any]:
    where = {"move": OTHER, "hold to move": OTHER, "move to where it is": one.starts_at}.get(verb)
    start = {} if where is None else {"start": where.isoformat()}
    return start | {"reschedule_of" if verb == "hold to move" else "appointment_id": one.id}


def outcome(answer: dict[str, Any]) -> str:
    """The name of what came of it."""
    if "code" in answer:
        return str(answer["code"])
    return next((name for name in (UNCHANGED, ALREADY) if answer.get(name)), DONE)


DECISIONS = {
    "approve": ("/approve", "approve_booking"),
    "decline": ("/decline", "decline_booking"),
    "complete": ("/complete", "complete_booking"),
    "no_show": ("/no-show", "record_no_show"),
}


async def by_the_api(program: Program, verb: str, **given: Any) -> dict[str, Any]:
    path = {"hold to move": "/hold", "cancel": "/cancel"}.get(verb) or DECISIONS.get(verb, ("/reschedule",))[
        0
    ]
    answer = await program.posts(path, given, key=new_id("key"))
    told: dict[str, Any] = answer.json()
    assert answer.status_code in ((409,) if "code" in told else (200, 201)), answer.text
    return told


async def by_mcp(agent: Agent, verb: str, **given: Any) -> dict[str, Any]:
    tools = {verb: tool for verb, (_, tool) in DECISIONS.items()}
    tools |= {"hold to move": "create_hold", "cancel": "cancel_booking"}
    tool = tools.get(verb, "reschedule_booking")
    told: dict[str, Any] = (await agent.calls(tool, **given)).structured_content
    return told


@pytest.mark.parametrize("status", [*BECOMES])
async def test_both_doors_do_what_may_follow_and_nothing_else(
    core: BookingCore,
    salon: DemoSalon,
    clock: FrozenClock,
    ada: Visitor,
    olga: Visitor,  # noqa: F811
    program: Program,
    api_url: str,
    status: str,
) -> None:
    await allows(core, salon)
    agent = Agent(api_url, salon, await program.gets_door_token())
    one = await brought_to(status, ada, olga, clock)
    for verb, expected in BECOMES[status].items():
        if expected == DONE:
            continue
        before = await everything_of(core, one)
        for version in ({}, {"expected_version": one.version}):
            given = ask(verb, one) | ({} if verb == "hold to move" else version)
            assert outcome(await by_the_api(program, verb, **given)) == expected
            assert outcome(await by_mcp(agent, verb, **given)) == expected
        assert await everything_of(core, one) == before
    for verb in ("move", "move to where it is", "cancel"):
        stale = ask(verb, one) | {"expected_version": one.version + 7}
        is_refused = "version_conflict" if BECOMES[status][verb] != ALREADY else ALREADY
        assert outcome(await by_the_api(program, verb, **stale)) == is_refused
        assert outcome(await by_mcp(agent, verb, **stale)) == is_refused
    if BECOMES[status] is WHILE_IT_STANDS:
        assert outcome(await by_the_api(program, "move", **ask("move", one))) == DONE
        back = {"appointment_id": one.id, "start": one.starts_at.isoformat()}
        assert outcome(await by_mcp(agent, "move", **back)) == DONE
        assert outcome(await by_the_api(program, "cancel", **ask("cancel", one))) == DONE
        assert outcome(await by_mcp(agent, "cancel", **ask("cancel", one))) == ALREADY


@pytest.mark.parametrize("verb", DECISIONS)
@pytest.mark.parametrize("status", AT_THE_DESK)
async def test_both_doors_decide_what_the_desk_would(
    core: BookingCore,
    salon: DemoSalon,
    clock: FrozenClock,
    ada: Visitor,
    olga: Visitor,  # noqa: F811
    program: Program,
    api_url: str,
    api_clock: FrozenClock,
    status: str,
    verb: str,
) -> None:
    await allows(core, salon)
    one = await brought_to(status, ada, olga, clock)
    with later(api_clock, clock.now() - api_clock.now()):
        await program.signs_in()
        agent = Agent(api_url, salon, await program.gets_door_token())
        before, expected = await everything_of(core, one), AT_THE_DESK[status][verb]
        if expected in CHANGED:
            stale = {"appointment_id": one.id, "expected_version": one.version + 7}
            assert outcome(await by_mcp(agent, verb, **stale)) == "version_conflict"
            answer = await by_the_api(program, verb, appointment_id=one.id)
            assert (outcome(answer), answer["status"], answer["version"]) == (DONE, expected, one.version + 1)
            assert await proof_of_last_change(core, one) == ("api", "scope:appointments:manage")
            before, expected = await everything_of(core, one), None
        for version in ({}, {"expected_version": one.version}):
            given = {"appointment_id": one.id} | version
            for answer in (await by_the_api(program, verb, **given), await by_mcp(agent, verb, **given)):
                assert outcome(answer) == (expected or ALREADY)
        assert await everything_of(core, one) == before


@pytest.mark.parametrize(("verb", "becomes"), [("approve", "confirmed"), ("decline", "cancelled")])
async def test_an_assistant_of_the_front_desk_decides_by_the_booking_code(
    core: BookingCore, salon: DemoSalon, ada: Visitor, program: Program, api_url: str, verb: str, becomes: str
) -> None:
    await allows(core, salon)
    agent = Agent(api_url, salon, await program.gets_door_token(scope="appointments:manage"))
    one = await ada.books("Bridal styling", at(1, 10))
    answer = await by_mcp(agent, verb, booking_code=one.code)
    assert (outcome(answer), answer["status"]) == (DONE, becomes)
    assert "customer" not in answer
    assert await proof_of_last_change(core, one) == ("mcp", "scope:appointments:manage")


async def proof_of_last_change(core: BookingCore, one: Appointment) -> tuple[str, str]:
    async with core.sessions() as session, session.begin():
        last = select(AuditEntry).where(AuditEntry.subject == one.id).order_by(AuditEntry.id.desc()).limit(1)
        entry = (await session.scalars(last)).one()
        return entry.door, entry.proof or ""


async def test_of_those_who_saw_the_same_version_one_changes_it(program: Program) -> None:
    """Also where they say so by the ETag, and at the same moment."""
    booked = await program.books()
    etag = (await program.gets(f"/appointments/{booked['id']}")).headers["ETag"]
    slots = (await program.slots(day="2026-11-25", reschedule_of=booked["id"]))[:8]
    answers = await asyncio.gather(
        *(
            program.posts(
                "/reschedule",
                {"appointment_id": booked["id"], "slot_id": slot["slot_id"], "staff": "any"},
                key=new_id("key"),
                headers={"If-Match": etag},
            )
            for slot in slots
        )
    )
    assert sorted(answer.status_code for answer in answers) == [200, *[412] * 7]
