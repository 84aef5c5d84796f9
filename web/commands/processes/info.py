"""`zimun info`: where the doors of the running instance are."""

from http import HTTPStatus
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import urlsplit

import click
import msgspec
from msgspec import structs

from web.commands.terminal.screen import with_refusals
from web.embedded import is_held
from web.server.running_instance import CLOSED_DOOR, Running, find_instance
from web.settings import Settings

METADATA = "/.well-known/oauth-protected-resource"
PATIENCE = 2


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One line of JSON, for programs.")
@with_refusals
def info(as_json: bool) -> None:
    """Say where the running Zimun answers; exit code 1 when none is running."""
    settings = Settings.from_environment()
    running = find_instance(settings.data_dir)
    if running is None:
        raise click.ClickException(not_running(settings))
    if running.owner_link and answer_of(running.owner_link) == HTTPStatus.GONE:
        # Written down, so that a used link is not asked about for ever: the server counts wrong ones.
        running = structs.replace(running, owner_link=None)
        running.write(settings.data_dir)
    if as_json:
        click.echo(msgspec.json.encode(running))
    else:
        show(running)


def show(running: Running) -> None:
    """Each fact on a line that is never broken: it is copied from here."""
    if running.mcp_url and is_closed(running.mcp_url):
        running = structs.replace(running, mcp_url=CLOSED_DOOR)
    for name in running.__struct_fields__:
        value = getattr(running, name)
        click.echo(f"{name:16} {value if value is not None else '-'}")


def is_closed(door: str) -> bool:
    """Whether the server says that there is no such door: only an open one describes itself (RFC 9728)."""
    parts = urlsplit(door)
    return answer_of(parts._replace(path=f"{METADATA}{parts.path}").geturl()) == HTTPStatus.NOT_FOUND


def answer_of(address: str) -> int | None:
    """The status with which it answers a GET; None where nobody answers."""
    parts = urlsplit(address)
    kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
    connection = kind(parts.hostname or "", parts.port, timeout=PATIENCE)
    try:
        connection.request("GET", parts.path)
        return connection.getresponse().status
    except (OSError, HTTPException):
        return None
    finally:
        connection.close()


def not_running(settings: Settings) -> str:
    if is_held(settings.data_dir):
        return "Zimun is still starting. Try again in a moment."
    return f"No Zimun is running on {settings.data_dir}. Start one with `make run`."
