"""What `zimun run` does once its servers are there: migrate, put in the demo where there is no business,
serve, work, and play the demo's weeks."""

import asyncio
import socket
from asyncio.subprocess import Process
from contextlib import AsyncExitStack

import click
import uvloop
from rich.table import Table

from booking_core.storage.database import migrate
from web.app import create_app
from web.commands.database.demo import BusinessHere, begin_business
from web.commands.processes.demo_player import demo_player
from web.commands.terminal.screen import console
from web.server.http_server import serve
from web.server.running_instance import CLOSED_DOOR, Running, forget
from web.settings import ALIVE, Settings
from web.worker.worker import run_worker

# Nobody at a terminal waits longer for the last answers.
PATIENCE = 0.5


def serve_everything(settings: Settings, listener: socket.socket) -> None:
    """Web and worker in this process, until a signal."""
    migrate(settings.database_url)
    uvloop.run(web_and_worker(settings, listener))


async def web_and_worker(settings: Settings, listener: socket.socket) -> None:
    here = await begin_business(settings)
    async with AsyncExitStack() as beside:
        player = None
        if here.is_demo and settings.demo == ALIVE:
            # Begun before the app is made: it has modules of its own to read meanwhile.
            player = await beside.enter_async_context(demo_player(settings))
        await serve_business(settings, listener, here, player)


async def serve_business(
    settings: Settings, listener: socket.socket, here: BusinessHere, player: Process | None
) -> None:
    """``player`` is the process that plays the demo, if any."""
    app = create_app(settings)
    running = Running.of(
        app,
        settings,
        here.organization_id,
        here.login,
        has_demo=here.has_demo,
        owner_link=here.owner_link,
    )

    playing: list[asyncio.Task[None]] = []

    def on_ready() -> None:
        running.write(settings.data_dir)
        console.print(addresses(running, has_open_door=here.has_open_door))
        if here.owner_link:
            console.print("Whoever opens this link becomes the owner and chooses a password. It works once:")
            # Never broken into lines: it is copied from here, often out of a narrow log.
            click.echo(here.owner_link)
            console.print("`zimun info` shows it again until then.")
        if player:
            playing.append(asyncio.create_task(tell_of_weeks(player), name="the demo"))

    try:
        await serve(
            app, settings, listener, patience=PATIENCE, beside=run_worker(settings), on_ready=on_ready
        )
    finally:
        await end(playing)
        forget(settings.data_dir)


async def tell_of_weeks(player: Process) -> None:
    """Once they are played until now; pages are shown already."""
    if await player.wait() == 0:
        console.print("The demo has its weeks: see the agenda and the conversations in the console.")


async def end(tasks: list[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def addresses(running: Running, *, has_open_door: bool) -> Table:
    login = running.console_login
    rows = {
        "Website with the widget": running.demo_url,
        "Conversation page": running.chat_url,
        "Console": running.console_url,
        "  sign in as": login and str(login),
        "API documentation": running.api_docs_url,
        "MCP": running.mcp_url and (running.mcp_url if has_open_door else CLOSED_DOOR),
    }
    table = Table.grid(padding=(0, 3))
    table.add_row("[bold]Zimun is running.[/bold]")
    for name, address in rows.items():
        if address:
            table.add_row(name, f"[link={address}]{address}[/link]" if "://" in address else address)
    table.add_row("Ctrl-C stops it.")
    return table
