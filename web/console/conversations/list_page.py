"""The list of conversations: who is talking, who waits for a person, and what came of it."""

from datetime import datetime
from typing import Annotated, Any

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromQuery, QueryParameter
from msgspec import Struct
from sqlalchemy import Row as SqlRow
from sqlalchemy import func, select, true
from sqlalchemy.orm import load_only

from agent.conversation.conversation import BOT, CLOSED, CUSTOMER, PERSON, WAITING, Conversation, Message
from agent.conversation.personal_value import PersonalValue
from agent.conversation.vault import Vault, vaults_of
from agent.privacy.personal import NAME
from booking_core.core import BookingCore
from booking_core.customers.customer import Customer
from booking_core.desk import Desk
from web.console.access.signed_in import SignedIn
from web.console.conversations.list_filter import NOTHING, ConversationFilter, ConversationPage, Cursor
from web.console.conversations.list_query import COUNTED, list_conversations
from web.console.rendering.formatting import LocalFormat
from web.console.rendering.page import PageRequest, has_seen, live_page, no_change

STATUSES = {WAITING: "Waiting", BOT: "Assistant", PERSON: "Person", CLOSED: "Closed"}
OUTCOMES = {"booked": "Booked", "moved": "Moved", "cancelled": "Cancelled", "handed_over": "Handed over"}
LAST_PAGE = 400
LONGEST_SEARCH = 200
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


@get("/conversations")
async def conversations_page(
    request: PageRequest,
    core: NamedDependency[BookingCore],
    operator: NamedDependency[SignedIn],
    status: FromQuery[str] = "",
    outcome: FromQuery[str] = "",
    q: FromQuery[str] = "",
    page: Annotated[int, QueryParameter(ge=1, le=LAST_PAGE)] = 1,
    after: FromQuery[str] = "",
    before: FromQuery[str] = "",
) -> Response[str]:
    """``after`` and ``before`` are where a page begins or ends; without them pages are counted from the
    first."""
    wanted = _filter(status, outcome, q, page, after, before)
    async with core.desk(operator.organization_id, operator.actor) as desk:
        found = await list_conversations(desk, wanted)
        local, now = LocalFormat.of(desk.catalogue.organization), desk.clock.now()
        # The day is part of it, because today's times are written another way tomorrow.
        version = f"{found.version} {local.day_of(now)}"
        if has_seen(request, version):
            return no_change()
        rows = await _rows(desk, found, local, now)
    return live_page(
        request,
        operator,
        "conversations",
        every_s=4,
        version=version,
        narrows=True,
        asked=wanted,
        rows=rows,
        statuses=STATUSES,
        outcomes={**OUTCOMES, NOTHING: "Nothing yet"},
        **_tabs_and_pages(wanted, found),
    )


def _tabs_and_pages(wanted: ConversationFilter, found: ConversationPage) -> dict[str, Any]:
    """How many conversations each tab has, and where the tabs and the links to the pages beside this one
    lead."""
    return {
        "numbers": _numbers(found.counts),
        "is_partial": found.is_partial,
        "tabs": {key: _address(wanted, status=key) for key in ("", *STATUSES)},
        "newer": _newer(wanted, found),
        "older": _older(wanted, found),
    }


def _filter(status: str, outcome: str, q: str, page: int, after: str, before: str) -> ConversationFilter:
    """What the address asks for. Anything unknown narrows nothing."""
    return ConversationFilter(
        status=status if status in STATUSES else "",
        outcome=outcome if outcome in {*OUTCOMES, NOTHING} else "",
        # PostgreSQL's text holds every character but one.
        search=q.replace("\0", "").strip()[:LONGEST_SEARCH],
        page=page,
        after=Cursor.read(after),
        before=None if after else Cursor.read(before),
    )


def _address(wanted: ConversationFilter, **change: str | int) -> dict[str, str | int]:
    """The query of this list with something changed, back on the first page unless a page is asked for."""
    query = {"status": wanted.status, "outcome": wanted.outcome, "q": wanted.search, **change}
    return {key: value for key, value in query.items() if value}


def _newer(wanted: ConversationFilter, found: ConversationPage) -> dict[str, str | int]:
    """Empty where there is nothing newer. The first page is always that of now."""
    page = max(wanted.page - 1, 1)
    if not found.has_newer:
        return _address(wanted, page=page) if wanted.page > 1 else {}
    if page == 1 or not found.rows:
        return _address(wanted, page=page)
    return _address(wanted, page=page, before=str(found.rows[0].cursor))


def _older(wanted: ConversationFilter, found: ConversationPage) -> dict[str, str | int]:
    """Empty where there is nothing older."""
    if not found.has_older or not found.rows or wanted.page >= LAST_PAGE:
        return {}
    return _address(wanted, page=wanted.page + 1, after=str(found.rows[-1].cursor))


def _numbers(counts: dict[str, int] | None) -> dict[str, str]:
    """How many there are of each status, and of all, as they are read. Nothing where nobody has counted."""
    if counts is None:
        return {}
    every = {"": sum(counts.values()), **{status: counts.get(status, 0) for status in STATUSES}}
    is_more = any(number > COUNTED for number in counts.values())
    return {
        key: f"{COUNTED:,}+" if number > COUNTED and (key or is_more) else str(number)
        for key, number in every.items()
    }


async def _rows(
    desk: Desk, found: ConversationPage, local: LocalFormat, now: datetime
) -> list[ConversationRow]:
    """The conversations of the page with their customers' names and last words, in its order."""
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
    return [_row(rows[one.id], vaults[one.id], local, now) for one in found.rows if one.id in rows]


def _row(row: SqlRow[Any], vault: Vault, local: LocalFormat, now: datetime) -> ConversationRow:
    conversation: Conversation = row[0]
    return ConversationRow(
        id=conversation.id,
        who=row.who or "Visitor",
        status=conversation.status,
        outcome=conversation.outcome or "",
        last_role=row.role or "",
        snippet=_snippet(row.role or "", vault.reveal(row.text or "")),
        at=conversation.last_message_at,
        when=local.when(conversation.last_message_at, now),
    )


def _snippet(role: str, text: str) -> str:
    """One line; what assistants stress is not stressed here."""
    plain = text if role == CUSTOMER else text.replace("**", "")
    return " ".join(plain.split())[:LONGEST_SNIPPET]
