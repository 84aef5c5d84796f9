"""`zimun`: the commands for running Zimun and looking after it."""

from importlib import import_module
from keyword import iskeyword

import click

from web.server.gc_tuning import pause_gc

# Each command is imported when it is called: `zimun info` need not wait for the web framework and every
# model.
COMMANDS = {
    "run": "web.commands.processes.run",
    "serve": "web.commands.processes.serve",
    "worker": "web.commands.processes.worker",
    "migrate": "web.commands.database.migrate",
    "seed": "web.commands.database.migrate",
    "info": "web.commands.processes.info",
    "doctor": "web.commands.diagnosis.doctor",
    "init": "web.commands.organizations.init",
    "operator": "web.commands.organizations.operator",
    "apply": "web.commands.business.apply",
    "export": "web.commands.business.export",
    "import": "web.commands.business.import_csv",
    "erase": "web.commands.organizations.erase",
    "backup": "web.commands.database.backup",
    "restore": "web.commands.database.backup",
    "when": "web.commands.evaluation.when",
    "eval": "web.commands.evaluation.eval",
    "booking-rules": "web.commands.organizations.booking_rules",
    "websites": "web.commands.organizations.websites",
    "identity-key": "web.commands.organizations.websites",
    "mcp": "web.commands.processes.mcp",
    "mcp-door": "web.commands.organizations.mcp_door",
    "model": "web.commands.organizations.model",
    "api-client": "web.commands.organizations.api_client",
    "reseal": "web.commands.database.reseal",
    "stuck": "web.commands.diagnosis.stuck",
}


class Commands(click.Group):
    """The table above as a click group."""

    def list_commands(self, _: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, _: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        attribute = name.replace("-", "_")
        # A word that Python keeps for itself has an underscore after it.
        attribute += "_" if iskeyword(attribute) else ""
        with pause_gc():
            module = import_module(COMMANDS[name])
        command: click.Command = getattr(module, attribute)
        return command


@click.command(cls=Commands)
@click.version_option(package_name="zimun")
def main() -> None:
    """A booking assistant that a business pastes into its website."""


if __name__ == "__main__":
    main()
