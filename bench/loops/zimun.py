"""Zimun's loop: model, tools, rules and the check of what is said; events into a list, no database."""

import time
from collections import defaultdict
from typing import Any

from msgspec import Struct

from agent import loop
from agent.conversation.state import ConversationState
from agent.events import TextAdded
from agent.guided.receptionist import GuidedModel
from agent.llm.budget import Budget
from agent.models.endpoint import Endpoint
from agent.models.providers import Providers
from agent.tools.registry import CHAT_TOOLS
from agent.tools.tool import Tool, ToolOutcome
from agent.turn_context import TurnContext
from agent.turns import failover
from bench.loops.measure import Turn
from bench.loops.shared import ASKED, INSTRUCTIONS, TIMES
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.organizations import Organization
from booking_core.time.clock import SystemClock


class FindTimes(Struct, frozen=True):
    """Free times for a service, in the customer's own words."""

    service: str
    when: str


class NothingBooked:
    """Stands for the core: what a turn asks of it is asked of no database here."""

    clock = SystemClock()

    async def read_only(self, *_: Any, **__: Any) -> list[Any]:
        return []

    async def ask(self, *_: Any, **__: Any) -> list[Any]:
        return []


async def find_times(_: TurnContext, __: FindTimes) -> ToolOutcome:
    return ToolOutcome(TIMES)


async def prepare(base_url: str) -> Turn:
    CHAT_TOOLS.clear()
    CHAT_TOOLS["find_times"] = Tool("find_times", FindTimes, find_times, "Looking")
    loop.SPECS = tuple(tool.spec() for tool in CHAT_TOOLS.values())
    model = Providers(SystemClock()).model(Endpoint(base_url, "fake-1", "key"))
    salon = Organization(
        id="o", name="Salon", locale="en", time_zone="UTC", country="DE", chat={}, websites=[]
    )
    catalogue = Catalogue(salon, defaultdict(list))
    core: Any = NothingBooked()

    async def turn() -> float:
        begun, first, events = time.perf_counter(), 0.0, []
        context = TurnContext(
            core=core,
            catalogue=catalogue,
            conversation_id="c",
            run_id="r",
            position=1,
            said=ASKED,
            state=ConversationState(),
            locale="en",
        )
        async for event in failover.answer(context, (model, GuidedModel()), Budget(), INSTRUCTIONS):
            first = first or (time.perf_counter() - begun if isinstance(event, TextAdded) else 0.0)
            events.append(event)
        return first

    return turn
