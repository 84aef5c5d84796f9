"""All that is known of one customer, as JSON: what an erasure forgets, without secrets.

Left out are hashes, which tell nobody anything, and copies: answers kept for programs that repeat a request.
"""

from typing import Any

from sqlalchemy import text

from agent.data_retention.known import Known, find_known, must_be_allowed
from booking_core.desk import Desk

EXPORTED_EVENT = "customer.export"
# Each part by the ids it is found by.
PARTS = {
    name: text(statement)
    for name, statement in {
        "customers": "SELECT to_jsonb(t) - 'organization_id' FROM customers t WHERE id = ANY (:customers)",
        "appointments": "SELECT to_jsonb(t) - ARRAY['organization_id', 'block_id', 'hold_id']"
        " FROM appointments t WHERE id = ANY (:appointments) ORDER BY starts_at",
        "what_happened_to_appointments": "SELECT jsonb_build_object('appointment', subject, 'at', at,"
        " 'action', action, 'reason', details ->> 'reason') FROM audit t"
        " WHERE organization_id = :organization AND subject = ANY (:appointments) ORDER BY id",
        "conversations": "SELECT to_jsonb(t) - ARRAY['organization_id', 'token_hash', 'address_hash',"
        " 'network_hash', 'epoch'] FROM conversations t WHERE id = ANY (:conversations) ORDER BY created_at",
        "given_in_conversations": "SELECT to_jsonb(t) - 'organization_id' FROM personal_values t"
        " WHERE conversation_id = ANY (:conversations) ORDER BY conversation_id, kind, number",
        "messages": "SELECT to_jsonb(t) - 'organization_id' FROM messages t"
        " WHERE conversation_id = ANY (:conversations) ORDER BY position",
        "turns": "SELECT to_jsonb(t) - ARRAY['organization_id', 'epoch'] FROM runs t"
        " WHERE conversation_id = ANY (:conversations) ORDER BY created_at",
        "steps": "SELECT to_jsonb(t) - 'organization_id' FROM steps t"
        " WHERE conversation_id = ANY (:conversations) ORDER BY id",
        "proofs": "SELECT jsonb_build_object('conversation_id', conversation_id, 'kind', kind,"
        " 'created_at', created_at, 'used_at', used_at) FROM verifications t"
        " WHERE conversation_id = ANY (:conversations) ORDER BY created_at",
        "letters": "SELECT jsonb_build_object('kind', kind, 'recipient', recipient, 'subject', subject,"
        " 'text', text, 'created_at', created_at, 'sent_at', sent_at) FROM outbox t"
        " WHERE id = ANY (:letters) ORDER BY created_at",
        "what_programs_answered": "SELECT jsonb_build_object('about', subject, 'at', attempted_at,"
        " 'text', answer_text) FROM webhook_deliveries t WHERE organization_id = :organization"
        " AND answer_text IS NOT NULL AND (subject = ANY (:appointments) OR subject = ANY (:conversations))"
        " ORDER BY created_at, id",
    }.items()
}


async def export_person(desk: Desk, contact: str) -> dict[str, Any]:
    """Everything about whoever this normalised contact reaches; noted in the audit without saying who.
    Raises ``NotAllowed``."""
    must_be_allowed(desk, "customer.export")
    known = await find_known(desk, contact)
    ids = {"organization": desk.organization_id, **_ids_of(known)}
    told: dict[str, Any] = {"exported_at": desk.clock.now().isoformat()}
    for name, statement in PARTS.items():
        wanted = {key: value for key, value in ids.items() if f":{key}" in statement.text}
        told[name] = list(await desk.session.scalars(statement, wanted))
    for customer in known.customers:
        desk.audit(EXPORTED_EVENT, customer.id)
    return told


def _ids_of(known: Known) -> dict[str, list[str]]:
    return {
        "customers": [one.id for one in known.customers],
        "appointments": [one.id for one in (*known.past, *known.ahead)],
        "conversations": list(known.conversation_ids),
        "letters": list(known.letter_ids),
    }
