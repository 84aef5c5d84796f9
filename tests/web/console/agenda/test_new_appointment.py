"""Booking by hand, for a customer who calls."""

from sqlalchemy import select, update

from booking_core.access.roles import Role
from booking_core.appointments.appointment import Appointment
from booking_core.catalogue.services.services import Service
from booking_core.core import BookingCore
from booking_core.customers.customer import Customer
from booking_core.maintenance.demo import DemoSalon
from tests.cast import Visitor, at
from tests.web.console.settings.forms import fields_of
from tests.web.console.stage import Browser, operator_of


async def test_a_caller_is_booked_once_however_often_it_is_sent(core: BookingCore, salon: DemoSalon) -> None:
    member = await operator_of(core, salon, Role.MEMBER)
    address = f"/console/{salon.organization_id}/agenda/new"
    wanted = {"service": salon.services["Haircut"], "day": "2026-11-24"}
    start = at(1, 12).isoformat()
    async with Browser(core) as browser:
        await browser.enter(member)
        page = (await browser.see(address, params=wanted)).text
        assert f'value="{start}"' in page
        form = {**fields_of(page), **wanted, "start": start, "name": "Ada"}
        refused = await browser.send(address, **form)
        assert refused.status_code == 422
        assert "Please give an email address or a phone number." in refused.text
        moved_on = await browser.send(address, **{**form, "phone": "+49 30 5550199", "day": "2026-11-25"})
        assert moved_on.status_code == 422
        assert "You chose another day: please choose one of its times." in moved_on.text
        for _ in range(2):
            answer = await browser.send(address, **{**form, "phone": "+49 30 5550199"})
            assert answer.status_code == 303, answer.text
        assert "It is booked." in (await browser.see(answer.headers["location"])).text
    async with core.sessions() as session:
        mine = select(Appointment).where(Appointment.organization_id == salon.organization_id)
        [booked] = await session.scalars(mine)
    assert (booked.source, booked.starts_at) == ("console", at(1, 12))


async def test_a_time_that_was_taken_meanwhile_is_told(core: BookingCore, salon: DemoSalon) -> None:
    olive = await operator_of(core, salon)
    dana = salon.resources["Dana"]
    address = f"/console/{salon.organization_id}/agenda/new"
    wanted = {"service": salon.services["Haircut"], "day": "2026-11-24", "staff": dana}
    async with Browser(core) as browser:
        await browser.enter(olive)
        form = fields_of((await browser.see(address, params=wanted)).text)
        await Visitor(core, salon, "Ben").books("Haircut", at(1, 12), staff_id=dana)
        said = {"start": at(1, 12).isoformat(), "name": "Ada", "email": "ada@example.com"}
        answer = await browser.send(address, **{**form, **wanted, **said})
    assert answer.status_code == 422
    assert "Nothing was saved yet." in answer.text


async def test_whoever_looks_at_another_day_keeps_what_they_typed(
    core: BookingCore, salon: DemoSalon
) -> None:
    olive = await operator_of(core, salon)
    address = f"/console/{salon.organization_id}/agenda/new"
    wanted = {"service": salon.services["Haircut"], "day": "2026-11-29"}
    async with Browser(core) as browser:
        await browser.enter(olive)
        closed = (await browser.see(address, params=wanted)).text
        assert "Nothing is free on this day." in closed
        assert 'name="look" value="2026-11-30"' in closed
        typed = {**fields_of(closed), "name": "Ada", "phone": "+49 30 5550199"}
        looked = await browser.send(address, **{**typed, "look": "2026-11-30"})
        assert looked.status_code == 200
        form = fields_of(looked.text)
        assert (form["day"], form["name"], form["phone"]) == ("2026-11-30", "Ada", "+49 30 5550199")
        looked = await browser.send(address, **{**form, "day": "2026-12-01", "look": ""})
        form = fields_of(looked.text)
        assert (form["day"], form["name"]) == ("2026-12-01", "Ada")
    async with core.sessions() as session:
        mine = select(Appointment).where(Appointment.organization_id == salon.organization_id)
        assert list(await session.scalars(mine)) == []


async def test_the_length_and_the_language_of_letters_are_asked(
    core: BookingCore, salon: DemoSalon, owner: Browser
) -> None:
    async with core.sessions() as session, session.begin():
        own = update(Service).where(Service.id == salon.services["Haircut"])
        await session.execute(own.values(durations=[45, 90]))
    address = f"/console/{salon.organization_id}/agenda/new"
    wanted = {"service": salon.services["Haircut"], "day": "2026-11-24"}
    form = fields_of((await owner.see(address, params=wanted)).text)
    assert (form["length"], form["locale"]) == ("45", "")
    who = {"start": at(1, 12).isoformat(), "name": "Ada", "email": "ada@example.com"}
    for hour, language in ((12, "fr"), (15, "")):
        said = who | {"start": at(1, hour).isoformat(), "length": "90", "locale": language}
        page = (await owner.see(address, params=wanted)).text
        answer = await owner.send(address, **{**fields_of(page), **said})
        assert answer.status_code == 303, answer.text
    async with core.sessions() as session:
        mine = select(Appointment).where(Appointment.organization_id == salon.organization_id)
        booked = list(await session.scalars(mine))
        theirs = await session.scalars(
            select(Customer).where(Customer.organization_id == salon.organization_id)
        )
        assert [one.locale for one in theirs] == ["fr"]
    assert [one.duration_min for one in booked] == [90, 90]
