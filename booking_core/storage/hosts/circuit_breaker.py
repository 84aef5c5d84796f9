"""A circuit breaker: a host that does not answer is left alone for a moment, else everybody would wait for
the same silence."""

from time import monotonic

# Seconds: about what waiting for an answer takes, so that whoever is back is soon asked again.
STAYS_OPEN_S = 1.0


class HostBreaker:
    """One time-out opens it. When it has been open for a moment one caller tries again; nobody else waits for
    how that ends."""

    def __init__(self) -> None:
        self._until: float | None = None

    def is_open(self) -> bool:
        """Whether to leave them alone for now."""
        if self._until is None:
            return False
        if monotonic() < self._until:
            return True
        self.open()
        return False

    def open(self) -> None:
        """Leave them alone for a moment: they have just not answered."""
        self._until = monotonic() + STAYS_OPEN_S

    def close(self) -> None:
        """They have answered."""
        self._until = None
