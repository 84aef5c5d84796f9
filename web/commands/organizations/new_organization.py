"""A new organization: its row, its location with opening hours, and its owner or the link for them."""

import click
from msgspec import Struct
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.access.roles import Role
from booking_core.catalogue.hours.opening_hours import OpeningWindow
from booking_core.catalogue.locations import Location
from booking_core.catalogue.organizations import Organization
from booking_core.storage.audit import Actor
from booking_core.storage.ids import new_id
from booking_core.team.accounts import account_with_email, create_account
from booking_core.team.context import TeamContext
from booking_core.team.first_owner import first_owner_link
from booking_core.team.memberships import add_membership, membership_of
from booking_core.team.owners import lock_owners
from booking_core.time.clock import SystemClock
from web.commands.installation import team_links

# Monday to Friday, nine to six, in minutes from midnight: few shops open exactly so, and nearly all are open
# then.
CLOCK = SystemClock()
ACTOR = Actor(door="system", id="zimun", proof="zimun init", role=Role.OWNER)
WEEKDAYS, OPENS, CLOSES = range(5), 9 * 60, 18 * 60


class InitRequest(Struct, frozen=True):
    """What the owner says of the business."""

    name: str
    email: str
    time_zone: str
    country: str
    currency: str
    locale: str


class InitResult(Struct, frozen=True):
    """What is there now. ``owner_link`` is there until somebody has become the owner with it, and ``created``
    is false for a repeat."""

    organization_id: str
    location_id: str | None
    email: str
    owner_link: str | None
    created: bool


async def find_existing(session: AsyncSession, wanted: InitRequest) -> InitResult | None:
    """What an earlier call made, exactly so. Raises ``ClickException`` where the name is somebody else's."""
    named = await session.scalars(
        select(Organization).where(Organization.name == wanted.name).order_by(Organization.id)
    )
    account = await account_with_email(session, wanted.email)
    taken = None
    for organization in named:
        if account and await membership_of(session, organization.id, account.id):
            return InitResult(organization.id, None, wanted.email, None, created=False)
        if not await lock_owners(session, organization.id):
            link = await owner_link(session, organization.id, wanted.email)
            return InitResult(organization.id, None, wanted.email, link, created=False)
        taken = organization
    if taken is not None:
        raise click.ClickException(
            f"There is a business with this name already, and it has another owner: {taken.name} "
            f"({taken.id}). Its owner can invite {wanted.email}; another business needs another name."
        )
    return None


async def create_organization(session: AsyncSession, wanted: InitRequest, chosen: str | None) -> InitResult:
    organization = Organization(
        id=new_id("o"),
        name=wanted.name,
        time_zone=wanted.time_zone,
        locale=wanted.locale,
        currency=wanted.currency,
        country=wanted.country,
        email=wanted.email,
        chat={},
    )
    session.add(organization)
    await session.flush()
    location = await open_location(session, organization)
    if chosen is None:
        link = await owner_link(session, organization.id, wanted.email)
        return InitResult(organization.id, location.id, wanted.email, link, created=True)
    if await account_with_email(session, wanted.email):
        raise click.ClickException(
            f"{wanted.email} has an account on this server already. Leave out --ask-password: the link asks "
            "for the password of that account."
        )
    account = await create_account(session, wanted.email, wanted.name, chosen)
    await session.flush()
    add_membership(session, organization.id, account, Role.OWNER)
    return InitResult(organization.id, location.id, wanted.email, None, created=True)


async def open_location(session: AsyncSession, organization: Organization) -> Location:
    """The one location that a business begins with, open on weekdays."""
    location = Location(
        id=new_id("loc"),
        organization_id=organization.id,
        name=organization.name,
        address="",
        time_zone=organization.time_zone,
        position=0,
    )
    session.add(location)
    await session.flush()
    session.add_all(hours(organization.id, location.id))
    return location


async def owner_link(session: AsyncSession, organization_id: str, email: str) -> str:
    """The address with which whoever has ``email`` becomes the owner, once."""
    links = team_links()
    team = TeamContext(session, organization_id, ACTOR, CLOCK.now())
    return links.address((await first_owner_link(team, email, links.token)).link.id)


def hours(organization_id: str, location_id: str) -> list[OpeningWindow]:
    return [
        OpeningWindow(
            id=new_id("win"),
            organization_id=organization_id,
            location_id=location_id,
            weekday=weekday,
            opens=OPENS,
            closes=CLOSES,
        )
        for weekday in WEEKDAYS
    ]
