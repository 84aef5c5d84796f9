"""Who holds a data directory: one running Zimun at a time, by a lock the kernel lets go of when the holder
dies."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import msgspec

from booking_core.time.clock import SystemClock
from web.embedded.account import account_of
from web.embedded.errors import DirectoryHeld, EmbeddedError


class LockHolder(msgspec.Struct, frozen=True):
    """The process that holds a directory, since when (UTC), and the web port it serves, if it serves one."""

    pid: int
    since: datetime
    port: int | None


def open_directory(directory: Path) -> Path:
    """The data directory, made when missing. Raises EmbeddedError when this user may not use it."""
    try:
        _make(directory)
        if not os.access(directory, os.R_OK | os.W_OK | os.X_OK):
            raise PermissionError(f"no right to write in {directory}")
    except OSError as error:
        raise EmbeddedError(
            f"The data directory cannot be used: {error}. Set DATA_DIR to a directory of your own."
        ) from error
    for file in directory.iterdir():
        if file.is_file() and not os.access(file, os.R_OK | os.W_OK):
            ourselves = account_of(os.geteuid()).name
            raise EmbeddedError(
                f"{file} belongs to {file.owner()}. Give it back: sudo chown -R {ourselves} {directory}"
            )
    return directory.resolve()


def _make(directory: Path) -> None:
    """Make it unless it is there, or another process that starts just now makes it."""
    try:
        directory.mkdir(parents=True)
    except FileExistsError:
        if not directory.is_dir():
            raise
    else:
        # Others may pass through (PostgreSQL's account does, when we are root) but not look around.
        directory.chmod(0o711)


@contextmanager
def hold(directory: Path, port: int | None) -> Iterator[None]:
    """Hold the directory for as long as the block runs.

    Raises:
        DirectoryHeld: another process holds it; the message names that process.
    """
    with os.fdopen(os.open(directory / "holder.json", os.O_RDWR | os.O_CREAT, 0o600), "r+b") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise DirectoryHeld(who_holds(directory)) from error
        file.truncate(0)
        file.write(msgspec.json.encode(LockHolder(os.getpid(), SystemClock().now(), port)))
        file.flush()
        yield


def is_held(directory: Path) -> bool:
    """Whether a process holds the directory right now."""
    try:
        with (directory / "holder.json").open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except BlockingIOError:
        return True
    return False


def who_holds(directory: Path) -> str:
    """A sentence about the holder, with what to do."""
    try:
        holder = msgspec.json.decode((directory / "holder.json").read_bytes(), type=LockHolder)
    except (OSError, msgspec.DecodeError):
        return (
            f"Another Zimun is just starting on {directory}. Wait a moment, or set DATA_DIR to another "
            "directory."
        )
    port = f", on port {holder.port}" if holder.port else ""
    return (
        f"Zimun is already running on {directory}: process {holder.pid}, since "
        f"{holder.since:%Y-%m-%d %H:%M:%S} UTC"
        f"{port}. Stop it (Ctrl-C where it runs, or kill {holder.pid}), or start this one with another "
        "DATA_DIR and PORT."
    )
