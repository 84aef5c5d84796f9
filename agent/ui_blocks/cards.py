"""Booking cards in conversations: each shows what has become of its appointment, whoever changed it.

A turn that changes an appointment updates the cards that stand in its own conversation; a change made
anywhere else does so by a job.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from agent.conversation.conversation import Conversation
from agent.conversation.vault import Vault
from agent.languages import sentences_in
from agent.live_stream.stream import ConversationLog
from agent.ui_blocks import blocks
from booking_core.appointments.appointment import CANCELLED, CONFIRMED, PENDING, Appointment
from booking_core.catalogue.catalogue import Catalogue
from booking_core.core import BookingCore
from booking_core.storage.audit import CHAT, AuditEntry

Card = dict[str, Any]
MOVED, REPLACED, DECLINED = "rescheduled", "replaced", "declined"
# A card that says one of these says so for good.
FINAL = frozenset({CANCELLED, REPLACED, DECLINED})
SELECT_CARDS = text(
    "SELECT messages.id, block FROM messages, jsonb_array_elements(blocks) WITH ORDINALITY AS shown (block, number)"
    " WHERE conversation_id = :conversation_id AND role = 'assistant' AND block ->> 'type' = 'booking_card'"
    " AND block ->> 'appointment_id' = :appointment_id ORDER BY position, number"
)
LOCK_CARD_MESSAGES = text(
    "SELECT id FROM messages WHERE conversation_id = :conversation_id AND role = 'assistant'"
    " AND blocks @> CAST(:card AS jsonb) ORDER BY position FOR UPDATE"
)
UPDATE_CARDS = text(
    "UPDATE messages SET blocks = (SELECT jsonb_agg(coalesce(CAST(:cards AS jsonb) -> (block ->> 'id'), block) ORDER BY number)"
    " FROM jsonb_array_elements(messages.blocks) WITH ORDINALITY AS shown (block, number)) WHERE id = ANY(CAST(:ids AS text[]))"
)


async def cards_after_change(
    session: AsyncSession, conversation_id: str, appointment: Appointment, deed: str
) -> list[Card]:
    """The cards that stood before a ``deed`` of this conversation, as they are after it; the deed's own card
    follows them."""
    asked = {"conversation_id": conversation_id, "appointment_id": appointment.id}
    shown = [row.block for row in await session.execute(SELECT_CARDS, asked)]
    status = CANCELLED if deed == "cancel" else REPLACED
    return [_final_card(card, status) for card in shown if card["status"] not in FINAL]


async def refresh_cards(core: BookingCore, log: ConversationLog, appointment_id: str) -> None:
    """Bring the cards of an appointment up to date wherever it was booked or changed in a chat. Repeating it
    changes nothing."""
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
        told = [
            ("message.block.updated", {"message_id": message_id, "block": card})
            for message_id, card in changed
        ]
        await log.append(conversation_id, told)


async def _refresh(core: BookingCore, conversation_id: str, appointment_id: str) -> list[tuple[str, Card]]:
    """The cards of one conversation that have changed, by their messages."""
    asked = {"conversation_id": conversation_id, "appointment_id": appointment_id}
    async with core.sessions() as session, session.begin():
        card = [{"type": "booking_card", "appointment_id": appointment_id}]
        await session.execute(
            LOCK_CARD_MESSAGES,
            {"conversation_id": conversation_id, "card": msgspec.json.encode(card).decode()},
        )
        shown = [(row.id, row.block) for row in await session.execute(SELECT_CARDS, asked)]
        conversation = await session.get(Conversation, conversation_id)
        # Read after the lock: whoever changes it next brings a job of its own.
        appointment = await session.get(Appointment, appointment_id, populate_existing=True)
        if conversation is None or appointment is None or not shown:
            return []
        catalogue = await core.catalogue(session, appointment.organization_id)
        vault = await Vault.load(session, conversation)
        locale = conversation.state.get("locale") or conversation.locale
        current = list(
            current_cards(
                catalogue,
                appointment,
                [card for _, card in shown],
                locale,
                await _was_declined(session, appointment),
            )
        )
        changed = [
            (message_id, vault.conceal_all(now))
            for (message_id, before), now in zip(shown, current, strict=True)
            if vault.conceal_all(now) != before
        ]
        if changed:
            cards = {one["id"]: one for _, one in changed}
            ids = sorted({message_id for message_id, _ in changed})
            await session.execute(UPDATE_CARDS, {"cards": msgspec.json.encode(cards).decode(), "ids": ids})
    return changed


def current_cards(
    catalogue: Catalogue, appointment: Appointment, shown: Sequence[Card], locale: str, was_declined: bool
) -> Iterator[Card]:
    """What each of these cards of one appointment, oldest first, is to show now. The newest shows the
    appointment itself."""
    for number, card in enumerate(shown, start=1):
        is_newest = number == len(shown)
        if card["status"] in FINAL and not (is_newest and card["status"] == REPLACED):
            yield card
        elif appointment.status == CANCELLED:
            yield _final_card(card, DECLINED if was_declined else CANCELLED)
        elif not is_newest and datetime.fromisoformat(card["start"]) != appointment.starts_at:
            yield _final_card(card, REPLACED)
        else:
            yield _current_card(catalogue, appointment, card, locale)


def _current_card(catalogue: Catalogue, appointment: Appointment, card: Card, locale: str) -> Card:
    """The card of the appointment as it stands, in the place of this one."""
    is_moved = card["status"] == MOVED or datetime.fromisoformat(card["start"]) != appointment.starts_at
    status = MOVED if is_moved and appointment.status == CONFIRMED else appointment.status
    title = card_title(locale, appointment)
    built = blocks.booking_card(catalogue, appointment, title, status, locale)
    return built | {"id": card["id"], "state": card["state"]}


def card_title(locale: str, appointment: Appointment) -> str:
    """What a card is of: an appointment, or what was only asked for."""
    says = sentences_in(locale)
    title: str = says.DEED_DONE["ask"][0] if appointment.status == PENDING else says.YOUR_BOOKING
    return title


def _final_card(card: Mapping[str, Any], status: str) -> Card:
    return {**card, "status": status, "calendar": None}


async def _was_declined(session: AsyncSession, appointment: Appointment) -> bool:
    entries = select(AuditEntry.details).where(
        AuditEntry.organization_id == appointment.organization_id, AuditEntry.subject == appointment.id
    )
    return any(details.get("declined") for details in await session.scalars(entries))
