"""One-time links: once, in time, the newest of several, and for nothing but what they are for."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from booking_core.core import BookingCore
from booking_core.errors import Gone, NotFound
from booking_core.maintenance.demo import DemoSalon
from booking_core.team.accept import accept_invitation
from booking_core.team.credentials.reset_password import reset_password
from booking_core.team.invite import open_invitations, withdraw_invitation
from booking_core.team.links import LASTS, find_link
from booking_core.time.clock import FrozenClock
from tests.accounts import PASSWORD
from tests.booking_core.team.links import accepts, forgotten, invite_member
from tests.booking_core.team.staff import SHELL, in_team, somebody


async def test_only_a_hash_of_the_token_is_kept(core: BookingCore, salon: DemoSalon) -> None:
    new = await invite_member(core, salon)
    async with core.sessions() as session, session.begin():
        row = text("SELECT CAST(links AS text) FROM one_time_links AS links WHERE id = :id")
        assert new.token not in str(await session.scalar(row, {"id": new.link.id}))


async def test_it_works_once(core: BookingCore, salon: DemoSalon) -> None:
    new = await invite_member(core, salon)
    await accepts(core, new)
    with pytest.raises(Gone):
        await accepts(core, new)


async def test_looking_at_it_uses_nothing_up(core: BookingCore, salon: DemoSalon) -> None:
    new = await invite_member(core, salon)
    for _ in range(3):
        async with core.sessions() as session, session.begin():
            await find_link(session, new.token, core.clock.now())
    await accepts(core, new)


@pytest.mark.parametrize("token", ["", "guessed", "token of lnk_guessed", "x" * 5000, "\ud800", "a\0b"])
async def test_a_guessed_one_is_none(core: BookingCore, salon: DemoSalon, token: str) -> None:
    await invite_member(core, salon)
    with pytest.raises(Gone) as refused:
        await accept_invitation(core.sessions, token, "Nora", PASSWORD, core.clock.now())
    assert refused.value.code == "link_not_valid"


async def test_it_is_over_after_a_week_to_the_second(
    core: BookingCore, salon: DemoSalon, clock: FrozenClock
) -> None:
    early, late = await invite_member(core, salon), await invite_member(core, salon)
    clock.advance(LASTS["invitation"] - timedelta(seconds=1))
    await accepts(core, early)
    clock.advance(timedelta(seconds=1))
    with pytest.raises(Gone):
        await accepts(core, late)


async def test_a_newer_one_to_the_same_address_replaces_it(core: BookingCore, salon: DemoSalon) -> None:
    older = await invite_member(core, salon, "nora@example.com")
    newer = await invite_member(core, salon, " Nora@Example.com")
    with pytest.raises(Gone):
        await accepts(core, older)
    await in_team(core, salon.organization_id, SHELL, lambda team: withdraw_invitation(team, newer.link.id))
    with pytest.raises(Gone):
        await accepts(core, newer)
    assert await in_team(core, salon.organization_id, SHELL, open_invitations) == []


async def test_a_link_does_what_it_is_for_and_nothing_else(core: BookingCore, salon: DemoSalon) -> None:
    olive = await somebody(core, salon.organization_id)
    password, joining = await forgotten(core, olive.account), await invite_member(core, salon)
    with pytest.raises(NotFound):
        await accepts(core, password)
    with pytest.raises(NotFound):
        await reset_password(core.sessions, joining.token, "another good password", core.clock.now())
