"""A server process of ours: started, awaited, started again when it dies by itself, and ended in steps."""

import logging
import subprocess
import threading
from abc import ABC, abstractmethod
from pathlib import Path
from time import sleep
from typing import ClassVar

import psutil

from web.embedded.errors import EmbeddedError
from web.embedded.process_end import LOOK_EVERY, Farewell, end, has_ended

logger = logging.getLogger(__name__)


# Long, because a PostgreSQL that was killed first reads its log through.
READY_WITHIN = 60.0
# The last processes of a killed PostgreSQL need a moment to go before a new one may start. Beyond a few
# attempts there is another reason, which starting again will not cure.
ATTEMPTS = 4
BETWEEN_ATTEMPTS = 0.5
# A log is for finding out what happened lately; past this size it is begun anew.
LOG_AT_MOST = 10_000_000


class ServerProcess(ABC):
    """Keeps one server running from ``start`` to ``stop``, also when it dies in between."""

    name: ClassVar[str]
    farewells: ClassVar[tuple[Farewell, ...]]

    def __init__(self, log: Path) -> None:
        self.log = log
        self._process: subprocess.Popen[bytes] | None = None
        self._wanted = threading.Event()
        self._spawning = threading.Lock()

    @abstractmethod
    def orphan(self) -> psutil.Process | None:
        """The server that an earlier Zimun left running on our files when it was killed."""

    @abstractmethod
    def prepare(self) -> None:
        """Make the files ready for a server; none is running on them."""

    @abstractmethod
    def spawn(self) -> subprocess.Popen[bytes]:
        """Start the program."""

    @abstractmethod
    def is_ready(self, pid: int) -> bool:
        """Whether the process with this id answers yet."""

    @property
    def pid(self) -> int | None:
        """The process id, from start to stop."""
        return self._process.pid if self._process else None

    def start(self) -> None:
        """Start and wait until it answers. Raises EmbeddedError with the end of its log when it does not."""
        self.end_orphan()
        self.prepare()
        self._wanted.set()
        for _ in range(ATTEMPTS - 1):
            try:
                return self._begin()
            except EmbeddedError:
                sleep(BETWEEN_ATTEMPTS)
        return self._begin()

    def stop(self) -> None:
        """End the process, gently first; returns when it is gone."""
        self._wanted.clear()
        with self._spawning:
            process, self._process = self._process, None
        if process is not None:
            end(process.send_signal, lambda: process.poll() is not None, self.farewells)

    def end_orphan(self) -> None:
        """End what an earlier Zimun left running: there are never two servers on the same files."""
        orphan = self.orphan()
        if orphan is not None:
            logger.warning("Stopping %s (process %s) of a Zimun that was killed.", self.name, orphan.pid)
            end(orphan.send_signal, lambda: has_ended(orphan), self.farewells)

    def _begin(self) -> None:
        with self._spawning:
            if not self._wanted.is_set():
                return
            process = self._process = self.spawn()
        self._await_ready(process)
        threading.Thread(target=self._watch, args=(process,), name=f"{self.name} watch", daemon=True).start()

    def _await_ready(self, process: subprocess.Popen[bytes]) -> None:
        for _ in range(round(READY_WITHIN / LOOK_EVERY)):
            if self.is_ready(process.pid):
                return
            if process.poll() is not None:
                raise EmbeddedError(
                    f"{self.name} did not start:\n{last_lines(self.log)}\nThe whole log: {self.log}"
                )
            sleep(LOOK_EVERY)
        raise EmbeddedError(
            f"{self.name} did not answer within {READY_WITHIN:.0f} seconds. Its log: {self.log}"
        )

    def _watch(self, process: subprocess.Popen[bytes]) -> None:
        code = process.wait()
        if not self._wanted.is_set():
            return
        logger.warning("%s ended by itself (%s) and is started again.", self.name, code)
        try:
            self.start()
        except EmbeddedError as error:
            logger.error("%s does not stay up: %s", self.name, error)


def begin_log(log: Path) -> None:
    """Drop a log that has grown long, and make sure only its owner reads it."""
    if log.exists() and log.stat().st_size > LOG_AT_MOST:
        log.unlink()
    log.touch(mode=0o600)


def last_lines(log: Path) -> str:
    return "\n".join(log.read_text("utf-8", "replace").splitlines()[-8:])
