"""Turns, broken on purpose: deeds that nobody can stop any more, and deeds that are told afterwards."""

from collections.abc import Awaitable, Callable, Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from agent import turn_context
from agent.conversation.fence import must_be_newest
from agent.events import Event
from agent.turn_context import Talk, Told
from agent.turns.turn_worker import Shift
from booking_core.context import Guard
from booking_core.desk import Desk


def deeds_pass_no_fence() -> None:
    _carried_out_with(lambda _: None)


def deeds_are_told_afterwards() -> None:
    def fence(talk: Talk) -> Guard:
        return lambda session: must_be_newest(session, talk.conversation_id, talk.epoch)

    _carried_out_with(fence)


def tools_pass_no_fence() -> None:
    async def nothing(session: AsyncSession, conversation_id: str, epoch: int) -> None: ...

    turn_context.must_be_newest = nothing


def _carried_out_with(guard: Callable[[Talk], Guard | None]) -> None:
    """The answer is written at the end of the turn, as every other: only what was not stopped until then is
    told."""

    async def carry_out(
        talk: Talk, deed: Callable[[Desk], Awaitable[Told]], *, proof: str
    ) -> Sequence[Event]:
        told = await talk.core.transaction(talk.organization_id, talk._actor(proof), deed, guard=guard(talk))
        talk.notepad = told.notepad
        talk.vault.adopt(told.vault)
        return told.events

    Talk.carry_out = carry_out  # type: ignore[method-assign]


def whoever_came_first_keeps_the_worker() -> None:
    async def first(shift: Shift, ended: str) -> list[str]:
        return [one for one in shift._wanted if one == ended or one not in shift._in_hand]

    Shift._nobody_else_waits = lambda _: True  # type: ignore[method-assign,assignment]
    Shift._fairest_first = first  # type: ignore[method-assign]
