"""The trial: a customer asks for a haircut, is shown two times and takes the first, with the instructions and
the tools of the chat. Nothing is booked, and no business is named.
"""

import asyncio
import time
from collections.abc import Sequence
from contextlib import suppress
from decimal import Decimal
from typing import Any

import httpx2
import msgspec
from msgspec import structs

from agent.guardrails.instruction_leaks import DATA_BEGINS
from agent.llm.briefing import INSTRUCTIONS
from agent.llm.trial.result import FAILURES, TrialResult, TrialVerdict
from agent.models.bounded_transport import BoundedTransport
from agent.models.endpoint import Endpoint, Timeouts
from agent.models.output.manners import ENOUGH, ReplyHabits
from agent.models.protocol import (
    CallRequested,
    Finished,
    ModelEvent,
    ModelFailed,
    ModelMessage,
    TextDelta,
    ToolCall,
    ToolSpec,
    Usage,
    open_stream,
)
from agent.tools.registry import CHAT_TOOLS
from booking_core.outbound.guard import Forbidden, UnknownHost, addresses_of, target_of
from booking_core.outbound.public_addresses import is_anywhere
from booking_core.time.clock import Clock

# More patient than the chat: a model at home may have to be loaded into memory first.
TIMEOUTS = Timeouts(connect=5, first_byte=30, between_chunks=15, whole=35)
WHOLE_S = 75.0
MOST_BYTES = 2_000_000
SPECS = tuple(tool.spec() for tool in CHAT_TOOLS.values())
DATA: dict[str, Any] = {
    "business": "A hairdresser",
    "language": "en",
    "now": "Monday, 7 January 2030, 10:00",
    "services": [{"name": "Haircut", "minutes": [45], "staff": ["Dana"]}],
    "offers_on_screen": [],
}
OFFERS: dict[str, Any] = {
    "service": "Haircut",
    "fits": True,
    "offers": [
        {"handle": "t1", "starts": "Friday, 11 January, 17:15"},
        {"handle": "t2", "starts": "Friday, 11 January, 18:00"},
    ],
}
LISTED = {"services": DATA["services"]}
FINDS, HOLDS = "find_times", "hold_time"
# Whoever looks around for longer than this before looking for a time is of no use to customers.
MOST_ROUNDS = 3
ASKS, TAKES = "Do you have time for a haircut on Friday after five?", "The first one, please."


class ModelTrial:
    """One trial of one endpoint; ``transport`` is what connections go through."""

    def __init__(
        self, endpoint: Endpoint, clock: Clock, transport: httpx2.AsyncBaseTransport, timeouts: Timeouts
    ) -> None:
        # A tenth of what a process imports, and hardly anybody tries a model.
        from agent.models.openai_chat import OpenAIChat  # noqa: PLC0415

        patient = structs.replace(endpoint, timeouts=timeouts)
        self._http = httpx2.AsyncClient(
            transport=BoundedTransport(transport, MOST_BYTES), follow_redirects=False
        )
        self._model = OpenAIChat(patient, clock, self._http, manners=_plain())
        self.result = TrialResult()
        system = f"{INSTRUCTIONS.rstrip()}{DATA_BEGINS}{msgspec.json.encode(DATA).decode()}\n"
        self._messages = [ModelMessage("system", system), ModelMessage("user", ASKS)]
        self._asked_at = 0.0

    async def run(self) -> TrialResult:
        """To its end, or to where the model fails; never longer than ``WHOLE_S``."""
        began = time.perf_counter()
        try:
            async with asyncio.timeout(WHOLE_S):
                await self._talk()
            self.result.conclude()
        except TimeoutError:
            self.result.verdict = TrialVerdict.HANGS
        except ModelFailed as failure:
            self.result.verdict = FAILURES[failure.reason]
            if failure.reason not in {"cut", "timeout"}:
                self.result.is_reached = True
        finally:
            with suppress(httpx2.HTTPError, OSError):
                await self._http.aclose()
        self.result.took_ms = _since(began)
        return self.result

    async def _talk(self) -> None:
        asked = await self._first_question()
        self.result.calls_tools = asked is not None
        if asked is None:
            return
        self.result.arguments_right = asked.name == FINDS and _asks_for_friday(asked)
        self._answer_call(asked, OFFERS)
        await self._converse(None)
        self._messages.append(ModelMessage("user", TAKES))
        taken = await self._converse(HOLDS)
        takes_it = taken is not None and taken.arguments.get("handle") == "t1"
        self.result.arguments_right = self.result.arguments_right and takes_it

    async def _first_question(self) -> ToolCall | None:
        """The call that looks for times, if the model calls tools. One that refuses any question with tools
        is asked without."""
        try:
            return await self._converse(FINDS)
        except ModelFailed as failure:
            if failure.reason != "refused":
                raise
        await self._reply(())
        return None

    async def _converse(self, wanted: str | None) -> ToolCall | None:
        """What the model says and calls until it calls what is ``wanted`` or only speaks; the last call, if
        it is of any use."""
        last: ToolCall | None = None
        for _ in range(MOST_ROUNDS):
            calls = await self._reply(SPECS)
            if not calls:
                return last
            last = next((call for call in calls if call.name == wanted), calls[0])
            for call in calls:
                if call is not last or last.name != wanted:
                    self._answer_call(call, LISTED if call.name == "list_services" else {"shown": True})
            if last.name == wanted:
                return last
        return last

    async def _reply(self, tools: Sequence[ToolSpec]) -> list[ToolCall]:
        """What one reply calls; all of it is added to the conversation."""
        said, calls, extra, deltas = "", list[ToolCall](), dict[str, Any](), 0
        self._asked_at = time.perf_counter()
        async with open_stream(self._model.stream(self._messages, tools, None)) as stream:
            async for event in stream:
                self._measure(event)
                if isinstance(event, TextDelta):
                    said, deltas = said + event.text, deltas + 1
                elif isinstance(event, CallRequested):
                    calls.append(event.call)
                elif isinstance(event, Finished):
                    extra = event.extra
        if deltas:
            self.result.streams = bool(self.result.streams) or deltas > 1
        self._messages.append(
            ModelMessage("assistant", said or ("" if calls else "…"), tuple(calls), extra=extra)
        )
        return calls

    def _measure(self, event: ModelEvent) -> None:
        result = self.result
        if isinstance(event, TextDelta | CallRequested):
            result.is_reached = True
        if isinstance(event, TextDelta) and result.first_word_ms is None:
            result.first_word_ms = _since(self._asked_at)
        if isinstance(event, Usage):
            result.input_tokens += event.input_tokens
            result.output_tokens += event.output_tokens
            if event.cost is not None:
                result.cost = (result.cost or Decimal(0)) + event.cost

    def _answer_call(self, call: ToolCall, answer: dict[str, Any]) -> None:
        told = msgspec.json.encode(answer).decode()
        self._messages.append(ModelMessage("tool", told, tool_call_id=call.id))


async def try_model(
    endpoint: Endpoint,
    clock: Clock,
    transport: httpx2.AsyncBaseTransport,
    allowed: frozenset[str],
    timeouts: Timeouts = TIMEOUTS,
) -> TrialResult:
    """What a conversation with the model shows; nothing of what it says. ``allowed`` are origins inside that
    the installation allows."""
    try:
        await addresses_of(target_of(endpoint.base_url, allowed), allowed, is_inside=is_anywhere)
    except UnknownHost:
        return TrialResult(TrialVerdict.NOT_FOUND)
    except Forbidden:
        return TrialResult(TrialVerdict.NOT_ALLOWED)
    return await ModelTrial(endpoint, clock, transport, timeouts).run()


def _plain() -> ReplyHabits:
    """Words are measured as they come: nobody sees the thoughts that could be among them."""
    habits = ReplyHabits()
    for _ in range(ENOUGH):
        habits.note_plain_reply()
    return habits


def _asks_for_friday(call: ToolCall) -> bool:
    """Whether it looks for what the customer wants, in the customer's words."""
    service, when = (str(call.arguments.get(name, "")).casefold() for name in ("service", "when"))
    return "haircut" in service and "friday" in when


def _since(began: float) -> int:
    return round((time.perf_counter() - began) * 1000)
