"""The rows that a turn writes at its end.

One statement writes all of them, or nothing where a newer attempt has begun; most turns write nothing else.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec
from msgspec import Struct

from agent.conversation.conversation import (
    ASSISTANT,
    Message,
)
from agent.conversation.fence import IS_OURS, Fenced
from agent.conversation.state import ConversationState
from agent.turns.draft_answer import DraftAnswer
from agent.turns.lease import TurnAttempt
from booking_core.storage.statements import Statement

# Idempotent: the run must still be running. Steps are inserted in the order they happened.
END_TURN = Statement(
    "WITH ours AS ("
    "UPDATE conversations SET state = CAST(:state AS json), last_message_at = :now,"
    " status = CASE WHEN :handed_over THEN 'waiting' ELSE status END,"
    " outcome = coalesce(CAST(:outcome AS text), CASE WHEN :handed_over THEN 'handed_over' ELSE outcome END)"
    f" WHERE id = :conversation_id AND epoch = :epoch AND {IS_OURS}"
    " AND EXISTS (SELECT FROM runs WHERE runs.id = :run_id AND runs.status = 'running') RETURNING id"
    "), answer AS ("
    "INSERT INTO messages (id, organization_id, conversation_id, role, text, blocks, run_id, created_at)"
    " SELECT :answer_id, :organization_id, id, 'assistant', :answer, CAST(:blocks AS jsonb), :run_id, :now "
    "FROM ours"
    "), done AS ("
    "INSERT INTO steps (organization_id, conversation_id, run_id, kind, name, ok, arguments, result, "
    "took_ms, at)"
    " SELECT :organization_id, ours.id, :run_id, step.kind, step.name, step.ok, step.arguments, "
    "step.result, step.took_ms, :now"
    " FROM ours, ROWS FROM (jsonb_to_recordset(CAST(:steps AS jsonb)) AS"
    " (kind text, name text, ok boolean, arguments jsonb, result jsonb, took_ms integer))"
    " WITH ORDINALITY AS step (kind, name, ok, arguments, result, took_ms, number) ORDER BY number"
    "), run AS ("
    "UPDATE runs SET status = :status, engine = :engine, text = :text, seq = :seq, outcome = :outcome,"
    " input_tokens = :input_tokens, output_tokens = :output_tokens, ended_at = :now"
    " FROM ours WHERE runs.id = :run_id"
    # Blocks of earlier answers that this one updates or closes.
    "), changed AS ("
    "UPDATE messages SET blocks = (SELECT jsonb_agg(CASE WHEN block ->> 'id' = ANY(CAST(:changing AS text[]))"
    " THEN coalesce(CAST(:updated AS jsonb) -> (block ->> 'id'), block || '{\"state\": \"closed\"}') ELSE "
    "block END ORDER BY number)"
    " FROM jsonb_array_elements(messages.blocks) WITH ORDINALITY AS shown (block, number))"
    " FROM ours WHERE messages.conversation_id = ours.id AND messages.role = 'assistant' AND EXISTS ("
    "SELECT FROM jsonb_array_elements(messages.blocks) AS block WHERE block ->> 'id' = ANY(CAST(:changing "
    "AS text[])))"
    " RETURNING messages.id, messages.position, messages.blocks"
    ") SELECT (SELECT json_agg(json_build_array(id, blocks) ORDER BY position) FROM changed) AS changed "
    "FROM ours"
)
TURN_HAS_ENDED = Statement(
    "SELECT FROM runs WHERE id = :run_id AND epoch = :epoch AND status IN ('completed', 'failed')"
)


class AnswerRows(Struct, frozen=True):
    """A stored answer. ``changed`` are changed blocks of earlier messages, each with its message's id; None
    where all was stored before, and the reply of the database was lost."""

    answer: Message
    changed: list[tuple[str, dict[str, Any]]] | None


def block_changes(ended: Sequence[Any], changing: set[str]) -> list[tuple[str, dict[str, Any]]]:
    """The blocks of earlier messages that ``END_TURN`` changed, each with its message's id. Raises ``Fenced``
    where it wrote nothing."""
    if not ended:
        raise Fenced
    messages = ended[0].changed or ()
    return [
        (message_id, block) for message_id, blocks in messages for block in blocks if block["id"] in changing
    ]


def rows_of_answer(
    run: TurnAttempt, draft: DraftAnswer, state: ConversationState, status: str, now: datetime
) -> tuple[Message, dict[str, Any], set[str]]:
    """The answer, the parameters of ``END_TURN``, and the ids of blocks in earlier answers that it changes.

    ``status`` is that of the run. Empties ``state.closing``.
    """
    answer = Message(
        id=run.answer_id,
        role=ASSISTANT,
        text=draft.text.strip(),
        blocks=draft.blocks,
        created_at=now,
    )
    closing, state.closing = set(state.closing), []
    # Blocks of this answer itself are stored as they are.
    changing = (closing | set(draft.updated)) - {block["id"] for block in draft.blocks}
    return answer, _parameters(run, draft, state, status, answer) | {"changing": list(changing)}, changing


def _parameters(
    run: TurnAttempt, draft: DraftAnswer, state: ConversationState, status: str, answer: Message
) -> dict[str, Any]:
    return {
        "conversation_id": run.conversation_id,
        "epoch": run.epoch,
        "state": _json(draft.vault.conceal_all(state.to_dict())),
        "handed_over": draft.handed_over,
        "outcome": draft.outcome,
        "now": answer.created_at,
        "organization_id": run.organization_id,
        "answer_id": answer.id,
        "answer": answer.text,
        "blocks": _json(answer.blocks),
        "steps": _json(draft.steps),
        "run_id": run.id,
        "status": status,
        "engine": draft.engine,
        "text": draft.text,
        "seq": run.seq,
        "input_tokens": draft.input_tokens,
        "output_tokens": draft.output_tokens,
        "updated": _json(draft.updated),
    }


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()
