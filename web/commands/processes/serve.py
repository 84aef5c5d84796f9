"""`zimun serve` and `zimun worker`: the two processes of a production installation, on servers that are
there."""

import asyncio
from contextlib import suppress

import click
import uvloop

from web.app import create_app
from web.commands.terminal.screen import begin_log, with_refusals
from web.server.gc_tuning import freeze_startup_objects
from web.server.http_server import serve as serve_until_signalled
from web.server.port import bind_port
from web.server.signals import on_signals
from web.settings import Settings
from web.worker.worker import run_worker

# Long enough for the slowest answer to a request; the proxy sends new ones elsewhere meanwhile.
PATIENCE = 5


@click.command()
@with_refusals
def serve() -> None:
    """Serve the web application (needs DATABASE_URL and REDIS_URL)."""
    settings = Settings.from_environment().require_servers()
    begin_log(settings.log_level)
    with bind_port(settings.host, settings.port) as listener:
        uvloop.run(serve_until_signalled(create_app(settings), settings, listener, patience=PATIENCE))


@click.command()
@with_refusals
def worker() -> None:
    """Do the background work: replies, e-mail, webhooks (needs DATABASE_URL and REDIS_URL)."""
    settings = Settings.from_environment().require_servers()
    begin_log(settings.log_level)
    freeze_startup_objects()
    uvloop.run(work_until_signalled(settings))


async def work_until_signalled(settings: Settings) -> None:
    loop, working = asyncio.get_running_loop(), asyncio.create_task(run_worker(settings))
    on_signals(lambda *_: loop.call_soon_threadsafe(working.cancel))
    with suppress(asyncio.CancelledError):
        await working
