"""The form of log lines: one a record, and of an exception its kinds and its place."""

import logging
import traceback
from collections.abc import Iterator
from pathlib import Path

# How many steps of the way to where it was raised are told, the last ones.
STEPS = 4
# What others send is quoted in some lines, as the MCP SDK quotes headers it refuses.
LONGEST = 2000


class OneLine(logging.Formatter):
    """A record is one line. What an exception says is no part of it: it may quote a customer, as PostgreSQL does of a row it refused."""

    def format(self, record: logging.LogRecord) -> str:
        told = f"{self.formatTime(record)} {record.levelname} {record.name}: {record.getMessage()}"
        error = record.exc_info[1] if record.exc_info else None
        trouble = "" if error is None else f"({_kinds(error)} at {_place(error)})"
        trouble = _printable(trouble, LONGEST // 2)
        return f"{_printable(told, LONGEST - len(trouble) - 1)} {trouble}".rstrip()


def _printable(told: str, longest: int) -> str:
    """Without anything that ends a line, moves a cursor or turns the direction of writing, and not without end."""
    words = " ".join(told[: 2 * longest].split())
    escaped = "".join(one if one.isprintable() else ascii(one)[1:-1] for one in words)
    return escaped if len(escaped) <= longest else f"{escaped[: longest - 1]}…"


def _kinds(error: BaseException) -> str:
    """From what was raised to what began it."""
    return " from ".join(type(one).__name__ for one in _chain(error))


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    one: BaseException | None = error
    while one is not None and id(one) not in seen:
        yield one
        seen.add(id(one))
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)


def _place(error: BaseException) -> str:
    """The last steps to where it was raised: file, line and function."""
    steps = traceback.extract_tb(error.__traceback__)[-STEPS:]
    return " > ".join(f"{_short(step.filename)}:{step.lineno} {step.name}" for step in steps) or "nowhere"


def _short(filename: str) -> str:
    return "/".join(Path(filename).parts[-2:])
