"""The lease of a turn: one statement takes it, gives it an epoch that fences every earlier attempt, and reads
what it needs."""

from collections.abc import Sequence
from typing import Any

import msgspec
from msgspec import Struct

from agent.conversation.personal_value import VALUES_COLUMN
from agent.conversation.turn_queue import LEASE_CONVERSATION
from agent.conversation.vault import Vault
from booking_core.catalogue.catalogue import Catalogue
from booking_core.core import BookingCore
from booking_core.storage.statements import Statement

# A message, the messages before it, and the vault.
_READ_MESSAGE = (
    "SELECT messages.text, messages.input, messages.position, organizations.revision, (SELECT json_agg("
    "json_build_array(role, before.text) ORDER BY position) FROM (SELECT role, earlier.text, position"
    " FROM messages AS earlier WHERE earlier.conversation_id = :conversation_id AND position < "
    "messages.position"
    " ORDER BY position DESC LIMIT :most) AS before) AS history,"
    f" {VALUES_COLUMN}"
    " FROM messages JOIN organizations ON organizations.id = messages.organization_id WHERE messages.id = "
)
READ_MESSAGE = Statement(f"{_READ_MESSAGE} :message_id")
# Lock order: the queue's row, then the conversation's, under whose lock the epoch is given. A turn that ended
# while this waited for the locks keeps its end; where a person answers by now, or nobody, it is cancelled.
# Messages are read as of the statement's start, and so is ``promised_before``: where ``promised`` is more,
# messages were stored meanwhile.
LEASE_TURN = Statement(
    f"WITH mine AS ({LEASE_CONVERSATION}), oldest AS ("
    "SELECT id, status, message_id FROM runs WHERE conversation_id = :conversation_id AND status IN "
    "('queued', 'running')"
    " ORDER BY created_at, (SELECT position FROM messages WHERE messages.id = runs.message_id) LIMIT 1"
    "), conversation AS ("
    "UPDATE conversations SET epoch = epoch + 1 FROM mine WHERE id = mine.conversation_id"
    " RETURNING id, organization_id, status, locale, time_zone, address_hash, network_hash, CAST(state AS "
    "text) AS state_text, epoch"
    "), run AS ("
    "UPDATE runs SET status = CASE WHEN conversation.status IN ('bot', 'waiting') THEN 'running' ELSE "
    "'cancelled' END,"
    " epoch = conversation.epoch, started_at = :now, text = '', seq = 0"
    " FROM conversation, oldest WHERE runs.id = oldest.id AND runs.status IN ('queued', 'running')"
    " RETURNING runs.id AS run_id, runs.status = 'running' AS is_ours, oldest.status = 'running' AS "
    "was_begun, runs.message_id, answer_id, input_tokens, output_tokens"
    ") SELECT mine.promised, mine.attempts, conversation.*, run.*, said.*,"
    " (SELECT promised FROM waiting_turns WHERE conversation_id = :conversation_id) AS promised_before"
    f" FROM mine, conversation LEFT JOIN run ON true LEFT JOIN LATERAL ({_READ_MESSAGE} run.message_id) AS "
    "said ON true"
)


class TurnAttempt(Struct):
    """One attempt at a run. ``seq`` counts pieces on the stream; tokens are those of all attempts."""

    id: str
    organization_id: str
    conversation_id: str
    answer_id: str
    epoch: int
    input_tokens: int
    output_tokens: int
    seq: int = 0


class LeasedConversation(Struct, frozen=True):
    """A conversation that this worker has leased, with its oldest turn, or none where all have ended.

    ``promised`` is the count of the queue's row, ``attempts`` those at this turn, this one included.
    ``cancelled`` is the run and the epoch of a turn that the assistant may no longer answer.
    """

    promised: int
    attempts: int
    was_begun: bool
    turn: "LeasedTurn | None" = None
    cancelled: tuple[str, int] | None = None


class LeasedTurn(Struct, frozen=True):
    """A leased turn: the customer's message and the conversation as stored, with placeholders.

    ``time_zone`` is the IANA zone of the customer's browser; ``history`` has role and text of the messages
    before, oldest first.
    """

    run: TurnAttempt
    status: str
    locale: str
    address_hash: str | None
    network_hash: str | None
    time_zone: str | None
    state: dict[str, Any]
    text: str
    input: dict[str, Any] | None
    position: int
    history: Sequence[tuple[str, str]]
    catalogue: Catalogue
    vault: Vault


async def lease_turn(
    core: BookingCore, conversation_id: str, worker_id: str, *, remembers: int, goes_on: bool = False
) -> LeasedConversation | None:
    """Lease the conversation's oldest turn, with ``remembers`` messages before it. Returns None where another
    worker has the lease, or nothing is queued.

    ``goes_on``: this worker has just ended the turn before.
    """
    key = {"conversation_id": conversation_id, "worker_id": worker_id, "goes_on": goes_on}
    rows = await core.ask(LEASE_TURN, **key, most=remembers, now=core.clock.now())
    if not rows:
        return None
    mine = rows[0]
    if mine.run_id is None:
        return LeasedConversation(mine.promised, mine.attempts, was_begun=False)
    if not mine.is_ours:
        return LeasedConversation(
            mine.promised, mine.attempts, mine.was_begun, cancelled=(mine.run_id, mine.epoch)
        )
    said = mine
    if mine.promised_before != mine.promised:
        scope = {"conversation_id": conversation_id, "most": remembers}
        (said,) = await core.ask(READ_MESSAGE, message_id=mine.message_id, **scope)
    return LeasedConversation(
        mine.promised, mine.attempts, mine.was_begun, await _build_turn(core, mine, said)
    )


async def _build_turn(core: BookingCore, mine: Any, said: Any) -> LeasedTurn:
    vault = Vault.from_rows(mine.id, mine.organization_id, said.told)
    vault.epoch = mine.epoch
    return LeasedTurn(
        run=TurnAttempt(
            id=mine.run_id,
            organization_id=mine.organization_id,
            conversation_id=mine.id,
            answer_id=mine.answer_id,
            epoch=mine.epoch,
            input_tokens=mine.input_tokens,
            output_tokens=mine.output_tokens,
        ),
        status=mine.status,
        locale=mine.locale,
        address_hash=mine.address_hash,
        network_hash=mine.network_hash,
        time_zone=mine.time_zone,
        state=msgspec.json.decode(mine.state_text),
        text=said.text,
        input=said.input,
        position=said.position,
        history=said.history or (),
        catalogue=await core.catalogue_of(mine.organization_id, said.revision),
        vault=vault,
    )
