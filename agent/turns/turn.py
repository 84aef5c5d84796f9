"""A turn: from a customer's message to the answer.

A turn may die with its process and be taken over by another. Each attempt has its own epoch, given under the
conversation's lock; an attempt whose epoch is not the newest can neither speak nor write. Operations are
keyed by holds, so a second attempt finds what the first has done instead of repeating it.
"""

import asyncio
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing, nullcontext
from typing import Protocol

import psycopg
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from agent.conversation.conversation import Conversation
from agent.conversation.fence import Fenced
from agent.conversation.turn_queue import MOST_ATTEMPTS, remove_from_queue
from agent.events import Event
from agent.languages.patterns.remembered import forget_texts
from agent.live_stream.stream import ConversationLog
from agent.llm.budget import Budget
from agent.llm.usage import budget_of, record_estimates
from agent.models.protocol import Model
from agent.turn_context import TurnContext
from agent.turns.answer_writer import AnswerWriter
from agent.turns.lease import LeasedConversation, LeasedTurn, lease_turn
from agent.turns.reply import reply_to_message
from agent.turns.stop import cancellation_event
from booking_core.catalogue.catalogue import Catalogue
from booking_core.core import BookingCore
from booking_core.errors import DatabaseAway
from booking_core.storage.ids import new_id

REMEMBERED_MESSAGES = 40
# Turns of the built-in receptionist are bound by the processor: many at once would all end late.
GUIDED_AT_ONCE = 3
# How often a running turn checks whether it was fenced, to hang up on the provider.
LOOKS_EVERY_SECONDS = 0.5
# PostgreSQL is away or has no connection left: a retry may succeed.
DATABASE_ERRORS = (psycopg.Error, DBAPIError, PoolTimeout, DatabaseAway, OSError)


class OwnModels(Protocol):
    """Looks up the models that an organization has configured for itself."""

    async def of(self, catalogue: Catalogue) -> Sequence[Model]: ...


class TurnRunner:
    """Runs turns; one per process. ``models`` are tried in order, unless an organization has its ``own``;
    ``guided``, the built-in receptionist, comes last."""

    def __init__(
        self,
        core: BookingCore,
        log: ConversationLog,
        models: Sequence[Model],
        guided: Model,
        own: OwnModels | None = None,
    ) -> None:
        self.worker_id = new_id("wrk")
        self.core = core
        self.log = log
        self.models = models
        self.guided = guided
        self.own = own
        self._guided_slots = asyncio.Semaphore(GUIDED_AT_ONCE)

    async def take(
        self, conversation_id: str, *, goes_on: bool = False, may_go_on: Callable[[], bool] = lambda: True
    ) -> bool:
        """Run the queued turns of a conversation, oldest first. Does nothing where another worker has the
        lease.

        Returns whether turns are left because ``may_go_on`` said no between two; call again with ``goes_on``
        then. Raises one of ``DATABASE_ERRORS`` where a retry may succeed; for any other error the customer
        has had an apology.
        """
        while True:
            in_hand = await self._lease(conversation_id, goes_on=goes_on)
            if in_hand is None:
                return False
            if in_hand.attempts > 1 and not in_hand.was_begun:
                # The worker before may have died after storing the answer and before sending it: without the
                # log, readers read the rows.
                await self.log.forget([conversation_id])
            if in_hand.cancelled is not None:
                await self.log.append(conversation_id, [cancellation_event(*in_hand.cancelled)])
            broken: Exception | None = None
            if in_hand.turn is not None:
                models = await self._models(in_hand.turn)
                async with nullcontext() if models else self._guided_slots:
                    gives_up = in_hand.attempts > MOST_ATTEMPTS
                    broken = await self._take(in_hand.turn, models, gives_up=gives_up)
            is_over = await remove_from_queue(self.core, conversation_id, self.worker_id, in_hand.promised)
            if broken is not None:
                raise broken
            if is_over:
                return False
            if not may_go_on():
                return True
            goes_on = True

    async def _take(self, ours: LeasedTurn, models: Sequence[Model], *, gives_up: bool) -> Exception | None:
        """Run one turn to its end. Returns the error that it apologised for, if any."""
        writing = AnswerWriter(self.core, self.log, ours, (*models, self.guided)[0].name)
        budget = await budget_of(writing.context) if models else Budget()
        watching = self._watch_for_cancel(ours) if models else None
        try:
            writing.begin()
            if gives_up:
                await writing.apologise()
                return None
            async with aclosing(self._events(writing.context, models, budget)) as events:
                async for event in events:
                    await writing.write(event)
            await writing.finish()
        except Fenced:
            await self._finish_after_fence(writing)
        except asyncio.CancelledError:
            if watching is None or not watching.done() or watching.cancelled():
                raise  # The worker stops.
            asyncio.current_task().uncancel()  # type: ignore[union-attr]
            await self._finish_after_fence(writing)
        except DATABASE_ERRORS:
            raise  # The lease stays, and the turn is tried again.
        except Exception as error:
            await writing.apologise()
            return error
        finally:
            if watching is not None:
                watching.cancel()
            forget_texts()
            await record_estimates(self.core, writing.context, budget)
        return None

    async def _finish_after_fence(self, writing: AnswerWriter) -> None:
        """Send readers to the rows where a fenced attempt had committed its answer."""
        if await writing.has_ended():
            await writing.send_readers_to_rows()

    def _events(
        self, context: TurnContext, models: Sequence[Model], budget: Budget
    ) -> AsyncGenerator[Event, None]:
        return reply_to_message(context, models, self.guided, budget)

    def _watch_for_cancel(self, ours: LeasedTurn) -> asyncio.Task[None]:
        """A task that cancels the turn, and with it the provider's stream, once the turn is fenced: stopped
        by the customer, or taken over by a person."""
        task = asyncio.current_task()

        async def watch() -> None:
            epoch = select(Conversation.epoch).where(Conversation.id == ours.run.conversation_id)
            while True:
                await asyncio.sleep(LOOKS_EVERY_SECONDS)
                async with self.core.reads.connect() as connection:
                    if await connection.scalar(epoch) != ours.run.epoch:
                        break
            if task is not None:
                task.cancel()

        return asyncio.create_task(watch(), name="watching a turn")

    async def _models(self, ours: LeasedTurn) -> Sequence[Model]:
        return self.models if self.own is None else await self.own.of(ours.catalogue)

    async def _lease(self, conversation_id: str, *, goes_on: bool) -> LeasedConversation | None:
        """Only models need earlier messages; the built-in receptionist reads the state."""
        has_models = bool(self.models) or self.own is not None
        remembers = REMEMBERED_MESSAGES if has_models else 0
        return await lease_turn(
            self.core, conversation_id, self.worker_id, remembers=remembers, goes_on=goes_on
        )
