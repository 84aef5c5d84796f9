"""Programs that arrange a business."""

from typing import Any

import httpx
import pytest

from booking_core.access.scopes import Scope
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from tests.web.api.conftest import API, Program, program_of


class Arranger:
    """A program and what it does under ``/manage``."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.salon = program.salon

    async def asks(
        self, method: str, path: str, body: Any = None, *, headers: dict[str, str] | None = None, **query: Any
    ) -> httpx.Response:
        sent = self.program.auth | (headers or {})
        return await self.program.http.request(
            method, f"{API}/manage{path}", json=body, headers=sent, params=query
        )

    async def shows(self, path: str, **query: Any) -> Any:
        answer = await self.asks("GET", path, **query)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def makes(self, path: str, **fields: Any) -> Any:
        answer = await self.asks("POST", path, fields, headers={"Idempotency-Key": new_id("key")})
        assert answer.status_code == 201, answer.text
        return answer.json()

    async def writes(
        self, method: str, path: str, body: Any = None, *, of: str | None = None, **query: Any
    ) -> httpx.Response:
        """Of the version that ``of`` shows, or the path itself."""
        shown = await self.asks("GET", of or path)
        assert shown.status_code == 200, shown.text
        return await self.asks(method, path, body, headers={"If-Match": shown.headers["ETag"]}, **query)

    async def changes(self, path: str, **fields: Any) -> Any:
        answer = await self.writes("PATCH", path, fields)
        assert answer.status_code == 200, answer.text
        return answer.json()


@pytest.fixture
async def manager(http: httpx.AsyncClient, core: BookingCore, salon: DemoSalon) -> Arranger:
    """With the one scope it takes, and no other."""
    return Arranger(await program_of(http, core, salon, Scope.ORG_MANAGE))


@pytest.fixture
async def stranger(http: httpx.AsyncClient, core: BookingCore, other_salon: DemoSalon) -> Arranger:
    return Arranger(await program_of(http, core, other_salon, Scope.ORG_MANAGE))
