"""Feeds in the settings: made and shown once, listed, revoked; a member's own, from the menu."""

import re
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import update

from booking_core.access.roles import Role
from booking_core.calendars.feeds.read import read_feed
from booking_core.core import BookingCore
from booking_core.errors import NotFound
from booking_core.maintenance.demo import DemoSalon
from booking_core.team.memberships import Membership
from tests.web.console.settings.forms import fields_of
from tests.web.console.stage import HERE, Browser, operator_of

ADDRESS = re.compile(rf'value="{HERE}/calendar/([^"]+)\.ics"')
REVOKE = re.compile(r'action="([^"]+/revoke)"')


@pytest.fixture
async def browser(core: BookingCore) -> AsyncIterator[Browser]:
    async with Browser(core) as browser:
        yield browser


@pytest.fixture
def page(salon: DemoSalon) -> str:
    return f"/console/{salon.organization_id}/settings/calendars"


async def test_an_address_is_made_shown_once_and_revoked(
    core: BookingCore, salon: DemoSalon, browser: Browser, page: str
) -> None:
    await browser.enter(await operator_of(core, salon))
    form = fields_of((await browser.see(f"{page}/feeds/new")).text) | {"whose": salon.resources["Dana"]}
    first, again = [(await browser.send(f"{page}/feeds/new", **form)).text for _ in range(2)]
    token = ADDRESS.search(first)
    assert token
    assert not ADDRESS.search(again)
    listed = (await browser.see(page)).text
    assert token[1] not in listed
    assert listed.count("not read yet") == 1
    await read_feed(core, token[1])
    listed = (await browser.see(page)).text
    assert "last read" in listed
    revoke = REVOKE.search(listed)
    assert revoke
    assert (await browser.send(revoke[1])).headers["location"] == f"{page}?done=revoked"
    with pytest.raises(NotFound):
        await read_feed(core, token[1])
    assert "No calendar reads your appointments yet." in (await browser.see(page)).text


async def test_nobody_is_refused_beside_its_field(
    core: BookingCore, salon: DemoSalon, browser: Browser, page: str
) -> None:
    await browser.enter(await operator_of(core, salon))
    await browser.see(f"{page}/feeds/new")
    refused = await browser.send(f"{page}/feeds/new", whose="res_unknown", shows="names")
    assert (refused.status_code, "Please choose whose calendar it is." in refused.text) == (422, True)


async def test_a_member_finds_their_own_calendar_in_the_menu(
    core: BookingCore, salon: DemoSalon, browser: Browser, page: str
) -> None:
    member, dana = await operator_of(core, salon, Role.MEMBER), salon.resources["Dana"]
    await browser.enter(member)
    assert f'href="{page}"' not in (await browser.see(f"/console/{salon.organization_id}/agenda")).text
    assert (await browser.see(page)).status_code == 403
    async with core.sessions() as session, session.begin():
        theirs = update(Membership).where(Membership.account_id == member.id)
        await session.execute(theirs.values(resource_id=dana))
    assert f'href="{page}"' in (await browser.see(f"/console/{salon.organization_id}/agenda")).text
    offered = (await browser.see(f"{page}/feeds/new")).text
    assert re.findall(r'<option value="(res_[^"]+|loc_[^"]+)"', offered) == [dana]
    for whose, status in ((salon.resources["Miriam"], 403), (salon.location_id, 403), (dana, 200)):
        assert (await browser.send(f"{page}/feeds/new", whose=whose, shows="names")).status_code == status
