"""A conversation: what the customer saw, beside what happened, turn by turn, and the appointments that came of it."""

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath
from sqlalchemy import select

from agent.conversation import Conversation
from agent.personal import NAME
from agent.vault import Vault
from booking_core.core import BookingCore
from booking_core.customers import Customer
from booking_core.desk import Desk
from booking_core.errors import NotFound
from web.console.conversations import OUTCOMES, STATUSES
from web.console.outcomes import appointments_of
from web.console.pages import PageRequest, live_page
from web.console.signed_in import SignedIn
from web.console.turns import turns_of
from web.console.wall import Wall

# More than this nobody reads on one page; a customer cannot make the console draw without end.
MOST_MESSAGES = 300


@get("/conversations/{conversation_id:str}")
async def transcript_page(
    request: PageRequest,
    conversation_id: FromPath[str],
    core: NamedDependency[BookingCore],
    operator: NamedDependency[SignedIn],
) -> Response[str]:
    """404 for an unknown conversation and for another organization's alike."""
    async with core.desk(operator.organization_id, operator.actor) as desk:
        conversation = await _conversation(desk, conversation_id)
        wall = Wall.of(desk.catalogue.organization)
        turns = await turns_of(desk, conversation, wall, MOST_MESSAGES)
        appointments = await appointments_of(desk, conversation.id)
        customer = await _customer(desk, conversation)
        vault = await Vault.opened(desk.session, conversation)
    return live_page(
        request,
        operator,
        "transcript",
        every_s=3,
        conversation=conversation,
        who=customer.name if customer else vault.newest(NAME) or "Visitor",
        customer=customer,
        began=wall.day_and_time(conversation.created_at),
        time_zone=wall.time_zone,
        turns=turns,
        tokens=sum(run.input_tokens + run.output_tokens for turn in turns for run in turn.runs),
        cut=sum(len(turn.said) for turn in turns) >= MOST_MESSAGES,
        appointments=appointments,
        statuses=STATUSES,
        outcomes=OUTCOMES,
    )


async def _conversation(desk: Desk, conversation_id: str) -> Conversation:
    found = await desk.session.scalar(
        select(Conversation).where(
            Conversation.organization_id == desk.organization_id, Conversation.id == conversation_id
        )
    )
    if found is None:
        raise NotFound("There is no such conversation.")
    return found


async def _customer(desk: Desk, conversation: Conversation) -> Customer | None:
    if conversation.customer_id is None:
        return None
    return await desk.session.scalar(
        select(Customer).where(
            Customer.organization_id == desk.organization_id, Customer.id == conversation.customer_id
        )
    )
