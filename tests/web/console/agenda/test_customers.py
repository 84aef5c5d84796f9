"""Customers found by what they say on the phone, by whoever may see them, and put right."""

from booking_core.access.roles import Role
from booking_core.core import BookingCore
from booking_core.customers.customer import Customer
from booking_core.maintenance.demo import DemoSalon
from tests.cast import Visitor, at
from tests.web.console.appointments.test_appointment import member_of
from tests.web.console.stage import Browser


async def test_a_customer_is_found_by_each_way_and_nobody_of_another_business(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon, owner: Browser
) -> None:
    ada = await Visitor(core, salon, "Ada").books("Haircut", at(1, 10))
    await Visitor(core, salon, "Ben").books("Haircut", at(1, 12))
    eve = await Visitor(core, other_salon, "Adamo").books("Haircut", at(1, 10))
    page = f"/console/{salon.organization_id}/customers"
    for asked in ("ada", "ADA@example.com", ada.code.lower()):
        text = (await owner.see(f"{page}?q={asked}")).text
        assert f"/appointments/{ada.id}" in text, asked
        assert "Ben" not in text, asked
        assert "Adamo" not in text, asked
    for nobody in (eve.code, "100%", "a", "_d_"):
        assert ada.id not in (await owner.see(page, params={"q": nobody})).text, nobody
    assert page in (await owner.see(f"/console/{salon.organization_id}/agenda")).text


async def test_a_member_who_is_booked_finds_whom_they_serve(core: BookingCore, salon: DemoSalon) -> None:
    ada = await Visitor(core, salon, "Ada").books("Haircut", at(1, 10), staff_id=salon.resources["Dana"])
    page = f"/console/{salon.organization_id}/customers?q=ada"
    seen = {}
    for name in ("Dana", "Miriam"):
        email = await member_of(core, salon, Role.MEMBER, name)
        async with Browser(core) as member:
            await member.sign_in(email)
            text = (await member.see(page)).text
            seen[name] = ada.id in text
            assert "Correct name or contact" not in text
            refused = await member.send(
                f"{page.partition('?')[0]}/{ada.customer_id}", name="X", email="x@y.example"
            )
            assert refused.status_code == 403
    assert seen == {"Dana": True, "Miriam": False}


async def test_a_name_and_a_contact_are_put_right_or_told_what_is_wrong(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon, owner: Browser
) -> None:
    ada = await Visitor(core, salon, "Ada").books("Haircut", at(1, 10))
    eve = await Visitor(core, other_salon, "Eve").books("Haircut", at(1, 10))
    page = f"/console/{salon.organization_id}/customers"
    await owner.see(f"{page}?q=ada")
    right = {"name": "Ada Byron", "phone": "+49 170 1234567", "email": "ada@byron.example", "q": "ada"}
    for _ in range(2):
        assert (await owner.send(f"{page}/{ada.customer_id}", **right)).status_code == 303
    async with core.sessions() as session:
        kept = await session.get_one(Customer, ada.customer_id)
    assert (kept.name, kept.phone, kept.email) == ("Ada Byron", "+491701234567", "ada@byron.example")
    refused = await owner.send(f"{page}/{ada.customer_id}", **{**right, "email": "no address", "q": "ada"})
    assert refused.status_code == 422
    assert 'value="no address"' in refused.text
    assert (await owner.send(f"{page}/{eve.customer_id}", **right)).status_code == 404
