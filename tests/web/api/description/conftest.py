"""A client made from our OpenAPI document, as it comes out of the generator."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx
import msgspec
import pytest

from booking_core.storage.ids import new_id
from tests.web.api.conftest import Program

PACKAGE = "generated_zimun"


class Generated:
    """The generated package: its operations by name, and its models."""

    def __init__(self, models: ModuleType, client: Any) -> None:
        self.models = models
        self._client = client

    def call(self, operation: str, *path: str, **arguments: Any) -> Any:
        """The parsed answer, a refusal too."""
        module = import_module(f"{PACKAGE}.api.default.{operation}")
        return module.sync(*path, client=self._client, **arguments)

    def make(self, operation: str, body: Any) -> Any:
        """Something new."""
        made = self.call(operation, body=body, idempotency_key=new_id("key"))
        assert hasattr(made, "version"), made
        return made

    def tag(self, operation: str, *path: str) -> str:
        """The version that this shows, as the server names it."""
        module = import_module(f"{PACKAGE}.api.default.{operation}")
        tag: str = module.sync_detailed(*path, client=self._client).headers["ETag"]
        return tag


@pytest.fixture
async def document(http: httpx.AsyncClient) -> dict[str, Any]:
    served: dict[str, Any] = (await http.get("/api/v1/openapi.json")).json()
    return served


@pytest.fixture(scope="session")
def generated_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("generated")


@pytest.fixture
async def generate(
    document: dict[str, Any], generated_in: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Callable[[Program], Awaitable[Generated]]]:
    """The package for a program; generated once."""

    async def for_program(program: Program) -> Generated:
        if not (generated_in / PACKAGE).exists():
            await _generate(document, generated_in)
        monkeypatch.syspath_prepend(str(generated_in))
        address = f"{program.http.base_url}".rstrip("/") + "/api/v1"
        client = import_module(PACKAGE).AuthenticatedClient(base_url=address, token=program.token)
        return Generated(import_module(f"{PACKAGE}.models"), client)

    yield for_program
    for name in [name for name in sys.modules if name.partition(".")[0] == PACKAGE]:
        del sys.modules[name]


async def _generate(document: dict[str, Any], where: Path) -> None:
    (where / "openapi.json").write_bytes(msgspec.json.encode(document))
    programs = Path(sys.executable).parent
    told = ("--path", "openapi.json", "--output-path", PACKAGE, "--meta", "none", "--fail-on-warning")
    running = await asyncio.create_subprocess_exec(
        programs / "openapi-python-client",
        "generate",
        *told,
        cwd=where,
        env={**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    said, _ = await running.communicate()
    assert running.returncode == 0, said.decode()
