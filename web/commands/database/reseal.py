"""`zimun reseal`: what the old secret key sealed is sealed with the new one."""

import asyncio

import click
from sqlalchemy.ext.asyncio import async_sessionmaker

from booking_core.storage.database import open_engine
from web.commands.installation import connect_database
from web.commands.terminal.screen import console, with_refusals
from web.secrets.resealing import Resealed
from web.secrets.resealing import reseal as reseal_everything
from web.settings import Settings

# Nobody waits for one of these statements but whoever runs the command.
PATIENT_S = 600.0


@click.command()
@with_refusals
def reseal() -> None:
    """Seal everything with the new SECRET_KEY, after the one before has moved to SECRET_KEY_OLD. Safe to
    repeat."""
    settings = Settings.from_environment()
    with connect_database(settings) as database_url:
        done = asyncio.run(_reseal(settings.with_servers(database_url, settings.redis_url), database_url))
    for kind in done:
        lost = f", {kind.unreadable} cannot be opened with any key that is set" if kind.unreadable else ""
        console.print(f"{kind.what}: {kind.anew} sealed anew{lost}.")
    if any(kind.unreadable for kind in done):
        raise click.ClickException("Some values need a key that is not in SECRET_KEY_OLD.")


async def _reseal(settings: Settings, database_url: str) -> list[Resealed]:
    engine = open_engine(database_url, pool_size=1, patient_s=PATIENT_S)
    try:
        return await reseal_everything(async_sessionmaker(engine), settings)
    finally:
        await engine.dispose()
