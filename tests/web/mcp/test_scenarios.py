"""Some of the evaluation's customers, served by an agent at the MCP door; all of them: `python -m
tests.web.mcp.evaluation`."""

import pytest
from redis.asyncio import Redis
from sqlalchemy.ext.asyncio import AsyncEngine

from tests.web.mcp.evaluation import play, playable

SOME = playable()[::15]


@pytest.mark.parametrize("scenario", SOME, ids=[f"{one.family}-{one.name}".replace(" ", "_") for one in SOME])
async def test_an_agent_leaves_the_database_as_the_oracle_does(
    engine: AsyncEngine, redis: Redis, scenario
) -> None:
    assert await play(engine, redis, scenario) == []
