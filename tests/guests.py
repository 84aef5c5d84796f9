"""Many guests at once, who come back when they are sent away by a crowd."""

from collections.abc import Awaitable, Callable

from booking_core.core import BookingCore
from booking_core.desk import Desk
from booking_core.errors import DatabaseAway
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.hosts.outages import CROWDED
from tests.cast import T, Visitor

# So often somebody is sent away by a crowd, four seconds each time.
VISITS = 20


class PatientVisitor(Visitor):
    """Whoever hears that there are too many people at the desk tries again, as they are told: the size of a
    storm is ours, the speed of a machine is not."""

    async def at_desk(self, deed: Callable[[Desk], Awaitable[T]]) -> T:
        for _ in range(VISITS):
            try:
                return await super().at_desk(deed)
            except DatabaseAway as away:
                if away.detail != CROWDED:
                    raise
        raise AssertionError(f"crowded out {VISITS} times")


def guests(core: BookingCore, salon: DemoSalon, count: int) -> list[Visitor]:
    return [PatientVisitor(core, salon, f"Guest{number}") for number in range(count)]
