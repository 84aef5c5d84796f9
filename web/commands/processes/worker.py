"""`zimun worker`: the background work of a production installation, on servers that are there."""

import asyncio
from contextlib import suppress

import click
import uvloop

from agent.languages.patterns.late import prepare_late_patterns
from agent.languages.patterns.screen import prepare_screens
from web.commands.terminal.screen import begin_log, with_refusals
from web.server.gc_tuning import freeze_startup_objects
from web.server.signals import on_signals
from web.settings import Settings
from web.worker.worker import run_worker


@click.command()
@with_refusals
def worker() -> None:
    """Do the background work: replies, e-mail, webhooks (needs DATABASE_URL and REDIS_URL)."""
    settings = Settings.from_environment().require_servers()
    begin_log(settings.log_level)
    prepare_late_patterns()
    prepare_screens()
    freeze_startup_objects()
    uvloop.run(work_until_signalled(settings))


async def work_until_signalled(settings: Settings) -> None:
    loop, working = asyncio.get_running_loop(), asyncio.create_task(run_worker(settings))
    on_signals(lambda *_: loop.call_soon_threadsafe(working.cancel))
    with suppress(asyncio.CancelledError):
        await working
