"""The account PostgreSQL runs as: ourselves, or a system user when we are root, which PostgreSQL refuses."""

import os
import pwd
import subprocess
from pathlib import Path

from msgspec import Struct

from web.embedded.errors import EmbeddedError
from web.embedded.machine_lock import machine_lock

SYSTEM_USER = "zimun-postgres"


class SystemAccount(Struct, frozen=True):
    """A user of this machine."""

    name: str
    uid: int
    gid: int

    @property
    def is_ourselves(self) -> bool:
        return self.uid == os.geteuid()

    def may_reach(self, path: Path) -> bool:
        """Whether this account may pass every directory above an existing path, and enter or run the path
        itself."""
        path = path.resolve()
        return self.is_ourselves or all(self.may(0o1, step) for step in (path, *path.parents))

    def may(self, bits: int, path: Path) -> bool:
        status = path.stat()
        if status.st_uid == self.uid:
            bits <<= 6
        elif status.st_gid == self.gid:
            bits <<= 3
        return status.st_mode & bits == bits


def account_for(data: Path) -> SystemAccount:
    """Who serves the data in a directory: its owner when it exists, otherwise whom we would make it for.

    Raises:
        EmbeddedError: the data belong to somebody else, and only root could run a server as them.
    """
    ourselves = account_of(os.geteuid())
    if not data.exists():
        return system_account() if ourselves.uid == 0 else ourselves
    owner = data.stat().st_uid
    if owner == 0 and ourselves.uid == 0:
        raise EmbeddedError(
            f"{data} belongs to root, and PostgreSQL refuses to run as root. Give it to another user."
        )
    if ourselves.uid not in (0, owner):
        raise EmbeddedError(
            f"{data} belongs to another user ({account_of(owner).name}). Start Zimun as that user, "
            "or set DATA_DIR to a directory of your own."
        )
    return account_of(owner)


def account_of(uid: int) -> SystemAccount:
    """The account of a user id. Raises ``EmbeddedError`` where the machine has no name for it."""
    try:
        entry = pwd.getpwuid(uid)
    except KeyError as error:
        raise EmbeddedError(
            f"User {uid} has no name on this machine, and PostgreSQL needs one. "
            f"Add it (as root: useradd --uid {uid} zimun), or run as a user that has one."
        ) from error
    return SystemAccount(entry.pw_name, entry.pw_uid, entry.pw_gid)


def system_account() -> SystemAccount:
    """The system user for PostgreSQL, made on the first start as root; ``nobody`` where users cannot be
    added."""
    if (known := _account_named(SYSTEM_USER)) is not None:
        return known
    # Two `useradd` of the same name at once can leave two users with it, or one whose number changes.
    with machine_lock():
        if _account_named(SYSTEM_USER) is None:
            add_system_user()
    account = _account_named(SYSTEM_USER) or _account_named("nobody")
    if account is None:
        raise EmbeddedError(
            f"PostgreSQL refuses to run as root, and no user {SYSTEM_USER} could be added. "
            "Start Zimun as an ordinary user."
        )
    return account


def _account_named(name: str) -> SystemAccount | None:
    try:
        entry = pwd.getpwnam(name)
    except KeyError:
        return None
    return SystemAccount(entry.pw_name, entry.pw_uid, entry.pw_gid)


def add_system_user() -> None:
    command = [
        "useradd",
        "--system",
        "--user-group",
        "--no-create-home",
        "--shell",
        "/usr/sbin/nologin",
        SYSTEM_USER,
    ]
    try:
        subprocess.run(command, check=False, capture_output=True)
    except FileNotFoundError:
        # A system without useradd: the caller falls back to nobody.
        return
