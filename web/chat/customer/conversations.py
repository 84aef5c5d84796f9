"""Conversations: opened by a customer's page, looked at again after a reload."""

from typing import Annotated, Any

from litestar import Request, Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, JSONBody
from msgspec import Meta, Struct
from redis.exceptions import RedisError

from agent.conversation.conversation import CLOSED
from agent.intake.conversation_token import AuthenticatedConversation
from agent.intake.conversation_view import ConversationView, iso_timestamp, message_view
from agent.intake.end import end_conversation
from agent.intake.reception import Reception, Visitor
from agent.live_stream.stream import ConversationLog
from agent.turns.stop import cancel_run
from booking_core.catalogue.catalogue import Catalogue
from booking_core.core import BookingCore
from booking_core.errors import NotFound
from booking_core.input.web_address import split_address
from web.chat.customer.bearer import own_conversation
from web.chat.limits import must_be_let_open, origin_of
from web.context import AppContext

Short = Annotated[str, Meta(max_length=64)]


class OpenConversation(Struct, forbid_unknown_fields=True):
    """``page`` is the address of the page the widget stands on; one that cannot be read is left out."""

    organization_id: Short
    locale: Annotated[str, Meta(max_length=35)] | None = None
    time_zone: Short | None = None
    page: Annotated[str, Meta(max_length=2048)] | None = None


@post("/", status_code=201)
async def open_conversation(
    request: Request[Any, Any, Any], data: JSONBody[OpenConversation], context: NamedDependency[AppContext]
) -> dict[str, Any]:
    origin = origin_of(request, context.settings)
    catalogue = await context.core.catalogue_of(data.organization_id)
    await must_be_let_open(context.core.redis, catalogue.organization, origin)
    page = data.page if data.page and split_address(data.page) else None
    visitor = Visitor(data.locale, data.time_zone, page, origin.address, origin.network)
    opened = await context.reception.open(data.organization_id, visitor, catalogue)
    return {
        "conversation_id": opened.conversation.id,
        "token": opened.token,
        "greeting": opened.greeting.text,
        "blocks": opened.greeting.blocks,
        "organization": organization_view(catalogue),
        "cursor": await context.log.begin(opened.conversation.id),
    }


@get("/{conversation_id:str}", dependencies={"conversation": Provide(own_conversation)})
async def show_conversation(
    conversation: NamedDependency[AuthenticatedConversation],
    reception: NamedDependency[Reception],
    log: NamedDependency[ConversationLog],
) -> dict[str, Any]:
    # The cursor first: what is written meanwhile is in the stream after it, and told twice rather than not at
    # all.
    cursor = await cursor_of(log, conversation.id)
    return conversation_view(await reception.view(conversation.id), cursor, reception.core)


@post(
    "/{conversation_id:str}/runs/{run_id:str}/cancel",
    status_code=202,
    dependencies={"conversation": Provide(own_conversation)},
)
async def cancel(
    conversation: NamedDependency[AuthenticatedConversation],
    run_id: FromPath[str],
    core: NamedDependency[BookingCore],
    log: NamedDependency[ConversationLog],
) -> dict[str, Any]:
    """Whether it could still be stopped is said by ``status``: what had ended by then is ``completed``, with
    its answer told."""
    status = await cancel_run(core, log, conversation.id, run_id)
    if status is None:
        raise NotFound("There is no such run in this conversation.")
    return {"run_id": run_id, "status": status}


@post("/{conversation_id:str}/end", status_code=200, dependencies={"conversation": Provide(own_conversation)})
async def end(
    conversation: NamedDependency[AuthenticatedConversation],
    core: NamedDependency[BookingCore],
    log: NamedDependency[ConversationLog],
) -> dict[str, Any]:
    """The customer has had enough. Saying so again changes nothing."""
    await end_conversation(core, log, conversation.id)
    return {"conversation_id": conversation.id, "status": CLOSED}


async def cursor_of(log: ConversationLog, conversation_id: str) -> str:
    """Where the stream stands; empty while Redis is away, which makes the next reader begin with a
    snapshot."""
    try:
        return await log.cursor(conversation_id)
    except (RedisError, OSError):
        return ""


def conversation_view(view: ConversationView, cursor: str, core: BookingCore) -> dict[str, Any]:
    """What the customer's page needs to stand where it stood, and the cursor to go on from."""
    run, state = view.run, view.state
    writing = run and {
        "run_id": run.id,
        "epoch": run.epoch,
        "message_id": run.answer_id,
        "text": run.text,
        "seq": run.seq,
    }
    held, locale = state.hold_expires_at, state.locale or view.conversation.locale
    return {
        "conversation_id": view.conversation.id,
        "status": view.conversation.status,
        "locale": locale,
        "organization": organization_view(view.catalogue.in_language(locale)),
        "messages": [message_view(message) for message in view.messages],
        "run": writing,
        "hold": {"expires_at": held.isoformat()} if held and held > core.clock.now() else None,
        "cursor": cursor,
        "server_time": iso_timestamp(core.clock.now()),
    }


def organization_view(catalogue: Catalogue) -> dict[str, Any]:
    organization = catalogue.organization
    return {
        "name": organization.name,
        "locale": organization.locale,
        "time_zone": organization.time_zone,
        "phone": organization.phone,
        "email": organization.email,
    }


ROUTER = Router("/chat/v1/conversations", route_handlers=[open_conversation, show_conversation, cancel, end])
