"""What a turn may cost: model calls, tool calls, seconds and tokens. Over budget, whoever costs nothing goes
on."""

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from msgspec import Struct

from agent.models.protocol import ModelFailed, ModelMessage
from agent.models.reliability.alarm import Deadline
from booking_core.catalogue.organizations import Organization
from booking_core.catalogue.settings.settings import settings_under

RULE = "within_budget"
MOST_MODEL_CALLS, MOST_TOOL_CALLS = 6, 8
TURN_SECONDS = 25.0
CHARACTERS_PER_TOKEN = 4
SECONDS = "seconds"


class BudgetExceeded(Exception):
    """A model has had all it may have. ``what`` is what ran out, in one word or two."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what

    @property
    def is_unanswered(self) -> bool:
        """Whether a request had been sent and was given up; the other budgets are asked before one is."""
        return self.what == SECONDS


class TokenAllowance(Struct, frozen=True):
    """Tokens that an organization lets models use; ``chat.budget`` of its settings. A booking with a model
    takes some 40,000.

    ``tokens_per_address_and_day`` keeps a few addresses from using up everybody's day.
    """

    tokens_per_conversation: int
    tokens_per_address_and_day: int
    tokens_per_day: int

    @classmethod
    def of(cls, organization: Organization) -> "TokenAllowance":
        """What the owner has set, the usual where that cannot be read."""
        return cls(**settings_under(organization, "chat.budget"))


class Budget:
    """Of one turn. ``tokens`` by what runs out with them, such as ``tokens of the day``."""

    def __init__(self, tokens: dict[str, int] | None = None) -> None:
        self.tokens = tokens or {}
        # Requests that were sent and have not said their price; shared by all models of the turn.
        self._open_requests: list[tuple[str, int]] = []
        self._deadline = asyncio.get_running_loop().time() + TURN_SECONDS
        self._model_calls = self._tool_calls = 0

    def count_request(self, model: str, messages: Sequence[ModelMessage]) -> None:
        """Raises ``BudgetExceeded`` where no further request may be sent; otherwise it counts."""
        spent = next((what for what, left in self.tokens.items() if left <= 0), None)
        if spent is not None:
            raise BudgetExceeded(spent)
        self._model_calls += 1
        if self._model_calls > MOST_MODEL_CALLS:
            raise BudgetExceeded("model calls")
        characters = sum(len(message.content) for message in messages)
        self._open_requests.append((model, characters // CHARACTERS_PER_TOKEN))

    def count_tool_calls(self, number: int) -> None:
        """Raises ``BudgetExceeded`` for more tool calls than a turn has."""
        self._tool_calls += number
        if self._tool_calls > MOST_TOOL_CALLS:
            raise BudgetExceeded("tool calls")

    def settle(self, tokens: int) -> None:
        """The newest request has said what it cost, or a failed try of it."""
        self._open_requests[-1:] = []
        self.tokens = {what: left - tokens for what, left in self.tokens.items()}

    def for_next_model(self) -> "Budget":
        """The calls of a turn anew for the model that takes over; time and tokens are what they are."""
        following = Budget(self.tokens)
        following._deadline, following._open_requests = self._deadline, self._open_requests
        return following

    def open_requests(self) -> list[tuple[str, int]]:
        """Model and estimated tokens of every request that has not said its price."""
        return [(model, tokens) for model, tokens in self._open_requests if tokens]

    @contextmanager
    def deadline(self) -> Iterator[Deadline]:
        """Waits that end with the turn's time, for the events of one stream. Raises ``BudgetExceeded`` once
        the turn's seconds are over, however long the next event takes."""
        alarm = Deadline(self._deadline)
        try:
            yield alarm
        except TimeoutError:
            raise BudgetExceeded(SECONDS) from None
        finally:
            alarm.stop()


# Whoever fails and whoever is over budget is followed by the next.
MODEL_FAILURES = (ModelFailed, BudgetExceeded)
