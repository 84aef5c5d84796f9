"""Where the chat was seen: sites on which conversations began, and when the last one did."""

from msgspec import Struct
from sqlalchemy import text

from booking_core.desk import Desk
from booking_core.input.web_address import host_of
from web.console.rendering.formatting import LocalFormat

MOST_SITES = 10
# Of each status the newest, which an index has in order: a site that was silent for longer is not listed.
NEWEST = text(
    "SELECT page, newest.last_message_at"
    " FROM (VALUES ('bot'), ('waiting'), ('person'), ('closed')) AS s (status)"
    " CROSS JOIN LATERAL (SELECT page, last_message_at FROM conversations"
    " WHERE organization_id = :organization AND conversations.status = s.status"
    " ORDER BY last_message_at DESC, id DESC LIMIT 200) AS newest"
    " WHERE page IS NOT NULL ORDER BY newest.last_message_at DESC"
)


class SeenSite(Struct, frozen=True):
    host: str
    when: str


async def sites_seen(desk: Desk, local: LocalFormat) -> list[SeenSite]:
    """The last first."""
    found: dict[str, str] = {}
    now = desk.clock.now()
    for page, at in await desk.session.execute(NEWEST, {"organization": desk.organization_id}):
        host = host_of(page)
        if host and host not in found:
            found[host] = local.when(at, now)
    return [SeenSite(host, when) for host, when in list(found.items())[:MOST_SITES]]
