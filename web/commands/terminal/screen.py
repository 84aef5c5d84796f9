"""Where commands print: one console for people, log lines beside it, and refusals in one form."""

import logging
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

import click
from rich.console import Console

from booking_core.storage.schema_changes import CannotMigrate
from web.commands.terminal.log_lines import log_formatter
from web.embedded import EmbeddedError
from web.server.port import PortTaken
from web.settings import SettingsError

P = ParamSpec("P")
R = TypeVar("R")

console = Console(highlight=False, soft_wrap=True)
# Their news of every start and stop say nothing that we do not say ourselves.
TALKATIVE = ("mcp", "alembic", "procrastinate", "uvicorn", "httpx")


def with_refusals(command: Callable[P, R]) -> Callable[P, R]:
    """A command that ends with a sentence and exit code 1 where the caller has to change something."""

    @wraps(command)
    def guard(*arguments: P.args, **options: P.kwargs) -> R:
        try:
            return command(*arguments, **options)
        except (SettingsError, EmbeddedError, PortTaken, CannotMigrate) as error:
            raise click.ClickException(str(error)) from error

    return guard


def begin_log(level: str) -> None:
    """Log lines on standard error, from this level on."""
    lines = logging.StreamHandler()
    lines.setFormatter(log_formatter())
    logging.basicConfig(level=level.upper(), handlers=[lines])
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLogger().level))
    # Whoever hangs up while something is looked up for them is no news.
    logging.getLogger("psycopg").setLevel(logging.ERROR)
