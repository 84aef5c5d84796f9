"""That a customer will be late is told at the API and at the MCP door, until the time is another."""

from booking_core.appointments.by_link.late import next_of, note_late
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.audit import Actor
from booking_core.time.clock import FrozenClock
from tests.web.api.conftest import Program
from tests.web.mcp.conftest import Agent, allows


async def test_a_program_learns_who_will_be_late(
    core: BookingCore, salon: DemoSalon, program: Program, api_url: str, api_clock: FrozenClock
) -> None:
    await allows(core, salon)
    agent = Agent(api_url, salon, await program.gets_door_token())
    booked = await program.books()
    assert (booked["late_at"], booked["late_min"]) == (None, None)
    async with core.sessions() as session, session.begin():
        now = api_clock.now()
        one = await next_of(session, salon.organization_id, [booked["id"]], now)
        assert one is not None
        await note_late(session, one, 20, Actor("chat", "cnv_1"), now)
    shown = (await program.gets(f"/appointments/{booked['id']}")).json()
    by_mcp = (await agent.calls("find_booking", appointment_id=booked["id"])).structured_content
    for told in (shown, by_mcp):
        assert (told["late_min"], told["late_at"] is not None) == (20, True)
    there = {"appointment_id": booked["id"], "start": "2026-11-25T11:00:00+01:00", "staff": "any"}
    moved = (await program.posts("/reschedule", there, key="another")).json()
    assert (moved["late_at"], moved["late_min"]) == (None, None)
