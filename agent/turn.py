"""A turn: from a customer's message to the receptionist's answer.

A turn may die with its process and be taken up by another. Each attempt has its own epoch, given under the conversation's lock; an
attempt whose epoch is no longer the newest can neither speak nor write. Deeds are keyed by holds, so a second attempt finds the
first one's instead of repeating them.
"""

from collections.abc import AsyncIterator, Sequence

from sqlalchemy import select, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from agent.briefing import INSTRUCTIONS
from agent.budget import Budget
from agent.consent import AGREES, DECLINES, answer_to_summary, carried_out, declined
from agent.conversation import CANCELLED, QUEUED, RUNNING, Conversation, Message, Run
from agent.events import Event, Happened, Said, Updated
from agent.loop import answer
from agent.models.protocol import Model
from agent.notepad import Input
from agent.proving import is_proving
from agent.stream import ConversationLog
from agent.talk import Talk
from agent.vault import Vault
from agent.writing import Claimed, Fenced, Writing
from booking_core.core import BookingCore
from booking_core.errors import HoldExpired, Refusal

REMEMBERED_MESSAGES = 40


class Turns:
    """Takes turns; one per process. ``models`` are asked in order, the built-in receptionist last."""

    def __init__(
        self, core: BookingCore, log: ConversationLog, models: Sequence[Model], guided: Model
    ) -> None:
        self.core = core
        self.log = log
        self.models = models
        self.guided = guided

    async def take(self, run_id: str) -> None:
        """Take one turn to its end. Taking it again after that does nothing.

        Raises what went wrong: ``DBAPIError`` or ``OSError`` where taking it again may succeed; for anything else the customer has been
        told by then.
        """
        claimed = await self._claimed(run_id)
        if claimed is None:
            return
        writing = Writing(self.core, self.log, claimed, (*self.models, self.guided)[0].name)
        try:
            writing.begin()
            async for event in self._events(writing.talk):
                await writing.write(event)
            await writing.finish()
        except Fenced:
            return
        except (DBAPIError, OSError):
            raise  # PostgreSQL is away: the job comes back, and the turn begins anew.
        except Exception:
            await writing.apologise()
            raise

    async def take_all(self, run_id: str) -> None:
        """Take one turn, and whatever the customer said meanwhile: their jobs wait for this one's lock, and find nothing left to do."""
        waiting: str | None = run_id
        while waiting is not None:
            await self.take(waiting)
            waiting = await self._next(waiting)

    async def _next(self, run_id: str) -> str | None:
        conversation = select(Run.conversation_id).where(Run.id == run_id).scalar_subquery()
        queued = select(Run.id).where(Run.conversation_id == conversation, Run.status == QUEUED)
        async with self.core.sessions() as session:
            found: str | None = await session.scalar(queued.order_by(Run.created_at).limit(1))
            return found

    async def _claimed(self, run_id: str) -> Claimed | None:
        """The turn, with an epoch that fences out every earlier attempt; None where it has ended already."""
        open_run = (Run.id == run_id, Run.status.in_((QUEUED, RUNNING)))
        of_run = select(Run.conversation_id).where(*open_run).scalar_subquery()
        fenced = update(Conversation).where(Conversation.id == of_run).values(epoch=Conversation.epoch + 1)
        async with self.core.sessions() as session, session.begin():
            conversation = await session.scalar(fenced.returning(Conversation))
            if conversation is None:
                return None
            begun = {"status": RUNNING, "started_at": self.core.clock.now(), "text": "", "seq": 0}
            taken = update(Run).where(*open_run).values(epoch=conversation.epoch, **begun)
            run = await session.scalar(taken.returning(Run))
            if run is None:
                return None
            message = await session.get_one(Message, run.message_id)
            history = await self._history(session, message)
            catalogue = await self.core.catalogue(session, conversation.organization_id)
            vault = await Vault.opened(session, conversation)
            return Claimed(run, conversation, message, history, catalogue, vault)

    async def _history(self, session: AsyncSession, before: Message) -> list[Message]:
        """What was said before, for models that have no notepad to read."""
        if not self.models:
            return []
        earlier = (Message.conversation_id == before.conversation_id, Message.position < before.position)
        newest = select(Message).where(*earlier).order_by(Message.position.desc()).limit(REMEMBERED_MESSAGES)
        return list(await session.scalars(newest))[::-1]

    async def _events(self, talk: Talk) -> AsyncIterator[Event]:
        """Consent first, by code; then buttons and forms, which need no model; then whoever speaks."""
        decision = answer_to_summary(talk)
        if decision == AGREES and talk.notepad.summary is not None:
            async for event in self._agreed(talk):
                yield event
            return
        if decision == DECLINES and talk.notepad.summary is not None:
            deed = talk.notepad.summary.deed
            yield declined(talk, talk.notepad.summary)
            yield Said(talk.says.WHAT_INSTEAD if deed == "book" else talk.says.KEPT_ANYWAY)
            return
        by_code = talk.pressed is not None or is_proving(talk)
        models = (self.guided,) if by_code else (*self.models, self.guided)
        async for event in answer(talk, models, Budget(), INSTRUCTIONS):
            yield event

    async def _agreed(self, talk: Talk) -> AsyncIterator[Event]:
        summary = talk.notepad.summary
        if summary is None:
            return
        try:
            async for event in carried_out(talk, summary):
                yield event
        except HoldExpired:
            async for event in self._held_again(talk):
                yield event
        except Refusal as refusal:
            yield Updated(summary.block | {"state": "closed", "outcome": "expired"})
            talk.notepad.let_go()
            yield Said(talk.says.COULD_NOT.format(detail=refusal.detail))

    async def _held_again(self, talk: Talk) -> AsyncIterator[Event]:
        """The hold ran out while the customer made up their mind: try for the same time, and ask again."""
        summary, offer = talk.notepad.summary, talk.notepad.held_offer
        if summary is not None:
            yield Updated(summary.block | {"state": "closed", "outcome": "expired"})
        talk.notepad.let_go()
        yield Happened("hold.expired", {})
        yield Said(talk.says.EXPIRED + "\n\n")
        talk.pressed = Input(talk.text, "time", "", offer.handle if offer else "")
        async for event in answer(talk, (self.guided,), Budget(), INSTRUCTIONS):
            yield event


async def cancel_run(core: BookingCore, log: ConversationLog, conversation_id: str, run_id: str) -> None:
    """Stop a turn that is being taken: its attempt is fenced out, and the customer may go on. Repeating it does nothing."""
    async with core.sessions() as session, session.begin():
        conversation = await session.get_one(Conversation, conversation_id, with_for_update=True)
        conversation.epoch += 1
        stopped = await session.scalar(
            update(Run)
            .where(
                Run.id == run_id, Run.conversation_id == conversation_id, Run.status.in_((QUEUED, RUNNING))
            )
            .values(status=CANCELLED, epoch=conversation.epoch, ended_at=core.clock.now())
            .returning(Run.epoch)
        )
    if stopped is not None:
        await log.append(conversation_id, [("run.cancelled", {"run_id": run_id, "epoch": stopped})])
