"""A change that touches appointments: the list is shown once, each is decided, and everything happens
together."""

import re

from sqlalchemy import select

from booking_core.access.roles import Role
from booking_core.appointments.appointment import Appointment
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.cast import Visitor, at
from tests.web.console.settings.forms import fields_of
from tests.web.console.stage import Browser, operator_of


async def status_of(core: BookingCore, appointment: Appointment) -> str | None:
    async with core.sessions() as session:
        return await session.scalar(select(Appointment.status).where(Appointment.id == appointment.id))


async def test_each_appointment_is_decided_and_a_wrong_decision_is_told_beside_it(
    core: BookingCore, salon: DemoSalon
) -> None:
    """On another clock what is booked in the morning is before opening."""
    kept = await Visitor(core, salon, "Ada").books("Haircut", at(1, 10), staff_id=salon.resources["Dana"])
    gone = await Visitor(core, salon, "Ben").books("Haircut", at(2, 10), staff_id=salon.resources["Dana"])
    olive = await operator_of(core, salon)
    address = f"/console/{salon.organization_id}/settings/business"
    async with Browser(core) as browser:
        await browser.enter(olive)
        form = fields_of((await browser.see(address)).text)
        listed = await browser.send(address, **{**form, "time_zone": "America/New_York"})
        assert listed.status_code == 422
        assert "2 appointments could not take place any more" in listed.text
        assert "Dana does not work then" in listed.text
        assert f'<option value="{salon.resources["Dana"]}"' in listed.text
        decided = fields_of(listed.text)
        assert decided["time_zone"] == "America/New_York"
        decided |= {f"touched.decision.{gone.id}": "move", f"touched.start.{gone.id}": "2026-11-25T03:00"}
        refused = await browser.send(address, **decided)
        assert refused.status_code == 422
        assert re.search(rf'id="wrong-{gone.id}">[^<]+<', refused.text)
        again = fields_of(refused.text) | {f"touched.decision.{gone.id}": "cancel"}
        assert (await browser.send(address, **again)).status_code == 303
    assert await status_of(core, kept) == "confirmed"
    assert await status_of(core, gone) == "cancelled"


async def test_nobody_is_offered_who_leaves_with_the_change(core: BookingCore, salon: DemoSalon) -> None:
    dana = salon.resources["Dana"]
    await Visitor(core, salon, "Ada").books("Haircut", at(1, 10), staff_id=dana)
    olive = await operator_of(core, salon)
    address = f"/console/{salon.organization_id}/settings/people/{dana}"
    async with Browser(core) as browser:
        await browser.enter(olive)
        page = (await browser.see(address)).text
        assert "Once archived, they are not offered any more." in page
        listed = await browser.send(
            f"{address}/archive", expected_version=fields_of(page)["expected_version"]
        )
    assert "Dana does not do this any more" in listed.text
    assert f'<option value="{salon.resources["Miriam"]}"' in listed.text
    assert f'<option value="{dana}"' not in listed.text


async def test_of_seven_that_new_hours_strand_each_is_kept_moved_or_cancelled_as_chosen(
    core: BookingCore, salon: DemoSalon
) -> None:
    """Dana comes no more on Wednesdays; who was kept is not asked about again."""
    dana = salon.resources["Dana"]
    guests = dict(zip(("Ada", "Ben", "Cleo", "Dirk", "Eve", "Finn", "Gina"), range(10, 17), strict=True))
    booked = [
        await Visitor(core, salon, name).books("Haircut", at(2, hour), staff_id=dana)
        for name, hour in guests.items()
    ]
    manager = await operator_of(core, salon, Role.MANAGER)
    address = f"/console/{salon.organization_id}/settings/hours/{dana}"
    async with Browser(core) as browser:
        await browser.enter(manager)
        form = fields_of((await browser.see(address)).text)
        week = {f"windows.{day}": "9-18" for day in (0, 1, 3, 4)} | {"windows.2": "", "windows.5": ""}
        listed = await browser.send(address, **{**form, **week})
        assert listed.status_code == 422
        assert "7 appointments could not take place any more" in listed.text
        decided = fields_of(listed.text)
        for one, hour in zip(booked, guests.values(), strict=True):
            choice = "keep" if hour < 12 else "move" if hour == 12 else "cancel"
            decided[f"touched.decision.{one.id}"] = choice
        decided[f"touched.start.{booked[2].id}"] = "2026-11-26T12:00"
        answer = await browser.send(address, **decided)
        assert answer.status_code == 303, answer.text
        again = fields_of((await browser.see(address)).text)
        assert (await browser.send(address, **{**again, "windows.4": "9-17"})).status_code == 303
    states = [await status_of(core, one) for one in booked]
    assert states == ["confirmed"] * 3 + ["cancelled"] * 4
    async with core.sessions() as session:
        moved = await session.get_one(Appointment, booked[2].id)
    assert moved.starts_at == at(3, 12)
