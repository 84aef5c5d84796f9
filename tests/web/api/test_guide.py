"""The developer's guide: every snippet in it runs, in its order, against a real server on the real clock."""

import asyncio
import os
import re
import shutil
import socket
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import uvicorn

from booking_core.core import BookingCore
from booking_core.demo import DemoSalon
from web.access.api_clients import new_api_client
from web.access.scopes import Scope
from web.app import create_app
from web.embedded import EmbeddedServers
from web.settings import Settings

GUIDE = Path(__file__).resolve().parents[3] / "docs" / "api.md"


def snippets(language: str) -> str:
    return "\n".join(
        re.findall(rf"^```{language}\n(.*?)^```", GUIDE.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    )


@pytest.fixture
async def todays_url(servers: EmbeddedServers) -> AsyncIterator[str]:
    """A server on whose clock it is today."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        settings = Settings(
            database_url=servers.database_url,
            redis_url=servers.redis_url,
            public_url=url,
            secret_key="k" * 40,
        )
        server = uvicorn.Server(
            uvicorn.Config(create_app(settings), log_config=None, timeout_graceful_shutdown=1)
        )
        serving = asyncio.create_task(server.serve([listener]))
        while not server.started:  # noqa: ASYNC110 - uvicorn tells it by a flag only
            await asyncio.sleep(0.01)
        yield url
        server.should_exit = True
        await serving


@pytest.fixture
async def environment(todays_url: str, core: BookingCore, salon: DemoSalon) -> dict[str, str]:
    async with core.sessions() as session, session.begin():
        new = new_api_client(session, salon.organization_id, "Guide", tuple(Scope), core.clock.now())
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    own = {"ZIMUN_URL": todays_url, "CLIENT_ID": new.client.id, "CLIENT_SECRET": new.secret, "PATH": path}
    return os.environ | own


async def ran(environment: dict[str, str], *command: str) -> str:
    running = await asyncio.create_subprocess_exec(
        *command, env=environment, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
    )
    said, _ = await running.communicate()
    assert running.returncode == 0, said.decode()
    return said.decode()


@pytest.mark.skipif(shutil.which("curl") is None, reason="there is no curl here")
async def test_the_calls_with_curl(environment: dict[str, str]) -> None:
    said = await ran(environment, "bash", "-euo", "pipefail", "-c", snippets("sh"))
    code, version, status, secret, deleted = said.split()
    assert len(code) == 6
    assert (version, status) == ("2", "cancelled")
    assert (secret[:6], deleted) == ("whsec_", "True")


async def test_the_client_in_python(environment: dict[str, str]) -> None:
    said = await ran(environment, sys.executable, "-c", snippets("python"))
    assert re.match(r"[A-Z0-9]{6} 20\d\d-\d\d-\d\dT.* Europe/Berlin\n", said)
