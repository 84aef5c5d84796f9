"""Every SQL statement that goes through SQLAlchemy, with what it was given and how long the server took to
answer."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from msgspec import Struct
from sqlalchemy import Engine, event
from sqlalchemy.ext.asyncio import AsyncEngine


class Ran(Struct):
    """One statement: its text as sent, its parameters, and seconds."""

    sql: str
    parameters: Any
    seconds: float = 0.0


@contextmanager
def watch(engine: AsyncEngine | None = None) -> Iterator[list[Ran]]:
    """The statements of everything done with the engine inside the block, in order; without one, with any
    engine. BEGIN and COMMIT are not counted, nor what the job queue sends through the driver itself."""
    target = Engine if engine is None else engine.sync_engine
    ran: list[Ran] = []

    def before(_c: Any, _cursor: Any, sql: str, parameters: Any, context: Any, _many: bool) -> None:
        context.begun = time.perf_counter()
        ran.append(Ran(sql, parameters))
        context.ran = ran[-1]

    def after(_c: Any, _cursor: Any, _sql: str, _parameters: Any, context: Any, _many: bool) -> None:
        context.ran.seconds = time.perf_counter() - context.begun

    event.listen(target, "before_cursor_execute", before)
    event.listen(target, "after_cursor_execute", after)
    try:
        yield ran
    finally:
        event.remove(target, "before_cursor_execute", before)
        event.remove(target, "after_cursor_execute", after)
