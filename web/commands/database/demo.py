"""The demo business with somebody who may sign in to its console, for `zimun run` and `zimun seed`."""

import os
import secrets
from pathlib import Path

import msgspec
from msgspec import Struct
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from booking_core.access.roles import Role
from booking_core.catalogue.organizations import UNNAMED, Organization
from booking_core.catalogue.settings.settings import write_setting
from booking_core.maintenance.demo import IS_DEMO, demo_salon
from booking_core.maintenance.demo_pictures import dress_demo
from booking_core.maintenance.demo_words import translate_demo
from booking_core.storage.audit import Actor
from booking_core.storage.database import open_engine
from booking_core.storage.named_lock import lock_by_name
from booking_core.team.accounts import account_with_email, create_account
from booking_core.team.context import TeamContext
from booking_core.team.first_owner import first_owner_link
from booking_core.team.memberships import add_membership
from booking_core.team.owners import lock_owners
from booking_core.time.clock import SystemClock
from web.commands.organizations.init import complete_request
from web.commands.organizations.new_organization import create_organization
from web.mcp.endpoint.rules import rules_of
from web.secrets.team_links import TeamLinks
from web.server.running_instance import Login
from web.settings import EMPTY, Settings

EMAIL = "owner@lavender.example"
# What the owner of an empty business signs in with first.
FIRST_EMAIL = "owner@business.example"
ACTOR = Actor(door="system", id="zimun", proof="zimun run", role=Role.OWNER)


class BusinessHere(Struct, frozen=True):
    """An organization and the login of its owner; without a login where the password is not known here.
    ``has_demo`` is whether the demo stands in the same database, ``is_demo`` whether it is the business;
    ``has_open_door`` whether its MCP door stands open; ``owner_link`` makes whoever opens it the owner of a
    business that has none yet."""

    organization_id: str | None
    login: Login | None
    has_demo: bool = True
    is_demo: bool = False
    has_open_door: bool = False
    owner_link: str | None = None


async def seed_demo(settings: Settings) -> BusinessHere:
    """The demo salon and its owner, made when they are not there. The password is kept in the data
    directory."""
    engine = open_engine(settings.database_url)
    try:
        async with async_sessionmaker(engine)() as session, session.begin():
            salon = await demo_salon(session)
            await translate_demo(session, salon)
            await dress_demo(session, salon, SystemClock())
            has_open_door = await open_door(session, salon.organization_id)
            login = await ensure_owner_login(session, salon.organization_id, settings.data_dir)
        return BusinessHere(salon.organization_id, login, is_demo=True, has_open_door=has_open_door)
    finally:
        await engine.dispose()


async def begin_business(settings: Settings) -> BusinessHere:
    """The business of this place: the one that was begun with `zimun init`, else the demo, or what the
    setting says instead. Without an id where there are several."""
    if settings.demo == EMPTY:
        await begin_empty_business(settings)
    engine = open_engine(settings.database_url)
    try:
        async with async_sessionmaker(engine)() as session:
            real = list(await session.scalars(select(Organization).where(~IS_DEMO).limit(2)))
            demo = await session.scalar(select(Organization.id).where(IS_DEMO).limit(1))
    finally:
        await engine.dispose()
    if not real:
        return await seed_demo(settings)
    if len(real) > 1:
        return BusinessHere(None, None, has_demo=demo is not None)
    return BusinessHere(
        real[0].id,
        None,
        has_demo=demo is not None,
        has_open_door=rules_of(real[0]).enabled,
        owner_link=await missing_owner_link(settings, real[0]),
    )


async def begin_empty_business(settings: Settings) -> None:
    """An organization that waits for its owner, where there is none at all. Safe to repeat."""
    engine = open_engine(settings.database_url, pool_size=1)
    try:
        async with async_sessionmaker(engine)() as session, session.begin():
            await lock_by_name(session, "zimun init")
            if await session.scalar(select(Organization.id).limit(1)) is None:
                wanted = complete_request(UNNAMED, FIRST_EMAIL, None, None, None, "en")
                made = await create_organization(session, wanted, None)
                # Nobody has said how customers reach them.
                (await session.get_one(Organization, made.organization_id)).email = None
    finally:
        await engine.dispose()


async def missing_owner_link(settings: Settings, organization: Organization) -> str | None:
    """The link for the first owner, as long as there is none."""
    engine, links = open_engine(settings.database_url, pool_size=1), TeamLinks.of(settings)
    try:
        async with async_sessionmaker(engine)() as session, session.begin():
            if await lock_owners(session, organization.id):
                return None
            team = TeamContext(session, organization.id, ACTOR, SystemClock().now())
            new = await first_owner_link(team, organization.email or FIRST_EMAIL, links.token)
            return links.address(new.link.id)
    finally:
        await engine.dispose()


async def ensure_owner_login(session: AsyncSession, organization_id: str, data_dir: Path) -> Login | None:
    kept = data_dir / "demo.json"
    if await account_with_email(session, EMAIL):
        return msgspec.json.decode(kept.read_bytes(), type=Login) if kept.exists() else None
    login = Login(EMAIL, secrets.token_urlsafe(9))
    account = await create_account(session, login.email, "Lavender", login.password)
    await session.flush()
    add_membership(session, organization_id, account, Role.OWNER)
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
