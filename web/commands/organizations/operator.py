"""`zimun operator`: the people who sign in to the console, for whoever has only a shell."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import click
import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.access.roles import Role
from booking_core.customers.contacts import normalise_email
from booking_core.errors import Refusal
from booking_core.second_factor.second_factor import remove_second_factor
from booking_core.storage.audit import Actor
from booking_core.team.accounts import account_with_email
from booking_core.team.change import Colleague, change_role, colleagues_of, remove_member
from booking_core.team.context import TeamContext
from booking_core.team.credentials.reset_password import issue_reset
from booking_core.team.invite import invite, open_invitations, withdraw_invitation
from booking_core.team.links import NewLink, OneTimeLink
from booking_core.team.memberships import note_account_change
from booking_core.time.clock import SystemClock
from web.commands.installation import team_links
from web.commands.organizations.invited import must_have_joined
from web.commands.organizations.operation import find_organization, organization_option, run_in_transaction
from web.commands.organizations.operator_data import export
from web.commands.terminal.screen import console, with_refusals

T = TypeVar("T")
CLOCK = SystemClock()
# Whoever has the shell has everything anyway.
ACTOR = Actor(door="system", id="zimun", proof="the command line", role=Role.OWNER)
ROLE = click.Choice([role.value for role in Role])
json_option = click.option("--json", "as_json", is_flag=True, help="One line of JSON, for programs.")


@click.group()
def operator() -> None:
    """The people who sign in to the console."""


operator.add_command(export)


@operator.command()
@click.argument("email")
@click.option("--role", type=ROLE, default=Role.MEMBER.value, show_default=True, help="What they may do.")
@click.option("--staff", metavar="ID", help="Which member of staff they are, if any.")
@organization_option
@json_option
@with_refusals
def add(email: str, role: str, staff: str | None, organization: str | None, as_json: bool) -> None:
    """Invite somebody. The link is shown this once; with it they choose their name and password."""

    async def work(team: TeamContext) -> NewLink:
        return await invite(team, email, Role(role), team_links().token, staff)

    _show_link(_with_team(work, organization), as_json)


@operator.command("list")
@organization_option
@json_option
@with_refusals
def show(organization: str | None, as_json: bool) -> None:
    """Everybody who signs in, as what, and who is invited."""

    async def work(team: TeamContext) -> tuple[list[Colleague], list[OneTimeLink]]:
        return list(await colleagues_of(team)), list(await open_invitations(team))

    here, invited = _with_team(work, organization)
    people: list[dict[str, Any]] = [
        {"email": one.email, "name": one.name, "role": one.role.value, "joined": True} for one in here
    ]
    people += [
        {"email": one.email, "name": "", "role": one.role or "", "joined": False, "until": one.expires_at}
        for one in invited
    ]
    if as_json:
        click.echo(msgspec.json.encode(people))
        return
    for one in people:
        until = "" if one["joined"] else f"(invited, until {one['until']:%Y-%m-%d %H:%M} UTC)"
        click.echo(f"{one['email']}  {one['role']}  {one['name'] or until}")
    if not people:
        click.echo("Nobody yet. `zimun operator add` invites somebody.")


@operator.command()
@click.argument("email")
@click.argument("role", type=ROLE)
@organization_option
@with_refusals
def role(email: str, role: str, organization: str | None) -> None:
    """Change what somebody may do, from now on. At least one owner always remains."""

    async def work(team: TeamContext) -> Colleague:
        found = await _colleague(team, email)
        await change_role(team, found.membership_id, Role(role))
        return found

    found = _with_team(work, organization)
    console.print(f"{found.email} is {role} now, and was {found.role.value}.", markup=False)


@operator.command()
@click.argument("email")
@organization_option
@with_refusals
def remove(email: str, organization: str | None) -> None:
    """Let somebody in no longer. Whoever works for no other business here is forgotten altogether."""

    async def work(team: TeamContext) -> Colleague:
        found = await _colleague(team, email)
        await remove_member(team, found.membership_id)
        return found

    console.print(f"{_with_team(work, organization).email} may not sign in here any more.", markup=False)


@operator.command()
@click.argument("email")
@organization_option
@with_refusals
def withdraw(email: str, organization: str | None) -> None:
    """Take back an invitation that nobody has accepted yet: its link opens nothing any more."""

    async def work(team: TeamContext) -> OneTimeLink:
        for one in await open_invitations(team):
            if one.email == normalise_email(email):
                await withdraw_invitation(team, one.id)
                return one
        raise click.ClickException(f"{email} is not invited. `zimun operator list` shows who is.")

    console.print(f"{_with_team(work, organization).email} is not invited any more.", markup=False)


@operator.command()
@click.argument("email")
@click.option("--second-factor", is_flag=True, help="Forget their app, passkeys and recovery codes as well.")
@json_option
@with_refusals
def reset(email: str, second_factor: bool, as_json: bool) -> None:
    """Print a link with which somebody chooses a new password; it is good for an hour."""

    async def work(session: AsyncSession) -> NewLink:
        account = await account_with_email(session, email)
        if account is None:
            await must_have_joined(session, email)
            raise click.ClickException(f"Nobody signs in with {email}. `zimun operator list` shows who does.")
        if second_factor:
            await remove_second_factor(session, account.id)
            action = "account.second_factor_removed"
            await note_account_change(session, account.id, action, CLOCK.now(), by=ACTOR)
        return await issue_reset(session, account, team_links().token, CLOCK.now())

    _show_link(run_in_transaction(work), as_json)


def _with_team(work: Callable[[TeamContext], Awaitable[T]], wanted: str | None) -> T:
    """One verb of the team, in one transaction. What it refuses ends the command with its words."""

    async def in_transaction(session: AsyncSession) -> T:
        organization_id = await find_organization(session, wanted)
        return await work(TeamContext(session, organization_id, ACTOR, CLOCK.now()))

    try:
        return run_in_transaction(in_transaction)
    except Refusal as refusal:
        raise click.ClickException(refusal.detail) from refusal


async def _colleague(team: TeamContext, email: str) -> Colleague:
    account = await account_with_email(team.session, email)
    for one in await colleagues_of(team):
        if account is not None and one.account_id == account.id:
            return one
    await must_have_joined(team.session, email, team.organization_id)
    raise click.ClickException(f"{email} does not work here. `zimun operator list` shows who does.")


def _show_link(new: NewLink, as_json: bool) -> None:
    link: OneTimeLink = new.link
    facts: dict[str, Any] = {
        "email": link.email,
        "role": link.role,
        "link": team_links().address(link.id),
        "expires_at": link.expires_at,
    }
    if as_json:
        click.echo(msgspec.json.encode(facts))
        return
    console.print(
        f"For {link.email}, until {link.expires_at:%Y-%m-%d %H:%M} UTC, and once only:", markup=False
    )
    # Never broken into lines: it is copied from here.
    click.echo(facts["link"])
