"""Whatever many do at once to a few times, they could have done it one after the other."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from datetime import timedelta
from time import monotonic
from typing import TypeVar

import pytest

from booking_core.appointments.appointment import Appointment
from booking_core.availability.occupancy.occupancy import claims_of
from booking_core.availability.occupancy.query import OccupancyQuery
from booking_core.core import BookingCore
from booking_core.desk import Desk
from booking_core.errors import SlotHeld, SlotTaken
from booking_core.maintenance.demo import DemoSalon
from booking_core.time.timeline import epoch_minute
from tests.attack.booking.histories import FREE, TAKEN, Operation, is_linearizable
from tests.attack.booking.rivals import Rival, forged
from tests.attack.figures import Figures
from tests.attack.options import Sized
from tests.cast import Visitor, at
from tests.conftest import new_salon

T = TypeVar("T")
SLOTS, ACTORS = 3, 6
HOUR = timedelta(hours=1)


async def test_every_history_could_have_happened_one_after_the_other(
    core: BookingCore, without_redis: BookingCore, size: Sized, figures: Figures
) -> None:
    """Half of them without Redis: then nobody is turned away before PostgreSQL has decided."""
    histories, operations = size(50, 4), size(200, 40)
    checked = 0
    for number in figures.each(range(histories)):
        recorder = Recorder(without_redis if number % 2 else core, await new_salon(core))
        await asyncio.gather(*(recorder.act(operations // ACTORS) for _ in range(ACTORS)))
        assert is_linearizable(recorder.history, SLOTS), f"history {number}: {recorder.history}"
        checked += len(recorder.history)
    figures.note(histories=histories, operations=checked, linearizable=histories)


class Recorder:
    """A few times of one person at one salon, and everything that was done to them."""

    def __init__(self, core: BookingCore, salon: DemoSalon) -> None:
        self.core = core
        self.salon = salon
        self.history: list[Operation] = []
        self.visitor = Visitor(core, salon, "Ada")
        self.starts = [at(1, 10) + slot * HOUR for slot in range(SLOTS)]

    async def act(self, operations: int) -> None:
        mine: list[Appointment] = []
        for _ in range(operations):
            await random.choice((self.look, self.book, self.book, self.move, self.cancel))(mine)

    async def look(self, _: list[Appointment]) -> None:
        called = monotonic()
        saw = await self.visitor.at_desk(self._seen)
        self.history.append(Operation(called, monotonic(), "look", saw=saw))

    async def _seen(self, desk: Desk) -> tuple[str, ...]:
        dana = self.salon.resources["Dana"]
        asked = OccupancyQuery(
            organization_id=self.salon.organization_id,
            service=desk.catalogue.service(self.salon.services["Haircut"]),
            location_id=self.salon.location_id,
            resource_ids=(dana,),
            start=self.starts[0],
            end=self.starts[-1] + HOUR,
            now=desk.clock.now(),
        )
        taken = {start for start, _ in (await claims_of(desk.session, asked)).get(dana, ())}
        return tuple(TAKEN if epoch_minute(start) in taken else FREE for start in self.starts)

    async def book(self, mine: list[Appointment]) -> None:
        slot = random.randrange(SLOTS)
        (hold,) = await forged(self.core, [Rival(self.visitor, "Haircut", self.starts[slot], ["Dana"], 45)])
        await self._ask("book", slot, "", lambda: self.visitor.confirms(hold), mine)

    async def move(self, mine: list[Appointment]) -> None:
        if not mine:
            return
        appointment, slot = random.choice(mine), random.randrange(SLOTS)
        rival = Rival(self.visitor, "Haircut", self.starts[slot], ["Dana"], 45, appointment.id)
        (hold,) = await forged(self.core, [rival])

        async def move_one() -> Appointment:
            return (
                await self.visitor.at_desk(lambda desk: desk.reschedule(appointment.id, hold.id))
            ).appointment

        await self._ask("move", slot, appointment.id, move_one, [])

    async def cancel(self, mine: list[Appointment]) -> None:
        if not mine:
            return
        appointment = mine.pop(random.randrange(len(mine)))
        await self._ask("cancel", 0, appointment.id, lambda: self.visitor.cancels(appointment), [])

    async def _ask(
        self,
        kind: str,
        slot: int,
        appointment: str,
        operation: Callable[[], Awaitable[Appointment]],
        mine: list[Appointment],
    ) -> None:
        called = monotonic()
        try:
            answer = await operation()
        except SlotHeld:
            return  # Somebody was about to take it: nothing is said about who has it.
        except SlotTaken:
            self.history.append(Operation(called, monotonic(), "refused", slot, appointment))
            return
        self.history.append(Operation(called, monotonic(), kind, slot, answer.id))
        mine.append(answer)


@pytest.mark.parametrize(
    ("history", "possible"),
    [
        ([("book", 0, 1, "a"), ("cancel", 2, 3, "a"), ("book", 4, 5, "b")], True),
        ([("book", 0, 1, "a"), ("book", 2, 3, "b")], False),
        ([("book", 0, 1, "a"), ("cancel", 2, 5, "a"), ("book", 3, 4, "b")], True),
        ([("book", 0, 1, "a"), ("cancel", 3, 4, "a"), ("book", 1.5, 2, "b")], False),
        ([("refused", 0, 1, "a")], False),
        ([("refused", 0, 3, "a"), ("book", 1, 2, "b")], True),
    ],
)
def test_the_judge_knows_what_is_possible(history, possible: bool) -> None:
    operations = [Operation(called, answered, kind, 0, who) for kind, called, answered, who in history]
    assert is_linearizable(operations, 1) == possible


def test_the_judge_notices_a_look_at_the_past() -> None:
    booked = Operation(0, 1, "book", 1, "a")
    assert is_linearizable([booked, Operation(2, 3, "look", saw=(FREE, TAKEN))], 2)
    assert not is_linearizable([booked, Operation(2, 3, "look", saw=(FREE, FREE))], 2)
