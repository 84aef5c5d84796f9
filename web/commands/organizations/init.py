"""`zimun init`: an organization and its owner. A server may have several."""

import asyncio
from pathlib import Path

import click
import msgspec
from babel.core import Locale, UnknownLocaleError, get_global
from babel.numbers import get_territory_currencies, list_currencies
from sqlalchemy.ext.asyncio import async_sessionmaker

from booking_core.back_office.settings import EMAIL, NAME
from booking_core.errors import InvalidField
from booking_core.input.kinds import Kind, WrongValue
from booking_core.storage.database import migrate, open_engine
from booking_core.storage.named_lock import lock_by_name
from booking_core.team.passwords import must_be_good
from booking_core.time.wall_clock import is_time_zone
from web.commands.installation import connect_database
from web.commands.organizations.new_organization import (
    InitRequest,
    InitResult,
    create_organization,
    find_existing,
)
from web.commands.terminal.screen import console, with_refusals
from web.embedded import is_held
from web.settings import Settings


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
    name, email = (read_option(*one) for one in (("--name", NAME, name), ("--email", EMAIL, email)))
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
    return InitRequest(name, email, zone, country, currency, locale)


def read_option(option: str, kind: Kind, said: str) -> str:
    """As the settings take it. Raises ``BadParameter``."""
    try:
        text: str = kind.read(said)
    except WrongValue as wrong:
        raise click.BadParameter(f"{option} {said!r}: {wrong}") from wrong
    return text


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
    try:
        must_be_good(password)
    except InvalidField as wrong:
        raise click.ClickException(wrong.detail) from wrong
    return password


async def in_database(database_url: str, wanted: InitRequest, chosen: str | None) -> InitResult:
    engine = open_engine(database_url, pool_size=1)
    try:
        async with async_sessionmaker(engine)() as session, session.begin():
            # Whoever comes second waits for the first, and finds what it made.
            await lock_by_name(session, "zimun init")
            return await find_existing(session, wanted) or await create_organization(session, wanted, chosen)
    finally:
        await engine.dispose()


def tell(made: InitResult, wanted: InitRequest) -> None:
    if not made.created:
        link = "It has no owner yet; a link for one is below." if made.owner_link else "Nothing was changed."
        console.print(f"{wanted.name} is there already: {made.organization_id}. {link}")
    else:
        console.print(f"{wanted.name} is there: {made.organization_id}")
        console.print(
            f"Open Monday to Friday, 9:00 to 18:00, {wanted.time_zone}; prices in {wanted.currency}."
        )
        console.print(f"Its owner signs in as {made.email}")
    if made.owner_link:
        console.print(
            f"Whoever opens this link becomes the owner and chooses a password. It is for {made.email}, works"
            " once, and takes the place of any other:"
        )
        click.echo(made.owner_link)
        tell_where_it_opens()


def tell_where_it_opens() -> None:
    """Where our own servers are to answer and nobody serves yet, that somebody has to."""
    settings = Settings.from_environment()
    if settings.embedded and not is_held(settings.data_dir):
        console.print(
            f"Nothing answers there yet: start `zimun run` (or `make run`) next, with the same PORT"
            f" ({settings.port}) and DATA_DIR."
        )
