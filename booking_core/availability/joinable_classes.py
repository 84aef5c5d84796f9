"""The classes that somebody asking could still join, each at its own start."""

from collections.abc import Iterable
from datetime import datetime
from functools import reduce
from operator import or_

from booking_core.availability.occupancy.busy import ClassBlock
from booking_core.availability.slots import Question
from booking_core.time.timeline import Horizon


class JoinableClasses:
    """``allowed`` are the minutes of the horizon at which the calendar lets anything start."""

    def __init__(
        self, blocks: Iterable[ClassBlock], question: Question, duration: int, horizon: Horizon, allowed: int
    ) -> None:
        self._horizon = horizon
        self._blocks = [
            block
            for block in blocks
            if block.duration_min == duration
            and block.seats_left >= question.party_size
            and (question.staff_id is None or question.staff_id in block.resource_ids)
            and (minute := horizon.minute_of(block.start)) >= 0
            and allowed >> minute & 1
        ]

    @property
    def starts(self) -> int:
        """The minutes at which one of them starts."""
        return reduce(or_, (1 << self._horizon.minute_of(block.start) for block in self._blocks), 0)

    def at(self, start: datetime) -> ClassBlock | None:
        """The class that starts at this instant (UTC)."""
        return next((block for block in self._blocks if block.start == start), None)
