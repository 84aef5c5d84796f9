"""The customer's link on the page of an appointment: for whom it stands there, and who replaces it."""

from booking_core.access.roles import Role
from booking_core.appointments.appointment import Appointment
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.cast import Visitor, at
from tests.web.console.stage import HERE, Browser, operator_of
from web.secrets.manage_links import ManageLinks
from web.settings import Settings

LINKS = ManageLinks.of(Settings(public_url=HERE))


async def number_of(core: BookingCore, one: Appointment) -> int:
    async with core.sessions() as session:
        return (await session.get_one(Appointment, one.id)).link_number


async def test_a_manager_replaces_it_once_however_often_it_is_pressed(
    core: BookingCore, salon: DemoSalon, ada: Visitor
) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    page = f"/console/{salon.organization_id}/appointments/{booked.id}"
    manager = await operator_of(core, salon, Role.MANAGER)
    async with Browser(core) as browser:
        await browser.enter(manager)
        assert LINKS.address(booked) in (await browser.see(page)).text
        for _ in range(2):
            assert (await browser.send(f"{page}/link", link_number="1")).status_code == 303
        after = (await browser.see(f"{page}?done=link")).text
    assert await number_of(core, booked) == 2
    assert "The old link no longer works." in after
    assert LINKS.token(booked.id, 1) not in after
    assert LINKS.token(booked.id, 2) in after
    assert "Customer’s link replaced" in after


async def test_a_member_neither_sees_nor_replaces_it(
    core: BookingCore, salon: DemoSalon, ada: Visitor
) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    page = f"/console/{salon.organization_id}/appointments/{booked.id}"
    member = await operator_of(core, salon, Role.MEMBER)
    async with Browser(core) as browser:
        await browser.enter(member)
        assert "/b/" not in (await browser.see(page)).text
        assert (await browser.send(f"{page}/link", link_number="1")).status_code == 403
    assert await number_of(core, booked) == 1


async def test_nobody_replaces_that_of_another_business(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon
) -> None:
    booked = await Visitor(core, other_salon, "Ada").books("Haircut", at(1, 10))
    owner = await operator_of(core, salon, Role.OWNER)
    async with Browser(core) as browser:
        await browser.enter(owner)
        for business in (salon, other_salon):
            where = f"/console/{business.organization_id}/appointments/{booked.id}/link"
            assert (await browser.send(where, link_number="1")).status_code == 404
    assert await number_of(core, booked) == 1
