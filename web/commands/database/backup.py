"""`zimun backup` and `zimun restore`: everything of the database in one file of PostgreSQL's own custom
format."""

import asyncio
from pathlib import Path

import click
import psycopg
from sqlalchemy.ext.asyncio import async_sessionmaker

from booking_core.maintenance.invariants import Violation, violations
from booking_core.storage.database import migrate, open_engine
from web.commands.database.postgres_tools import ToolError, Tools
from web.commands.database.restore import restore_database
from web.commands.installation import connect_database
from web.commands.terminal.screen import console, with_refusals
from web.embedded import embedded_servers_blocking
from web.secrets.resealing import unreadable
from web.settings import Settings

A_DAY_S = 24 * 60 * 60.0
IN_USE = """
SELECT EXISTS (
    SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
), to_regclass('public.organizations') IS NOT NULL
"""


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@with_refusals
def backup(file: Path) -> None:
    """Write everything of the database to FILE, as of one moment. Zimun may be running meanwhile."""
    settings = Settings.from_environment()
    with connect_database(settings) as database_url:
        half = file.with_name(f"{file.name}.partial")
        half.unlink(missing_ok=True)
        # It holds the names and contacts of customers, so nobody else may read it.
        try:
            half.touch(0o600, exist_ok=False)
            find_tools(database_url, settings).dump(database_url, half.absolute())
            half.replace(file)
        except OSError as error:
            raise click.ClickException(f"{file} cannot be written: {error.strerror}.") from error
        except ToolError as error:
            raise click.ClickException(str(error)) from error
        finally:
            half.unlink(missing_ok=True)
    console.print(f"Everything is in {file} ({file.stat().st_size:,} bytes).")


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option("--replace", is_flag=True, help="Throw away what is in the database now.")
@with_refusals
def restore(file: Path, replace: bool) -> None:
    """Put the database back as FILE says: all of it, or on any error nothing. Stop every Zimun on it
    first."""
    settings = Settings.from_environment()
    if settings.embedded:
        # Held for as long as this takes: a Zimun that runs here refuses us, and none can start meanwhile.
        with embedded_servers_blocking(settings.data_dir) as servers:
            put_back(servers.database_url, settings, file, replace)
            shut = asyncio.run(
                unreadable(servers.database_url, settings.with_servers(servers.database_url, ""))
            )
    else:
        put_back(settings.database_url, settings, file, replace)
        shut = asyncio.run(unreadable(settings.database_url, settings))
    console.print(f"The database is as it was in {file}, and every invariant holds.")
    if shut:
        raise click.ClickException(
            f"But it was made with another SECRET_KEY, which {', '.join(shut)} are sealed with. Put that "
            "key into SECRET_KEY, "
            "or into SECRET_KEY_OLD and run `zimun reseal`."
        )


def put_back(database_url: str, settings: Settings, file: Path, replace: bool) -> None:
    """Raises ``ClickException``; then nothing has changed, unless it says otherwise."""
    if not replace and is_in_use(database_url):
        raise click.ClickException("The database is not empty. `--replace` throws away what is in it.")
    try:
        restore_database(find_tools(database_url, settings), database_url, file)
    except ToolError as error:
        raise click.ClickException(f"Nothing was changed. {error}") from error
    # A backup of an older Zimun is brought up to date first; its invariants are those of today.
    migrate(database_url)
    wrong = asyncio.run(what_is_wrong(database_url))
    if wrong:
        listed = "\n".join(f"  {one.invariant}: {one.what}" for one in wrong[:20])
        raise click.ClickException(
            f"The data were restored, and this is wrong in them ({len(wrong)}):\n{listed}"
        )


def find_tools(database_url: str, settings: Settings) -> Tools:
    return Tools.ours(database_url) if settings.embedded else Tools.for_server(database_url)


def is_in_use(database_url: str) -> bool:
    """Whether anything would be lost: an organization, or tables that are none of ours."""
    with psycopg.connect(database_url) as connection:
        has_tables, is_ours = connection.execute(IN_USE).fetchone() or (False, False)
        if not is_ours:
            return bool(has_tables)
        return connection.execute("SELECT FROM organizations LIMIT 1").fetchone() is not None


async def what_is_wrong(database_url: str) -> list[Violation]:
    # Every table is read whole, which takes as long as it takes.
    engine = open_engine(database_url, pool_size=1, patient_s=A_DAY_S)
    try:
        async with async_sessionmaker(engine)() as session, session.begin():
            return await violations(session)
    finally:
        await engine.dispose()
