"""A real PostgreSQL of our own: started over its cluster, stopped, and recovered after a kill."""

import shutil
import signal
import subprocess
from pathlib import Path

import psutil

from web.embedded.cluster import DATABASE, ROLE, Cluster
from web.embedded.errors import EmbeddedError
from web.embedded.keys import LOOPBACK, ServerKeys
from web.embedded.process import ServerProcess, begin_log
from web.embedded.process_end import Farewell, find_process


class PostgresServer(ServerProcess):
    """One PostgreSQL on the loopback interface, over the data of one directory.

    With ``durable`` false it gives up surviving a power cut for speed; only tests want that.
    """

    name = "PostgreSQL"
    # Fast shutdown rolls back what is open and writes a checkpoint; immediate leaves that to the next start.
    farewells = (Farewell(signal.SIGINT, 20), Farewell(signal.SIGQUIT, 5), Farewell(signal.SIGKILL, 5))

    def __init__(self, directory: Path, keys: ServerKeys, *, durable: bool) -> None:
        super().__init__(directory / "postgres.log")
        self.cluster = Cluster(directory)
        self._keys = keys
        self._durable = durable

    @property
    def url(self) -> str:
        return f"postgresql://{ROLE}:{self._keys.password}@{LOOPBACK}:{self._keys.postgres_port}/{DATABASE}"

    def begin_afresh(self) -> None:
        """Without keys there must be no data: they would have a password nobody knows.

        Raises:
            EmbeddedError: there are data in the directory. Data kept outside of it were left behind when the
                directory was deleted, and follow it.
        """
        if not self.cluster.data.exists():
            return
        if not self.cluster.is_outside:
            raise EmbeddedError(
                f"{self.log.with_name('servers.json')} is gone, and with it the password of "
                f"{self.cluster.data}. "
                "Put the file back, or delete the whole directory to start afresh."
            )
        self.end_orphan()
        shutil.rmtree(self.cluster.data)

    def orphan(self) -> psutil.Process | None:
        pid_file = self._pid_file()
        process = find_process(int(pid_file[0])) if pid_file else None
        # The number alone proves nothing: after a restart of the machine it may be anyone's.
        return process if process and str(self.cluster.data) in process.cmdline() else None

    def prepare(self) -> None:
        begin_log(self.log)
        if self.cluster.data.exists():
            self.cluster.check_version()
            # A well-meant chmod -R of the checkout must not keep the server from starting.
            self.cluster.data.chmod(0o700)
        else:
            self.cluster.make(self._keys.password)
        # Nobody runs on these data (we hold the directory and have looked for orphans), whatever this file
        # says.
        (self.cluster.data / "postmaster.pid").unlink(missing_ok=True)

    def spawn(self) -> subprocess.Popen[bytes]:
        safe = "on" if self._durable else "off"
        options = {
            "port": self._keys.postgres_port,
            "listen_addresses": LOOPBACK,
            "unix_socket_directories": "",
            "max_connections": 200,
            "timezone": "UTC",
            "log_timezone": "UTC",
            "fsync": safe,
            "synchronous_commit": safe,
            "full_page_writes": safe,
        }
        settings = [part for name, value in options.items() for part in ("-c", f"{name}={value}")]
        with self.log.open("ab") as log:
            command = ["postgres", "-D", str(self.cluster.data), *settings]
            return self.cluster.popen(command, stdin=subprocess.DEVNULL, output=log.fileno())

    def is_ready(self, pid: int) -> bool:
        lines = self._pid_file()
        return len(lines) > 7 and lines[0] == str(pid) and lines[7].strip() == "ready"

    def _pid_file(self) -> list[str]:
        try:
            return (self.cluster.data / "postmaster.pid").read_text().splitlines()
        except FileNotFoundError:
            return []
