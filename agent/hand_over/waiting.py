"""Customers who asked for a person: how many wait, and that somebody of the business has answered them."""

from datetime import datetime

from msgspec import Struct
from sqlalchemy import Select, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from agent.conversation.conversation import BOT, WAITING, Conversation
from booking_core.access.roles import require_role
from booking_core.desk import Desk
from booking_core.errors import NotFound
from booking_core.storage.audit import AuditEntry

ANSWERED, ASKED_AGAIN = "conversation.answered", "conversation.reopened"
# More than this is a number nobody acts on, and would be counted for every page.
MOST_COUNTED = 999


class LastAnswer(Struct, frozen=True):
    """Who said that a customer is answered, and when (UTC)."""

    account_id: str
    at: datetime


async def count_waiting(session: AsyncSession, organization_id: str) -> int:
    """How many customers wait for a person, ``MOST_COUNTED`` at most."""
    waiting = (
        select(Conversation.id)
        .where(Conversation.organization_id == organization_id, Conversation.status == WAITING)
        .limit(MOST_COUNTED)
    )
    return await session.scalar(select(func.count()).select_from(waiting.subquery())) or 0


async def mark_answered(desk: Desk, conversation_id: str) -> None:
    """Nobody waits there any more. Repeating it changes nothing. Raises ``NotAllowed`` and ``NotFound``."""
    require_role(desk.actor.role, "conversation.answer")
    await _turn(desk, conversation_id, WAITING, BOT, ANSWERED)


async def mark_waiting(desk: Desk, conversation_id: str) -> None:
    """Takes ``mark_answered`` back. Of a conversation that nobody has marked so it changes nothing."""
    require_role(desk.actor.role, "conversation.answer")
    if await last_answer(desk, conversation_id) is not None:
        await _turn(desk, conversation_id, BOT, WAITING, ASKED_AGAIN)


async def last_answer(desk: Desk, conversation_id: str) -> LastAnswer | None:
    """None where nobody has answered, or somebody has taken that back."""
    entries = _entries(desk.organization_id, conversation_id)
    found = (await desk.session.scalars(entries.order_by(AuditEntry.id.desc()).limit(1))).first()
    return LastAnswer(found.actor, found.at) if found and found.action == ANSWERED else None


async def count_answers(session: AsyncSession, organization_id: str, conversation_id: str) -> int:
    """How often somebody was answered here: whoever asks again afterwards asks for something new."""
    entries = _entries(organization_id, conversation_id).where(AuditEntry.action == ANSWERED)
    return await session.scalar(select(func.count()).select_from(entries.subquery())) or 0


def _entries(organization_id: str, conversation_id: str) -> Select[AuditEntry]:
    return select(AuditEntry).where(
        AuditEntry.organization_id == organization_id,
        AuditEntry.subject == conversation_id,
        AuditEntry.action.in_((ANSWERED, ASKED_AGAIN)),
    )


async def _turn(desk: Desk, conversation_id: str, before: str, after: str, action: str) -> None:
    here = Conversation.organization_id == desk.organization_id, Conversation.id == conversation_id
    turned = update(Conversation).where(*here, Conversation.status == before).values(status=after)
    if await desk.session.scalar(turned.returning(Conversation.id)) is not None:
        desk.audit(action, conversation_id)
    elif await desk.session.scalar(select(Conversation.id).where(*here)) is None:
        raise NotFound("There is no such conversation.")
