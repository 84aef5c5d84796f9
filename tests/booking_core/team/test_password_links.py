"""Links by which the first owner claims a business, and by which people choose a new password."""

import asyncio

import pytest

from booking_core.core import BookingCore
from booking_core.errors import Conflict, Gone, Refusal
from booking_core.maintenance.demo import DemoSalon
from booking_core.team.accounts import account_with_email, has_password
from booking_core.team.context import TeamContext
from booking_core.team.credentials.reset_password import reset_password
from booking_core.team.first_owner import first_owner_link
from booking_core.team.links import LASTS, NewLink
from booking_core.team.memberships import Membership
from booking_core.team.sessions import account_of_session, begin_session
from booking_core.time.clock import FrozenClock
from tests.accounts import PASSWORD, address
from tests.booking_core.team.links import accepts, forgotten
from tests.booking_core.team.staff import SHELL, in_team, somebody, token_of


async def test_the_first_owner_is_one_and_the_link_is_told_again_until_then(
    core: BookingCore, salon: DemoSalon
) -> None:
    async def ask(team: TeamContext) -> NewLink:
        return await first_owner_link(team, "ines@example.com", token_of)

    first = await in_team(core, salon.organization_id, SHELL, ask)
    again = await in_team(core, salon.organization_id, SHELL, ask)
    assert again.token == first.token
    done = await asyncio.gather(*(accepts(core, first) for _ in range(4)), return_exceptions=True)
    assert sum(isinstance(one, Membership) for one in done) == 1
    with pytest.raises(Conflict) as refused:
        await in_team(core, salon.organization_id, SHELL, ask)
    assert refused.value.code == "has_an_owner"


async def test_a_claim_after_somebody_else_became_owner_is_refused(
    core: BookingCore, salon: DemoSalon
) -> None:
    first = await in_team(
        core, salon.organization_id, SHELL, lambda team: first_owner_link(team, address(), token_of)
    )
    await somebody(core, salon.organization_id)
    with pytest.raises(Conflict) as refused:
        await accepts(core, first)
    assert refused.value.code == "has_an_owner"
    async with core.sessions() as session, session.begin():
        assert await account_with_email(session, first.link.email) is None


async def test_a_new_password_ends_every_session_and_the_old_password(
    core: BookingCore, salon: DemoSalon
) -> None:
    olive = await somebody(core, salon.organization_id)
    async with core.sessions() as session, session.begin():
        secret = await begin_session(session, olive.account, core.clock.now())
    new = await forgotten(core, olive.account)
    await reset_password(core.sessions, new.token, "another good password", core.clock.now())
    async with core.sessions() as session, session.begin():
        account = await account_with_email(session, olive.account.email)
        assert await account_of_session(session, secret, core.clock.now()) is None
    assert await has_password(account, "another good password")
    assert not await has_password(account, PASSWORD)
    with pytest.raises(Gone):
        await reset_password(core.sessions, new.token, "a third password", core.clock.now())


async def test_of_two_links_for_a_password_the_newer_counts_for_an_hour(
    core: BookingCore, salon: DemoSalon, clock: FrozenClock
) -> None:
    olive = await somebody(core, salon.organization_id)
    older, newer = await forgotten(core, olive.account), await forgotten(core, olive.account)
    with pytest.raises(Gone):
        await reset_password(core.sessions, older.token, "another good password", core.clock.now())
    clock.advance(LASTS["password"])
    with pytest.raises(Gone):
        await reset_password(core.sessions, newer.token, "another good password", core.clock.now())


async def test_of_many_new_passwords_at_once_one_is_set(core: BookingCore, salon: DemoSalon) -> None:
    olive = await somebody(core, salon.organization_id)
    new = await forgotten(core, olive.account)
    words = [f"password number {n}" for n in range(4)]
    done = await asyncio.gather(
        *(reset_password(core.sessions, new.token, one, core.clock.now()) for one in words),
        return_exceptions=True,
    )
    assert [isinstance(one, Refusal) for one in done].count(False) == 1
    async with core.sessions() as session, session.begin():
        account = await account_with_email(session, olive.account.email)
    assert await has_password(account, words[done.index(None)])
