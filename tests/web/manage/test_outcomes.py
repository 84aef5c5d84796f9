"""What became of an appointment is told as it was: a request that was declined or withdrawn was never an
appointment, and who cancelled is said with their own words, but no program's and no customer's."""

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.letters.post_office import manager_of
from tests.cast import Visitor, at
from tests.web.manage.conftest import Follows
from tests.web.manage.follower import words_of


async def test_a_declined_request_is_no_cancelled_appointment(
    follows: Follows, ada: Visitor, core: BookingCore, salon: DemoSalon
) -> None:
    asked = await ada.books("Bridal styling", at(3, 10))
    manager = manager_of(core, salon)
    await manager.at_desk(lambda desk: desk.decline(asked.id, reason="We are on holiday <then>."))
    words = words_of((await follows(asked).sees()).text)
    assert "Declined We are sorry: we cannot give you this appointment. Nothing is booked." in words
    assert "We are on holiday <then>." in words
    assert "Cancelled" not in words


async def test_a_withdrawn_request_was_no_appointment(follows: Follows, ada: Visitor) -> None:
    asked = await ada.books("Bridal styling", at(3, 10))
    await ada.at_desk(lambda desk: desk.cancel(asked.id, reason="a secret of mine"))
    words = words_of((await follows(asked).sees()).text)
    assert "Withdrawn Your request is withdrawn. Nothing is booked." in words
    assert "a secret of mine" not in words


async def test_who_cancelled_is_said(
    follows: Follows, ada: Visitor, ben: Visitor, core: BookingCore, salon: DemoSalon
) -> None:
    by_us, by_her = await ada.books("Haircut", at(1, 10)), await ben.books("Haircut", at(2, 10))
    manager = manager_of(core, salon)
    await manager.at_desk(lambda desk: desk.cancel(by_us.id, reason="Dana is ill."))
    await ben.cancels(by_her)
    words = words_of((await follows(by_us).sees()).text)
    assert "Cancelled We are sorry: we had to cancel this appointment. A message from" in words
    assert "Dana is ill." in words
    assert "Cancelled It is cancelled, and its time is free" in words_of((await follows(by_her).sees()).text)
