"""`zimun migrate` and `zimun seed`: the database of a production installation."""

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
@with_refusals
def seed() -> None:
    """Put the demo salon into the database, with an owner who may sign in. Safe to repeat."""
    facts = uvloop.run(seed_demo(Settings.from_environment().require_servers()))
    console.print(f"The demo salon is there: {facts.organization_id}")
    if facts.login:
        console.print(f"Its owner signs in as {facts.login.email} with the password {facts.login.password}")
