"""Reading a calendar file apart: in a process of its own, which is ended where it takes too long."""

import asyncio
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import msgspec

from booking_core.calendars.reading.busy_reading import BusyReading
from booking_core.calendars.reading.process import ReadingAnswer, ReadingRequest

PACKAGES = Path(__file__).resolve().parents[3]
# On a machine with other work; the process itself counts only its own.
PATIENCE_S = 90.0
# Of the processor: for the whole file, and for one series of events within it.
MOST_S, MOST_OF_ONE_S = 20, 0.5
PROBLEM = "The calendar takes too long to read."


class Unreadable(Exception):
    """No reading came of it; the text says why, without anything of the file."""


async def read_apart(
    body: bytes,
    start: datetime,
    end: datetime,
    time_zone: str,
    *,
    most_s: int = MOST_S,
    most_of_one_s: float = MOST_OF_ONE_S,
) -> BusyReading:
    """See ``read_busy``. Raises ``Unreadable``."""
    command = (sys.executable, "-m", "booking_core.calendars.reading.process")
    pipe = asyncio.subprocess.PIPE
    quiet = asyncio.subprocess.DEVNULL
    process = await asyncio.create_subprocess_exec(
        *command, stdin=pipe, stdout=pipe, stderr=quiet, cwd=PACKAGES, env={}
    )
    asked = msgspec.msgpack.encode(ReadingRequest(start, end, time_zone, body, most_s, most_of_one_s))
    try:
        async with asyncio.timeout(PATIENCE_S):
            said, _ = await process.communicate(asked)
    except TimeoutError as error:
        raise Unreadable(PROBLEM) from error
    finally:
        with suppress(ProcessLookupError):
            process.kill()
    if process.returncode != 0:
        raise Unreadable(PROBLEM)
    answer = msgspec.msgpack.decode(said, type=ReadingAnswer)
    if answer.reading is None:
        raise Unreadable(answer.problem)
    return answer.reading
