"""What an owner allows other people's agents: nothing, until the MCP door is opened; then as much as these
switches say."""

from typing import Any

from msgspec import Struct
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from booking_core.catalogue.settings.settings import settings_under

RULES = text("SELECT mcp, time_zone, revision FROM organizations WHERE id = :id")


class McpRules(Struct, frozen=True):
    """``read_only`` hides every tool that writes. ``public_reads`` answers questions about the business and
    its free times without a token; ``anonymous_booking`` lets whoever has none book, within tight limits."""

    enabled: bool
    read_only: bool
    public_reads: bool
    anonymous_booking: bool


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
    return Business(organization_id, row.time_zone, rules_of(row), row.revision)


def rules_of(row: Any) -> McpRules:
    """Of an organization, or of a row with its ``mcp``: the switches ``mcp`` of the settings."""
    return McpRules(**settings_under(row, "mcp"))
