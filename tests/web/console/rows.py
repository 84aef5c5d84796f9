"""Rows of conversations as the console reads them."""

from datetime import UTC, datetime, timedelta
from typing import Any

from agent.conversation.conversation import Conversation, Message, Run, Step
from agent.conversation.personal_value import PersonalValue
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id, new_secret
from tests.cast import at


def conversation(salon: DemoSalon, **facts: Any) -> Conversation:
    facts = {"status": "bot", "state": {}, "outcome": None, "last_message_at": at(0, 8), **facts}
    return Conversation(
        **{
            "id": new_id("cnv"),
            "organization_id": salon.organization_id,
            "token_hash": new_secret(),
            "locale": "en",
            "created_at": at(0, 7, 58),
            **facts,
        }
    )


def message(of: Conversation, role: str, text: str, *blocks: dict[str, Any], **facts: Any) -> Message:
    return Message(
        **{
            "id": new_id("msg"),
            "organization_id": of.organization_id,
            "conversation_id": of.id,
            "role": role,
            "text": text,
            "blocks": list(blocks),
            "created_at": at(0, 8),
            **facts,
        }
    )


def personal_name(of: Conversation, name: str) -> PersonalValue:
    """What the customer of a conversation is called."""
    return PersonalValue(
        conversation_id=of.id,
        organization_id=of.organization_id,
        kind="name",
        number=1,
        value=name,
        normal=name,
    )


def run(of: Conversation, message: Message, **facts: Any) -> Run:
    begun = message.created_at + timedelta(milliseconds=40)
    return Run(
        **{
            "id": new_id("run"),
            "organization_id": of.organization_id,
            "conversation_id": of.id,
            "message_id": message.id,
            "answer_id": new_id("msg"),
            "status": "completed",
            "engine": "guided",
            "input_tokens": 812,
            "output_tokens": 64,
            "created_at": message.created_at,
            "started_at": begun,
            "ended_at": begun + timedelta(milliseconds=640),
            **facts,
        }
    )


def step(of: Run, kind: str, name: str, **facts: Any) -> Step:
    return Step(
        **{
            "organization_id": of.organization_id,
            "conversation_id": of.conversation_id,
            "run_id": of.id,
            "kind": kind,
            "name": name,
            "ok": True,
            "arguments": {},
            "result": {},
            "took_ms": 12,
            "at": datetime(2026, 11, 23, 7, tzinfo=UTC),
            **facts,
        }
    )
