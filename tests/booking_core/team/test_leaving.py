"""Whoever leaves takes their account and their invitations along."""

import pytest

from booking_core.access.roles import Role
from booking_core.core import BookingCore
from booking_core.errors import Refusal
from booking_core.maintenance.demo import DemoSalon
from booking_core.team.accept import accept_invitation
from booking_core.team.accounts import account_with_email
from booking_core.team.change import remove_member
from booking_core.team.invite import invite
from tests.accounts import PASSWORD, address
from tests.booking_core.team.staff import SHELL, in_team, somebody, token_of


async def test_an_account_goes_with_its_last_membership(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon
) -> None:
    owner = await somebody(core, salon.organization_id)
    both = await somebody(core, salon.organization_id, Role.MEMBER)
    elsewhere = await somebody(core, other_salon.organization_id, Role.OWNER, both.account)
    await somebody(core, other_salon.organization_id)
    await owner.does(lambda team: remove_member(team, both.membership.id))
    async with core.sessions() as session, session.begin():
        assert await account_with_email(session, both.account.email) is not None
    await in_team(
        core,
        other_salon.organization_id,
        SHELL,
        lambda team: remove_member(team, elsewhere.membership.id),
    )
    async with core.sessions() as session, session.begin():
        assert await account_with_email(session, both.account.email) is None


async def test_who_may_invite_no_more_leaves_no_way_back(core: BookingCore, salon: DemoSalon) -> None:
    owner, leaving = [await somebody(core, salon.organization_id) for _ in range(2)]
    new = await leaving.does(lambda team: invite(team, address(), Role.OWNER, token_of))
    await owner.does(lambda team: remove_member(team, leaving.membership.id))
    with pytest.raises(Refusal):
        await accept_invitation(core.sessions, new.token, "Nora", PASSWORD, core.clock.now())
