"""The letter to whoever did not come: only where the business wants it, once, and with no calendar file."""

from datetime import timedelta

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.time.clock import FrozenClock
from tests.agent.letters.post_office import deliver_all, manager_of
from tests.booking_core.notices.mailbox import mailbox
from tests.cast import Visitor, at, set_by_owner


async def test_only_where_the_business_wants_it_and_once(
    core: BookingCore, salon: DemoSalon, ada: Visitor, clock: FrozenClock
) -> None:
    manager = manager_of(core, salon)
    first, second = await ada.books("Haircut", at(0, 12)), await ada.books("Haircut", at(0, 14))
    async with mailbox() as box:
        await deliver_all(core, salon, box)
        clock.advance(timedelta(hours=7))
        await manager.at_desk(lambda desk: desk.no_show(first.id))
        await deliver_all(core, salon, box)
        assert len(box.letters) == 2, "they were booked, and nothing else is told"
        words = {"en": {"no_show": {"subject": "Where were you?"}}}
        await set_by_owner(core, salon.organization_id, letters__no_show=True, letters__words=words)
        await manager.at_desk(lambda desk: desk.no_show(second.id))
        await deliver_all(core, salon, box)
        await deliver_all(core, salon, box)
    assert len(box.letters) == 3
    letter = box.letters[-1]
    assert letter["Subject"] == "Where were you?"
    assert letter["In-Reply-To"] is not None
    assert {part.get_content_subtype() for part in letter.walk() if not part.is_multipart()} == {
        "plain",
        "html",
    }
    body = letter.get_body(("plain",))
    assert body is not None
    assert second.code in body.get_content()


async def test_none_is_sent_to_whoever_came_after_all(
    core: BookingCore, salon: DemoSalon, ada: Visitor, clock: FrozenClock
) -> None:
    manager = manager_of(core, salon)
    await set_by_owner(core, salon.organization_id, letters__no_show=True)
    booked = await ada.books("Haircut", at(0, 12))
    async with mailbox() as box:
        await deliver_all(core, salon, box)
        clock.advance(timedelta(hours=7))
        await manager.at_desk(lambda desk: desk.no_show(booked.id))
        await manager.at_desk(lambda desk: desk.complete(booked.id))
        await deliver_all(core, salon, box)
    assert len(box.letters) == 1, "it was booked, and nothing else is told"
