"""The team's page: owners have one, others have none, and what is refused is said."""

import re

import pytest
from sqlalchemy import text

from booking_core.access.roles import Role
from booking_core.catalogue.organizations import Organization
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.accounts import PASSWORD
from tests.booking_core.team.links import accepts, invite_member
from tests.web.console.access.test_two_organizations import works_at
from tests.web.console.people.teams import membership_id, role_of, team_of
from tests.web.console.people.test_forgotten import WITH_SERVER, letters_to
from tests.web.console.stage import Browser, operator_of

LINK = re.compile(r'value="http://console.test(/console/link/[^"]+)"')


async def test_without_a_mail_server_the_inviter_sees_the_link_once(
    core: BookingCore, salon: DemoSalon
) -> None:
    olive = await operator_of(core, salon)
    async with Browser(core) as browser, Browser(core) as nora:
        await browser.enter(olive)
        await browser.see(team_of(salon))
        answer = await browser.send(
            f"{team_of(salon)}/invite", email="nora@new.example.com", role="manager", staff=""
        )
        [path] = LINK.findall(answer.text)
        assert LINK.findall((await browser.see(team_of(salon))).text) == []
        await nora.see(path)
        assert (await nora.send(path, name="Nora", password=PASSWORD)).status_code == 303
        assert "Nora" in (await browser.see(team_of(salon))).text
    assert await letters_to(core, "nora@new.example.com") == []


async def test_with_a_mail_server_only_the_mailbox_gets_it(core: BookingCore, salon: DemoSalon) -> None:
    olive, invited = await operator_of(core, salon), f"{salon.organization_id}@new.example.com"
    async with Browser(core, settings=WITH_SERVER) as browser:
        await browser.enter(olive)
        await browser.see(team_of(salon))
        answer = await browser.send(f"{team_of(salon)}/invite", email=invited, role="member")
        page = (await browser.see(answer.headers["location"])).text
        outbox = (await browser.see(f"/console/{salon.organization_id}/outbox")).text
    assert "The email is on its way." in page
    assert LINK.findall(page) == []
    assert invited not in outbox
    assert len(await letters_to(core, invited)) == 1


async def test_an_invitation_is_in_the_language_of_the_business(core: BookingCore, salon: DemoSalon) -> None:
    olive, invited = await operator_of(core, salon), f"{salon.organization_id}@new.example.com"
    async with core.sessions() as session, session.begin():
        (await session.get_one(Organization, salon.organization_id)).locale = "de"
    async with Browser(core, settings=WITH_SERVER) as browser:
        await browser.enter(olive)
        await browser.see(team_of(salon))
        await browser.send(f"{team_of(salon)}/invite", email=invited, role="manager")
    [letter] = await letters_to(core, invited)
    assert "lädt Sie ein" in letter.subject
    assert "Ihre Rolle: Leitung" in letter.text


DEEDS = ("invite", "withdraw", "change", "remove")


@pytest.mark.parametrize("role", [Role.MANAGER, Role.MEMBER])
@pytest.mark.parametrize("deed", DEEDS)
async def test_others_than_owners_have_no_team_page(
    core: BookingCore, salon: DemoSalon, role: Role, deed: str
) -> None:
    owner, other = await operator_of(core, salon), await operator_of(core, salon, role)
    member = await membership_id(core, salon, owner)
    async with Browser(core) as browser:
        await browser.enter(other)
        assert "/team" not in (await browser.see("/console/agenda")).text
        assert (await browser.see(team_of(salon))).status_code == 403
        await browser.see("/console/agenda")
        refused = await browser.send(
            f"{team_of(salon)}/{deed}",
            member=member,
            role="member",
            email="eve@new.example.com",
            invitation="x",
        )
    assert refused.status_code == 403
    assert "Only an owner may do this." in refused.text
    assert await role_of(core, salon, owner) == "owner"


@pytest.mark.parametrize("deed", DEEDS)
async def test_nobody_of_another_organization_comes_here(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon, deed: str
) -> None:
    ours, stranger = await operator_of(core, salon), await operator_of(core, other_salon)
    member = await membership_id(core, salon, ours)
    fields = {"member": member, "role": "member", "email": "eve@new.example.com", "invitation": "x"}
    async with Browser(core) as browser:
        await browser.enter(stranger)
        await browser.see(team_of(other_salon))
        assert (await browser.send(f"{team_of(salon)}/{deed}", **fields)).status_code == 404
        if deed in ("change", "remove"):
            # Under an address of their own, somebody else's member is nobody.
            assert (await browser.send(f"{team_of(other_salon)}/{deed}", **fields)).status_code == 404
    assert await role_of(core, salon, ours) == "owner"


async def test_two_tabs_change_the_team_that_each_shows(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon
) -> None:
    olive = await operator_of(core, salon)
    await works_at(core, other_salon, olive, Role.OWNER)
    async with Browser(core) as browser:
        await browser.enter(olive)
        await browser.see(team_of(salon))
        await browser.see(team_of(other_salon))
        # The first tab's form, sent after the second tab was opened.
        await browser.send(f"{team_of(salon)}/invite", email="nora@new.example.com", role="member")
    counted = text("SELECT organization_id FROM one_time_links WHERE organization_id IN (:one, :two)")
    async with core.sessions() as session, session.begin():
        ids = {"one": salon.organization_id, "two": other_salon.organization_id}
        assert list(await session.scalars(counted, ids)) == [salon.organization_id]


async def test_the_only_owner_is_told_why_they_stay(core: BookingCore, salon: DemoSalon) -> None:
    olive = await operator_of(core, salon)
    member = await membership_id(core, salon, olive)
    async with Browser(core) as browser:
        await browser.enter(olive)
        await browser.see(team_of(salon))
        for deed in ("remove", "change"):
            refused = await browser.send(f"{team_of(salon)}/{deed}", member=member, role="member")
            assert refused.status_code == 409
            assert "This is the only owner" in refused.text
    assert await role_of(core, salon, olive) == "owner"


async def test_a_removed_colleague_sees_nothing_more(core: BookingCore, salon: DemoSalon) -> None:
    olive, nora = await operator_of(core, salon), await operator_of(core, salon, Role.MEMBER)
    member = await membership_id(core, salon, nora)
    async with Browser(core) as browser, Browser(core) as theirs:
        await theirs.enter(nora)
        await browser.enter(olive)
        await browser.see(team_of(salon))
        await browser.send(f"{team_of(salon)}/remove", member=member)
        assert "sign-in" in (await theirs.see("/console/agenda")).headers["location"]
        assert (await theirs.sign_in(nora.email)).status_code == 422


async def test_what_was_typed_is_kept_where_it_is_refused(core: BookingCore, salon: DemoSalon) -> None:
    olive = await operator_of(core, salon)
    async with Browser(core) as browser:
        await browser.enter(olive)
        await browser.see(team_of(salon))
        refused = await browser.send(f"{team_of(salon)}/invite", email="no address", role="manager")
        odd = await browser.send(f"{team_of(salon)}/invite", email="nora@new.example.com", role="king")
    assert (refused.status_code, odd.status_code) == (422, 422)
    assert 'value="no address"' in refused.text
    assert '<option value="manager" selected>' in refused.text
    assert "choose what they may do" in odd.text


@pytest.mark.parametrize("invitation", ["", "lnk_made_up", "theirs"])
async def test_what_is_no_open_invitation_is_not_withdrawn(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon, invitation: str
) -> None:
    olive = await operator_of(core, salon)
    theirs = await invite_member(core, other_salon)
    async with Browser(core) as browser:
        await browser.enter(olive)
        await browser.see(team_of(salon))
        which = theirs.link.id if invitation == "theirs" else invitation
        answer = await browser.send(f"{team_of(salon)}/withdraw", invitation=which)
    assert answer.status_code == 404
    assert "There is no such open invitation." in answer.text
    await accepts(core, theirs)


async def test_bytes_that_are_no_text_are_refused_and_kept_nowhere(
    core: BookingCore, salon: DemoSalon
) -> None:
    olive = await operator_of(core, salon)
    async with Browser(core) as browser:
        await browser.enter(olive)
        await browser.see(f"/console/{salon.organization_id}/settings/business")
        body = f"csrf_token={browser.token}&name=%ff%fe%ff&expected_version=1".encode()
        answer = await browser.client.post(
            f"/console/{salon.organization_id}/settings/business",
            content=body,
            headers={
                "Content-Type": "application/x-www-form-urlencoded",
                "Origin": "http://console.test",
                "Sec-Fetch-Site": "same-origin",
            },
        )
    assert answer.status_code == 400
