"""A scripted MCP client does what the customers of evals/ want, and the database must be the oracle's.

    python -m tests.web.mcp.evaluation

Every scenario in which nothing goes wrong on the way; what is about conversation (consent, words, codes by
mail) is not asked here.
"""

import asyncio
import sys
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import httpx2
from litestar import Litestar
from mcp.client.client import Client
from mcp.client.streamable_http import streamable_http_client
from redis.asyncio import Redis
from rich.console import Console
from rich.progress import track
from sqlalchemy.ext.asyncio import AsyncEngine

from booking_core.storage.database import migrate, open_engine
from evaluation.runner import EvaluationContext
from evaluation.salon.records import differences, records, suits
from evaluation.salon.stage import Stage, prepare_stage
from evaluation.scenarios.files import scenarios_in
from evaluation.scenarios.goals import chain, final_wishes
from evaluation.scenarios.scenario import Scenario, Wish
from tests.cast import set_by_owner
from web.context import open_redis
from web.embedded import embedded_servers_blocking
from web.mcp.mount import McpMount, booking_door
from web.settings import Settings

EVALS = Path(__file__).resolve().parents[3] / "evals"
MODERN = "2026-07-28"
LOOKS_AHEAD = timedelta(days=60)
PAGE = 100
console = Console()


def playable() -> list[Scenario]:
    """Those with a wish and without a mishap."""
    return [one for one in scenarios_in((EVALS,)) if wishes_of(one) and not one.faults]


def wishes_of(scenario: Scenario) -> tuple[Wish, ...]:
    return final_wishes(scenario.customer) if scenario.oracle is None else scenario.oracle


async def played(engine: AsyncEngine, redis: Redis, scenario: Scenario) -> list[str]:
    """How the database differs from the oracle's in the end; nothing where it does not."""
    evaluation = EvaluationContext(engine, redis)
    target = await evaluation.find_target(scenario)
    stage = await prepare_stage(engine, redis, scenario)
    await set_by_owner(stage.core, stage.organization_id, mcp__enabled=True, mcp__anonymous_booking=True)
    async with connected(stage) as client:
        agent = ScriptedAgent(client, stage, scenario)
        try:
            for wish in wishes_of(scenario):
                await agent.fulfils(wish)
        except LookupError as error:
            return [str(error)]
    async with stage.core.sessions() as session:
        return differences(target.on(stage), await records(session, stage))


@asynccontextmanager
async def connected(stage: Stage) -> AsyncIterator[Client]:
    """The real door without a socket."""
    settings = Settings(public_url="http://salon.example", secret_key="e" * 40)
    mount = McpMount(booking_door(settings, stage.core))
    app = Litestar(route_handlers=[mount.route], openapi_config=None)
    door = f"{settings.public_url}/o/{stage.organization_id}/mcp"
    async with (
        mount.lifespan(app),
        httpx2.AsyncClient(transport=httpx2.ASGITransport(app)) as over,
        Client(streamable_http_client(door, http_client=over), mode=MODERN) as client,
    ):
        yield client


class ScriptedAgent:
    """Knows what its customer knows, and asks the desk for the rest."""

    def __init__(self, client: Client, stage: Stage, scenario: Scenario) -> None:
        self._client = client
        self._stage = stage
        self._customer = scenario.customer
        self._newest: dict[str, Any] = {}

    async def fulfils(self, wish: Wish) -> None:
        if wish.do == "book":
            hold = await self._held(wish, None)
            customer = {"name": self._customer.name} | {
                way: value for way in ("email", "phone") if (value := getattr(self._customer, way))
            }
            self._newest = await self._call(
                "create_booking", hold_id=hold["hold_id"], customer=customer, customer_agreed=True
            )
            return
        proof = self._proof(wish)
        booking = await self._call("find_booking", **proof)
        if wish.do == "cancel":
            await self._call("cancel_booking", **proof, customer_agreed=True)
            return
        hold = await self._held(wish, booking)
        staff = {"staff": "any"} if wish.staff else {}
        self._newest = await self._call(
            "reschedule_booking", **proof, **staff, hold_id=hold["hold_id"], customer_agreed=True
        )

    def _proof(self, wish: Wish) -> dict[str, str]:
        """Code and contact, of what was booked before or of what the agent has just booked."""
        own = next((one for one in self._stage.strangers if wish.which and one.called == wish.which), None)
        if own is not None:
            return {"booking_code": own.code, "contact": own.email or own.phone or ""}
        contact = self._customer.email or self._customer.phone or ""
        return {"booking_code": self._newest["booking_code"], "contact": contact}

    async def _held(self, wish: Wish, moving: dict[str, Any] | None) -> dict[str, Any]:
        services = (await self._call("list_services"))["services"]
        name = wish.service or (moving or {}).get("service_name")
        service = next(one for one in services if one["name"] == name)
        for one in chain(wish):
            slot = await self._slot(one, service, moving)
            if slot is not None:
                again = {"reschedule_of": moving["id"]} if moving else {"party_size": one.people}
                return await self._call("create_hold", slot_id=slot["slot_id"], **again)
        raise LookupError(f"nothing that suits is free for {name}")

    async def _slot(
        self, wish: Wish, service: dict[str, Any], moving: dict[str, Any] | None
    ) -> dict[str, Any] | None:
        """The first free time that suits, page after page."""
        today = self._stage.clock.now().astimezone(self._stage.zone).date()
        asked: dict[str, Any] = {
            "service_id": service["id"],
            "from": f"{min(wish.on, default=today):%F}",
            "to": f"{max(wish.on, default=today + LOOKS_AHEAD):%F}",
            "limit": PAGE,
        }
        if wish.staff:
            able = [one["id"] for one in service["staff"] if one["name"] == wish.staff]
            if not able:
                return None
            asked["staff_id"] = able[0]
        if moving:
            asked["reschedule_of"] = moving["id"]
        asked["party_size"] = moving["party_size"] if moving else wish.people
        while True:
            found = await self._call("get_availability", **asked)
            for slot in found["items"]:
                if suits(wish, datetime_of(slot["start"], self._stage)):
                    chosen: dict[str, Any] = slot
                    return chosen
            if not found["next_page_token"]:
                return None
            asked["page_token"] = found["next_page_token"]

    async def _call(self, tool: str, **arguments: Any) -> dict[str, Any]:
        result = await self._client.call_tool(tool, arguments)
        if result.is_error:
            raise LookupError(f"{tool}: {result.structured_content}")
        answer: dict[str, Any] = result.structured_content
        return answer


def datetime_of(text: str, stage: Stage) -> datetime:

    return datetime.fromisoformat(text).astimezone(stage.zone)


async def main(scenarios: Sequence[Scenario]) -> int:
    """How many went wrong."""
    with (
        tempfile.TemporaryDirectory() as place,
        embedded_servers_blocking(Path(place), durable=False) as servers,
    ):
        migrate(servers.database_url)
        engine, redis = open_engine(servers.database_url), open_redis(servers.redis_url)
        wrong = 0
        for scenario in track(scenarios, description="booking by MCP", console=console):
            if differing := await played(engine, redis, scenario):
                wrong += 1
                console.print(f"{scenario.family}: {scenario.name}", *differing, sep="\n   ")
        console.print(f"{len(scenarios) - wrong} of {len(scenarios)} scenarios end as the oracle's do.")
        await redis.aclose()
        await engine.dispose()
    return wrong


if __name__ == "__main__":
    sys.exit(1 if asyncio.run(main(playable())) else 0)
