"""A turn: from a customer's message to the receptionist's answer.

A turn may die with its process and be taken up by another. Each attempt has its own epoch, given under the
conversation's lock; an attempt whose epoch is no longer the newest can neither speak nor write. Deeds are
keyed by holds, so a second attempt finds the first one's instead of repeating them.
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
from agent.live_stream.stream import ConversationLog
from agent.llm.budget import Budget
from agent.llm.usage import budget_of, record_estimates
from agent.models.protocol import Model
from agent.turn_context import TurnContext
from agent.turns.leasing import LeasedConversation, LeasedTurn, lease_turn
from agent.turns.reply import reply_to_message
from agent.turns.stop import cancellation_event
from agent.turns.writing import AnswerWriter
from booking_core.catalogue.catalogue import Catalogue
from booking_core.core import BookingCore
from booking_core.errors import DatabaseAway
from booking_core.storage.ids import new_id

REMEMBERED_MESSAGES = 40
# Turns of the built-in receptionist hardly wait for anything. Many at once would all end late; so, whoever
# came first is done first.
GUIDED_AT_ONCE = 3
# How long a provider may go on talking to somebody who has left.
LOOKS_EVERY_SECONDS = 0.5
# PostgreSQL is away, or has no room: what failed by that may succeed when it is tried again.
DATABASE_ERRORS = (psycopg.Error, DBAPIError, PoolTimeout, DatabaseAway, OSError)


class OwnModels(Protocol):
    """Knows which models an organization has chosen for itself."""

    async def of(self, catalogue: Catalogue) -> Sequence[Model]: ...


class TurnRunner:
    """Takes turns; one per process. ``models`` are asked in order, unless an organization has its ``own``;
    the built-in receptionist is asked last."""

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
        """Take the turns that wait in a conversation, the oldest first, until none does. Where another worker
        does so, do nothing.

        Between two turns it ends where it may not go on, because others wait; then it returns that some are
        left, and is to be called again with ``goes_on``. Raises what went wrong: one of ``AWAY`` where taking
        it again may succeed; for anything else the customer has been told by then.
        """
        while True:
            in_hand = await self._lease(conversation_id, goes_on=goes_on)
            if in_hand is None:
                return False
            if in_hand.attempts > 1 and not in_hand.was_begun:
                # The worker before us may have died when its answer was written but not told: without their
                # log readers look at the rows.
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
        """One turn, to its end; what broke in it, where that is what it apologised for."""
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
                raise  # The worker is going home.
            asyncio.current_task().uncancel()  # type: ignore[union-attr]
            await self._finish_after_fence(writing)
        except DATABASE_ERRORS:
            raise  # The conversation stays in our hand, and the turn begins anew.
        except Exception as error:
            await writing.apologise()
            return error
        finally:
            if watching is not None:
                watching.cancel()
            await record_estimates(self.core, writing.context, budget)
        return None

    async def _finish_after_fence(self, writing: AnswerWriter) -> None:
        """What a fenced attempt had committed is told all the same: it is in the rows, and readers are sent
        to them."""
        if await writing.has_ended():
            await writing.send_readers_to_rows()

    def _events(
        self, context: TurnContext, models: Sequence[Model], budget: Budget
    ) -> AsyncGenerator[Event, None]:
        return reply_to_message(context, models, self.guided, budget)

    def _watch_for_cancel(self, ours: LeasedTurn) -> asyncio.Task[None]:
        """Hang up on a provider once the turn is not ours any more: its customer cancelled, or a person took
        over."""
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
        """The built-in receptionist has a notepad to read; models are told what was said before."""
        has_models = bool(self.models) or self.own is not None
        remembers = REMEMBERED_MESSAGES if has_models else 0
        return await lease_turn(
            self.core, conversation_id, self.worker_id, remembers=remembers, goes_on=goes_on
        )
