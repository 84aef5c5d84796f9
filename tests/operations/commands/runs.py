"""`zimun run` as a process, with its output."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.operations.conftest import CHECKOUT
from tests.operations.databases import ask

# Below its data directory.
PID_FILES = ("postgres/postmaster.pid", "redis/redis.pid")
ZIMUN = (sys.executable, "-m", "web.cli")


class Run:
    """A running `zimun run`, and the environment that leads the other commands to it."""

    def __init__(self, process: subprocess.Popen[str], environment: dict[str, str]) -> None:
        self.process = process
        self.environment = environment
        self.said = self._first_words()

    def _first_words(self) -> list[str]:
        assert self.process.stdout is not None
        said = []
        for line in self.process.stdout:
            said.append(line.rstrip())
            if "Ctrl-C stops it." in line:
                return said
        raise AssertionError("zimun run ended: " + "\n".join(said))

    def command(self, *arguments: str, **changes: str) -> subprocess.CompletedProcess[str]:
        environment = {**self.environment, **changes}
        command = [*ZIMUN, *arguments]
        return subprocess.run(
            command, cwd=CHECKOUT, env=environment, capture_output=True, text=True, check=False
        )

    def info(self) -> dict[str, str]:
        facts: dict[str, str] = json.loads(ask(self.environment, "info", "--json").stdout)
        return facts


@contextmanager
def zimun_run(directory: Path, demo: str = "bare") -> Iterator[Run]:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    environment = {"PATH": os.environ["PATH"], "PORT": str(port), "DATA_DIR": str(directory), "DEMO": demo}
    process = subprocess.Popen(
        [*ZIMUN, "run"],
        cwd=CHECKOUT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        yield Run(process, environment)
    finally:
        process.kill() if process.poll() is None else None
        process.communicate()
