"""What an owner allows other people's agents: nothing, until the MCP door is opened; then as much as these
switches say."""

from msgspec import Struct, convert, structs
from sqlalchemy import text, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession

from booking_core.catalogue.organizations import Organization

RULES = text("SELECT mcp, time_zone, revision FROM organizations WHERE id = :id")


class McpRules(Struct, frozen=True, forbid_unknown_fields=True):
    """``read_only`` hides every tool that writes. ``public_reads`` answers questions about the business and
    its free times without a token; ``anonymous_booking`` lets whoever has none book, within tight limits."""

    enabled: bool = False
    read_only: bool = False
    public_reads: bool = False
    anonymous_booking: bool = False


class Business(Struct, frozen=True):
    """An organization as its door sees it. ``time_zone`` is an IANA name; ``revision`` is that of its
    catalogue."""

    id: str
    time_zone: str
    rules: McpRules
    revision: int


async def business_of(connection: AsyncConnection, organization_id: str) -> Business | None:
    """Read anew at each call, so that a switch takes effect at once. None where there is no such
    organization."""
    row = (await connection.execute(RULES, {"id": organization_id})).one_or_none()
    if row is None:
        return None
    return Business(organization_id, row.time_zone, convert(row.mcp, McpRules), row.revision)


def rules_of(organization: Organization) -> McpRules:
    return convert(organization.mcp, McpRules)


async def change_rules(session: AsyncSession, organization_id: str, rules: McpRules) -> None:
    """From this commit on; the caller commits."""
    await session.execute(
        update(Organization).where(Organization.id == organization_id).values(mcp=structs.asdict(rules)),
        execution_options={"synchronize_session": False},
    )
