"""Invitations: who joins by one, as what, and with whose password."""

import asyncio

import pytest
from sqlalchemy import text

from booking_core.access.roles import Role
from booking_core.core import BookingCore
from booking_core.errors import Conflict, Gone, InvalidField, NotFound
from booking_core.maintenance.demo import DemoSalon
from booking_core.team.accept import accept_invitation
from booking_core.team.accounts import account_with_email, has_password
from booking_core.team.invite import invite, withdraw_invitation
from booking_core.team.memberships import Membership, workplaces_of
from tests.accounts import PASSWORD, address
from tests.booking_core.team.links import accepts, invite_member
from tests.booking_core.team.staff import SHELL, in_team, somebody, token_of


async def test_an_invitation_makes_an_account_with_what_was_promised(
    core: BookingCore, salon: DemoSalon
) -> None:
    new = await invite_member(core, salon, role=Role.MANAGER)
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


async def test_who_joins_as_one_of_the_people_hears_of_their_appointments(
    core: BookingCore, salon: DemoSalon
) -> None:
    joined = await accepts(core, await invite_member(core, salon))
    assert joined.notification_kinds == ["booked", "requested", "moved", "cancelled"]
    assert not joined.notifies_of_all
    alone = await in_team(
        core, salon.organization_id, SHELL, lambda team: invite(team, address(), Role.MEMBER, token_of)
    )
    assert (await accepts(core, alone)).notification_kinds == []


async def test_nobody_withdraws_another_organizations(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon
) -> None:
    new = await invite_member(core, salon)
    elsewhere = await somebody(core, other_salon.organization_id)
    with pytest.raises(NotFound):
        await elsewhere.does(lambda team: withdraw_invitation(team, new.link.id))
    await accepts(core, new)


async def test_of_many_at_once_one_joins(core: BookingCore, salon: DemoSalon) -> None:
    new = await invite_member(core, salon)
    done = await asyncio.gather(*(accepts(core, new) for _ in range(6)), return_exceptions=True)
    assert sum(isinstance(one, Membership) for one in done) == 1
    assert {type(one) for one in done if not isinstance(one, Membership)} <= {Gone, InvalidField}
    async with core.sessions() as session, session.begin():
        account = await account_with_email(session, new.link.email)
        assert account is not None
        assert len(await workplaces_of(session, account.id)) == 1


@pytest.mark.parametrize(("name", "password"), [("Nora", "short"), (" ", PASSWORD), ("No\nra\0", PASSWORD)])
async def test_what_cannot_be_leaves_the_link_as_good_as_it_was(
    core: BookingCore, salon: DemoSalon, name: str, password: str
) -> None:
    new = await invite_member(core, salon)
    with pytest.raises(InvalidField):
        await accept_invitation(core.sessions, new.token, name, password, core.clock.now())
    await accepts(core, new)


async def test_whoever_has_an_account_keeps_its_password_and_must_know_it(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon
) -> None:
    """An owner of another business must not come to an account by inviting its address."""
    olive = await somebody(core, other_salon.organization_id)
    new = await invite_member(core, salon, olive.account.email)
    with pytest.raises(InvalidField) as refused:
        await accepts(core, new, "a password of the inviter")
    assert refused.value.reason == "wrong_password"
    membership = await accepts(core, new, PASSWORD)
    assert membership.account_id == olive.account.id
    async with core.sessions() as session, session.begin():
        names = {one.organization_id for one in await workplaces_of(session, olive.account.id)}
        account = await account_with_email(session, olive.account.email)
    assert names == {salon.organization_id, other_salon.organization_id}
    assert account is not None
    assert (account.name, account.password_hash) == ("Olive", olive.account.password_hash)


async def test_an_account_that_was_made_meanwhile_is_not_taken_over(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon
) -> None:
    email = address()
    ours, theirs = await invite_member(core, salon, email), await invite_member(core, other_salon, email)
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
        await invite_member(core, salon, olive.account.email.upper())
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
