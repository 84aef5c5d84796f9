"""An organization never loses its last owner, whatever owners do, alone or at once."""

import asyncio

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from booking_core.access.roles import Role
from booking_core.core import BookingCore
from booking_core.errors import Conflict, NotAllowed, Refusal
from booking_core.maintenance.demo import DemoSalon
from booking_core.team.change import assign_resource, change_role, colleagues_of, remove_member
from booking_core.team.context import TeamContext
from booking_core.team.invite import invite
from booking_core.team.memberships import Membership
from tests.accounts import address
from tests.booking_core.team.staff import SHELL, Somebody, in_team, somebody, token_of
from tests.conftest import new_salon
from tests.examples import examples


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


@settings(max_examples=examples(25), suppress_health_check=[HealthCheck.function_scoped_fixture])
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
    async with core.sessions() as session, session.begin():
        return await session.scalar(owners) or 0
