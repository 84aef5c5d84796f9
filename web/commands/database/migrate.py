"""`zimun migrate` and `zimun seed`: the database of a production installation."""

from importlib import import_module

import click
import uvloop

from booking_core.storage.database import migrate as migrate_database
from web.commands.database.demo import seed_demo
from web.commands.terminal.screen import console, with_refusals
from web.settings import Settings


@click.command()
@with_refusals
def migrate() -> None:
    """Bring the database to the newest shape. Safe to repeat, and from several machines at once."""
    settings = Settings.from_environment().require_servers()
    migrate_database(settings.database_url)
    console.print("The database is up to date.")


@click.command()
@click.option(
    "--alive", is_flag=True, help="Play weeks of bookings and conversations too; it takes half a minute."
)
@with_refusals
def seed(alive: bool) -> None:
    """Put the demo salon into the database, with an owner who may sign in. Safe to repeat."""
    settings = Settings.from_environment().require_servers()
    facts = uvloop.run(seed_demo(settings))
    console.print(f"The demo salon is there: {facts.organization_id}")
    if facts.login:
        console.print(f"Its owner signs in as {facts.login.email} with the password {facts.login.password}")
    if alive:
        # What converses is half of Zimun: whoever wants the salon alone need not wait for it.
        uvloop.run(import_module("web.demo.until_now").play_demo(settings))
        console.print("It has its weeks.")
