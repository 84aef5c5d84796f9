"""`zimun run`: everything in one process, with servers of its own unless others are named."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

import click

from web.commands.terminal.screen import begin_log, console, with_refusals
from web.embedded import (
    DirectoryHeld,
    EmbeddedServers,
    embedded_servers_blocking,
    hold,
    is_held,
    open_directory,
    who_holds,
)
from web.server.gc_tuning import pause_gc
from web.server.port import bind_port
from web.server.signals import abort, on_signals
from web.settings import Settings


@click.command()
@with_refusals
def run() -> None:
    """Run Zimun here: its own servers, a demo business, web and worker in one process."""
    settings = Settings.from_environment()
    begin_log(settings.log_level)
    if is_held(settings.data_dir):
        raise DirectoryHeld(who_holds(settings.data_dir))
    on_signals(abort)
    try:
        with bind_port(settings.host, settings.port) as listener, with_servers(settings) as ready:
            # Imported this late, so that whoever is refused above need not wait for the web framework.
            with pause_gc():
                run_all = import_module("web.commands.processes.run_all")
            run_all.serve_everything(ready, listener)
        console.print("Stopped.")
    except KeyboardInterrupt:
        console.print("Stopped before it was running.")


@contextmanager
def with_servers(settings: Settings) -> Iterator[Settings]:
    """The settings with servers that run: ours, or those that are named. We hold the data directory
    meanwhile."""
    if settings.embedded:
        with embedded_servers_blocking(settings.data_dir, port=settings.port) as servers:
            say_if_outside(servers)
            yield settings.with_servers(servers.database_url, servers.redis_url)
    else:
        with hold(open_directory(settings.data_dir), settings.port):
            yield settings


def say_if_outside(servers: EmbeddedServers) -> None:
    cluster = servers.postgres.cluster
    if cluster.is_outside:
        console.print(
            f"PostgreSQL's data are in {cluster.data}: its user {cluster.account.name} may not enter the "
            "data directory."
        )
