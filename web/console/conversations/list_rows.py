"""The lines of the list: each conversation with its customer, its last words and what came of it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from msgspec import Struct
from sqlalchemy import Row as SqlRow
from sqlalchemy import func, select, true
from sqlalchemy.orm import load_only

from agent.conversation.conversation import CUSTOMER, Conversation, Message
from agent.conversation.personal_value import PersonalValue
from agent.conversation.vault import Vault, vaults_of
from agent.privacy.personal import NAME
from booking_core.customers.customer import Customer
from booking_core.desk import Desk
from web.console.conversations.list_filter import ConversationPage
from web.console.conversations.outcomes import outcome_now
from web.console.conversations.turn_views import words_of
from web.console.rendering.formatting import LocalFormat

LONGEST_SNIPPET = 160
# Named by the customer record, or by what they told us before they became one.
TOLD_NAME = (
    select(PersonalValue.value)
    .where(PersonalValue.conversation_id == Conversation.id, PersonalValue.kind == NAME)
    .order_by(PersonalValue.number.desc())
    .limit(1)
    .correlate(Conversation)
    .scalar_subquery()
)
WHO = func.coalesce(Customer.name, TOLD_NAME)


class ConversationRow(Struct, frozen=True):
    """One line of the list. ``at`` is UTC for machines, ``when`` the organization's clock for people."""

    id: str
    who: str
    status: str
    outcome: str
    last_role: str
    snippet: str
    at: datetime
    when: str


async def conversation_rows(
    desk: Desk, found: ConversationPage, standings: Mapping[str, str], local: LocalFormat, now: datetime
) -> list[ConversationRow]:
    """The conversations of the page with their customers' names and last words, in its order.
    ``standings`` are those of their appointments, by ``standings_of``."""
    last = (
        select(Message.role, Message.text)
        .where(Message.conversation_id == Conversation.id)
        .order_by(Message.position.desc())
        .limit(1)
        .lateral()
    )
    shown = (
        Conversation.status,
        Conversation.outcome,
        Conversation.last_message_at,
        Conversation.organization_id,
    )
    statement = (
        select(Conversation, WHO.label("who"), last.c.role, last.c.text)
        .options(load_only(*shown))
        .outerjoin(Customer, Customer.id == Conversation.customer_id)
        .outerjoin(last, onclause=true())
        .where(
            Conversation.organization_id == desk.organization_id,
            Conversation.id.in_([row.id for row in found.rows]),
        )
    )
    rows = {row[0].id: row for row in await desk.session.execute(statement)}
    vaults = await vaults_of(desk.session, [row[0] for row in rows.values()])
    return [
        _row(rows[one.id], vaults[one.id], standings.get(one.id), local, now)
        for one in found.rows
        if one.id in rows
    ]


def _row(
    row: SqlRow[Any], vault: Vault, standing: str | None, local: LocalFormat, now: datetime
) -> ConversationRow:
    conversation: Conversation = row[0]
    return ConversationRow(
        id=conversation.id,
        who=row.who or "",
        status=conversation.status,
        outcome=outcome_now(conversation.outcome or "", standing),
        last_role=row.role or "",
        snippet=_snippet(row.role or "", words_of(row.text or "", vault)),
        at=conversation.last_message_at,
        when=local.when(conversation.last_message_at, now),
    )


def _snippet(role: str, text: str) -> str:
    """One line; what assistants stress is not stressed here."""
    plain = text if role == CUSTOMER else text.replace("**", "")
    return " ".join(plain.split())[:LONGEST_SNIPPET]
