"""The demo business with somebody who may sign in to its console, for `zimun run` and `zimun seed`."""

import os
import secrets
from pathlib import Path

import msgspec
from msgspec import Struct
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from booking_core.database import open_engine
from booking_core.demo import NAME, demo_salon
from booking_core.organizations import Organization
from web.access.operators import Operator, new_operator
from web.mcp.rules import McpRules, change_rules
from web.running import Login
from web.settings import Settings

EMAIL = "owner@lavender.example"


class DemoFacts(Struct, frozen=True):
    """The demo's organization and the login of its owner; without a login where the password is not known here."""

    organization_id: str
    login: Login | None


async def seed_demo(settings: Settings) -> DemoFacts:
    """The demo salon and its owner, made when they are not there. The password is kept in the data directory."""
    engine = open_engine(settings.database_url)
    try:
        async with async_sessionmaker(engine)() as session, session.begin():
            salon = await demo_salon(session)
            await open_door(session, salon.organization_id)
            login = await owner_login(session, salon.organization_id, settings.data_dir)
        return DemoFacts(salon.organization_id, login)
    finally:
        await engine.dispose()


async def seed_if_empty(settings: Settings) -> DemoFacts | None:
    """The demo in a database that holds nothing else; None where somebody already keeps real businesses."""
    engine = open_engine(settings.database_url)
    try:
        async with async_sessionmaker(engine)() as session:
            others = select(func.count()).select_from(Organization).where(Organization.name != NAME)
            is_in_use = await session.scalar(others)
    finally:
        await engine.dispose()
    return None if is_in_use else await seed_demo(settings)


async def owner_login(session: AsyncSession, organization_id: str, data_dir: Path) -> Login | None:
    kept = data_dir / "demo.json"
    if await session.scalar(select(Operator.id).where(Operator.email == EMAIL)):
        return msgspec.json.decode(kept.read_bytes(), type=Login) if kept.exists() else None
    login = Login(EMAIL, secrets.token_urlsafe(9))
    await new_operator(session, organization_id, login.email, "Lavender", "owner", login.password)
    keep(kept, login)
    return login


async def open_door(session: AsyncSession, organization_id: str) -> None:
    """The demo's MCP door stands open, so that an agent can be tried on it; any other business opens its own."""
    organization = await session.get_one(Organization, organization_id)
    if not organization.mcp:
        open_to_all = McpRules(enabled=True, public_reads=True, anonymous_booking=True)
        await change_rules(session, organization_id, open_to_all)


def keep(path: Path, login: Login) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(msgspec.json.encode(login))
