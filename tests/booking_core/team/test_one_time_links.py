"""One-time links: once, in time, by nobody else, and one of several at once."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import text

from booking_core.access.roles import Role
from booking_core.core import BookingCore
from booking_core.errors import Conflict, Gone, InvalidField, NotFound, Refusal
from booking_core.maintenance.demo import DemoSalon
from booking_core.team.accept import accept_invitation
from booking_core.team.accounts import Account, account_with_email, has_password
from booking_core.team.context import TeamContext
from booking_core.team.first_owner import first_owner_link
from booking_core.team.invite import invite, open_invitations, withdraw_invitation
from booking_core.team.links import LASTS, NewLink, find_link
from booking_core.team.memberships import Membership, workplaces_of
from booking_core.team.reset_password import issue_reset, reset_password
from booking_core.team.sessions import account_of_session, begin_session
from booking_core.time.clock import FrozenClock
from tests.booking_core.team.staff import PASSWORD, SHELL, address, in_team, somebody, token_of


async def invited(core: BookingCore, salon: DemoSalon, email: str = "", role: Role = Role.MEMBER) -> NewLink:
    email = email or address()

    async def work(team: TeamContext) -> NewLink:
        return await invite(team, email, role, token_of, salon.resources["Dana"])

    return await in_team(core, salon.organization_id, SHELL, work)


async def accepts(core: BookingCore, new: NewLink, password: str = PASSWORD) -> Membership:
    return await accept_invitation(core.sessions, new.token, "Nora  Nolan", password, core.clock.now())


async def forgotten(core: BookingCore, account: Account) -> NewLink:
    async with core.sessions() as session, session.begin():
        return await issue_reset(session, account, token_of, core.clock.now())


async def test_an_invitation_makes_an_account_with_what_was_promised(
    core: BookingCore, salon: DemoSalon
) -> None:
    new = await invited(core, salon, role=Role.MANAGER)
    membership = await accepts(core, new)
    assert (membership.role, membership.resource_id) == ("manager", salon.resources["Dana"])
    async with core.sessions() as session:
        account = await account_with_email(session, new.link.email)
        entry = text("SELECT actor, details FROM audit WHERE subject = :subject AND action = 'team.join'")
        written = (await session.execute(entry, {"subject": membership.id})).one()
    assert account is not None
    assert account.name == "Nora Nolan"
    assert await has_password(account, PASSWORD)
    assert written == (account.id, {"role": "manager", "link": new.link.id})


async def test_only_a_hash_of_the_token_is_kept(core: BookingCore, salon: DemoSalon) -> None:
    new = await invited(core, salon)
    async with core.sessions() as session:
        row = text("SELECT CAST(links AS text) FROM one_time_links AS links WHERE id = :id")
        assert new.token not in str(await session.scalar(row, {"id": new.link.id}))


async def test_it_works_once(core: BookingCore, salon: DemoSalon) -> None:
    new = await invited(core, salon)
    await accepts(core, new)
    with pytest.raises(Gone):
        await accepts(core, new)


async def test_looking_at_it_uses_nothing_up(core: BookingCore, salon: DemoSalon) -> None:
    new = await invited(core, salon)
    for _ in range(3):
        async with core.sessions() as session, session.begin():
            await find_link(session, new.token, core.clock.now())
    await accepts(core, new)


@pytest.mark.parametrize("token", ["", "guessed", "token of lnk_guessed", "x" * 5000, "\ud800", "a\0b"])
async def test_a_guessed_one_is_none(core: BookingCore, salon: DemoSalon, token: str) -> None:
    await invited(core, salon)
    with pytest.raises(Gone) as refused:
        await accept_invitation(core.sessions, token, "Nora", PASSWORD, core.clock.now())
    assert refused.value.code == "link_not_valid"


async def test_it_is_over_after_a_week_to_the_second(
    core: BookingCore, salon: DemoSalon, clock: FrozenClock
) -> None:
    early, late = await invited(core, salon), await invited(core, salon)
    clock.advance(LASTS["invitation"] - timedelta(seconds=1))
    await accepts(core, early)
    clock.advance(timedelta(seconds=1))
    with pytest.raises(Gone):
        await accepts(core, late)


async def test_a_newer_one_to_the_same_address_replaces_it(core: BookingCore, salon: DemoSalon) -> None:
    older = await invited(core, salon, "nora@example.com")
    newer = await invited(core, salon, " Nora@Example.com")
    with pytest.raises(Gone):
        await accepts(core, older)
    await in_team(core, salon.organization_id, SHELL, lambda team: withdraw_invitation(team, newer.link.id))
    with pytest.raises(Gone):
        await accepts(core, newer)
    assert await in_team(core, salon.organization_id, SHELL, open_invitations) == []


async def test_nobody_withdraws_another_organizations(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon
) -> None:
    new = await invited(core, salon)
    elsewhere = await somebody(core, other_salon.organization_id)
    await elsewhere.does(lambda team: withdraw_invitation(team, new.link.id))
    await accepts(core, new)


async def test_of_many_at_once_one_joins(core: BookingCore, salon: DemoSalon) -> None:
    new = await invited(core, salon)
    done = await asyncio.gather(*(accepts(core, new) for _ in range(6)), return_exceptions=True)
    assert sum(isinstance(one, Membership) for one in done) == 1
    assert {type(one) for one in done if not isinstance(one, Membership)} <= {Gone, InvalidField}
    async with core.sessions() as session:
        account = await account_with_email(session, new.link.email)
        assert account is not None
        assert len(await workplaces_of(session, account.id)) == 1


@pytest.mark.parametrize(("name", "password"), [("Nora", "short"), (" ", PASSWORD), ("No\nra\0", PASSWORD)])
async def test_what_cannot_be_leaves_the_link_as_good_as_it_was(
    core: BookingCore, salon: DemoSalon, name: str, password: str
) -> None:
    new = await invited(core, salon)
    with pytest.raises(InvalidField):
        await accept_invitation(core.sessions, new.token, name, password, core.clock.now())
    await accepts(core, new)


async def test_whoever_has_an_account_keeps_its_password_and_must_know_it(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon
) -> None:
    """An owner of another business must not come to an account by inviting its address."""
    olive = await somebody(core, other_salon.organization_id)
    new = await invited(core, salon, olive.account.email)
    with pytest.raises(InvalidField) as refused:
        await accepts(core, new, "a password of the inviter")
    assert refused.value.reason == "wrong_password"
    membership = await accepts(core, new, PASSWORD)
    assert membership.account_id == olive.account.id
    async with core.sessions() as session:
        names = {one.organization_id for one in await workplaces_of(session, olive.account.id)}
        account = await account_with_email(session, olive.account.email)
    assert names == {salon.organization_id, other_salon.organization_id}
    assert account is not None
    assert (account.name, account.password_hash) == ("Olive", olive.account.password_hash)


async def test_an_account_that_was_made_meanwhile_is_not_taken_over(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon
) -> None:
    email = address()
    ours, theirs = await invited(core, salon, email), await invited(core, other_salon, email)
    done = await asyncio.gather(
        accepts(core, ours, "the first password"),
        accepts(core, theirs, "the second password"),
        return_exceptions=True,
    )
    assert sum(isinstance(one, Membership) for one in done) == 1
    refused = next(one for one in done if not isinstance(one, Membership))
    assert isinstance(refused, Conflict | InvalidField)


async def test_one_who_works_here_is_not_invited_again(core: BookingCore, salon: DemoSalon) -> None:
    olive = await somebody(core, salon.organization_id)
    with pytest.raises(Conflict) as refused:
        await invited(core, salon, olive.account.email.upper())
    assert refused.value.code == "already_here"


async def test_staff_of_another_organization_is_nobody_here(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon
) -> None:
    stranger = other_salon.resources["Dana"]
    for resource in (stranger, salon.resources["Treatment room"], "res_guessed"):
        with pytest.raises(InvalidField):
            await in_team(
                core,
                salon.organization_id,
                SHELL,
                lambda team, one=resource: invite(team, address(), Role.MEMBER, token_of, one),
            )


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
    async with core.sessions() as session:
        assert await account_with_email(session, first.link.email) is None


async def test_a_new_password_ends_every_session_and_the_old_password(
    core: BookingCore, salon: DemoSalon
) -> None:
    olive = await somebody(core, salon.organization_id)
    async with core.sessions() as session, session.begin():
        secret = await begin_session(session, olive.account, core.clock.now())
    new = await forgotten(core, olive.account)
    await reset_password(core.sessions, new.token, "another good password", core.clock.now())
    async with core.sessions() as session:
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
    async with core.sessions() as session:
        account = await account_with_email(session, olive.account.email)
    assert await has_password(account, words[done.index(None)])


async def test_a_link_does_what_it_is_for_and_nothing_else(core: BookingCore, salon: DemoSalon) -> None:
    olive = await somebody(core, salon.organization_id)
    password, joining = await forgotten(core, olive.account), await invited(core, salon)
    with pytest.raises(NotFound):
        await accepts(core, password)
    with pytest.raises(NotFound):
        await reset_password(core.sessions, joining.token, "another good password", core.clock.now())
