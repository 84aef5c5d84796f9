"""A list of very many conversations, looked at as an operator does."""

import re

from sqlalchemy import text

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.cast import at
from tests.web.console.stage import Browser, operator_of

ROW = re.compile(r'href="/console/o_\w+/conversations/(cnv_[a-z0-9_]+)"')
TAB = re.compile(r'id="tab-(\w+)"[^>]*>[^<]*(?:<span class="number[^"]*">([^<]*)</span>)?</a>')
MANY = """
WITH made AS (
    INSERT INTO conversations (id, organization_id, token_hash, status, locale, state, last_message_at)
    SELECT 'cnv_' || md5(:org || n), :org, md5(:org || n || 'token'), 'closed', 'en', '{}',
        CAST(:newest AS timestamptz) - make_interval(mins => n / 2)
    FROM generate_series(1, :many) AS n RETURNING id
)
INSERT INTO messages (id, organization_id, conversation_id, role, text, blocks)
SELECT 'msg_' || id, :org, id, 'customer', 'I would like an appointment', '[]' FROM made
"""


async def many(core: BookingCore, salon: DemoSalon, number: int) -> None:
    """So many conversations that ended, two in each minute."""
    async with core.sessions() as session, session.begin():
        values = {"org": salon.organization_id, "many": number, "newest": at(0, 7)}
        await session.execute(text(MANY), values)


async def look(browser: Browser, core: BookingCore, salon: DemoSalon) -> None:
    await browser.enter(await operator_of(core, salon))


def link(page: str, name: str) -> str | None:
    found = re.search(rf'id="{name}"[^>]*href="([^"]+)"', page)
    return found[1].replace("&amp;", "&") if found else None
