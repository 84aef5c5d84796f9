"""A circuit breaker: an endpoint that keeps failing is left alone for a while, then tried by one request."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Literal

from agent.models.protocol import ModelFailed
from booking_core.time.clock import Clock

# Two customers' worth of tries with their retries: a blip passes, an outage is noticed.
OPENS_AFTER = 5
# Short, so that a provider that restarted is used again before the next customer gives up on it.
STAYS_OPEN = timedelta(seconds=30)
# Signs that nobody is at home. A refused or malformed answer is an answer: the endpoint is alive.
SIGNS_OF_OUTAGE = frozenset({"timeout", "cut", "overloaded", "unauthorized"})


class CircuitBreaker:
    """Closed lets everybody pass, open nobody, half-open one at a time, whose luck decides."""

    def __init__(
        self, clock: Clock, opens_after: int = OPENS_AFTER, stays_open: timedelta = STAYS_OPEN
    ) -> None:
        self._clock = clock
        self._opens_after = opens_after
        self._stays_open = stays_open
        self._failures_in_a_row = 0
        self._opened_at: datetime | None = None
        self._probing = False

    @property
    def state(self) -> Literal["closed", "open", "half_open"]:
        """Half-open once it has been open for as long as it stays so."""
        if self._opened_at is None:
            return "closed"
        waited = self._clock.now() - self._opened_at
        return "open" if waited < self._stays_open else "half_open"

    @property
    def admits(self) -> bool:
        """Whether a request may be sent now."""
        state = self.state
        return state == "closed" or (state == "half_open" and not self._probing)

    @contextmanager
    def protect(self) -> Iterator[None]:
        """One request; raises `ModelFailed("circuit_open")` without sending it while the circuit is open."""
        if not self.admits:
            raise ModelFailed("circuit_open")
        probe = self._probing = self.state == "half_open"
        try:
            yield
        except ModelFailed as failure:
            self._note(outage=failure.reason in SIGNS_OF_OUTAGE)
            raise
        else:
            self._note(outage=False)
        finally:
            # A probe that was cancelled proved nothing: the next request is the probe.
            if probe:
                self._probing = False

    def _note(self, *, outage: bool) -> None:
        if not outage:
            self._failures_in_a_row, self._opened_at = 0, None
            return
        self._failures_in_a_row += 1
        if self._failures_in_a_row >= self._opens_after:
            self._opened_at = self._clock.now()
