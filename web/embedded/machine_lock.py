"""A lock for what is made once on a machine, such as PostgreSQL's system user: one process at a time makes
it."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager

# A directory that every Unix system has; locking it changes nothing in it.
LOCKED = "/"


@contextmanager
def machine_lock() -> Iterator[None]:
    """Wait until no other process of this machine is inside. The lock goes with its process, however that
    ends."""
    directory = os.open(LOCKED, os.O_RDONLY)
    try:
        fcntl.flock(directory, fcntl.LOCK_EX)
        yield
    finally:
        os.close(directory)
