"""Ratings (thumbs) that customers give answers, stored with the message for the operators."""

from typing import Literal

from sqlalchemy import update

from agent.conversation.conversation import ASSISTANT, Message
from agent.live_stream.stream import ConversationLog
from booking_core.core import BookingCore
from booking_core.errors import NotFound

Rating = Literal["up", "down"]


async def rate_answer(
    core: BookingCore, log: ConversationLog, conversation_id: str, message_id: str, rating: Rating | None
) -> None:
    """Store the rating of an answer; None removes it. Raises ``NotFound`` where the message is not an answer
    of this conversation."""
    rated = update(Message).where(
        Message.id == message_id, Message.conversation_id == conversation_id, Message.role == ASSISTANT
    )
    async with core.sessions() as session, session.begin():
        if await session.scalar(rated.values(feedback=rating).returning(Message.id)) is None:
            raise NotFound("There is no such answer.")
    await log.append(conversation_id, [("feedback.recorded", {"message_id": message_id, "rating": rating})])
