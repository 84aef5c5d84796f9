"""Thumbs for an answer: up, down, or none after all."""

from typing import Any

from litestar import Router, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, JSONBody
from msgspec import Struct

from agent.intake.conversation_token import AuthenticatedConversation
from agent.intake.feedback import Rating, rate_answer
from agent.live_stream.stream import ConversationLog
from booking_core.core import BookingCore
from web.chat.customer.bearer import own_conversation


class Feedback(Struct, forbid_unknown_fields=True):
    rating: Rating | None


@post("/", status_code=200)
async def give_feedback(
    data: JSONBody[Feedback],
    message_id: FromPath[str],
    conversation: NamedDependency[AuthenticatedConversation],
    core: NamedDependency[BookingCore],
    log: NamedDependency[ConversationLog],
) -> dict[str, Any]:
    await rate_answer(core, log, conversation.id, message_id, data.rating)
    return {"message_id": message_id, "rating": data.rating}


ROUTER = Router(
    "/chat/v1/conversations/{conversation_id:str}/messages/{message_id:str}/feedback",
    route_handlers=[give_feedback],
    dependencies={"conversation": Provide(own_conversation)},
)
