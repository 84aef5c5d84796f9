"""Booking cards in conversations: each shows the current state of its appointment, whoever changed it.

A turn that changes an appointment updates the cards of its own conversation; any other change does so in a
job.
"""

from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from agent.conversation.conversation import Conversation
from agent.conversation.vault import Vault
from agent.live_stream.stream import ConversationLog
from agent.ui_blocks.current_cards import FINAL, REPLACED, Card, current_cards, final_card
from booking_core.appointments.appointment import CANCELLED, Appointment
from booking_core.appointments.by_link.outcome import Outcome, outcome_of_appointment
from booking_core.core import BookingCore
from booking_core.storage.audit import CHAT, AuditEntry

SELECT_CARDS = text(
    "SELECT messages.id, block FROM messages, jsonb_array_elements(blocks) WITH ORDINALITY AS shown (block, "
    "number)"
    " WHERE conversation_id = :conversation_id AND role = 'assistant' AND block ->> 'type' = 'booking_card'"
    " AND block ->> 'appointment_id' = :appointment_id ORDER BY position, number"
)
LOCK_CARD_MESSAGES = text(
    "SELECT id FROM messages WHERE conversation_id = :conversation_id AND role = 'assistant'"
    " AND blocks @> CAST(:card AS jsonb) ORDER BY position FOR UPDATE"
)
UPDATE_CARDS = text(
    "UPDATE messages SET blocks = (SELECT jsonb_agg(coalesce(CAST(:cards AS jsonb) -> (block ->> 'id'), "
    "block) ORDER BY number)"
    " FROM jsonb_array_elements(messages.blocks) WITH ORDINALITY AS shown (block, number)) WHERE id = "
    "ANY(CAST(:ids AS text[]))"
)


async def cards_after_change(
    session: AsyncSession, conversation_id: str, appointment: Appointment, deed: str
) -> list[Card]:
    """The earlier cards of an appointment that this conversation has just changed (``deed``: book, move or
    cancel), as they are now. The caller adds a new card after them."""
    key = {"conversation_id": conversation_id, "appointment_id": appointment.id}
    shown = [row.block for row in await session.execute(SELECT_CARDS, key)]
    status = CANCELLED if deed == "cancel" else REPLACED
    return [final_card(card, status) for card in shown if card["status"] not in FINAL]


async def refresh_cards(core: BookingCore, log: ConversationLog, appointment_id: str) -> None:
    """Update the cards of an appointment in all conversations that booked or changed it. Idempotent."""
    async with core.sessions() as session:
        appointment = await session.get(Appointment, appointment_id)
        if appointment is None:
            return
        chats = select(AuditEntry.actor).where(
            AuditEntry.organization_id == appointment.organization_id,
            AuditEntry.subject == appointment_id,
            AuditEntry.door == CHAT,
        )
        conversation_ids = sorted(set(await session.scalars(chats)))
    for conversation_id in conversation_ids:
        changed = await _refresh(core, conversation_id, appointment_id)
        events = [
            ("message.block.updated", {"message_id": message_id, "block": card})
            for message_id, card in changed
        ]
        await log.append(conversation_id, events)


async def _refresh(core: BookingCore, conversation_id: str, appointment_id: str) -> list[tuple[str, Card]]:
    """Update the cards of one conversation; returns those that changed, with their messages' ids."""
    key = {"conversation_id": conversation_id, "appointment_id": appointment_id}
    async with core.sessions() as session, session.begin():
        card = [{"type": "booking_card", "appointment_id": appointment_id}]
        await session.execute(LOCK_CARD_MESSAGES, {"conversation_id": conversation_id, "card": _json(card)})
        shown = [(row.id, row.block) for row in await session.execute(SELECT_CARDS, key)]
        conversation = await session.get(Conversation, conversation_id)
        # Read after the lock: a later change of the appointment defers a job of its own.
        appointment = await session.get(Appointment, appointment_id, populate_existing=True)
        if conversation is None or appointment is None or not shown:
            return []
        current = await _current_cards(core, session, conversation, appointment, [card for _, card in shown])
        changed = [
            (message_id, now)
            for (message_id, before), now in zip(shown, current, strict=True)
            if now != before
        ]
        if changed:
            cards = {one["id"]: one for _, one in changed}
            ids = sorted({message_id for message_id, _ in changed})
            await session.execute(UPDATE_CARDS, {"cards": _json(cards), "ids": ids})
    return changed


async def _current_cards(
    core: BookingCore,
    session: AsyncSession,
    conversation: Conversation,
    appointment: Appointment,
    shown: Sequence[Card],
) -> list[Card]:
    """``current_cards`` as they are stored: in the conversation's language, without personal values."""
    catalogue = await core.catalogue(session, appointment.organization_id)
    vault = await Vault.load(session, conversation)
    locale = conversation.state.get("locale") or conversation.locale
    is_told = appointment.status == CANCELLED or appointment.is_displaced
    outcome = await outcome_of_appointment(session, appointment) if is_told else Outcome()
    said = catalogue.in_language(locale)
    cards = current_cards(said, appointment, shown, locale, outcome, core.calendar_links)
    return [vault.conceal_all(one) for one in cards]


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()
