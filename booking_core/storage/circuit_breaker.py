"""Somebody who does not answer is left alone for a moment: otherwise everybody would wait for the same silence."""

from time import monotonic

# Seconds: about what waiting for an answer takes, so that whoever is back is soon asked again.
LEFT_ALONE = 1.0


class Silence:
    """Between two silences one at a time tries again; nobody else waits for how that ends."""

    def __init__(self) -> None:
        self._until: float | None = None

    def lasts(self) -> bool:
        """Whether to leave them alone for now."""
        if self._until is None:
            return False
        if monotonic() < self._until:
            return True
        self.met()
        return False

    def met(self) -> None:
        self._until = monotonic() + LEFT_ALONE

    def broken(self) -> None:
        self._until = None
