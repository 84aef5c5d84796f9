"""A change that touches appointments: the list is shown once, each is decided, and everything happens
together."""

import re
from datetime import datetime

from sqlalchemy import select

from booking_core.access.roles import Role
from booking_core.appointments.appointment import Appointment
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.cast import Visitor, at
from tests.web.console.settings.forms import fields_of
from tests.web.console.stage import Browser, operator_of
from tests.web.manage.test_displaced import displaces


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
        assert re.search(r'<p class="soft" dir="auto">[^<·]+ is only open', listed.text), "its place once"
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
    assert "Dana is archived" in listed.text
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


async def test_the_next_free_times_of_the_same_person_are_offered_and_taken_as_they_are(
    core: BookingCore, salon: DemoSalon, owner: Browser
) -> None:
    """Two of one person are not led to the same time."""
    dana = salon.resources["Dana"]
    booked = [
        await Visitor(core, salon, name).books("Haircut", at(2, hour), staff_id=dana)
        for name, hour in (("Ada", 10), ("Ben", 11))
    ]
    address = f"/console/{salon.organization_id}/settings/hours/{dana}"
    form = fields_of((await owner.see(address)).text) | {"windows.2": ""}
    listed = (await owner.send(address, **form)).text
    assert listed.count("Dana does not work that day") == 2
    offered = [
        re.findall(rf'name="touched.decision.{one.id}" value="(move [^"]+{dana})"', listed) for one in booked
    ]
    firsts = [datetime.fromisoformat(times[0].split()[1]) for times in offered]
    assert firsts[0] == at(3, 10), "when the salon opens"
    assert firsts[1] >= firsts[0] + (booked[0].ends_at - booked[0].starts_at)
    decided = fields_of(listed)
    decided |= {f"touched.decision.{one.id}": times[0] for one, times in zip(booked, offered, strict=True)}
    assert (await owner.send(address, **decided)).status_code == 303
    async with core.sessions() as session:
        moved = [await session.get_one(Appointment, one.id) for one in booked]
    assert [(one.starts_at, dana in one.resource_ids) for one in moved] == [(one, True) for one in firsts]


async def test_the_same_time_with_a_colleague_comes_first_and_is_told_by_name(
    core: BookingCore, salon: DemoSalon, owner: Browser
) -> None:
    """Two at the same time are not led to the same colleague, and no colleague is named who is busy."""
    dana, miriam = salon.resources["Dana"], salon.resources["Miriam"]
    ada = await Visitor(core, salon, "Ada").books("Haircut", at(2, 10), staff_id=dana)
    ben = await Visitor(core, salon, "Ben").books("Haircut", at(2, 12), staff_id=dana)
    await Visitor(core, salon, "Eve").books("Haircut", at(2, 12), staff_id=miriam)
    address = f"/console/{salon.organization_id}/settings/hours/{dana}"
    form = fields_of((await owner.see(address)).text) | {"windows.2": ""}
    listed = (await owner.send(address, **form)).text
    offered = [
        re.findall(rf'name="touched.decision.{one.id}" value="move ([^"]+)"', listed) for one in (ada, ben)
    ]
    first = {one.split()[1]: datetime.fromisoformat(one.split()[0]) for one in offered[0][:1]}
    assert dana not in first
    assert list(first.values()) == [ada.starts_at]
    assert not any(one.endswith(miriam) for one in offered[1])
    decided = fields_of(listed) | {f"touched.decision.{ada.id}": f"move {offered[0][0]}"}
    decided |= {f"touched.decision.{ben.id}": "keep"}
    answer = await owner.send(address, **decided)
    assert answer.status_code == 303
    async with core.sessions() as session:
        moved = await session.get_one(Appointment, ada.id)
    assert moved.starts_at == ada.starts_at
    assert dana not in moved.resource_ids
    name = next(name for name, one in salon.resources.items() if one in first)
    told = (await owner.see(answer.headers["location"])).text
    assert f"with {name}" in told


async def test_once_decided_it_is_listed_whom_to_call_for_whoever_decided_it(
    core: BookingCore, salon: DemoSalon, owner: Browser
) -> None:
    """The words to everybody are kept with each cancelled or asked for; nobody else reads the list."""
    dana = salon.resources["Dana"]
    gone, _, asked = [
        await Visitor(core, salon, name).books("Haircut", at(2, hour), staff_id=dana)
        for name, hour in (("Ada", 10), ("Ben", 11), ("Cleo", 12))
    ]
    address = f"/console/{salon.organization_id}/settings/hours/{dana}"
    form = fields_of((await owner.see(address)).text) | {"windows.2": ""}
    decided = fields_of((await owner.send(address, **form)).text)
    decided |= {f"touched.decision.{gone.id}": "cancel", f"touched.decision.{asked.id}": "ask"}
    decided["touched.to-all"] = "Dana is at a course."
    answer = await owner.send(address, **decided)
    told = (await owner.see(answer.headers["location"])).text
    call, keeps = told.index("Please tell them yourself"), told.index("Kept as promised")
    assert call < told.index("Ada") < told.index("Dana is at a course.") < keeps < told.index("Ben")
    assert told.index("Ada") < told.index("Cleo") < told.index("is to choose another time") < keeps
    assert (told.count("Cleo"), told.count("Dana is at a course.")) == (1, 2)
    assert "They get an email" not in told
    assert f'href="{address}?done=saved"' in told
    async with Browser(core) as other:
        await other.sign_in((await operator_of(core, salon)).email)
        elsewhere = await other.client.get(answer.headers["location"])
    assert (elsewhere.status_code, elsewhere.headers["location"]) == (303, f"{address}?done=saved")
    outside = await owner.client.get(
        f"/console/{salon.organization_id}/settings/decided/none?then=//evil.test"
    )
    assert outside.headers["location"].startswith(f"/console/{salon.organization_id}/settings")


async def test_whoever_was_asked_before_has_a_heading_of_their_own(
    core: BookingCore, salon: DemoSalon, owner: Browser
) -> None:
    dana = salon.resources["Dana"]
    cleo, ben = [
        await Visitor(core, salon, name).books("Haircut", at(2, hour), staff_id=dana)
        for name, hour in (("Cleo", 12), ("Ben", 14))
    ]
    await displaces(core, salon, cleo)
    address = f"/console/{salon.organization_id}/settings/hours/{dana}"
    form = fields_of((await owner.see(address)).text) | {"windows.2": ""}
    decided = fields_of((await owner.send(address, **form)).text)
    decided |= {f"touched.decision.{cleo.id}": "ask", f"touched.decision.{ben.id}": "keep"}
    told = (await owner.see((await owner.send(address, **decided)).headers["location"])).text
    assert (
        told.index("Asked before") < told.index("Cleo") < told.index("Kept as promised") < told.index("Ben")
    )
