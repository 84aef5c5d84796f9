"""A reminder of a time that is no longer so is not sent, also where no letter told of the change: whoever has
no address hears of none, if the business wants that."""

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.notices.outbox import SUPERSEDED
from booking_core.notices.reminders import promise_reminders
from booking_core.time.clock import FrozenClock
from tests.agent.letters.texts.test_text_messages import cara, deliver, gateway  # noqa: F401 - fixtures
from tests.cast import Visitor, at, set_by_owner
from tests.text_gateway import TextGateway


async def test_a_reminder_of_another_time_is_not_sent(
    cara: Visitor,  # noqa: F811
    core: BookingCore,
    salon: DemoSalon,
    gateway: TextGateway,  # noqa: F811
    clock: FrozenClock,
) -> None:
    await set_by_owner(core, salon.organization_id, letters__text_changes=False)
    moved, cancelled = await cara.books("Haircut", at(2, 14)), await cara.books("Haircut", at(2, 16))
    clock.advance(at(1, 16) - clock.now())
    await promise_reminders(core)
    await cara.moves(moved, at(3, 14))
    await cara.cancels(cancelled)
    assert [one.failure for one in await deliver(core, salon, gateway)] == [SUPERSEDED, SUPERSEDED]
    assert gateway.sent == []
