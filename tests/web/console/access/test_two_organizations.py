"""One person, several organizations: the address says where, so that two pages never mix two businesses."""

import pytest
from sqlalchemy import delete

from booking_core.access.roles import Role
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.notices.outbox import Mail
from booking_core.team.accounts import Account
from booking_core.team.memberships import Membership, add_membership
from tests.web.console.rows import conversation, personal_name
from tests.web.console.stage import Browser, operator_of, stored
from tests.web.console.test_outbox import letter


async def works_at(core: BookingCore, salon: DemoSalon, account: Account, role: Role) -> None:
    async with core.sessions() as session, session.begin():
        add_membership(session, salon.organization_id, account, role)


async def both(core: BookingCore, salon: DemoSalon, other_salon: DemoSalon) -> Account:
    """Owner of the salon, and a member of the other one."""
    olive = await operator_of(core, salon)
    await works_at(core, other_salon, olive, Role.MEMBER)
    return olive


async def test_two_tabs_show_two_businesses_side_by_side(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon
) -> None:
    olive = await both(core, salon, other_salon)
    ours, theirs = conversation(salon), conversation(other_salon)
    await stored(
        core, ours, theirs, personal_name(ours, "Ada of ours"), personal_name(theirs, "Ben of theirs")
    )
    async with Browser(core) as browser:
        await browser.enter(olive)
        first = await browser.see(f"/console/{salon.organization_id}/conversations")
        second = await browser.see(f"/console/{other_salon.organization_id}/conversations")
        again = await browser.see(f"/console/{salon.organization_id}/conversations")
    assert "Ada of ours" in first.text
    assert "Ben of theirs" not in first.text
    assert "Ben of theirs" in second.text
    assert "Ada of ours" not in second.text
    assert "Ada of ours" in again.text
    assert f'href="/console/{salon.organization_id}/agenda"' in first.text
    assert f"/console/{salon.organization_id}/" not in second.text


async def test_what_somebody_may_is_looked_up_where_they_are(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon
) -> None:
    olive = await both(core, salon, other_salon)
    mail: Mail = letter(other_salon)
    await stored(core, mail)
    async with Browser(core) as browser:
        await browser.enter(olive)
        assert (await browser.see(f"/console/{salon.organization_id}/outbox")).status_code == 200
        refused = await browser.see(f"/console/{other_salon.organization_id}/outbox")
    assert refused.status_code == 403
    assert mail.recipient not in refused.text


PAGES = ("conversations", "conversations/cnv_x", "agenda", "outbox")


@pytest.mark.parametrize("page", PAGES)
async def test_another_organizations_pages_are_not_there(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon, page: str
) -> None:
    olive = await operator_of(core, salon)
    async with Browser(core) as browser:
        await browser.enter(olive)
        theirs = await browser.see(f"/console/{other_salon.organization_id}/{page}")
        unknown = await browser.see(f"/console/o_guessed/{page}")
    assert theirs.status_code == unknown.status_code == 404
    assert theirs.text == unknown.text


async def test_a_conversation_is_not_found_under_another_organizations_address(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon
) -> None:
    olive = await both(core, salon, other_salon)
    ours = conversation(salon)
    await stored(core, ours)
    async with Browser(core) as browser:
        await browser.enter(olive)
        here = await browser.see(f"/console/{salon.organization_id}/conversations/{ours.id}")
        there = await browser.see(f"/console/{other_salon.organization_id}/conversations/{ours.id}")
    assert (here.status_code, there.status_code) == (200, 404)


async def test_with_several_the_first_page_asks_where_to(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon
) -> None:
    olive = await both(core, salon, other_salon)
    async with Browser(core) as browser:
        await browser.enter(olive)
        choice = (await browser.see("/console")).text
        for one in (salon, other_salon):
            assert f'href="/console/{one.organization_id}/conversations"' in choice
        old = await browser.see("/console/agenda?day=2026-11-24")
        assert (old.status_code, old.headers["location"].split("?")[0]) == (303, "/console")
        led = (await browser.see(old.headers["location"])).text
    assert f'href="/console/{salon.organization_id}/agenda?day=2026-11-24"' in led


@pytest.mark.parametrize("to", ["//evil.example", "https://evil.example", "javascript:alert(1)"])
async def test_the_choice_leads_nowhere_else(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon, to: str
) -> None:
    olive = await both(core, salon, other_salon)
    async with Browser(core) as browser:
        await browser.enter(olive)
        assert "evil" not in (await browser.see("/console", params={"to": to})).text


async def test_old_addresses_lead_on_with_their_query(core: BookingCore, salon: DemoSalon) -> None:
    olive = await operator_of(core, salon)
    async with Browser(core) as browser:
        await browser.enter(olive)
        for page in ("conversations?q=a+b", "conversations/cnv_x", "agenda?day=2026-11-24", "outbox"):
            answer = await browser.client.get(f"/console/{page}")
            assert answer.headers["location"] == f"/console/{salon.organization_id}/{page}"


async def test_whoever_works_nowhere_any_more_is_told_so(core: BookingCore, salon: DemoSalon) -> None:
    olive = await operator_of(core, salon)
    async with Browser(core) as browser:
        await browser.enter(olive)
        async with core.sessions() as session, session.begin():
            await session.execute(delete(Membership).where(Membership.account_id == olive.id))
        assert "work for no business" in (await browser.see("/console")).text
        assert (await browser.see(f"/console/{salon.organization_id}/agenda")).status_code == 404
