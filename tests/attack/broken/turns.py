"""Turns, broken on purpose: deeds that nobody can stop any more, and deeds that are told afterwards."""

from collections.abc import Awaitable, Callable, Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from agent import turn_context
from agent.conversation.fence import must_be_newest
from agent.events import Event
from agent.turn_context import TurnContext, TurnResult
from agent.turns.turn_worker import TurnWorker
from booking_core.context import Guard
from booking_core.desk import Desk


def deeds_pass_no_fence() -> None:
    _carry_out_with(lambda _: None)


def deeds_are_told_afterwards() -> None:
    def fence(context: TurnContext) -> Guard:
        return lambda session: must_be_newest(session, context.conversation_id, context.epoch)

    _carry_out_with(fence)


def tools_pass_no_fence() -> None:
    async def nothing(session: AsyncSession, conversation_id: str, epoch: int) -> None: ...

    turn_context.must_be_newest = nothing


def _carry_out_with(guard: Callable[[TurnContext], Guard | None]) -> None:
    """The answer is written at the end of the turn, as every other: only what was not stopped until then is
    told."""

    async def transaction_with_answer(
        context: TurnContext, deed: Callable[[Desk], Awaitable[TurnResult]], *, proof: str
    ) -> Sequence[Event]:
        told = await context.core.transaction(
            context.organization_id, context._actor(proof), deed, guard=guard(context)
        )
        context.state = told.state
        context.vault.adopt(told.vault)
        return told.events

    TurnContext.transaction_with_answer = transaction_with_answer  # type: ignore[method-assign]


def whoever_came_first_keeps_the_worker() -> None:
    async def first(shift: TurnWorker, ended: str) -> list[str]:
        return [one for one in shift._waiting if one == ended or one not in shift._running]

    TurnWorker._nobody_else_waits = lambda _: True  # type: ignore[method-assign,assignment]
    TurnWorker._fair_order = first  # type: ignore[method-assign]
