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
from pathlib import Path

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
from evaluation.salon.records import differences, records
from evaluation.salon.stage import SalonStage, prepare_stage
from evaluation.scenarios.customer_wishes import Wish
from evaluation.scenarios.files import scenarios_in
from evaluation.scenarios.goals import final_wishes
from evaluation.scenarios.scenario import Scenario
from tests.cast import set_by_owner
from tests.web.mcp.scripted_agent import ScriptedAgent
from web.context import open_redis
from web.embedded import embedded_servers_blocking
from web.mcp.mount import McpMount, booking_door
from web.settings import Settings

EVALS = Path(__file__).resolve().parents[3] / "evals"
MODERN = "2026-07-28"


console = Console()


def playable() -> list[Scenario]:
    """Those with a wish and without a mishap."""
    return [one for one in scenarios_in((EVALS,)) if wishes_of(one) and not one.faults]


def wishes_of(scenario: Scenario) -> tuple[Wish, ...]:
    return final_wishes(scenario.customer) if scenario.oracle is None else scenario.oracle


async def play(engine: AsyncEngine, redis: Redis, scenario: Scenario) -> list[str]:
    """How the database differs from the oracle's in the end; nothing where it does not."""
    evaluation = EvaluationContext(engine, redis)
    target = await evaluation.find_target(scenario)
    stage = await prepare_stage(engine, redis, scenario)
    await set_by_owner(stage.core, stage.organization_id, mcp__enabled=True, mcp__anonymous_booking=True)
    async with connect(stage) as client:
        agent = ScriptedAgent(client, stage, scenario)
        try:
            for wish in wishes_of(scenario):
                await agent.fulfils(wish)
        except LookupError as error:
            return [str(error)]
    async with stage.core.sessions() as session, session.begin():
        return differences(target.on(stage), await records(session, stage))


@asynccontextmanager
async def connect(stage: SalonStage) -> AsyncIterator[Client]:
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
            if differing := await play(engine, redis, scenario):
                wrong += 1
                console.print(f"{scenario.family}: {scenario.name}", *differing, sep="\n   ")
        console.print(f"{len(scenarios) - wrong} of {len(scenarios)} scenarios end as the oracle's do.")
        await redis.aclose()
        await engine.dispose()
    return wrong


if __name__ == "__main__":
    sys.exit(1 if asyncio.run(main(playable())) else 0)
