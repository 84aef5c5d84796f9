"""What else the desk sees of a day: who said that they come, who is to choose another time, and when somebody
is busy by a calendar elsewhere, as long as that calendar counts."""

import re

from sqlalchemy import update

from booking_core.appointments.appointment import Appointment
from booking_core.appointments.by_link.coming import note_coming
from booking_core.appointments.by_link.displace import displace_appointment
from booking_core.appointments.by_link.late import next_of, note_late
from booking_core.calendars.external.external_calendar import ExternalCalendar
from booking_core.core import BookingCore
from booking_core.desk import Desk
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.audit import Actor
from tests.agent.letters.post_office import manager_of
from tests.booking_core.calendars.owner import Owner, busy
from tests.calendar_server import calendar_server
from tests.calendars import joins
from tests.cast import Visitor, at
from tests.web.console.agenda.agendas import agenda, column
from tests.web.console.stage import Browser

DAY = "?day=2026-11-24"
BUSY = re.compile(r'class="busy (from-\d+ for-\d+)"')


async def test_who_comes_and_who_is_asked_for_another_time(
    ada: Visitor, core: BookingCore, salon: DemoSalon
) -> None:
    booked = await ada.books("Haircut", at(1, 10), staff_id=salon.resources["Dana"])

    async def find(desk: Desk) -> Appointment:
        return await desk.find(booked.id, for_update=True)

    async def comes(desk: Desk) -> None:
        await note_coming(desk, await find(desk))

    async def asks(desk: Desk) -> None:
        await displace_appointment(desk, await find(desk), None, None)

    assert "badge noted" not in await agenda(core, salon, DAY)
    await ada.at_desk(comes)
    assert "they come" in column(await agenda(core, salon, DAY), "Dana")
    await manager_of(core, salon).at_desk(asks)
    page = column(await agenda(core, salon, DAY), "Dana")
    assert ("waits for another time" in page, "they come" in page) == (True, False)


async def test_when_somebody_is_busy_elsewhere(core: BookingCore, salon: DemoSalon) -> None:
    async with calendar_server() as server:
        owner = Owner(core, salon, await joins(core, salon), server)
        await owner.connects()
        await owner.looks(busy(at(1, 10), 1.5), busy(at(2, 10), 1, uid="another@example.com"))
    page = await agenda(core, salon, DAY)
    assert BUSY.findall(column(page, "Dana")) == ["from-12 for-18"]
    assert BUSY.findall(column(page, "Miriam")) == []
    async with core.sessions() as session, session.begin():
        theirs = update(ExternalCalendar).where(ExternalCalendar.organization_id == salon.organization_id)
        await session.execute(theirs.values(blocks_until=core.clock.now()))
    assert BUSY.findall(await agenda(core, salon, DAY)) == []


async def test_who_will_be_late_is_seen_in_the_agenda_and_at_the_appointment(
    core: BookingCore, salon: DemoSalon, owner: Browser
) -> None:
    booked = await Visitor(core, salon, "Ada").books("Haircut", at(1, 10))
    page = f"/console/{salon.organization_id}/appointments/{booked.id}"
    for minutes, said in ((None, "will be late"), (20, "will be 20 minutes late")):
        async with core.sessions() as session, session.begin():
            one = await next_of(session, salon.organization_id, [booked.id], core.clock.now())
            assert one is not None
            await note_late(session, one, minutes, Actor("chat", "cnv_1"), core.clock.now())
        assert said in (await owner.see("/console/agenda?day=2026-11-24")).text
        assert said in (await owner.see(page)).text
    async with core.sessions() as session, session.begin():
        assert await next_of(session, "o_other", [booked.id], core.clock.now()) is None
    await Visitor(core, salon, "Ada").at_desk(lambda desk: desk.reschedule(booked.id, start=at(1, 14)))
    assert "late" not in (await owner.see("/console/agenda?day=2026-11-24")).text
