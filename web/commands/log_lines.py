"""The form of log lines: one a record, and of an exception its kinds and its place."""

import logging
import traceback
from collections.abc import Iterator
from pathlib import Path

# How many steps of the way to where it was raised are told, the last ones.
STEPS = 4


class OneLine(logging.Formatter):
    """A record is one line. What an exception says is no part of it: it may quote a customer, as PostgreSQL does of a row it refused."""

    def format(self, record: logging.LogRecord) -> str:
        told = f"{self.formatTime(record)} {record.levelname} {record.name}: {record.getMessage()}"
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            told += f" ({_kinds(error)} at {_place(error)})"
        return " ".join(told.split())


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
