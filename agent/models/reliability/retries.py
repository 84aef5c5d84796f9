"""Trying again, as long as nobody has seen anything and there is time."""

import asyncio
import random
import time
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing

from agent.models.protocol import AttemptFailed, ModelEvent, ModelFailed, TextDelta
from agent.models.reliability.circuit_breaker import CircuitBreaker

MOST_RETRIES = 2

Attempt = Callable[[], AsyncGenerator[ModelEvent, None]]


class Retries:
    """The tries of one answer; `pause` in seconds, `deadline` by the event loop's clock."""

    def __init__(self, breaker: CircuitBreaker, pause: float, deadline: float) -> None:
        self._breaker = breaker
        self._pause = pause
        self._deadline = deadline

    async def run(self, attempt: Attempt) -> AsyncGenerator[ModelEvent, None]:
        """The events of the first attempt that succeeds, or that fails when something was already said; each
        before it is told of. Raises the ``ModelFailed`` of the last attempt."""
        for number in range(MOST_RETRIES + 1):
            spoke, began = False, time.perf_counter()
            try:
                async with aclosing(attempt()) as events:
                    async for event in events:
                        spoke = spoke or isinstance(event, TextDelta)
                        yield event
                return
            except ModelFailed as failure:
                pause = self._pause_before(number)
                if spoke or not failure.retryable or number == MOST_RETRIES or not self._is_worthwhile(pause):
                    raise ModelFailed(
                        failure.reason, retryable=failure.retryable, after_first_token=spoke
                    ) from None
                failed = AttemptFailed(str(failure), round((time.perf_counter() - began) * 1000))
            yield failed
            await asyncio.sleep(pause)

    def _pause_before(self, number: int) -> float:
        return self._pause * 2.0**number * random.uniform(0.5, 1.5)  # noqa: S311 - only jitter

    def _is_worthwhile(self, pause: float) -> bool:
        in_time = asyncio.get_running_loop().time() + pause < self._deadline
        return in_time and self._breaker.admits
