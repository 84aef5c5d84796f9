"""Claiming a turn: its rows become ours, with an epoch that fences out every earlier attempt, and what it
needs is read."""

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

# What a turn reads of a message, and of what was said before it.
_READ_MESSAGE = (
    "SELECT messages.text, messages.input, messages.position, organizations.revision, (SELECT json_agg("
    "json_build_array(role, before.text) ORDER BY position) FROM (SELECT role, earlier.text, position"
    " FROM messages AS earlier WHERE earlier.conversation_id = :conversation_id AND position < messages.position"
    " ORDER BY position DESC LIMIT :most) AS before) AS history,"
    f" {VALUES_COLUMN}"
    " FROM messages JOIN organizations ON organizations.id = messages.organization_id WHERE messages.id = "
)
READ_MESSAGE = Statement(f"{_READ_MESSAGE} :message_id")
# The conversation's row of the queue comes first, then its own: its epoch is given under the lock. A turn
# that ended while we waited for it keeps its end; what a person answers by now, or nobody any more, is no
# turn of ours. What was said is as it was when we came: so is ``promised_before``, and where it has grown
# while we waited, more was.
LEASE_TURN = Statement(
    f"WITH mine AS ({LEASE_CONVERSATION}), oldest AS ("
    "SELECT id, status, message_id FROM runs WHERE conversation_id = :conversation_id AND status IN ('queued', 'running')"
    " ORDER BY created_at, id LIMIT 1"
    "), conversation AS ("
    "UPDATE conversations SET epoch = epoch + 1 FROM mine WHERE id = mine.conversation_id"
    " RETURNING id, organization_id, status, locale, time_zone, address_hash, network_hash, CAST(state AS text) AS state_text, epoch"
    "), run AS ("
    "UPDATE runs SET status = CASE WHEN conversation.status IN ('bot', 'waiting') THEN 'running' ELSE 'cancelled' END,"
    " epoch = conversation.epoch, started_at = :now, text = '', seq = 0"
    " FROM conversation, oldest WHERE runs.id = oldest.id AND runs.status IN ('queued', 'running')"
    " RETURNING runs.id AS run_id, runs.status = 'running' AS is_ours, oldest.status = 'running' AS was_begun, runs.message_id, answer_id, input_tokens, output_tokens"
    ") SELECT mine.promised, mine.attempts, conversation.*, run.*, said.*,"
    " (SELECT promised FROM waiting_turns WHERE conversation_id = :conversation_id) AS promised_before"
    f" FROM mine, conversation LEFT JOIN run ON true LEFT JOIN LATERAL ({_READ_MESSAGE} run.message_id) AS said ON true"
)


class TurnAttempt(Struct):
    """One attempt at a run: ``seq`` counts the pieces told, and the tokens are those of all attempts."""

    id: str
    organization_id: str
    conversation_id: str
    answer_id: str
    epoch: int
    input_tokens: int
    output_tokens: int
    seq: int = 0


class LeasedConversation(Struct, frozen=True):
    """A conversation that is ours to answer: its oldest turn, or none where all of them have ended.

    ``promised`` is what its row of the queue counted, and ``attempts`` those at this turn, ours included.
    ``cancelled`` is the run and the epoch of a turn that is not the assistant's any more.
    """

    promised: int
    attempts: int
    was_begun: bool
    turn: "LeasedTurn | None" = None
    cancelled: tuple[str, int] | None = None


class LeasedTurn(Struct, frozen=True):
    """A turn that is ours to take: the customer's message as it lies, with placeholders, and the conversation
    as it was then.

    ``time_zone`` is that of the customer's browser, ``state`` the notepad, ``history`` what was said before,
    each as who said it and what.
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
    """The conversation's oldest turn, with the newest so many messages before it; None where another worker
    answers, or nobody waits.

    ``goes_on`` says that this worker has just ended the turn before.
    """
    wanted = {"conversation_id": conversation_id, "worker_id": worker_id, "goes_on": goes_on}
    rows = await core.ask(LEASE_TURN, **wanted, most=remembers, now=core.clock.now())
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
        asked = {"conversation_id": conversation_id, "most": remembers}
        (said,) = await core.ask(READ_MESSAGE, message_id=mine.message_id, **asked)
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
