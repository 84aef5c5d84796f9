"""The process that reads one calendar file: it is asked on its input, answers on its output, knows no secret,
and may take so much memory and so much time and no more."""

import resource
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from functools import partial

import msgspec
from msgspec import Struct

from booking_core.calendars.reading.busy_reading import BusyReading, TooMuch, read_busy
from booking_core.calendars.reading.lines import NotACalendar

# A file of ten megabytes takes a third of it.
MOST_MEMORY = 1024 * 1024 * 1024


class ReadingRequest(Struct, frozen=True):
    """``most_s`` of the processor for the whole file, and ``most_of_one_s`` for one series within it."""

    start: datetime
    end: datetime
    time_zone: str
    body: bytes
    most_s: int
    most_of_one_s: float


class ReadingAnswer(Struct, frozen=True):
    """A reading, or why there is none."""

    reading: BusyReading | None = None
    problem: str = ""


def main() -> None:
    # Not every system knows of this limit.
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    request = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=ReadingRequest)
    spent = int(sum(resource.getrusage(resource.RUSAGE_SELF)[:2])) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (spent + request.most_s, spent + request.most_s))
    sys.stdout.buffer.write(msgspec.msgpack.encode(_answer(request)))


def _answer(request: ReadingRequest) -> ReadingAnswer:
    limit = partial(_within, request.most_of_one_s)
    try:
        reading = read_busy(request.body, request.start, request.end, request.time_zone, limit=limit)
    except (NotACalendar, TooMuch) as error:
        return ReadingAnswer(problem=str(error))
    return ReadingAnswer(reading)


@contextmanager
def _within(seconds: float) -> Iterator[None]:
    """Raises ``TimeoutError`` in whatever goes on for longer."""

    def stop(*_: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


if __name__ == "__main__":
    main()
