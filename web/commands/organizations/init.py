"""`zimun init`: an organization and its owner. A server may have several."""

import asyncio
from pathlib import Path

import click
import msgspec
from babel.core import Locale, UnknownLocaleError, get_global
from babel.numbers import get_territory_currencies, list_currencies
from msgspec import Struct
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from booking_core.access.roles import Role
from booking_core.catalogue.locations import Location
from booking_core.catalogue.opening_hours import OpeningWindow
from booking_core.catalogue.organizations import Organization
from booking_core.storage.audit import Actor
from booking_core.storage.database import migrate, open_engine
from booking_core.storage.ids import new_id
from booking_core.team.accounts import account_with_email, new_account
from booking_core.team.context import TeamContext
from booking_core.team.first_owner import first_owner_link
from booking_core.team.memberships import membership_of, new_membership
from booking_core.team.owners import lock_owners
from booking_core.team.passwords import SHORTEST
from booking_core.time.clock import SystemClock
from booking_core.time.wall_clock import is_time_zone
from web.commands.installation import connect_database, team_links
from web.commands.terminal.screen import console, with_refusals
from web.settings import Settings

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


@click.command()
@click.option("--name", required=True, help="What customers call the business.")
@click.option("--email", required=True, help="The owner's address, to sign in with.")
@click.option(
    "--time-zone", metavar="ZONE", help="Such as Europe/Berlin; this machine's where it is not said."
)
@click.option("--country", metavar="CODE", help="Such as DE, for public holidays; the zone's by default.")
@click.option("--currency", metavar="CODE", help="Such as EUR; the country's by default.")
@click.option("--locale", default="en", show_default=True, help="The language of the business, such as de.")
@click.option("--ask-password", is_flag=True, help="Type the owner's password instead of getting a link.")
@click.option("--json", "as_json", is_flag=True, help="One line of JSON, for programs.")
@with_refusals
def init(
    name: str,
    email: str,
    time_zone: str | None,
    country: str | None,
    currency: str | None,
    locale: str,
    ask_password: bool,
    as_json: bool,
) -> None:
    """Make an organization, open Monday to Friday from nine to six, and print a link for its owner.

    Safe to repeat: the same name and address make nothing new. Another name makes another business."""
    wanted = complete_request(name, email, time_zone, country, currency, locale)
    chosen = prompt_password() if ask_password else None
    with connect_database(Settings.from_environment()) as database_url:
        migrate(database_url)
        made = asyncio.run(in_database(database_url, wanted, chosen))
    if as_json:
        click.echo(msgspec.json.encode(made))
    else:
        tell(made, wanted)


def complete_request(
    name: str, email: str, time_zone: str | None, country: str | None, currency: str | None, locale: str
) -> InitRequest:
    """The wish with its gaps filled: the machine's zone, the zone's country, the country's currency. Raises
    ``BadParameter``."""
    zone = time_zone or this_machines_zone()
    country = country.upper() if country else get_global("zone_territories").get(zone, "")
    currency = currency.upper() if currency else next(iter(get_territory_currencies(country)), "EUR")
    check(bool(name.strip()), "--name must not be empty.")
    check("@" in email.strip("@ "), f"--email {email!r} is no e-mail address.")
    check(
        is_time_zone(zone),
        f"--time-zone {zone!r} is none we know. Write one such as Europe/Berlin.",
    )
    check(
        not country or country in get_global("territory_currencies"),
        f"--country {country!r} is none we know. Write two letters such as DE.",
    )
    check(
        currency in list_currencies(),
        f"--currency {currency!r} is none we know. Write three letters such as EUR.",
    )
    check(is_locale(locale), f"--locale {locale!r} is none we know. Write a language such as en or de-AT.")
    return InitRequest(name.strip(), email.strip().lower(), zone, country, currency, locale)


def check(is_right: bool, sentence: str) -> None:
    if not is_right:
        raise click.BadParameter(sentence)


def is_locale(text: str) -> bool:
    try:
        Locale.parse(text, sep="-")
    except (ValueError, UnknownLocaleError):
        return False
    return True


def this_machines_zone() -> str:
    """The zone that /etc/localtime points to; UTC where it points nowhere we know."""
    zone = str(Path("/etc/localtime").resolve()).rpartition("zoneinfo/")[2]
    return zone if is_time_zone(zone) and zone != "Etc/UTC" else "UTC"


def prompt_password() -> str:
    password: str = click.prompt("Password of the owner", hide_input=True, confirmation_prompt=True)
    if len(password) < SHORTEST:
        raise click.ClickException(f"A password needs at least {SHORTEST} characters.")
    return password


async def in_database(database_url: str, wanted: InitRequest, chosen: str | None) -> InitResult:
    engine = open_engine(database_url, pool_size=1)
    try:
        async with async_sessionmaker(engine)() as session, session.begin():
            # Whoever comes second waits for the first, and finds what it made.
            await session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended("zimun init", 0))))
            return await find_existing(session, wanted) or await create_organization(session, wanted, chosen)
    finally:
        await engine.dispose()


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
    location = Location(
        id=new_id("loc"),
        organization_id=organization.id,
        name=wanted.name,
        address="",
        time_zone=wanted.time_zone,
        position=0,
    )
    session.add(location)
    await session.flush()
    session.add_all(hours(organization.id, location.id))
    if chosen is None:
        link = await owner_link(session, organization.id, wanted.email)
        return InitResult(organization.id, location.id, wanted.email, link, created=True)
    if await account_with_email(session, wanted.email):
        raise click.ClickException(
            f"{wanted.email} has an account on this server already. Leave out --ask-password: the link asks "
            "for the password of that account."
        )
    account = await new_account(session, wanted.email, wanted.name, chosen)
    await session.flush()
    new_membership(session, organization.id, account, Role.OWNER)
    return InitResult(organization.id, location.id, wanted.email, None, created=True)


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


def tell(made: InitResult, wanted: InitRequest) -> None:
    if not made.created:
        console.print(f"{wanted.name} is there already: {made.organization_id}. Nothing was changed.")
    else:
        console.print(f"{wanted.name} is there: {made.organization_id}")
        console.print(
            f"Open Monday to Friday, 9:00 to 18:00, {wanted.time_zone}; prices in {wanted.currency}."
        )
        console.print(f"Its owner signs in as {made.email}")
    if made.owner_link:
        console.print("Whoever opens this link becomes the owner and chooses a password. It works once:")
        click.echo(made.owner_link)
