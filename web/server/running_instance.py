"""The running instance: where its doors are, written down so that `zimun info` can tell."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from web.embedded.data_dir_lock import is_held
from web.settings import Settings

if TYPE_CHECKING:
    # `zimun info` answers at once by not loading the web framework.
    from litestar import Litestar

FILE = "running.json"
# In place of the address of an MCP door that nobody can use yet.
CLOSED_DOOR = "closed: zimun mcp-door --open"


class Login(msgspec.Struct, frozen=True):
    """An operator's way into the console."""

    email: str
    password: str

    def __str__(self) -> str:
        return f"{self.email}  {self.password}"


class Running(msgspec.Struct, frozen=True):
    """What `zimun info --json` prints. What is not there is null. ``owner_link`` makes whoever opens it the
    owner of a business that has none yet."""

    base_url: str
    organization_id: str | None
    demo_url: str | None
    console_url: str | None
    console_login: Login | None
    api_docs_url: str | None
    mcp_url: str | None
    database_url: str
    redis_url: str
    chat_url: str | None = None
    owner_link: str | None = None

    @classmethod
    def of(
        cls,
        app: Litestar,
        settings: Settings,
        organization_id: str | None,
        login: Login | None,
        *,
        has_demo: bool = True,
        owner_link: str | None = None,
    ) -> Running:
        def door(path: str) -> str | None:
            return f"{settings.public_url}{path}" if has_door(app, path) else None

        console_url = door("/console")
        return cls(
            base_url=settings.public_url,
            organization_id=organization_id,
            demo_url=door("/demo") if has_demo else None,
            console_url=console_url,
            console_login=login if console_url else None,
            api_docs_url=door("/api/v1/docs"),
            mcp_url=organization_id and f"{settings.public_url}/o/{organization_id}/mcp",
            database_url=settings.database_url,
            redis_url=settings.redis_url,
            chat_url=organization_id and f"{settings.public_url}/c/{organization_id}",
            owner_link=owner_link,
        )

    def write(self, directory: Path) -> None:
        # It holds the passwords of the servers and the demo's, so nobody else may read it.
        half = directory / f"{FILE}.new"
        half.unlink(missing_ok=True)
        with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(msgspec.json.encode(self))
        half.replace(directory / FILE)


def has_door(app: Litestar, path: str) -> bool:
    return any(route.path == path or route.path.startswith(f"{path}/") for route in app.routes)


def find_instance(directory: Path) -> Running | None:
    """The instance that holds a data directory and serves, if there is one."""
    if not is_held(directory):
        return None
    try:
        return msgspec.json.decode((directory / FILE).read_bytes(), type=Running)
    except FileNotFoundError:
        return None


def forget(directory: Path) -> None:
    (directory / FILE).unlink(missing_ok=True)
