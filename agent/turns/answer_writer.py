"""Writes an answer: to the stream piece by piece, to the rows at checkpoints and at the end."""

import time
from typing import Any

from msgspec import structs
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from agent.conversation.conversation import (
    ASSISTANT,
    COMPLETED,
    FAILED,
    RUNNING,
    WAITING,
    Message,
    Run,
)
from agent.conversation.fence import Fenced
from agent.conversation.state import ConversationState
from agent.events import BlockShown, Event, PageEvent, TextReset, ToolFinished, ToolStarted
from agent.hand_over.person_letter import write_person_letter
from agent.hand_over.tell_business import tell_business
from agent.intake.conversation_view import message_view
from agent.live_stream.event_batcher import EventBatcher
from agent.live_stream.stream import ConversationLog
from agent.privacy.personal import EMAIL, NAME, PHONE
from agent.turn_context import TurnResult
from agent.turns.answer_rows import (
    END_TURN,
    TURN_HAS_ENDED,
    AnswerRows,
    block_changes,
    rows_of_answer,
)
from agent.turns.customer_texts import conceal_customer_texts
from agent.turns.draft_answer import DraftAnswer
from agent.turns.lease import LeasedTurn
from agent.turns.leased_context import context_of_turn
from agent.ui_blocks.blocks import contact_fallback
from booking_core.core import BookingCore
from booking_core.customers.contacts import ContactDetails
from booking_core.customers.phone_countries import phone_for_people
from booking_core.storage.events import HANDED_OFF, announce_in
from booking_core.storage.events import Event as HandedOff
from booking_core.storage.ids import new_id

# How much of an answer may be lost when stream and worker fail together.
CHECKPOINT_SECONDS = 1.0


class AnswerWriter:
    """Writes the answer of one attempt at one turn. ``engine`` is the model expected to answer; the one that
    did is stored at the end."""

    def __init__(self, core: BookingCore, log: ConversationLog, leased: LeasedTurn, engine: str) -> None:
        self.core = core
        self.log = log
        self.leased = leased
        self.run = leased.run
        self.vault = leased.vault
        self.draft = DraftAnswer(self.vault, engine, self.run.input_tokens, self.run.output_tokens)
        self.context = context_of_turn(core, leased)
        self.context.write_answer = self._write_in_transaction
        # The intake has put a form's name into the vault; earlier messages may still have it.
        self._has_new_names = self.context.pressed is not None and self.context.pressed.verb == "contact"
        # The draft's name and the contact that the vault has learnt already.
        self._learnt: tuple[str | None, ContactDetails | None] | None = None
        self._events = EventBatcher(log, leased.run.conversation_id)
        self._failed = False
        self._written: AnswerRows | None = None
        self._checked_at = time.perf_counter()

    def begin(self) -> None:
        """Announce the answer on the stream."""
        mine = {**self._run_key, "message_id": self.run.answer_id}
        self._events.put("run.started", {**mine, "text": "", "seq": 0})
        self._events.put("message.started", {**mine, "role": ASSISTANT})

    async def write(self, event: Event) -> None:
        """Add one event to the draft and the stream. Raises ``Fenced`` at a checkpoint when a newer attempt
        has begun."""
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
        """Store the answer and the state, then send the end to the stream. Raises ``Fenced``."""
        await self._append_text(self.draft.end())
        if self._written is None or not self.context.is_answer_written:
            self._written = await self._store(self.draft, self.context.state)
        answer, changed = self._written.answer, self._written.changed
        if changed is None:
            await self.send_readers_to_rows()
            return
        for message_id, block in changed:
            self._events.put("message.block.updated", {"message_id": message_id, "block": block})
        self._events.put(
            "message.completed",
            {**self._run_key, "message": message_view(answer), "locale": self.context.locale},
        )
        self._events.put(*self._end())
        await self._events.send()

    async def apologise(self) -> None:
        """Replace the answer by an apology with ways to reach a person, after an internal error."""
        if self.context.is_answer_written:
            # The answer was stored with its operation and stays.
            await self.send_readers_to_rows()
            return
        self.draft.replace(
            self.context.says.BROKEN, contact_fallback(self.context.catalogue, self.context.says.REACH_US)
        )
        self._failed = True
        self._log("message.reset", message_id=self.run.answer_id, text="")
        await self.finish()

    async def has_ended(self) -> bool:
        """Whether this attempt's answer was stored, although the reply of the database was lost."""
        return bool(await self.core.ask(TURN_HAS_ENDED, **self._run_key))

    async def send_readers_to_rows(self) -> None:
        """Delete the log of the conversation, without which readers read the rows."""
        await self.log.forget([self.run.conversation_id])

    async def _write_in_transaction(self, session: AsyncSession, result: TurnResult) -> None:
        """Store the answer and the results of an operation in that operation's transaction. Raises
        ``Fenced``."""
        draft = self.draft.with_vault(result.vault)
        for event in result.events:
            draft.add(event)
        draft.end()
        self._written = await self._store_in(session, draft, result.state)

    async def _store(self, draft: DraftAnswer, state: ConversationState) -> AnswerRows:
        """Store the rows; in a single statement where nothing else is to be written."""
        if not (draft.handed_over or self._has_new_names or state.has_callback_to_tell):
            answer, row, changing = self._rows(draft, state)
            return AnswerRows(answer, block_changes(await self.core.ask(END_TURN, **row), changing))
        async with self.core.sessions() as session, session.begin():
            return await self._store_in(session, draft, state)

    async def _store_in(
        self, session: AsyncSession, draft: DraftAnswer, state: ConversationState
    ) -> AnswerRows:
        is_later = state.has_callback_to_tell
        state = structs.replace(state, callback_told=True) if is_later else state
        answer, row, changing = self._rows(draft, state)
        ended = (await session.execute(END_TURN.text, row)).all()
        if not ended and (await session.execute(TURN_HAS_ENDED.text, self._run_key)).first() is not None:
            return AnswerRows(answer, None)
        changed = block_changes(ended, changing)
        if draft.handed_over and self.leased.status != WAITING:
            await self._announce(session)
        if draft.handed_over:
            await tell_business(session, self.context, state)
        elif is_later:
            organization = self.context.catalogue.organization
            await write_person_letter(
                session,
                organization,
                self.run.conversation_id,
                self.core.clock,
                state.contact,
                is_later=True,
            )
        if self._has_new_names:
            await conceal_customer_texts(session, self.run.conversation_id, self.vault)
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
        """Add a newly known name and contact to the vault, so that no record has them."""
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
            if contact.phone:
                # As summaries read it back.
                await self.vault.learn(self.core, PHONE, phone_for_people(contact.phone))

    async def _append_text(self, text: str) -> None:
        """Send text to the stream, and store a checkpoint every ``CHECKPOINT_SECONDS``."""
        if not text:
            return
        if not self._events.add_text(text):
            self.run.seq += 1
            self._log("message.delta", message_id=self.run.answer_id, seq=self.run.seq, text=text)
        # An answer that is stored needs no checkpoint.
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
        status = FAILED if self._failed else COMPLETED
        return rows_of_answer(self.run, draft, state, status, self.core.clock.now())
