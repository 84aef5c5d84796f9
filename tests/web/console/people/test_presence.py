"""How somebody appears in an organization, and what they are written about."""

import pytest

from booking_core.access.roles import Role
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.team.memberships import PERSON_WANTED, addresses_to_notify, membership_of
from tests.web.console.access.test_two_organizations import works_at
from tests.web.console.stage import Browser, operator_of


async def test_a_name_and_wishes_are_of_one_organization(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon
) -> None:
    olive = await operator_of(core, salon, Role.MEMBER)
    await works_at(core, other_salon, olive, Role.MEMBER)
    path = f"/console/{salon.organization_id}/presence"
    async with Browser(core) as browser:
        await browser.enter(olive)
        await browser.see(path)
        kept = await browser.send(path, name=" Olive  O. ", email="desk@new.example.com", person_wanted="yes")
        page = (await browser.see(kept.headers["location"])).text
    assert 'value="Olive O."' in page
    assert "checked" in page
    async with core.sessions() as session, session.begin():
        here = await membership_of(session, salon.organization_id, olive.id)
        there = await membership_of(session, other_salon.organization_id, olive.id)
        told = await addresses_to_notify(session, salon.organization_id, PERSON_WANTED)
        nobody = await addresses_to_notify(session, other_salon.organization_id, PERSON_WANTED)
    assert here is not None
    assert there is not None
    assert (here.public_name, there.public_name) == ("Olive O.", None)
    assert (told, nobody) == ({here.id: "desk@new.example.com"}, {})


@pytest.mark.parametrize(("field", "value"), [("email", "no address"), ("name", "x" * 101)])
async def test_what_cannot_be_is_refused_beside_its_field(
    core: BookingCore, salon: DemoSalon, field: str, value: str
) -> None:
    olive = await operator_of(core, salon)
    path = f"/console/{salon.organization_id}/presence"
    async with Browser(core) as browser:
        await browser.enter(olive)
        await browser.see(path)
        refused = await browser.send(path, **{field: value})
    assert refused.status_code == 422
    assert f'id="{field}-wrong"' in refused.text
    assert f'value="{value}"' in refused.text
