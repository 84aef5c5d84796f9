"""The statements of the list of conversations: ranges of an index by status, and searches by words and
letters."""

import re
from typing import Any

from sqlalchemy import text

from agent.conversation.conversation import BOT, CLOSED, PERSON, WAITING
from booking_core.desk import Desk
from booking_core.input.clean_text import clean_text
from web.console.conversations.list_filter import (
    NOTHING,
    ON_A_PAGE,
    ConversationFilter,
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
    " WHERE organization_id = :organization AND status = '{status}'{narrowed}"
    " ORDER BY {first}last_message_at {way}, id {way} LIMIT :range)"
)
# PostgreSQL takes ``outcome = 'booked'`` for one place of an index, and ``outcome IS NULL`` for none: the
# order has to name it, or all that have no outcome are sorted.
BY_OUTCOME = "outcome {way}, "
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


def conditions(wanted: ConversationFilter, status: str = "") -> str:
    narrowed = " AND status = :status" if status else ""
    if wanted.outcome:
        narrowed += " AND outcome IS NULL" if wanted.outcome == NOTHING else " AND outcome = :outcome"
    return narrowed


def statement_values(desk: Desk, wanted: ConversationFilter) -> dict[str, Any]:
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
