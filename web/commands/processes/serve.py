"""`zimun serve`: the web application of a production installation, on servers that are there."""

import click
import uvloop

from agent.languages.patterns.late import prepare_late_patterns
from web.app import create_app
from web.commands.terminal.screen import begin_log, with_refusals
from web.server.http_server import serve as serve_until_signalled
from web.server.port import bind_port
from web.settings import Settings

# Long enough for the slowest answer to a request; the proxy sends new ones elsewhere meanwhile.
PATIENCE = 5


@click.command()
@with_refusals
def serve() -> None:
    """Serve the web application (needs DATABASE_URL and REDIS_URL)."""
    settings = Settings.from_environment().require_servers()
    begin_log(settings.log_level)
    prepare_late_patterns()
    with bind_port(settings.host, settings.port) as listener:
        uvloop.run(serve_until_signalled(create_app(settings), settings, listener, patience=PATIENCE))
