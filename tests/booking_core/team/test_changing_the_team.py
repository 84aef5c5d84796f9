"""Who may change the team, and that an organization never loses its last owner."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select, text

from booking_core.access.roles import Role
from booking_core.core import BookingCore
from booking_core.desk import Desk
from booking_core.errors import Conflict, NotAllowed, NotFound, Refusal
from booking_core.maintenance.demo import DemoSalon
from booking_core.team.accept import accept_invitation
from booking_core.team.accounts import account_with_email
from booking_core.team.change import assign_resource, change_role, colleagues_of, remove_member
from booking_core.team.context import TeamContext, while_in_role
from booking_core.team.invite import invite, withdraw_invitation
from booking_core.team.memberships import Membership
from tests.booking_core.team.staff import PASSWORD, SHELL, Somebody, address, in_team, somebody, token_of
from tests.conftest import new_salon

Verb = Callable[[TeamContext, str], Awaitable[object]]
VERBS: dict[str, Verb] = {
    "list": lambda team, _: colleagues_of(team),
    "invite": lambda team, _: invite(team, address(), Role.MEMBER, token_of),
    "withdraw": lambda team, _: withdraw_invitation(team, "lnk_any"),
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
    async with core.sessions() as session:
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


async def test_an_account_goes_with_its_last_membership(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon
) -> None:
    owner = await somebody(core, salon.organization_id)
    both = await somebody(core, salon.organization_id, Role.MEMBER)
    elsewhere = await somebody(core, other_salon.organization_id, Role.OWNER, both.account)
    await somebody(core, other_salon.organization_id)
    await owner.does(lambda team: remove_member(team, both.membership.id))
    async with core.sessions() as session:
        assert await account_with_email(session, both.account.email) is not None
    await in_team(
        core,
        other_salon.organization_id,
        SHELL,
        lambda team: remove_member(team, elsewhere.membership.id),
    )
    async with core.sessions() as session:
        assert await account_with_email(session, both.account.email) is None


async def test_who_may_invite_no_more_leaves_no_way_back(core: BookingCore, salon: DemoSalon) -> None:
    owner, leaving = [await somebody(core, salon.organization_id) for _ in range(2)]
    new = await leaving.does(lambda team: invite(team, address(), Role.OWNER, token_of))
    await owner.does(lambda team: remove_member(team, leaving.membership.id))
    with pytest.raises(Refusal):
        await accept_invitation(core.sessions, new.token, "Nora", PASSWORD, core.clock.now())


async def test_the_only_owner_stays_one(core: BookingCore, salon: DemoSalon) -> None:
    owner = await somebody(core, salon.organization_id)
    await somebody(core, salon.organization_id, Role.MANAGER)
    for deed in (
        lambda team: remove_member(team, owner.membership.id),
        lambda team: change_role(team, owner.membership.id, Role.MEMBER),
    ):
        for actor in (owner.actor, SHELL):
            with pytest.raises(Conflict) as refused:
                await in_team(core, salon.organization_id, actor, deed)
            assert refused.value.code == "last_owner"


@pytest.mark.parametrize("round_", range(5))
async def test_two_owners_who_remove_each_other_at_once_leave_one(
    core: BookingCore, salon: DemoSalon, round_: int
) -> None:
    owners = [await somebody(core, salon.organization_id) for _ in range(2)]
    pairs = list(zip(owners, reversed(owners), strict=True))
    done = await asyncio.gather(
        *(
            one.does(lambda team, target=target: remove_member(team, target.membership.id))
            for one, target in pairs
        ),
        return_exceptions=True,
    )
    assert done.count(None) == 1
    assert [type(one) for one in done if one is not None] == [NotAllowed]
    assert await count_owners(core, salon.organization_id) == 1


@pytest.mark.parametrize("round_", range(3))
async def test_owners_who_all_leave_at_once_leave_one_behind(
    core: BookingCore, salon: DemoSalon, round_: int
) -> None:
    owners = [await somebody(core, salon.organization_id) for _ in range(5)]
    done = await asyncio.gather(
        *(one.does(lambda team, me=one: remove_member(team, me.membership.id)) for one in owners),
        return_exceptions=True,
    )
    assert done.count(None) == 4
    assert await count_owners(core, salon.organization_id) == 1


async def test_what_owners_do_at_once_never_waits_for_itself(core: BookingCore, salon: DemoSalon) -> None:
    """Each of them sends several forms at once, as from several tabs."""
    owners = [await somebody(core, salon.organization_id) for _ in range(3)]
    members = [await somebody(core, salon.organization_id, Role.MEMBER) for _ in range(12)]

    async def change(team: TeamContext, member: str) -> None:
        await assign_resource(team, member, salon.resources["Dana"])
        await change_role(team, member, Role.MANAGER)

    async def remove(team: TeamContext, member: str) -> None:
        await remove_member(team, member)

    deeds = [(owners[n % 3], change if n % 2 else remove, one) for n, one in enumerate(members)]
    await asyncio.gather(
        *(who.does(lambda team, do=do, one=one: do(team, one.membership.id)) for who, do, one in deeds),
        *(who.does(lambda team: invite(team, address(), Role.MEMBER, token_of)) for who in owners),
    )
    left = await owners[0].does(colleagues_of)
    assert sorted(one.role for one in left) == [Role.MANAGER] * 6 + [Role.OWNER] * 3


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["owner", "manager", "member", "remove"]), st.integers(0, 3), st.integers(0, 3)
    ),
    max_size=14,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
async def test_whatever_a_team_does_somebody_owns_the_business(
    core: BookingCore, steps: list[tuple[str, int, int]]
) -> None:
    salon = await new_salon(core)
    people = [await somebody(core, salon.organization_id, role) for role in (*Role, Role.OWNER)]
    for deed, who, whom in steps:
        await tries(people[who], deed, people[whom].membership.id)
        assert await count_owners(core, salon.organization_id) >= 1


async def tries(who: Somebody, deed: str, membership_id: str) -> None:
    try:
        if deed == "remove":
            await who.does(lambda team: remove_member(team, membership_id))
        else:
            await who.does(lambda team: change_role(team, membership_id, Role(deed)))
    except Refusal:
        return


async def count_owners(core: BookingCore, organization_id: str) -> int:
    owners = select(func.count()).where(
        Membership.organization_id == organization_id, Membership.role == Role.OWNER.value
    )
    async with core.sessions() as session:
        return await session.scalar(owners) or 0
