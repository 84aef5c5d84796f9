"""An alarm: one timer for many waits, where a timeout for each of them would cost more than what is waited
for."""

import asyncio
from collections.abc import Awaitable
from typing import Any, TypeVar

T = TypeVar("T")


class Deadline:
    """Interrupts the wait it finds when it rings; whoever does something else meanwhile finishes that first.

    ``by`` is a moment of the event loop's clock. Stop it in the end.
    """

    def __init__(self, by: float) -> None:
        self._loop = asyncio.get_running_loop()
        self._by = by
        self._timer = self._loop.call_at(by, self._expire)
        self._waiting: asyncio.Task[Any] | None = None
        self._has_expired = False

    def move(self, by: float) -> None:
        """Ring then instead. A later moment is looked at only once the old one has come."""
        if by < self._by:
            self._timer.cancel()
            self._timer = self._loop.call_at(by, self._expire)
        self._by = by

    async def wait_for(self, awaited: Awaitable[T]) -> T:
        """What is awaited. Raises ``TimeoutError`` when the alarm rings first, or has rung."""
        if self._has_expired:
            raise TimeoutError
        self._waiting = task = asyncio.current_task(self._loop)
        try:
            return await awaited
        except asyncio.CancelledError:
            # Somebody else may have cancelled in the same moment: then there is more than our own to take
            # back.
            if task is None or not self._has_expired or task.uncancel() > 0:
                raise
            raise TimeoutError from None
        finally:
            self._waiting = None

    def stop(self) -> None:
        """Never ring."""
        self._timer.cancel()

    def _expire(self) -> None:
        if self._loop.time() < self._by:
            self._timer = self._loop.call_at(self._by, self._expire)
            return
        self._has_expired = True
        if self._waiting is not None:
            self._waiting.cancel()
