"""A conversation: what the customer saw, beside what happened, turn by turn, and the appointments that came
of it."""

from typing import Any

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath
from sqlalchemy import select, text

from agent.conversation.conversation import Conversation
from agent.conversation.vault import Vault
from agent.privacy.personal import NAME
from booking_core.appointments.find import customers_by_id
from booking_core.core import BookingCore
from booking_core.customers.customer import Customer
from booking_core.desk import Desk
from booking_core.errors import NotFound
from booking_core.input.web_address import shown_address
from web.console.access.signed_in import SignedIn
from web.console.conversations.hand_over.waiting import person_wanted
from web.console.conversations.list_links import STATUSES
from web.console.conversations.list_page import OUTCOMES
from web.console.conversations.outcomes import appointments_of
from web.console.conversations.reading import note_reading
from web.console.conversations.step_labels import WORDS_OF_A_TRANSCRIPT
from web.console.conversations.turns import turns_of
from web.console.rendering.formatting import LocalFormat
from web.console.rendering.page import PageRequest, has_seen, live_page, no_change
from web.console.words.translate import gettext

# Another after every change of anything the page shows: asked for every three seconds, it is a tenth of
# reading and drawing all of it.
VERSION = text(
    "SELECT concat_ws('|', conversations.xmin, customers.xmin, organizations.revision,"
    " (SELECT string_agg(CAST(xmin AS text), ',' ORDER BY position) FROM messages WHERE conversation_id = "
    "conversations.id),"
    " (SELECT string_agg(CAST(xmin AS text), ',' ORDER BY id) FROM runs WHERE conversation_id = "
    "conversations.id),"
    " (SELECT count(*) FROM steps WHERE conversation_id = conversations.id),"
    " (SELECT count(*) FROM personal_values WHERE conversation_id = conversations.id),"
    " (SELECT string_agg(CAST(appointments.xmin AS text), ',' ORDER BY appointments.id) FROM appointments "
    "WHERE id IN"
    " (SELECT subject FROM audit WHERE organization_id = :organization AND actor = conversations.id)))"
    " FROM conversations JOIN organizations ON organizations.id = conversations.organization_id"
    " LEFT JOIN customers ON customers.id = conversations.customer_id"
    " WHERE conversations.id = :id AND conversations.organization_id = :organization"
)
# More than this nobody reads on one page; a customer cannot make the console draw without end.
MOST_MESSAGES = 300


@get("/conversations/{conversation_id:str}")
async def transcript_page(
    request: PageRequest,
    conversation_id: FromPath[str],
    core: NamedDependency[BookingCore],
    operator: NamedDependency[SignedIn],
) -> Response[str]:
    """404 for an unknown conversation and for another organization's alike. That it was read is noted."""
    async with core.desk(operator.organization_id, operator.actor) as desk:
        shown = {"organization": desk.organization_id, "id": conversation_id}
        version = str(await desk.session.scalar(VERSION, shown))
        if has_seen(request, version):
            return no_change()
        conversation = await _conversation(desk, conversation_id)
        await note_reading(desk, conversation.id)
        transcript = await _transcript(desk, conversation)
    return live_page(
        request,
        operator,
        "transcript",
        every_s=3,
        version=version,
        statuses=STATUSES,
        outcomes=OUTCOMES,
        **WORDS_OF_A_TRANSCRIPT,
        **transcript,
    )


async def _transcript(desk: Desk, conversation: Conversation) -> dict[str, Any]:
    """What the page shows of a conversation."""
    local = LocalFormat.of(desk.catalogue.organization)
    turns = await turns_of(desk, conversation, local, MOST_MESSAGES)
    customer = await _customer(desk, conversation)
    vault = await Vault.load(desk.session, conversation)
    return {
        "conversation": conversation,
        "who": customer.name if customer else vault.newest(NAME) or gettext("Visitor"),
        "customer": customer,
        "wanted": await person_wanted(desk, conversation, customer, vault, local),
        "page": shown_address(conversation.page or ""),
        "began": local.day_and_time(conversation.created_at),
        "time_zone": local.time_zone,
        "turns": turns,
        "tokens": sum(run.input_tokens + run.output_tokens for turn in turns for run in turn.runs),
        "cut": sum(len(turn.said) for turn in turns) >= MOST_MESSAGES,
        "appointments": await appointments_of(desk, conversation.id),
    }


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
    return (await customers_by_id(desk, [conversation.customer_id])).get(conversation.customer_id)
