"""What the embedded servers are reached with: one password, and the ports they had last time."""

import os
import secrets
import socket
from pathlib import Path

import msgspec

LOOPBACK = "127.0.0.1"


class ServerKeys(msgspec.Struct):
    """Kept in the data directory, readable by its owner only; written before the first server starts."""

    password: str
    postgres_port: int = 0
    redis_port: int = 0

    @classmethod
    def in_directory(cls, directory: Path) -> "ServerKeys | None":
        """The keys of a directory that had servers before; None for a fresh one."""
        try:
            return msgspec.json.decode((directory / "servers.json").read_bytes(), type=cls)
        except FileNotFoundError:
            return None

    @classmethod
    def fresh(cls) -> "ServerKeys":
        return cls(password=secrets.token_hex(16))

    def settle_ports(self) -> None:
        """The ports of last time while they are free, so that an open psql finds its server again; else new
        ones."""
        self.postgres_port = free_port(self.postgres_port)
        self.redis_port = free_port(self.redis_port)

    def keep(self, directory: Path) -> None:
        half = directory / "servers.json.new"
        half.unlink(missing_ok=True)
        with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(msgspec.json.encode(self))
        half.replace(directory / "servers.json")


def free_port(wish: int) -> int:
    """The wished port of the loopback interface if it is free, else any. Raises ``OSError`` without one."""
    for port in (wish, 0):
        with socket.socket() as probe:
            # As both servers do: a port whose old connections are still fading away is free.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((LOOPBACK, port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise OSError("no free port on the loopback interface")
