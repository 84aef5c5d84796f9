"""Messages: what a customer types or presses. Taken in at once, answered over the stream."""

from typing import Annotated, Any

from litestar import Request, Router, post
from litestar.di import NamedDependency, Provide
from litestar.exceptions import ClientException
from litestar.params import JSONBody
from msgspec import UNSET, Meta, Struct

from agent.intake.conversation_token import AuthenticatedConversation
from agent.intake.reception import LONGEST_MESSAGE, MessageReceipt
from booking_core.errors import InvalidField
from booking_core.input.pattern_words import ID
from web.api.values.fields import SlotId
from web.chat.customer.bearer import own_conversation
from web.chat.limits import must_be_let_speak, origin_of
from web.chat.slot_ids import chosen_time
from web.context import AppContext


class SendMessage(Struct, forbid_unknown_fields=True):
    """Either ``text``, or the ``input_id`` of a button or form with its ``payload``, or the ``slot_id`` of a
    free time, for ``party_size`` people. ``client_msg_id`` makes it safe to send again."""

    client_msg_id: Annotated[str, Meta(min_length=1, max_length=64, pattern=ID)]
    text: str | None = None
    input_id: Annotated[str, Meta(max_length=64)] | None = None
    payload: dict[str, Any] | None = None
    slot_id: SlotId | None = None
    party_size: Annotated[int, Meta(ge=1, le=1000)] = 1


# Few dependencies, one after the other: the framework gives those it may resolve at once a task each.
@post("/", status_code=202)
async def send_message(
    request: Request[Any, Any, Any],
    data: JSONBody[SendMessage],
    conversation: NamedDependency[AuthenticatedConversation],
    context: NamedDependency[AppContext],
) -> MessageReceipt:
    if [data.text, data.input_id, data.slot_id].count(None) != 2:
        raise InvalidField("text", "Send either a text, or the id of a button or a time.")
    text = readable(data.text) if data.text is not None else ""
    core, origin = context.core, origin_of(request, context.settings)
    catalogue = await core.catalogue_of(conversation.organization_id, conversation.revision)
    slot_id, party_size = data.slot_id, data.party_size
    time = UNSET if slot_id is None else chosen_time(context, catalogue, slot_id, party_size)
    await must_be_let_speak(core.redis, catalogue.organization, conversation.id, origin, core.clock.now())
    return await context.reception.receive(
        conversation,
        data.client_msg_id,
        text=text,
        input_id=data.input_id,
        payload=data.payload,
        time=time,
    )


def readable(text: str) -> str:
    """The text as it is kept. Raises ``InvalidField`` for nothing at all, and 413 for more than anybody
    reads."""
    if len(text) > LONGEST_MESSAGE:
        raise ClientException(f"A message has at most {LONGEST_MESSAGE} characters.", status_code=413)
    # NUL and lone surrogates cannot be kept in PostgreSQL, and nobody types them.
    kept = text.replace("\x00", "").encode("utf-8", "ignore").decode().strip()
    if not kept:
        raise InvalidField("text", "Please write something.", code="missing_fields")
    return kept


ROUTER = Router(
    "/chat/v1/conversations/{conversation_id:str}/messages",
    route_handlers=[send_message],
    dependencies={"conversation": Provide(own_conversation)},
)
