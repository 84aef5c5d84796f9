"""`zimun mcp`: the MCP door on standard input and output, for programs that start their servers
themselves."""

import asyncio

import click

from web.commands.processes.info import not_running
from web.commands.terminal.screen import with_refusals
from web.mcp.bridge import bridge
from web.mcp.client_credentials import Credentials, DoorRefused
from web.mcp.endpoint.addresses import Addresses
from web.server.running_instance import find_instance
from web.settings import Settings


@click.command()
@click.argument("url", required=False)
@click.option("--client-id", envvar="ZIMUN_CLIENT_ID", help="An API client; without one, as anybody.")
@click.option(
    "--client-secret", envvar="ZIMUN_CLIENT_SECRET", help="Its secret; better in ZIMUN_CLIENT_SECRET."
)
@with_refusals
def mcp(url: str | None, client_id: str | None, client_secret: str | None) -> None:
    """Speak MCP over stdio with the door at URL (such as https://HOST/o/ID/mcp), or with that of the Zimun
    running here."""
    if bool(client_id) != bool(client_secret):
        raise click.UsageError("Give both --client-id and --client-secret, or neither.")
    credentials = Credentials(client_id, client_secret) if client_id and client_secret else None
    try:
        asyncio.run(bridge(url or _here(), credentials))
    except DoorRefused as refused:
        raise click.ClickException(str(refused)) from refused


def _here() -> str:
    settings = Settings.from_environment()
    running = find_instance(settings.data_dir)
    if running is None:
        raise click.ClickException(not_running(settings))
    if running.mcp_url is None:
        door = Addresses(running.base_url).door("ORGANIZATION_ID")
        raise click.ClickException(f"Several organizations are served here: name the door, as in {door}")
    return running.mcp_url
