"""The developers' guides: every snippet runs, in its order, against a real server on the real clock."""

import asyncio
import os
import re
import shutil
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from booking_core.access.scopes import Scope
from booking_core.api_clients.api_client import create_api_client
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.serving import serving, settings_on
from web.embedded import EmbeddedServers

DOCS = Path(__file__).resolve().parents[4] / "docs"


def snippets(language: str, guide: str = "api.md") -> str:
    text = (DOCS / guide).read_text("utf-8")
    return "\n".join(re.findall(rf"^```{language}\n(.*?)^```", text, re.DOTALL | re.MULTILINE))


@pytest.fixture
async def todays_url(servers: EmbeddedServers) -> AsyncIterator[str]:
    """A server on whose clock it is today."""
    async with serving(settings_on(servers)) as url:
        yield url


@pytest.fixture
async def environment(todays_url: str, core: BookingCore, salon: DemoSalon) -> dict[str, str]:
    async with core.sessions() as session, session.begin():
        new = create_api_client(session, salon.organization_id, "Guide", tuple(Scope), core.clock.now())
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


@pytest.mark.skipif(shutil.which("curl") is None, reason="there is no curl here")
async def test_a_business_is_arranged_with_curl(environment: dict[str, str], tmp_path: Path) -> None:
    told = snippets("sh", "management-api.md")
    said = await ran(environment | {"WORK": str(tmp_path)}, "bash", "-euo", "pipefail", "-c", told)
    name, question, priced, hours, picture, touched, day = said.strip().splitlines()
    assert name.startswith("Salon test_")
    assert (question, priced, hours, touched) == ("1", "2", "2", "[]")
    assert picture.endswith(".webp")
    assert re.fullmatch(r"20\d\d-\d\d-\d\d", day)


async def test_the_client_in_python(environment: dict[str, str]) -> None:
    said = await ran(environment, sys.executable, "-c", snippets("python"))
    assert re.match(r"[A-Z0-9]{6} 20\d\d-\d\d-\d\dT.* Europe/Berlin\n", said)
