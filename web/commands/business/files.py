"""Files that commands are given, and what is wrong with them, told by line."""

import sys
from pathlib import Path

import click

from booking_core.business_file.wrong import FileRefused, Wrong
from web.commands.business.yaml_reader import MOST_BYTES, YamlRefused, YamlText, read_yaml

FILE = click.Path(dir_okay=False, allow_dash=True, path_type=Path)


def read_bytes(file: Path, most: int) -> bytes:
    """No more than one byte beyond ``most``. Raises ``ClickException``."""
    try:
        if file == Path("-"):
            return sys.stdin.buffer.read(most + 1)
        with file.open("rb") as opened:
            return opened.read(most + 1)
    except OSError as error:
        raise click.ClickException(f"{file} cannot be read: {error.strerror}.") from error


def read_file(file: Path) -> YamlText:
    """Raises ``ClickException``."""
    try:
        return read_yaml(read_bytes(file, MOST_BYTES))
    except YamlRefused as refused:
        at = f"{file}:{refused.line}" if refused.line else str(file)
        raise click.ClickException(f"{at}: {refused.wrong[0].message}") from refused


def refusal_of(refused: FileRefused, name: str, text: YamlText) -> click.ClickException:
    """Every place that is wrong, in the order of the file."""
    lines = [(text.line(one.path) or 0, one) for one in refused.wrong]
    told = [_line(name, line, one) for line, one in sorted(lines, key=lambda each: each[0])]
    if refused.untold:
        told.append(f"and {refused.untold} more.")
    return click.ClickException("Nothing was changed, because of this:\n" + "\n".join(told))


def _line(name: str, line: int, wrong: Wrong) -> str:
    at = f"{name}:{line}" if line else name
    place = f" {wrong.place}:" if wrong.path else ""
    meant = f" Did you mean {wrong.suggestion}?" if wrong.suggestion else ""
    return "".join(one if one.isprintable() else "�" for one in f"{at}:{place} {wrong.message}{meant}")
