"""Which conversations a page of the list shows, at a cost that does not grow with how many there are.

Each status is one range of an index, in the order of the list, and a page is put together from the first rows
of each. A search for rare words finds all conversations by an index of their letters; what is said everywhere
is looked for in the newest ones only.
"""

from collections import Counter
from collections.abc import Sequence

from sqlalchemy import text

from agent.conversation.conversation import WAITING
from booking_core.desk import Desk
from web.console.conversations import list_statements as sql
from web.console.conversations.list_filter import (
    ON_A_PAGE,
    ConversationFilter,
    ConversationPage,
    Row,
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
    order = sql.ORDER.format(way=wanted.way)
    most, ranges = ON_A_PAGE + 1, f"{_ranges(wanted)} {order}"
    if ids is not None:
        page = f"{sql.AMONG.format(narrowed=sql.conditions(wanted, wanted.status))}{_place(wanted)} {order}"
    elif wanted.search:
        page = f"SELECT walked.*{sql.SAYING.format(ranges=ranges)} WHERE {sql.FOUND} {order}"
    else:
        page = ranges
    through = sql.LOOKED_THROUGH if wanted.search else wanted.skipped + most
    values = {"range": through, "most": most, "skipped": wanted.skipped, "ids": ids}
    found = await desk.session.execute(
        text(sql.PAGE.format(page=page, order=order)),
        sql.statement_values(desk, wanted) | values,
    )
    return [Row(*row) for row in found]


async def _search(desk: Desk, search: str) -> list[str] | None:
    """All conversations in which this was said, or whose customers are called so; None for too many to look
    up."""
    anywhere = ConversationFilter(search=search)
    values = sql.statement_values(desk, anywhere) | {
        "range": sql.NEWEST,
        "most": sql.FOUND_AT_MOST + 1,
    }
    ranges = f"{_ranges(anywhere)} {sql.ORDER.format(way='DESC')}"
    newest = text(f"SELECT walked.id, {sql.FOUND} AS found{sql.SAYING.format(ranges=ranges)}")
    looked = (await desk.session.execute(newest, values)).all()
    saying = [row.id for row in looked if row.found]
    if len(looked) < sql.NEWEST:
        return saying
    if len(saying) >= sql.OFTEN or not await _is_indexed(desk, search):
        return None
    rows = (await desk.session.execute(sql.BY_LETTERS, values)).all()
    if any(often > sql.FOUND_AT_MOST for often in Counter(kind for kind, _ in rows).values()):
        return None
    return list({conversation_id for _, conversation_id in rows})


async def _is_longer_than_looked_through(desk: Desk, wanted: ConversationFilter) -> bool:
    counts = await _counts(desk, wanted, None)
    numbers = [number for status, number in counts.items() if wanted.status in ("", status)]
    return max(numbers) > sql.COUNTED or sum(numbers) > sql.LOOKED_THROUGH


async def _is_indexed(desk: Desk, search: str) -> bool:
    if sql.ASCII_LETTERS.search(search):
        return True
    return bool(sql.LETTERS.search(search)) and bool(await desk.session.scalar(sql.HAS_ALL_LETTERS))


async def _counts(desk: Desk, wanted: ConversationFilter, ids: Sequence[str] | None) -> dict[str, int]:
    """How many there are of each status, within the search and the outcome; one more than ``COUNTED`` at
    most."""
    if ids is not None:
        counting = sql.COUNT_AMONG.format(narrowed=sql.conditions(wanted))
    else:
        each = (sql.COUNT.format(status=status, narrowed=sql.conditions(wanted)) for status in sql.STATUSES)
        counting = " UNION ALL ".join(each)
    values = sql.statement_values(desk, wanted) | {"range": sql.COUNTED + 1, "ids": ids}
    return {row.status: row.number for row in await desk.session.execute(text(counting), values)}


def _ranges(wanted: ConversationFilter) -> str:
    """The first rows of each status that may be on the page, as one selection."""
    first = sql.BY_OUTCOME.format(way=wanted.way) if wanted.outcome else ""
    each = [
        sql.RANGE.format(status=status, narrowed=sql.conditions(wanted) + place, first=first, way=wanted.way)
        for status in sql.STATUSES
        if wanted.status in ("", status) and (place := _place_in(wanted, status)) is not None
    ]
    return f"SELECT * FROM ({' UNION ALL '.join(each)}) AS ranges" if each else sql.NOBODY


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
