"""An answer being written: to the stream piece by piece, to the rows at checkpoints and at the end."""

import time
from collections.abc import Sequence
from typing import Any

import msgspec
from msgspec import Struct
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from agent.conversation.conversation import (
    ASSISTANT,
    COMPLETED,
    CUSTOMER,
    FAILED,
    RUNNING,
    WAITING,
    Message,
    Run,
)
from agent.conversation.fence import Fenced
from agent.conversation.state import ConversationState
from agent.events import BlockShown, Event, PageEvent, TextReset, ToolFinished, ToolStarted
from agent.intake.conversation_view import message_view
from agent.letters.person_letter import write_person_letter
from agent.live_stream.outbox import EventBatcher
from agent.live_stream.stream import ConversationLog
from agent.models.protocol import ModelMessage
from agent.privacy.personal import EMAIL, NAME, PHONE
from agent.turn_context import TurnContext, TurnResult
from agent.turns.answer_rows import CUSTOMER_TEXTS, END_TURN, REPLACE_TEXTS, TURN_HAS_ENDED
from agent.turns.draft_answer import DraftAnswer
from agent.turns.leasing import LeasedTurn
from agent.ui_blocks.blocks import contact_fallback
from booking_core.core import BookingCore
from booking_core.customers.contacts import ContactDetails
from booking_core.storage.events import HANDED_OFF, announce_in
from booking_core.storage.events import Event as HandedOff
from booking_core.storage.ids import new_id

CHECKPOINT_SECONDS = 1.0


class AnswerRows(Struct, frozen=True):
    """The rows of an answer. ``changed`` are blocks of earlier messages as they look now, with the messages
    they belong to; None where they were written before, and that was not heard."""

    answer: Message
    changed: list[tuple[str, dict[str, Any]]] | None


class AnswerWriter:
    """One attempt at one turn. ``engine`` is who is expected to speak; whoever did is noted at the end."""

    def __init__(self, core: BookingCore, log: ConversationLog, claimed: LeasedTurn, engine: str) -> None:
        self.core = core
        self.log = log
        self.claimed = claimed
        self.run = claimed.run
        self.vault = claimed.vault
        self.draft = DraftAnswer(self.vault, engine, self.run.input_tokens, self.run.output_tokens)
        self.context = _turn_context(core, claimed)
        self.context.write_answer = self._write_in_transaction
        # A form's name is in the vault already, but not yet out of what was said before.
        self._has_new_names = self.context.pressed is not None and self.context.pressed.verb == "contact"
        # Of whom the vault has been told: a draft's name, and a contact.
        self._learnt: tuple[str | None, ContactDetails | None] | None = None
        self._events = EventBatcher(log, claimed.run.conversation_id)
        self._failed = False
        self._written: AnswerRows | None = None
        self._checked_at = time.perf_counter()

    def begin(self) -> None:
        mine = {**self._run_key, "message_id": self.run.answer_id}
        self._events.put("run.started", {**mine, "text": "", "seq": 0})
        self._events.put("message.started", {**mine, "role": ASSISTANT})

    async def write(self, event: Event) -> None:
        """Put one event where it belongs. Raises ``Fenced`` at a checkpoint when a newer attempt has taken
        over."""
        await self._learn_names()
        await self._append_text(self.draft.add(event))
        match event:
            case TextReset():
                self._log("message.reset", message_id=self.run.answer_id, text="")
            case BlockShown(block):
                self._log("message.block", message_id=self.run.answer_id, block=block)
            case ToolStarted(call, label):
                self._log("tool.started", call_id=call.id, label=label)
            case ToolFinished(call, _, ok, _):
                self._log("tool.completed", call_id=call.id, ok=ok)
            case PageEvent(name, data):
                self._log(name, **data)

    async def finish(self) -> None:
        """The answer becomes a message, the notepad is kept, and then the stream is told. Raises
        ``Fenced``."""
        await self._append_text(self.draft.end())
        if self._written is None or not self.context.is_answer_written:
            self._written = await self._store(self.draft, self.context.state)
        answer, changed = self._written.answer, self._written.changed
        if changed is None:
            await self.send_readers_to_rows()
            return
        for message_id, block in changed:
            self._events.put("message.block.updated", {"message_id": message_id, "block": block})
        self._events.put("message.completed", {**self._run_key, "message": message_view(answer)})
        self._events.put(*self._end())
        await self._events.send()

    async def apologise(self) -> None:
        """Something of ours broke: whatever was said is replaced by an apology and by ways to reach a
        person."""
        if self.context.is_answer_written:
            # What was done stays done, and told.
            await self.send_readers_to_rows()
            return
        self.draft.replace(
            self.context.says.BROKEN, contact_fallback(self.context.catalogue, self.context.says.REACH_US)
        )
        self._failed = True
        self._log("message.reset", message_id=self.run.answer_id, text="")
        await self.finish()

    async def has_ended(self) -> bool:
        """Whether this attempt's answer is in the rows, although nobody could say so."""
        return bool(await self.core.ask(TURN_HAS_ENDED, **self._run_key))

    async def send_readers_to_rows(self) -> None:
        """Tell the stream nothing: without their log readers look at the rows."""
        await self.log.forget([self.run.conversation_id])

    async def _write_in_transaction(self, session: AsyncSession, told: TurnResult) -> None:
        """The answer with all that a deed came to, into the deed's transaction. Raises ``Fenced``."""
        draft = self.draft.with_vault(told.vault)
        for event in told.events:
            draft.add(event)
        draft.end()
        self._written = await self._store_in(session, draft, told.state)

    async def _store(self, draft: DraftAnswer, state: ConversationState) -> AnswerRows:
        """Write the rows, in a statement by itself where there is nothing beside them."""
        if not (draft.handed_over or self._has_new_names):
            answer, row, changing = self._rows(draft, state)
            return AnswerRows(answer, _block_changes(await self.core.ask(END_TURN, **row), changing))
        async with self.core.sessions() as session, session.begin():
            return await self._store_in(session, draft, state)

    async def _store_in(
        self, session: AsyncSession, draft: DraftAnswer, state: ConversationState
    ) -> AnswerRows:
        answer, row, changing = self._rows(draft, state)
        ended = (await session.execute(END_TURN.text, row)).all()
        if not ended and (await session.execute(TURN_HAS_ENDED.text, self._run_key)).first() is not None:
            return AnswerRows(answer, None)
        changed = _block_changes(ended, changing)
        if draft.handed_over and self.claimed.status != WAITING:
            await self._announce(session)
            organization = self.context.catalogue.organization
            await write_person_letter(session, organization, self.run.conversation_id, self.core.clock)
        await self._conceal_names(session)
        return AnswerRows(answer, changed)

    @property
    def _run_key(self) -> dict[str, Any]:
        return {"run_id": self.run.id, "epoch": self.run.epoch}

    def _end(self) -> tuple[str, dict[str, Any]]:
        if self._failed:
            return "run.failed", {**self._run_key, "message": self.draft.text}
        return "run.completed", {**self._run_key, "outcome": self.draft.outcome or "answered"}

    def _log(self, name: str, **data: Any) -> None:
        self._events.put(name, {**self._run_key, **self.vault.conceal_all(data)})

    async def _learn_names(self) -> None:
        """Whoever has told their name is not called by it in any record."""
        state = self.context.state
        contact = state.contact
        if (state.draft.name, contact) == self._learnt:
            return
        self._learnt = state.draft.name, contact
        names = (state.draft.name, contact.name if contact else None)
        self._has_new_names |= any(name and name not in self.vault for name in names)
        await self.vault.learn(self.core, NAME, *names)
        if contact is not None:
            await self.vault.learn(self.core, EMAIL, contact.email)
            await self.vault.learn(self.core, PHONE, contact.phone)

    async def _conceal_names(self, session: AsyncSession) -> None:
        """The customer's messages once more: what they told was not known to be a name when they came."""
        if not self._has_new_names:
            return
        told = await session.execute(CUSTOMER_TEXTS, {"conversation_id": self.run.conversation_id})
        rows = [
            {"id": each, "text": self.vault.conceal(text)}
            for each, text in told
            if self.vault.conceal(text) != text
        ]
        if rows:
            await session.execute(REPLACE_TEXTS, {"messages": _json(rows)})

    async def _append_text(self, text: str) -> None:
        """The next words; now and then a checkpoint that outlives the stream."""
        if not text:
            return
        if not self._events.add_text(text):
            self.run.seq += 1
            self._log("message.delta", message_id=self.run.answer_id, seq=self.run.seq, text=text)
        # What is written down already needs no checkpoint.
        if not self.context.is_answer_written and time.perf_counter() - self._checked_at > CHECKPOINT_SECONDS:
            self._checked_at = time.perf_counter()
            await self._events.send()
            await self._checkpoint()

    async def _announce(self, session: AsyncSession) -> None:
        told = self.run.organization_id, HANDED_OFF, self.run.conversation_id, self.core.clock.now()
        await announce_in(session, self.context.catalogue.announced, HandedOff(new_id("evt"), *told))

    async def _checkpoint(self) -> None:
        async with self.core.sessions() as session, session.begin():
            mine = await session.execute(
                update(Run)
                .where(Run.id == self.run.id, Run.epoch == self.run.epoch, Run.status == RUNNING)
                .values(text=self.draft.text, seq=self.run.seq)
            )
            if not mine.rowcount:  # type: ignore[attr-defined]
                raise Fenced

    def _rows(self, draft: DraftAnswer, state: ConversationState) -> tuple[Message, dict[str, Any], set[str]]:
        """The answer, what ``ENDED`` needs to write it and all that is kept of the turn, and the blocks of
        earlier ones that change."""
        answer = Message(
            id=self.run.answer_id,
            role=ASSISTANT,
            text=draft.text.strip(),
            blocks=draft.blocks,
            created_at=self.core.clock.now(),
        )
        closing, state.closing = set(state.closing), []
        # What this answer shows itself is as it is to be.
        changing = (closing | set(draft.updated)) - {block["id"] for block in draft.blocks}
        row = {
            "conversation_id": self.run.conversation_id,
            "epoch": self.run.epoch,
            "state": _json(draft.vault.conceal_all(state.to_dict())),
            "handed_over": draft.handed_over,
            "outcome": draft.outcome,
            "now": answer.created_at,
            "organization_id": self.run.organization_id,
            "answer_id": answer.id,
            "answer": answer.text,
            "blocks": _json(answer.blocks),
            "steps": _json(draft.steps),
            "run_id": self.run.id,
            "status": FAILED if self._failed else COMPLETED,
            "engine": draft.engine,
            "text": draft.text,
            "seq": self.run.seq,
            "input_tokens": draft.input_tokens,
            "output_tokens": draft.output_tokens,
            "changing": list(changing),
            "updated": _json(draft.updated),
        }
        return answer, row, changing


def _turn_context(core: BookingCore, claimed: LeasedTurn) -> TurnContext:
    """What the turn works with: everything as the customer said it."""
    vault, behind = claimed.vault, claimed.input or {}
    state = ConversationState.read(vault.reveal_all(claimed.state))
    pressed = state.inputs.get(behind.get("input_id", ""))
    text = vault.reveal(claimed.text)
    return TurnContext(
        core,
        claimed.catalogue,
        conversation_id=claimed.run.conversation_id,
        run_id=claimed.run.id,
        position=claimed.position,
        # A button in the customer's language means something in ours.
        text=pressed.value if pressed is not None and pressed.verb == "say" else text,
        state=state,
        locale=claimed.locale,
        pressed=pressed,
        payload=vault.reveal_all(behind.get("payload")),
        code=behind.get("code"),
        vault=vault,
        history=[
            ModelMessage("user" if role == CUSTOMER else "assistant", vault.reveal(text))
            for role, text in claimed.history
        ],
        address_hash=claimed.address_hash,
        network_hash=claimed.network_hash,
        epoch=claimed.run.epoch,
        visitor_zone=claimed.time_zone,
    )


def _block_changes(ended: Sequence[Any], changing: set[str]) -> list[tuple[str, dict[str, Any]]]:
    """What ``ENDED`` has changed, block by block. Raises ``Fenced`` where it has written nothing."""
    if not ended:
        raise Fenced
    messages = ended[0].changed or ()
    return [
        (message_id, block) for message_id, blocks in messages for block in blocks if block["id"] in changing
    ]


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()
