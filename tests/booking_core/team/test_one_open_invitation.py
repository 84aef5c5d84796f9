"""One open invitation to an address in an organization, and none left behind by who joined or was removed."""

import asyncio

import pytest
from sqlalchemy import update

from booking_core.access.roles import Role
from booking_core.core import BookingCore
from booking_core.errors import Conflict, Gone
from booking_core.maintenance.demo import DemoSalon
from booking_core.team.change import remove_member
from booking_core.team.context import TeamContext
from booking_core.team.invite import invite, open_invitations
from booking_core.team.links import NewLink, OneTimeLink
from tests.accounts import address
from tests.booking_core.team.links import accepts, invite_member
from tests.booking_core.team.staff import in_team, somebody, token_of


async def test_of_invitations_at_once_one_is_open(core: BookingCore, salon: DemoSalon) -> None:
    owner, email = await somebody(core, salon.organization_id), address()

    def asks(role: Role) -> object:
        return owner.does(lambda team: invite(team, email, role, token_of))

    done = await asyncio.gather(*(asks(role) for role in list(Role) * 3))
    assert len(done) == 9
    opened = await owner.does(open_invitations)
    assert [one.email for one in opened] == [email]
    for new in done:
        if new.link.id != opened[0].id:
            with pytest.raises(Gone):
                await accepts(core, new)


async def test_who_joined_or_was_removed_comes_back_by_no_older_link(
    core: BookingCore, salon: DemoSalon
) -> None:
    """A first owner's link stands beside an invitation; so did two invitations, once."""
    owner, email = await somebody(core, salon.organization_id), address()
    first, second = await invite_member(core, salon, email), await invite_member(core, salon)
    await readdress(core, second, email, "first_owner")
    joined = await accepts(core, first)
    with pytest.raises(Gone):
        await accepts(core, second)
    third = await invite_member(core, salon)
    await readdress(core, third, email, "invitation")
    await owner.does(lambda team: remove_member(team, joined.id))
    with pytest.raises(Gone):
        await accepts(core, third)


async def test_who_is_invited_while_they_join_works_there_once_and_is_not_invited(
    core: BookingCore, salon: DemoSalon
) -> None:
    owner, email = await somebody(core, salon.organization_id), address()
    new = await invite_member(core, salon, email)

    async def again(team: TeamContext) -> NewLink:
        return await invite(team, email, Role.OWNER, token_of)

    await asyncio.gather(accepts(core, new), owner.does(again), return_exceptions=True)
    team = await in_team(core, salon.organization_id, owner.actor, open_invitations)
    try:
        await owner.does(again)
    except Conflict as refused:
        assert refused.code == "already_here"
        assert list(team) == []


async def readdress(core: BookingCore, new: NewLink, email: str, kind: str) -> None:
    async with core.sessions() as session, session.begin():
        row = update(OneTimeLink).where(OneTimeLink.id == new.link.id)
        await session.execute(row.values(email=email, kind=kind))
