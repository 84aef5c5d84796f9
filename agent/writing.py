"""An answer being written: to the stream piece by piece, to the rows at checkpoints and at the end."""

import time
from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from agent.answer_rows import ENDED, TOLD_AS, TOLD_BY_CUSTOMER
from agent.blocks import contact_fallback
from agent.claiming import Claimed
from agent.conversation import (
    ASSISTANT,
    COMPLETED,
    CUSTOMER,
    FAILED,
    RUNNING,
    WAITING,
    Message,
    Run,
)
from agent.events import Answered, Called, Event, Happened, Judged, Said, Shown, Spent, Unsaid, Updated
from agent.models.protocol import ModelMessage
from agent.notepad import Notepad
from agent.outgoing import Outgoing
from agent.personal import EMAIL, NAME, PHONE
from agent.reception import message_view
from agent.stream import ConversationLog
from agent.talk import Talk
from agent.vault import Veil
from booking_core.core import BookingCore
from booking_core.customers import ContactDetails
from booking_core.ids import new_id
from booking_core.webhooks.endpoints import HANDED_OFF
from booking_core.webhooks.events import Event as HandedOff
from booking_core.webhooks.events import announced_in

CHECKPOINT_SECONDS = 1.0
OUTCOMES = {"booking.confirmed": "booked", "booking.rescheduled": "moved", "booking.cancelled": "cancelled"}


class Fenced(Exception):
    """A newer attempt owns this turn."""


class Writing:
    """One attempt at one turn. ``engine`` is who is expected to speak; whoever did is noted at the end."""

    def __init__(self, core: BookingCore, log: ConversationLog, claimed: Claimed, engine: str) -> None:
        self.core = core
        self.claimed = claimed
        self.run = claimed.run
        self.engine = engine
        self.vault = claimed.vault
        self.talk = _talk(core, claimed)
        self._veil = Veil(self.vault)
        # A form's name is in the vault already, but not yet out of what was said before.
        self._knows_more = self.talk.pressed is not None and self.talk.pressed.verb == "contact"
        # Of whom the vault has been told: a draft's name, and a contact.
        self._learnt: tuple[str | None, ContactDetails | None] | None = None
        self.text = ""
        self.blocks: list[dict[str, Any]] = []
        self.steps: list[dict[str, Any]] = []
        self.updated: dict[str, dict[str, Any]] = {}
        self.outcome: str | None = None
        self.handed_over = False
        self._out = Outgoing(log, claimed.run.conversation_id)
        self._failed = False
        self._checked_at = time.perf_counter()

    def begin(self) -> None:
        mine = {**self._mine, "message_id": self.run.answer_id}
        self._out.put("run.started", {**mine, "engine": self.engine, "text": "", "seq": 0})
        self._out.put("message.started", {**mine, "role": ASSISTANT})

    async def write(self, event: Event) -> None:
        """Put one event where it belongs. Raises ``Fenced`` at a checkpoint when a newer attempt has taken over."""
        await self._learn_names()
        match event:
            case Said(text):
                await self._say(self._veil.over(text))
            case Unsaid():
                self.text, self._veil = "", Veil(self.vault)
                self._log("message.reset", message_id=self.run.answer_id, text="")
            case Shown(block):
                self.blocks.append(self.vault.conceal_all(block))
                self._log("message.block", message_id=self.run.answer_id, block=block)
            case Updated(block):
                self.updated[block["id"]] = self.vault.conceal_all(block)
            case Called(call, label):
                self._log("tool.started", call_id=call.id, label=label)
            case Answered(call, result, ok, took_ms):
                self._step("tool", call.name, ok, call.arguments, result, took_ms)
                self._log("tool.completed", call_id=call.id, ok=ok)
            case Judged(rule, allowed, details):
                self._step("rule", rule, allowed, {}, details, 0)
            case Spent():
                self._spent(event)
            case Happened(name, data):
                self.outcome = OUTCOMES.get(name, self.outcome)
                self.handed_over = self.handed_over or name == "handoff.requested"
                self._log(name, **data)

    async def finish(self) -> None:
        """The answer becomes a message, the notepad is kept, and then the stream is told. Raises ``Fenced``."""
        notepad = self.talk.notepad
        closing, notepad.closing = set(notepad.closing), []
        await self._say(self._veil.rest())
        answer = self._answer()
        for message_id, block in await self._keep(answer, closing | set(self.updated)):
            self._out.put("message.block.updated", {"message_id": message_id, "block": block})
        self._out.put("message.completed", {**self._mine, "message": message_view(answer)})
        self._out.put(*self._end())
        await self._out.send()

    async def _keep(self, answer: Message, changing: set[str]) -> list[tuple[str, dict[str, Any]]]:
        """Write the rows, and tell which blocks of earlier messages are ``changing`` how, with the messages they belong to."""
        # What this answer shows itself is as it is to be.
        changing = changing - {block["id"] for block in self.blocks}
        row = self._ended(answer) | {"changing": list(changing), "updated": _json(self.updated)}
        if not (self.handed_over or self._knows_more):
            return _changed(await self.core.ask(ENDED, **row), changing)
        async with self.core.sessions() as session, session.begin():
            changed = _changed((await session.execute(ENDED.text, row)).all(), changing)
            if self.handed_over and self.claimed.status != WAITING:
                await self._announce(session)
            await self._conceal_names(session)
            return changed

    async def apologise(self) -> None:
        """Something of ours broke: whatever was said is replaced by an apology and by ways to reach a person."""
        self.text, self._veil = self.talk.says.BROKEN, Veil(self.vault)
        self.blocks = [contact_fallback(self.talk.catalogue, self.talk.says.REACH_US)]
        self._failed = True
        self._log("message.reset", message_id=self.run.answer_id, text="")
        await self.finish()

    @property
    def _mine(self) -> dict[str, Any]:
        return {"run_id": self.run.id, "epoch": self.run.epoch}

    def _end(self) -> tuple[str, dict[str, Any]]:
        if self._failed:
            return "run.failed", {**self._mine, "message": self.text}
        return "run.completed", {**self._mine, "outcome": self.outcome or "answered"}

    def _log(self, name: str, **data: Any) -> None:
        self._out.put(name, {**self._mine, **self.vault.conceal_all(data)})

    async def _learn_names(self) -> None:
        """Whoever has told their name is not called by it in any record."""
        notepad = self.talk.notepad
        contact = notepad.contact
        if (notepad.draft.name, contact) == self._learnt:
            return
        self._learnt = notepad.draft.name, contact
        names = (notepad.draft.name, contact.name if contact else None)
        self._knows_more |= any(name and name not in self.vault for name in names)
        await self.vault.learn(self.core, NAME, *names)
        if contact is not None:
            await self.vault.learn(self.core, EMAIL, contact.email)
            await self.vault.learn(self.core, PHONE, contact.phone)

    async def _conceal_names(self, session: AsyncSession) -> None:
        """The customer's messages once more: what they told was not known to be a name when they came."""
        if not self._knows_more:
            return
        told = await session.execute(TOLD_BY_CUSTOMER, {"conversation_id": self.run.conversation_id})
        rows = [
            {"id": each, "text": self.vault.conceal(text)}
            for each, text in told
            if self.vault.conceal(text) != text
        ]
        if rows:
            await session.execute(TOLD_AS, {"messages": _json(rows)})

    async def _say(self, text: str) -> None:
        """The next words; now and then a checkpoint that outlives the stream."""
        if not text:
            return
        self.text += text
        if not self._out.add_text(text):
            self.run.seq += 1
            self._log("message.delta", message_id=self.run.answer_id, seq=self.run.seq, text=text)
        if time.perf_counter() - self._checked_at > CHECKPOINT_SECONDS:
            self._checked_at = time.perf_counter()
            await self._out.send()
            await self._checkpoint()

    async def _announce(self, session: AsyncSession) -> None:
        told = self.run.organization_id, HANDED_OFF, self.run.conversation_id, self.core.clock.now()
        await announced_in(session, self.talk.catalogue, HandedOff(new_id("evt"), *told))

    async def _checkpoint(self) -> None:
        async with self.core.sessions() as session, session.begin():
            mine = await session.execute(
                update(Run)
                .where(Run.id == self.run.id, Run.epoch == self.run.epoch, Run.status == RUNNING)
                .values(text=self.text, seq=self.run.seq)
            )
            if not mine.rowcount:  # type: ignore[attr-defined]
                raise Fenced

    def _answer(self) -> Message:
        return Message(
            id=self.run.answer_id,
            role=ASSISTANT,
            text=self.text.strip(),
            blocks=self.blocks,
            created_at=self.core.clock.now(),
        )

    def _ended(self, answer: Message) -> dict[str, Any]:
        """What is kept of the turn, as ``ENDED`` writes it."""
        return {
            "conversation_id": self.run.conversation_id,
            "epoch": self.run.epoch,
            "state": _json(self.vault.conceal_all(self.talk.notepad.written())),
            "handed_over": self.handed_over,
            "outcome": self.outcome,
            "now": answer.created_at,
            "organization_id": self.run.organization_id,
            "answer_id": answer.id,
            "answer": answer.text,
            "blocks": _json(answer.blocks),
            "steps": _json(self.steps),
            "run_id": self.run.id,
            "status": FAILED if self._failed else COMPLETED,
            "engine": self.engine,
            "text": self.text,
            "seq": self.run.seq,
            "input_tokens": self.run.input_tokens,
            "output_tokens": self.run.output_tokens,
        }

    def _spent(self, spent: Spent) -> None:
        """Who spoke last is the engine; what cost nothing, the built-in receptionist, is no step worth reading."""
        self.engine = spent.model
        self.run.input_tokens += spent.input_tokens
        self.run.output_tokens += spent.output_tokens
        if spent.input_tokens or spent.output_tokens:
            told: dict[str, Any] = {"input_tokens": spent.input_tokens, "output_tokens": spent.output_tokens}
            told |= {"cost": str(spent.cost)} if spent.cost is not None else {}
            self._step("model", spent.model, True, {}, told, spent.took_ms)

    def _step(
        self, kind: str, name: str, ok: bool, arguments: dict[str, Any], result: dict[str, Any], took_ms: int
    ) -> None:
        self.steps.append(
            {
                "kind": kind,
                "name": name,
                "ok": ok,
                "arguments": self.vault.conceal_all(arguments),
                "result": self.vault.conceal_all(result),
                "took_ms": took_ms,
            }
        )


def _talk(core: BookingCore, claimed: Claimed) -> Talk:
    """What the turn works with: everything as the customer said it."""
    vault, behind = claimed.vault, claimed.input or {}
    notepad = Notepad.read(vault.reveal_all(claimed.state))
    pressed = notepad.inputs.get(behind.get("input_id", ""))
    text = vault.reveal(claimed.text)
    return Talk(
        core,
        claimed.catalogue,
        conversation_id=claimed.run.conversation_id,
        run_id=claimed.run.id,
        position=claimed.position,
        # A button in the customer's language means something in ours.
        text=pressed.value if pressed is not None and pressed.verb == "say" else text,
        notepad=notepad,
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
    )


def _changed(ended: Sequence[Any], changing: set[str]) -> list[tuple[str, dict[str, Any]]]:
    """What ``ENDED`` has changed, block by block. Raises ``Fenced`` where it has written nothing."""
    if not ended:
        raise Fenced
    messages = ended[0].changed or ()
    return [
        (message_id, block) for message_id, blocks in messages for block in blocks if block["id"] in changing
    ]


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()
