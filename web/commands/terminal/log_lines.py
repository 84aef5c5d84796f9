"""The form of log lines: one JSON object a record, with the id of the request that it is about."""

import traceback
from collections.abc import Iterator
from pathlib import Path

import structlog
from structlog.types import EventDict, WrappedLogger

# How many steps of the way to where it was raised are told, the last ones.
STEPS = 4
# What others send is quoted in some lines, as the MCP SDK quotes headers it refuses.
LONGEST = 2000


def log_formatter() -> structlog.stdlib.ProcessorFormatter:
    """For a handler of ``logging``: every record of ours and of others becomes a line of JSON."""
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[
            structlog.contextvars.merge_contextvars,
            structlog.stdlib.add_logger_name,
            structlog.stdlib.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
        ],
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            describe_exception,
            bound_event,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
    )


def describe_exception(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """The kinds of an exception and its place. What it says is left out: it may quote a customer, as
    PostgreSQL does of a row it refused."""
    raised = event.pop("exc_info", None)
    error = raised[1] if raised else None
    if error is not None:
        event["exception"] = _printable(f"{_kinds(error)} at {_place(error)}", LONGEST // 2)
    return event


def bound_event(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    event["event"] = _printable(str(event["event"]), LONGEST)
    return event


def _printable(text: str, longest: int) -> str:
    """Without anything that ends a line, moves a cursor or turns the direction of writing, and not without
    end."""
    words = " ".join(text[: 2 * longest].split())
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
