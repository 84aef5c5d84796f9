"""`zimun`: the commands for running Zimun and looking after it."""

from importlib import import_module

import click

# Each command is imported when it is called: `zimun info` need not wait for the web framework and every model.
COMMANDS = {
    "run": "web.commands.run",
    "serve": "web.commands.serve",
    "worker": "web.commands.serve",
    "migrate": "web.commands.database",
    "seed": "web.commands.database",
    "info": "web.commands.info",
    "doctor": "web.commands.doctor",
    "init": "web.commands.init",
    "erase": "web.commands.erase",
    "backup": "web.commands.backup",
    "restore": "web.commands.backup",
    "when": "web.commands.when",
    "eval": "web.commands.eval",
    "booking-rules": "web.commands.booking_rules",
    "websites": "web.commands.websites",
    "identity-key": "web.commands.websites",
    "mcp": "web.commands.mcp",
    "mcp-door": "web.commands.mcp_door",
    "model": "web.commands.model",
    "api-client": "web.commands.api_client",
    "reseal": "web.commands.reseal",
    "stuck": "web.commands.stuck",
}


class Commands(click.Group):
    """The table above as a click group."""

    def list_commands(self, _: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, _: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(COMMANDS[name]), name.replace("-", "_"))
        return command


@click.command(cls=Commands)
@click.version_option(package_name="zimun")
def main() -> None:
    """A booking assistant that a business pastes into its website."""


if __name__ == "__main__":
    main()
