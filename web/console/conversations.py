"""The list of conversations: who is talking, who waits for a person, and what came of it."""

from datetime import datetime
from typing import Annotated, Any, TypeVar

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromQuery, QueryParameter
from msgspec import Struct
from sqlalchemy import ColumnElement, Row, Select, exists, func, or_, select, true

from agent.conversation import BOT, CLOSED, CUSTOMER, PERSON, WAITING, Conversation, Message
from agent.personal import NAME
from agent.vault import PersonalValue, Vault, vaults_of
from booking_core.core import BookingCore
from booking_core.customers import Customer
from booking_core.desk import Desk
from web.console.pages import PageRequest, live_page
from web.console.signed_in import SignedIn
from web.console.wall import Wall

STATUSES = {WAITING: "Waiting", BOT: "Assistant", PERSON: "Person", CLOSED: "Closed"}
OUTCOMES = {"booked": "Booked", "moved": "Moved", "cancelled": "Cancelled", "handed_over": "Handed over"}
NOTHING = "none"
ON_A_PAGE = 25
LAST_PAGE = 400
LONGEST_SEARCH = 200
LONGEST_SNIPPET = 160

Rows = TypeVar("Rows", bound=Select[*tuple[Any, ...]])
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


class Asked(Struct, frozen=True):
    """What the list is narrowed to; anything unknown narrows nothing."""

    status: str = ""
    outcome: str = ""
    search: str = ""
    page: int = 1

    def address(self, **change: str | int) -> dict[str, str | int]:
        """The query of this list with something changed, back on the first page unless a page is asked for."""
        query = {"status": self.status, "outcome": self.outcome, "q": self.search, **change}
        return {key: value for key, value in query.items() if value}


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
) -> Response[str]:
    asked = Asked(
        status=status if status in STATUSES else "",
        outcome=outcome if outcome in {*OUTCOMES, NOTHING} else "",
        # PostgreSQL's text holds every character but one.
        search=q.replace("\0", "").strip()[:LONGEST_SEARCH],
        page=page,
    )
    async with core.desk(operator.organization_id, operator.actor) as desk:
        rows = await _rows(desk, asked)
        counts = await _counts(desk, asked)
    return live_page(
        request,
        operator,
        "conversations",
        every_s=4,
        narrows=True,
        asked=asked,
        rows=rows[:ON_A_PAGE],
        has_more=len(rows) > ON_A_PAGE and page < LAST_PAGE,
        counts=counts,
        total=sum(counts.values()),
        statuses=STATUSES,
        outcomes={**OUTCOMES, NOTHING: "Nothing yet"},
    )


async def _rows(desk: Desk, asked: Asked) -> list[ConversationRow]:
    """A page of the list and one row more, if there is more. Whoever waits for a person comes first."""
    last = (
        select(Message.role, Message.text)
        .where(Message.conversation_id == Conversation.id)
        .order_by(Message.position.desc())
        .limit(1)
        .lateral()
    )
    statement = (
        _narrowed(select(Conversation, WHO.label("who"), last.c.role, last.c.text), desk, asked)
        .outerjoin(last, onclause=true())
        .order_by((Conversation.status == WAITING).desc(), Conversation.last_message_at.desc())
        .order_by(Conversation.id)
        .limit(ON_A_PAGE + 1)
        .offset((asked.page - 1) * ON_A_PAGE)
    )
    if asked.status:
        statement = statement.where(Conversation.status == asked.status)
    wall, now = Wall.of(desk.catalogue.organization), desk.clock.now()
    found = (await desk.session.execute(statement)).all()
    vaults = await vaults_of(desk.session, [row[0] for row in found])
    return [_row(row, vaults[row[0].id], wall, now) for row in found]


async def _counts(desk: Desk, asked: Asked) -> dict[str, int]:
    """How many there are of each status, within the search and the outcome."""
    statement = _narrowed(select(Conversation.status, func.count()), desk, asked).group_by(
        Conversation.status
    )
    return {row[0]: row[1] for row in await desk.session.execute(statement)}


def _narrowed(statement: Rows, desk: Desk, asked: Asked) -> Rows:
    statement = statement.outerjoin(Customer, Customer.id == Conversation.customer_id).where(
        Conversation.organization_id == desk.organization_id
    )
    if asked.outcome:
        wanted = None if asked.outcome == NOTHING else asked.outcome
        statement = statement.where(Conversation.outcome.is_not_distinct_from(wanted))
    return statement.where(_says(asked.search)) if asked.search else statement


def _says(search: str) -> ColumnElement[bool]:
    """Whether anybody said this, or the customer is called this. Wildcards of SQL are letters here."""
    said = exists().where(
        Message.conversation_id == Conversation.id, Message.text.icontains(search, autoescape=True)
    )
    told = exists().where(
        PersonalValue.conversation_id == Conversation.id,
        PersonalValue.value.icontains(search, autoescape=True),
    )
    return or_(said, told, WHO.icontains(search, autoescape=True))


def _row(row: Row[Any], vault: Vault, wall: Wall, now: datetime) -> ConversationRow:
    conversation: Conversation = row[0]
    return ConversationRow(
        id=conversation.id,
        who=row.who or "Visitor",
        status=conversation.status,
        outcome=conversation.outcome or "",
        last_role=row.role or "",
        snippet=_snippet(row.role or "", vault.reveal(row.text or "")),
        at=conversation.last_message_at,
        when=wall.when(conversation.last_message_at, now),
    )


def _snippet(role: str, text: str) -> str:
    """One line; what assistants stress is not stressed here."""
    plain = text if role == CUSTOMER else text.replace("**", "")
    return " ".join(plain.split())[:LONGEST_SNIPPET]
