"""Who may change the team, and what of each change is written down."""

from collections.abc import Awaitable, Callable

import pytest
from sqlalchemy import text

from booking_core.access.roles import Role
from booking_core.core import BookingCore
from booking_core.desk import Desk
from booking_core.errors import NotAllowed, NotFound
from booking_core.maintenance.demo import DemoSalon
from booking_core.team.change import assign_resource, change_role, colleagues_of, remove_member
from booking_core.team.context import TeamContext, while_in_role
from booking_core.team.invite import invite, withdraw_invitation
from tests.accounts import address
from tests.booking_core.team.staff import SHELL, in_team, somebody, token_of

Verb = Callable[[TeamContext, str], Awaitable[object]]


async def withdraws_one(team: TeamContext) -> None:
    new = await invite(team, address(), Role.MEMBER, token_of)
    await withdraw_invitation(team, new.link.id)


VERBS: dict[str, Verb] = {
    "list": lambda team, _: colleagues_of(team),
    "invite": lambda team, _: invite(team, address(), Role.MEMBER, token_of),
    "withdraw": lambda team, _: withdraws_one(team),
    "change the role": lambda team, who: change_role(team, who, Role.MANAGER),
    "assign staff": lambda team, who: assign_resource(team, who, None),
    "remove": remove_member,
}


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("role", list(Role))
async def test_who_may_do_what_to_the_team(
    core: BookingCore, salon: DemoSalon, verb: str, role: Role
) -> None:
    await somebody(core, salon.organization_id)
    actor = await somebody(core, salon.organization_id, role)
    target = await somebody(core, salon.organization_id, Role.MEMBER)

    async def work(team: TeamContext) -> object:
        return await VERBS[verb](team, target.membership.id)

    if role is Role.OWNER:
        await actor.does(work)
        return
    with pytest.raises(NotAllowed):
        await actor.does(work)


@pytest.mark.parametrize("verb", VERBS)
async def test_an_owner_is_nobody_in_another_organization(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon, verb: str
) -> None:
    owner = await somebody(core, salon.organization_id)
    target = await somebody(core, other_salon.organization_id)
    await somebody(core, other_salon.organization_id)
    with pytest.raises(NotAllowed):
        await owner.does(lambda team: VERBS[verb](team, target.membership.id), other_salon.organization_id)
    for one in ("change the role", "assign staff", "remove"):
        with pytest.raises(NotFound):
            await owner.does(lambda team, one=one: VERBS[one](team, target.membership.id))


@pytest.mark.parametrize("verb", VERBS)
async def test_who_was_an_owner_when_the_page_was_drawn_is_asked_again(
    core: BookingCore, salon: DemoSalon, verb: str
) -> None:
    await somebody(core, salon.organization_id)
    former, target = [await somebody(core, salon.organization_id) for _ in range(2)]
    await in_team(
        core,
        salon.organization_id,
        SHELL,
        lambda team: change_role(team, former.membership.id, Role.MEMBER),
    )
    assert former.actor.role is Role.OWNER
    with pytest.raises(NotAllowed):
        await former.does(lambda team: VERBS[verb](team, target.membership.id))


@pytest.mark.parametrize(("after", "goes"), [(Role.OWNER, True), (Role.MANAGER, False), (None, False)])
async def test_an_operation_is_undone_where_the_role_was_taken_away_meanwhile(
    core: BookingCore, salon: DemoSalon, after: Role | None, goes: bool
) -> None:
    await somebody(core, salon.organization_id)
    owner = await somebody(core, salon.organization_id)
    actor, member = owner.actor, owner.membership.id

    async def work(desk: Desk) -> None:
        desk.audit("something", "x")
        await in_team(core, salon.organization_id, SHELL, take_away)

    async def take_away(team: TeamContext) -> None:
        if after is None:
            await remove_member(team, member)
        else:
            await change_role(team, member, after)

    operation = core.transaction(salon.organization_id, actor, work, guard=while_in_role(actor))
    if goes:
        await operation
    else:
        with pytest.raises(NotAllowed):
            await operation
    async with core.sessions() as session, session.begin():
        written = text("SELECT count(*) FROM audit WHERE organization_id = :id AND action = 'something'")
        assert await session.scalar(written, {"id": salon.organization_id}) == int(goes)


async def test_every_change_is_in_the_audit_and_names_nobody(core: BookingCore, salon: DemoSalon) -> None:
    owner = await somebody(core, salon.organization_id)
    target = await somebody(core, salon.organization_id, Role.MEMBER)
    await owner.does(lambda team: invite(team, address(), Role.MEMBER, token_of))
    await owner.does(lambda team: change_role(team, target.membership.id, Role.MANAGER))
    await owner.does(lambda team: remove_member(team, target.membership.id))
    async with core.sessions() as session:
        rows = await session.execute(
            text(
                "SELECT action, actor, subject, CAST(details AS text) FROM audit WHERE organization_id = :id"
            ),
            {"id": salon.organization_id},
        )
        written = rows.all()
    assert [row.action for row in written] == ["team.invite", "team.change", "team.remove"]
    assert {row.actor for row in written} == {owner.account.id}
    assert '"before": "member"' in written[1][3]
    assert '"after": "manager"' in written[1][3]
    assert not any("@" in str(row) or "Olive" in str(row) for row in written)
