"""A real Redis of our own. It goes on exactly where it was stopped, or starts empty after a kill; never from
an older state, which would be worse than none."""

import signal
import subprocess
from pathlib import Path

import psutil
from redis import Redis
from redis.exceptions import RedisError

from web.embedded.keys import LOOPBACK, ServerKeys
from web.embedded.place import redis_program
from web.embedded.process import ServerProcess, begin_log
from web.embedded.process_end import Farewell, find_process

# Seconds for one answer; saving a large memory to a slow disk is the longest of them.
PATIENCE = 10


class RedisServer(ServerProcess):
    """One Redis on the loopback interface."""

    name = "Redis"
    farewells = (Farewell(signal.SIGTERM, 5), Farewell(signal.SIGKILL, 5))

    def __init__(self, directory: Path, keys: ServerKeys) -> None:
        super().__init__(directory / "redis.log")
        self._files = directory / "redis"
        self._keys = keys

    @property
    def url(self) -> str:
        return f"redis://:{self._keys.password}@{LOOPBACK}:{self._keys.redis_port}/0"

    def start(self) -> None:
        super().start()
        # It is in memory now; on disk it grows old.
        (self._files / "dump.rdb").unlink(missing_ok=True)

    def stop(self) -> None:
        if self.pid is not None:
            self._remember()
        super().stop()

    def orphan(self) -> psutil.Process | None:
        try:
            process = find_process(int((self._files / "redis.pid").read_text()))
            is_ours = process is not None and process.cwd() == str(self._files)
        except (FileNotFoundError, ValueError, psutil.AccessDenied):
            return None
        return process if is_ours else None

    def prepare(self) -> None:
        begin_log(self.log)
        self._files.mkdir(mode=0o700, exist_ok=True)

    def spawn(self) -> subprocess.Popen[bytes]:
        with self.log.open("ab") as log:
            process = subprocess.Popen(
                [str(redis_program()), "-"],
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                cwd=self._files,
                env={},
                start_new_session=True,
            )
        assert process.stdin is not None  # noqa: S101
        with process.stdin as configuration:
            configuration.write(self._configuration().encode())
        return process

    def is_ready(self, pid: int) -> bool:
        try:
            with Redis.from_url(self.url, socket_timeout=PATIENCE) as redis:
                return bool(redis.info("server")["process_id"] == pid)
        except RedisError:
            return False

    def _configuration(self) -> str:
        # Given on standard input, so that the password is in no list of processes.
        return (
            f"bind {LOOPBACK}\n"
            f"port {self._keys.redis_port}\n"
            f"requirepass {self._keys.password}\n"
            f'dir "{self._files}"\n'
            f'pidfile "{self._files}/redis.pid"\n'
            'save ""\n'
            "appendonly no\n"
        )

    def _remember(self) -> None:
        try:
            with Redis.from_url(self.url, socket_timeout=PATIENCE) as redis:
                redis.save()
        except RedisError:
            # Whatever Redis holds may be lost; then it starts empty.
            return
