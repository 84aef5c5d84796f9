"""What goes wrong in a scenario, at the moment it goes wrong."""

from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from datetime import timedelta
from typing import TypeVar

from agent.events import Event
from agent.llm.budget import Budget
from agent.models.protocol import Model
from agent.turn_context import TurnContext
from agent.turns.turn import TurnRunner
from booking_core.customers.contacts import ContactDetails
from booking_core.errors import Refusal
from evaluation.customer.act import Act
from evaluation.salon.stage import SalonStage
from evaluation.scenarios.faults import Cut, Dies, Disconnects, Down, Tabs, Taken, Twice, Waits
from evaluation.scenarios.scenario import Scenario

F = TypeVar("F")
RIVAL = ContactDetails("Rita Rasch", "rita.rasch@rival.example")


class WorkerDied(BaseException):
    """The process is gone: nobody catches this, nothing is tidied up."""


class MortalTurns(TurnRunner):
    """Turns whose worker can die. ``dies_after`` counts the events it lives to see; None is for ever."""

    dies_after: int | None = None

    async def _events(
        self, context: TurnContext, models: Sequence[Model], budget: Budget
    ) -> AsyncGenerator[Event, None]:
        async with aclosing(super()._events(context, models, budget)) as events:
            async for event in events:
                if self.dies_after is not None:
                    if self.dies_after == 0:
                        self.dies_after = None
                        raise WorkerDied
                    self.dies_after -= 1
                yield event


class Faults:
    """The faults of one trial, which come once each unless they say otherwise."""

    def __init__(self, scenario: Scenario, stage: SalonStage) -> None:
        self._faults = scenario.faults
        self._stage = stage
        self._left = {fault: fault.times for fault in scenario.faults if isinstance(fault, Taken)}
        self._waits = [fault for fault in scenario.faults if isinstance(fault, Waits)]
        self._tabs = [fault for fault in scenario.faults if isinstance(fault, Tabs)]

    @property
    def twice(self) -> bool:
        return self._has(Twice) is not None

    @property
    def disconnects_every(self) -> int | None:
        fault = self._has(Disconnects)
        return fault.every_bytes if fault else None

    @property
    def provider_fails(self) -> bool:
        return any(isinstance(fault, Down | Cut) for fault in self._faults)

    def dies_after(self, turn: int) -> int | None:
        dying = (fault for fault in self._faults if isinstance(fault, Dies) and fault.turn == turn)
        return next((fault.after_events for fault in dying), None)

    def provider_down(self, turn: int) -> bool:
        return any(turn in fault.turns for fault in self._faults if isinstance(fault, Down))

    def provider_cut(self, turn: int) -> int | None:
        cuts = (fault.byte for fault in self._faults if isinstance(fault, Cut) and turn in fault.turns)
        return next(cuts, None)

    def other_tab(self, phase: str) -> Tabs | None:
        """What the other tab does now, once."""
        fault = next((one for one in self._tabs if one.at == phase), None)
        if fault is not None:
            self._tabs.remove(fault)
        return fault

    async def strike_before(self, act: Act, phase: str) -> None:
        """Time passes, and somebody else is faster."""
        for fault in [one for one in self._waits if one.at == phase]:
            self._waits.remove(fault)
            self._stage.clock.advance(timedelta(minutes=fault.minutes))
        if act.meaning.kind == "choose":
            await self._take_time_first(act)

    async def _take_time_first(self, act: Act) -> None:
        fault = next((one for one, left in self._left.items() if left), None)
        wish, time = act.meaning.wish, act.meaning.time
        if fault is None or wish is None or time is None or not wish.service:
            return
        self._left[fault] -= 1
        try:
            while True:
                # Everybody who could have done it: the time is gone whoever was asked for.
                made = await self._stage.book(
                    wish.service, time.start, RIVAL, staff=wish.staff, people=wish.people
                )
                self._stage.rivals.add(made.id)
        except Refusal:
            return

    def _has(self, kind: type[F]) -> F | None:
        return next((fault for fault in self._faults if isinstance(fault, kind)), None)
