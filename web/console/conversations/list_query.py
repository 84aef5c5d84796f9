"""Which conversations a page of the list shows, at a cost that does not grow with how many there are.

Each status is one range of an index, in the order of the list, and a page is put together from the first rows
of each. A search for rare words finds all conversations by an index of their letters; what is said everywhere
is looked for in the newest ones only.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from sqlalchemy import text

from agent.conversation.conversation import BOT, CLOSED, PERSON, WAITING
from booking_core.desk import Desk
from booking_core.input.clean_text import clean_text
from web.console.conversations.list_filter import (
    NOTHING,
    ON_A_PAGE,
    ConversationFilter,
    ConversationPage,
    Row,
)

STATUSES = (WAITING, BOT, PERSON, CLOSED)
# More of a status than this is told as "1,000+": an exact figure would be counted again every four seconds.
COUNTED = 1_000
# A word that so many of the newest conversations hold fills a page from the newest; one that fewer hold is
# looked up in the index.
NEWEST, OFTEN = 200, ON_A_PAGE + 1
# What more messages say than this is looked for in so many of the newest conversations only.
FOUND_AT_MOST, LOOKED_THROUGH = 1_000, 2_000
# The index is of three letters in a row. Whether it has letters beyond ASCII depends on how its database was
# made.
LETTERS, ASCII_LETTERS = re.compile(r"[^\W_]{3}"), re.compile(r"[A-Za-z0-9]{3}")
HAS_ALL_LETTERS = text("SELECT cardinality(show_trgm('שלום')) > 0")

RANGE = (
    "(SELECT id, status = 'waiting' AS is_waiting, last_message_at FROM conversations"
    " WHERE organization_id = :organization AND status = '{status}'{narrowed} ORDER BY last_message_at "
    "{way}, id {way} LIMIT :range)"
)
ORDER = "ORDER BY is_waiting {way}, last_message_at {way}, id {way}"
# Looked up for one conversation after the other, until a page is full. With nothing added to a text
# PostgreSQL may look into the index of letters for each of them, which for two letters is all of it.
SAYING = (
    " FROM ({ranges} LIMIT :range) AS walked"
    " LEFT JOIN LATERAL (SELECT true AS found FROM messages WHERE conversation_id = walked.id AND "
    "messages.text || '' ILIKE :pattern LIMIT 1)"
    " AS said ON true"
    " LEFT JOIN LATERAL (SELECT true AS found FROM personal_values WHERE conversation_id = walked.id AND "
    "value || '' ILIKE :pattern LIMIT 1)"
    " AS told ON true"
    " LEFT JOIN LATERAL (SELECT true AS found FROM conversations JOIN customers ON customers.id = customer_id"
    " WHERE conversations.id = walked.id AND customers.name || '' ILIKE :pattern LIMIT 1) AS called ON true"
)
FOUND = "coalesce(said.found, told.found, called.found, false)"
# By the indexes of letters. More than is asked for of any one kind says that it is said too often.
BY_LETTERS = text(
    "(SELECT 'said', conversation_id FROM messages WHERE organization_id = :organization AND messages.text "
    "ILIKE :pattern LIMIT :most)"
    " UNION ALL (SELECT 'told', conversation_id FROM personal_values"
    " WHERE organization_id = :organization AND value ILIKE :pattern LIMIT :most)"
    " UNION ALL (SELECT 'called', conversations.id FROM"
    " (SELECT id FROM customers WHERE organization_id = :organization AND name ILIKE :pattern LIMIT :most) "
    "AS named"
    " JOIN conversations ON customer_id = named.id LIMIT :most)"
)
NOBODY = "SELECT id, false AS is_waiting, last_message_at FROM conversations WHERE false"
AMONG = (
    "SELECT id, status = 'waiting' AS is_waiting, last_message_at FROM conversations"
    " WHERE id = ANY (:ids) AND organization_id = :organization{narrowed}"
)
# A row's version is another after every change of the conversation or of its customer's record.
PAGE = (
    "SELECT page.*, concat(conversations.xmin, '.', customers.xmin) AS version FROM ({page} LIMIT :most "
    "OFFSET :skipped) AS page"
    " JOIN conversations ON conversations.id = page.id LEFT JOIN customers ON customers.id = "
    "conversations.customer_id {order}"
)
COUNT = (
    "SELECT '{status}' AS status, count(*) AS number FROM (SELECT FROM conversations"
    " WHERE organization_id = :organization AND status = '{status}'{narrowed} LIMIT :range) AS counted"
)
COUNT_AMONG = (
    "SELECT status, count(*) AS number FROM conversations WHERE id = ANY (:ids) AND organization_id = "
    ":organization{narrowed}"
    " GROUP BY status"
)


async def list_conversations(desk: Desk, wanted: ConversationFilter) -> ConversationPage:
    """The page asked for. Whoever waits for a person comes first, then whoever has spoken last."""
    ids = await _search(desk, wanted.search) if wanted.search else None
    is_walked = bool(wanted.search) and ids is None
    rows = await _rows(desk, wanted, ids)
    has_more, rows = len(rows) > ON_A_PAGE, rows[:ON_A_PAGE]
    if wanted.before:
        rows.reverse()
    return ConversationPage(
        rows=rows,
        has_newer=has_more if wanted.before else wanted.page > 1,
        has_older=bool(wanted.before) or has_more,
        counts=None if is_walked else await _counts(desk, wanted, ids),
        is_partial=is_walked and not has_more and await _is_longer_than_looked_through(desk, wanted),
    )


async def _rows(desk: Desk, wanted: ConversationFilter, ids: Sequence[str] | None) -> list[Row]:
    """A page and one row more, where there is more. Those before a cursor come in the other order."""
    order = ORDER.format(way=wanted.way)
    most, ranges = ON_A_PAGE + 1, f"{_ranges(wanted)} {order}"
    if ids is not None:
        page = f"{AMONG.format(narrowed=_conditions(wanted, wanted.status))}{_place(wanted)} {order}"
    elif wanted.search:
        page = f"SELECT walked.*{SAYING.format(ranges=ranges)} WHERE {FOUND} {order}"
    else:
        page = ranges
    through = LOOKED_THROUGH if wanted.search else wanted.skipped + most
    values = {"range": through, "most": most, "skipped": wanted.skipped, "ids": ids}
    found = await desk.session.execute(
        text(PAGE.format(page=page, order=order)), _values(desk, wanted) | values
    )
    return [Row(*row) for row in found]


async def _search(desk: Desk, search: str) -> list[str] | None:
    """All conversations in which this was said, or whose customers are called so; None for too many to look
    up."""
    anywhere = ConversationFilter(search=search)
    values = _values(desk, anywhere) | {"range": NEWEST, "most": FOUND_AT_MOST + 1}
    ranges = f"{_ranges(anywhere)} {ORDER.format(way='DESC')}"
    newest = text(f"SELECT walked.id, {FOUND} AS found{SAYING.format(ranges=ranges)}")
    looked = (await desk.session.execute(newest, values)).all()
    saying = [row.id for row in looked if row.found]
    if len(looked) < NEWEST:
        return saying
    if len(saying) >= OFTEN or not await _is_indexed(desk, search):
        return None
    rows = (await desk.session.execute(BY_LETTERS, values)).all()
    if any(often > FOUND_AT_MOST for often in Counter(kind for kind, _ in rows).values()):
        return None
    return list({conversation_id for _, conversation_id in rows})


async def _is_longer_than_looked_through(desk: Desk, wanted: ConversationFilter) -> bool:
    counts = await _counts(desk, wanted, None)
    numbers = [number for status, number in counts.items() if wanted.status in ("", status)]
    return max(numbers) > COUNTED or sum(numbers) > LOOKED_THROUGH


async def _is_indexed(desk: Desk, search: str) -> bool:
    if ASCII_LETTERS.search(search):
        return True
    return bool(LETTERS.search(search)) and bool(await desk.session.scalar(HAS_ALL_LETTERS))


async def _counts(desk: Desk, wanted: ConversationFilter, ids: Sequence[str] | None) -> dict[str, int]:
    """How many there are of each status, within the search and the outcome; one more than ``COUNTED`` at
    most."""
    if ids is not None:
        counting = COUNT_AMONG.format(narrowed=_conditions(wanted))
    else:
        each = (COUNT.format(status=status, narrowed=_conditions(wanted)) for status in STATUSES)
        counting = " UNION ALL ".join(each)
    values = _values(desk, wanted) | {"range": COUNTED + 1, "ids": ids}
    return {row.status: row.number for row in await desk.session.execute(text(counting), values)}


def _ranges(wanted: ConversationFilter) -> str:
    """The first rows of each status that may be on the page, as one selection."""
    each = [
        RANGE.format(status=status, narrowed=_conditions(wanted) + place, way=wanted.way)
        for status in STATUSES
        if wanted.status in ("", status) and (place := _place_in(wanted, status)) is not None
    ]
    return f"SELECT * FROM ({' UNION ALL '.join(each)}) AS ranges" if each else NOBODY


def _place_in(wanted: ConversationFilter, status: str) -> str | None:
    """Where in the range of a status the page begins; None where none of it belongs there."""
    cursor = wanted.cursor
    if cursor is None:
        return ""
    if cursor.is_waiting == (status == WAITING):
        return f" AND (last_message_at, id) {'>' if wanted.before else '<'} (:at, :id)"
    # Those who wait come before all others.
    return "" if bool(wanted.before) == (status == WAITING) else None


def _place(wanted: ConversationFilter) -> str:
    """The same for a selection of every status."""
    if wanted.cursor is None:
        return ""
    return (
        f" AND (status = 'waiting', last_message_at, id) {'>' if wanted.before else '<'} (:is_waiting, :at, "
        ":id)"
    )


def _conditions(wanted: ConversationFilter, status: str = "") -> str:
    narrowed = " AND status = :status" if status else ""
    if wanted.outcome:
        narrowed += " AND outcome IS NULL" if wanted.outcome == NOTHING else " AND outcome = :outcome"
    return narrowed


def _values(desk: Desk, wanted: ConversationFilter) -> dict[str, Any]:
    """Wildcards of SQL are letters in a search."""
    escaped = re.sub(r"([\\%_])", r"\\\1", clean_text(wanted.search))
    values: dict[str, Any] = {
        "organization": desk.organization_id,
        "status": wanted.status,
        "outcome": wanted.outcome,
        "pattern": f"%{escaped}%",
    }
    if wanted.cursor is not None:
        values |= {"is_waiting": wanted.cursor.is_waiting, "at": wanted.cursor.at, "id": wanted.cursor.id}
    return values
