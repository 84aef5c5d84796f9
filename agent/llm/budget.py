"""What a turn may cost: model calls, tool calls, seconds and tokens. Over budget, whoever costs nothing goes on."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from typing import TypeVar

import msgspec
from msgspec import Struct

from agent.models.protocol import ModelFailed, ModelMessage
from agent.models.reliability.alarm import Alarm
from booking_core.catalogue.organizations import Organization

RULE = "within_budget"
MOST_MODEL_CALLS, MOST_TOOL_CALLS = 6, 8
TURN_SECONDS = 25.0
CHARACTERS_PER_TOKEN = 4
SECONDS = "seconds"
T = TypeVar("T")


class OverBudget(Exception):
    """A model has had all it may have. ``what`` is what ran out, in one word or two."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what

    @property
    def is_unanswered(self) -> bool:
        """Whether a request had been sent and was given up; the other budgets are asked before one is."""
        return self.what == SECONDS


class Allowance(Struct, frozen=True):
    """Tokens that an organization lets models use; ``budget`` in its chat settings. A booking with a model takes some 40,000.

    ``tokens_per_address_and_day`` keeps a few addresses from using up everybody's day.
    """

    tokens_per_conversation: int = 200_000
    tokens_per_address_and_day: int = 600_000
    tokens_per_day: int = 5_000_000

    @classmethod
    def of(cls, organization: Organization) -> "Allowance":
        """What the owner has set, the usual where that cannot be read."""
        try:
            return msgspec.convert(organization.chat.get("budget", {}), cls)
        except msgspec.ValidationError:
            return cls()


class Budget:
    """Of one turn. ``tokens`` by what runs out with them, such as ``tokens of the day``."""

    def __init__(self, tokens: dict[str, int] | None = None, seconds: float = TURN_SECONDS) -> None:
        self.tokens = tokens or {}
        # Requests that were sent and have not said their price; shared by all models of the turn.
        self._unsettled: list[tuple[str, int]] = []
        self._by = asyncio.get_running_loop().time() + seconds
        self._model_calls = self._tool_calls = 0

    def must_allow_a_request(self, model: str, messages: Sequence[ModelMessage]) -> None:
        """Raises ``OverBudget`` where no further request may be sent; otherwise it counts."""
        spent = next((what for what, left in self.tokens.items() if left <= 0), None)
        if spent is not None:
            raise OverBudget(spent)
        self._model_calls += 1
        if self._model_calls > MOST_MODEL_CALLS:
            raise OverBudget("model calls")
        characters = sum(len(message.content) for message in messages)
        self._unsettled.append((model, characters // CHARACTERS_PER_TOKEN))

    def must_allow_calls(self, number: int) -> None:
        """Raises ``OverBudget`` for more tool calls than a turn has."""
        self._tool_calls += number
        if self._tool_calls > MOST_TOOL_CALLS:
            raise OverBudget("tool calls")

    def settle(self, tokens: int) -> None:
        """The newest request has said what it cost, or a failed try of it."""
        self._unsettled[-1:] = []
        self.tokens = {what: left - tokens for what, left in self.tokens.items()}

    def for_the_next(self) -> "Budget":
        """The calls of a turn anew for the model that takes over; time and tokens are what they are."""
        following = Budget(self.tokens)
        following._by, following._unsettled = self._by, self._unsettled
        return following

    def unheard(self) -> list[tuple[str, int]]:
        """Model and estimated tokens of every request that has not said its price."""
        return [(model, tokens) for model, tokens in self._unsettled if tokens]

    async def in_time(self, events: AsyncIterator[T]) -> AsyncIterator[T]:
        """The same events. Raises ``OverBudget`` once the turn's seconds are over, however long the next one takes."""
        alarm = Alarm(self._by)
        try:
            while (event := await alarm.before(anext(events, None))) is not None:
                yield event
        except TimeoutError:
            raise OverBudget(SECONDS) from None
        finally:
            alarm.stop()


# Whoever fails and whoever is over budget is followed by the next.
GIVES_UP = (ModelFailed, OverBudget)
