"""The rows of an answer: what a turn writes at its end.

Most turns write nothing else, so that they take one statement; it writes all of it, or nothing where a newer
attempt has taken over.
"""

from sqlalchemy import text

from agent.conversation.fence import IS_OURS
from booking_core.storage.statements import Statement

# A turn ends once: who has ended it, without having heard so, writes nothing the second time. The steps are
# numbered as they happened.
END_TURN = Statement(
    "WITH ours AS ("
    "UPDATE conversations SET state = CAST(:state AS json), last_message_at = :now,"
    " status = CASE WHEN :handed_over THEN 'waiting' ELSE status END,"
    " outcome = coalesce(CAST(:outcome AS text), CASE WHEN :handed_over THEN 'handed_over' ELSE outcome END)"
    f" WHERE id = :conversation_id AND epoch = :epoch AND {IS_OURS}"
    " AND EXISTS (SELECT FROM runs WHERE runs.id = :run_id AND runs.status = 'running') RETURNING id"
    "), answer AS ("
    "INSERT INTO messages (id, organization_id, conversation_id, role, text, blocks, run_id, created_at)"
    " SELECT :answer_id, :organization_id, id, 'assistant', :answer, CAST(:blocks AS jsonb), :run_id, :now FROM ours"
    "), done AS ("
    "INSERT INTO steps (organization_id, conversation_id, run_id, kind, name, ok, arguments, result, took_ms)"
    " SELECT :organization_id, ours.id, :run_id, step.kind, step.name, step.ok, step.arguments, step.result, step.took_ms"
    " FROM ours, ROWS FROM (jsonb_to_recordset(CAST(:steps AS jsonb)) AS"
    " (kind text, name text, ok boolean, arguments jsonb, result jsonb, took_ms integer))"
    " WITH ORDINALITY AS step (kind, name, ok, arguments, result, took_ms, number) ORDER BY number"
    "), run AS ("
    "UPDATE runs SET status = :status, engine = :engine, text = :text, seq = :seq, outcome = :outcome,"
    " input_tokens = :input_tokens, output_tokens = :output_tokens, ended_at = :now"
    " FROM ours WHERE runs.id = :run_id"
    # Blocks of earlier answers that look different from now on: as they are told to, or closed.
    "), changed AS ("
    "UPDATE messages SET blocks = (SELECT jsonb_agg(CASE WHEN block ->> 'id' = ANY(CAST(:changing AS text[]))"
    " THEN coalesce(CAST(:updated AS jsonb) -> (block ->> 'id'), block || '{\"state\": \"closed\"}') ELSE block END ORDER BY number)"
    " FROM jsonb_array_elements(messages.blocks) WITH ORDINALITY AS shown (block, number))"
    " FROM ours WHERE messages.conversation_id = ours.id AND messages.role = 'assistant' AND EXISTS ("
    "SELECT FROM jsonb_array_elements(messages.blocks) AS block WHERE block ->> 'id' = ANY(CAST(:changing AS text[])))"
    " RETURNING messages.id, messages.position, messages.blocks"
    ") SELECT (SELECT json_agg(json_build_array(id, blocks) ORDER BY position) FROM changed) AS changed FROM ours"
)
TURN_HAS_ENDED = Statement(
    "SELECT FROM runs WHERE id = :run_id AND epoch = :epoch AND status IN ('completed', 'failed')"
)
CUSTOMER_TEXTS = text(
    "SELECT id, text FROM messages WHERE conversation_id = :conversation_id AND role = 'customer'"
)
REPLACE_TEXTS = text(
    "UPDATE messages SET text = now.text FROM jsonb_to_recordset(CAST(:messages AS jsonb)) AS now (id text, text text)"
    " WHERE messages.id = now.id"
)
