"""The demo business with somebody who may sign in to its console, for `zimun run` and `zimun seed`."""

import os
import secrets
from pathlib import Path

import msgspec
from msgspec import Struct
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from booking_core.catalogue.organizations import Organization
from booking_core.catalogue.settings import write_setting
from booking_core.maintenance.demo import NAME, demo_salon
from booking_core.storage.database import open_engine
from web.access.operators import Operator, new_operator
from web.mcp.endpoint.rules import rules_of
from web.server.running_instance import Login
from web.settings import Settings

EMAIL = "owner@lavender.example"


class BusinessHere(Struct, frozen=True):
    """An organization and the login of its owner; without a login where the password is not known here.
    ``has_demo`` is whether the demo stands in the same database, ``has_open_door`` whether its MCP door
    stands open."""

    organization_id: str | None
    login: Login | None
    has_demo: bool = True
    has_open_door: bool = False


async def seed_demo(settings: Settings) -> BusinessHere:
    """The demo salon and its owner, made when they are not there. The password is kept in the data
    directory."""
    engine = open_engine(settings.database_url)
    try:
        async with async_sessionmaker(engine)() as session, session.begin():
            salon = await demo_salon(session)
            has_open_door = await open_door(session, salon.organization_id)
            login = await owner_login(session, salon.organization_id, settings.data_dir)
        return BusinessHere(salon.organization_id, login, has_open_door=has_open_door)
    finally:
        await engine.dispose()


async def begin_business(settings: Settings) -> BusinessHere:
    """The business of this place: the one that was begun with `zimun init`, else the demo. Without an id
    where there are several."""
    engine = open_engine(settings.database_url)
    try:
        async with async_sessionmaker(engine)() as session:
            real = list(await session.scalars(select(Organization).where(Organization.name != NAME).limit(2)))
            demo = await session.scalar(select(Organization.id).where(Organization.name == NAME).limit(1))
    finally:
        await engine.dispose()
    if not real:
        return await seed_demo(settings)
    if len(real) > 1:
        return BusinessHere(None, None, has_demo=demo is not None)
    return BusinessHere(real[0].id, None, has_demo=demo is not None, has_open_door=rules_of(real[0]).enabled)


async def owner_login(session: AsyncSession, organization_id: str, data_dir: Path) -> Login | None:
    kept = data_dir / "demo.json"
    if await session.scalar(select(Operator.id).where(Operator.email == EMAIL)):
        return msgspec.json.decode(kept.read_bytes(), type=Login) if kept.exists() else None
    login = Login(EMAIL, secrets.token_urlsafe(9))
    await new_operator(session, organization_id, login.email, "Lavender", "owner", login.password)
    keep(kept, login)
    return login


async def open_door(session: AsyncSession, organization_id: str) -> bool:
    """The demo's MCP door stands open, so that an agent can be tried on it; any other business opens its own.
    Whether it does now: its owner may have closed it since."""
    organization = await session.get_one(Organization, organization_id)
    if organization.mcp:
        return rules_of(organization).enabled
    for switch in ("enabled", "public_reads", "anonymous_booking"):
        write_setting(organization, f"mcp.{switch}", True)
    return True


def keep(path: Path, login: Login) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(msgspec.json.encode(login))
