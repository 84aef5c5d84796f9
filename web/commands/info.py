"""`zimun info`: where the doors of the running instance are."""

import click
import msgspec

from web.commands.screen import console, refusing
from web.embedded import is_held
from web.running import running_instance
from web.settings import Settings


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One line of JSON, for programs.")
@refusing
def info(as_json: bool) -> None:
    """Say where the running Zimun answers; exit code 1 when none is running."""
    settings = Settings.from_environment()
    running = running_instance(settings.data_dir)
    if running is None:
        raise click.ClickException(not_running(settings))
    if as_json:
        click.echo(msgspec.json.encode(running))
    else:
        for name, value in msgspec.to_builtins(running).items():
            console.print(f"{name:16} {value if value is not None else '-'}")


def not_running(settings: Settings) -> str:
    if is_held(settings.data_dir):
        return "Zimun is still starting. Try again in a moment."
    return f"No Zimun is running on {settings.data_dir}. Start one with `make run`."
