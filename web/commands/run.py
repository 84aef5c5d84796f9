"""`zimun run`: everything in one process, with servers of its own unless others are named."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager

import click
import uvloop
from rich.table import Table

from booking_core.database import migrate
from web.app import create_app
from web.commands.screen import begin_log, console, refusing
from web.demo import seed_if_empty
from web.embedded import (
    DirectoryHeld,
    EmbeddedServers,
    embedded_servers_blocking,
    hold,
    is_held,
    open_directory,
    who_holds,
)
from web.listening import bound
from web.running import Running, forget
from web.serving import abort, on_signals, serve
from web.settings import Settings
from web.worker import run_worker

# Nobody at a terminal waits longer for the last answers.
PATIENCE = 0.5


@click.command()
@refusing
def run() -> None:
    """Run Zimun here: its own servers, a demo business, web and worker in one process."""
    settings = Settings.from_environment()
    begin_log(settings.log_level)
    if is_held(settings.data_dir):
        raise DirectoryHeld(who_holds(settings.data_dir))
    on_signals(abort)
    try:
        with bound(settings.host, settings.port) as listener, with_servers(settings) as ready:
            migrate(ready.database_url)
            uvloop.run(serve_everything(ready, listener))
        console.print("Stopped.")
    except KeyboardInterrupt:
        console.print("Stopped before it was running.")


@contextmanager
def with_servers(settings: Settings) -> Iterator[Settings]:
    """The settings with servers that run: ours, or those that are named. We hold the data directory meanwhile."""
    if settings.embedded:
        with embedded_servers_blocking(settings.data_dir, port=settings.port) as servers:
            say_if_outside(servers)
            yield settings.with_servers(servers.database_url, servers.redis_url)
    else:
        with hold(open_directory(settings.data_dir), settings.port):
            yield settings


async def serve_everything(settings: Settings, listener: socket.socket) -> None:
    facts = await seed_if_empty(settings)
    app = create_app(settings)
    organization_id, login = (facts.organization_id, facts.login) if facts else (None, None)
    running = Running.of(app, settings, organization_id, login)

    def on_ready() -> None:
        running.write(settings.data_dir)
        console.print(addresses(running))

    try:
        await serve(
            app, settings, listener, patience=PATIENCE, beside=run_worker(settings), on_ready=on_ready
        )
    finally:
        forget(settings.data_dir)


def addresses(running: Running) -> Table:
    login = running.console_login
    rows = {
        "Website with the widget": running.demo_url,
        "Conversation page": running.organization_id and f"{running.base_url}/c/{running.organization_id}",
        "Console": running.console_url,
        "  sign in as": login and f"{login.email}  {login.password}",
        "API documentation": running.api_docs_url,
        "MCP": running.mcp_url,
    }
    table = Table.grid(padding=(0, 3))
    table.add_row("[bold]Zimun is running.[/bold]", "Ctrl-C stops it.")
    for name, address in rows.items():
        if address:
            table.add_row(name, f"[link={address}]{address}[/link]" if "://" in address else address)
    return table


def say_if_outside(servers: EmbeddedServers) -> None:
    cluster = servers.postgres.cluster
    if cluster.is_outside:
        console.print(
            f"PostgreSQL's data are in {cluster.data}: its user {cluster.account.name} may not enter the data directory."
        )
