"""Claiming a turn: its rows become ours, with an epoch that fences out every earlier attempt, and what it needs is read."""

from collections.abc import Sequence
from typing import Any

import msgspec
from msgspec import Struct
from sqlalchemy import text

from agent.vault import TOLD, Vault
from booking_core.catalogue import Catalogue
from booking_core.core import BookingCore

# The epoch is given under the conversation's lock. A turn that ended while we waited for it keeps its end.
CLAIMED = text(
    "WITH conversation AS ("
    "UPDATE conversations SET epoch = epoch + 1 WHERE id ="
    " (SELECT conversation_id FROM runs WHERE id = :run_id AND status IN ('queued', 'running'))"
    " RETURNING id, organization_id, status, locale, address_hash, CAST(state AS text) AS notepad, epoch"
    "), run AS ("
    "UPDATE runs SET status = 'running', epoch = conversation.epoch, started_at = :now, text = '', seq = 0"
    " FROM conversation WHERE runs.id = :run_id AND runs.status IN ('queued', 'running')"
    " RETURNING message_id, answer_id, input_tokens, output_tokens"
    ") SELECT conversation.*, run.* FROM conversation CROSS JOIN run"
)
# A statement of its own: it sees whatever was committed while the claim waited.
SAID = text(
    "SELECT messages.text, messages.input, messages.position, organizations.revision, (SELECT json_agg("
    "json_build_array(role, before.text) ORDER BY position) FROM (SELECT role, earlier.text, position"
    " FROM messages AS earlier WHERE earlier.conversation_id = :conversation_id AND position < messages.position"
    " ORDER BY position DESC LIMIT :most) AS before) AS history,"
    f" {TOLD}"
    " FROM messages JOIN organizations ON organizations.id = messages.organization_id WHERE messages.id = :message_id"
)


class Attempt(Struct):
    """One attempt at a run: ``seq`` counts the pieces told, and the tokens are those of all attempts."""

    id: str
    organization_id: str
    conversation_id: str
    answer_id: str
    epoch: int
    input_tokens: int
    output_tokens: int
    seq: int = 0


class Claimed(Struct, frozen=True):
    """A turn that is ours to take: the customer's message as it lies, with placeholders, and the conversation as it was then.

    ``state`` is the notepad, ``history`` what was said before, each as who said it and what.
    """

    run: Attempt
    status: str
    locale: str
    address_hash: str | None
    state: dict[str, Any]
    text: str
    input: dict[str, Any] | None
    position: int
    history: Sequence[tuple[str, str]]
    catalogue: Catalogue
    vault: Vault


async def claimed(core: BookingCore, run_id: str, *, remembers: int) -> Claimed | None:
    """The turn, with the newest so many messages before it; None where it has ended already."""
    async with core.reads.connect() as connection:
        mine = (await connection.execute(CLAIMED, {"run_id": run_id, "now": core.clock.now()})).one_or_none()
        if mine is None:
            return None
        asked = {"message_id": mine.message_id, "conversation_id": mine.id, "most": remembers}
        said = (await connection.execute(SAID, asked)).one()
    return Claimed(
        run=Attempt(
            id=run_id,
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
        state=msgspec.json.decode(mine.notepad),
        text=said.text,
        input=said.input,
        position=said.position,
        history=said.history or (),
        catalogue=await core.catalogue_of(mine.organization_id, said.revision),
        vault=Vault.holding(mine.id, mine.organization_id, said.told),
    )
