"""Classes: everybody gets a seat of their own, in the room they were promised, and nobody one too many."""

import pytest
from sqlalchemy import text

from booking_core.appointments.time_blocks import TimeBlock
from booking_core.catalogue.locations import Location
from booking_core.core import BookingCore
from booking_core.desk import Desk
from booking_core.errors import SlotTaken
from booking_core.holds.hold import Hold
from booking_core.holds.request import HoldRequest
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from tests.booking_core.booking.classes import another_studio, same_wish
from tests.booking_core.holds.interruptions import Interrupted
from tests.cast import Visitor, at


async def test_a_party_sits_together_or_not_at_all(ada: Visitor, ben: Visitor) -> None:
    await ada.books("Yoga class", at(0, 12), party_size=4)
    with pytest.raises(SlotTaken):
        await ben.holds("Yoga class", at(0, 12), party_size=3)
    await ben.books("Yoga class", at(0, 12), party_size=2)


async def test_a_party_moves_from_class_to_class_and_leaves_the_others_their_places(
    ada: Visitor, ben: Visitor, core: BookingCore
) -> None:
    """Who moves joins the class that runs at the new time; a class that nobody is left in is gone."""
    booked = await ada.books("Yoga class", at(0, 12), party_size=4)
    beside = await ben.books("Yoga class", at(0, 12), party_size=2)
    joined = await ben.books("Yoga class", at(0, 14), party_size=2)
    moved = await ada.at_desk(lambda desk: desk.reschedule(booked.id, start=at(0, 14)))
    assert (moved.appointment.block_id, moved.appointment.version) == (joined.block_id, 2)
    await ada.books("Yoga class", at(0, 12), party_size=4)
    left = await ben.at_desk(lambda desk: desk.reschedule(joined.id, start=at(2, 12)))
    assert left.appointment.block_id not in (beside.block_id, joined.block_id)
    await ada.at_desk(lambda desk: desk.reschedule(booked.id, start=at(2, 14)))
    async with core.sessions() as session, session.begin():
        assert await session.get(TimeBlock, beside.block_id) is not None
        assert await session.get(TimeBlock, joined.block_id) is None


async def test_a_hold_that_redis_was_not_told_is_over_counts_once(
    ada: Visitor, ben: Visitor, core: BookingCore, salon: DemoSalon
) -> None:
    hold = await ada.holds("Yoga class", at(0, 12), party_size=3)
    await ada.confirms(hold)
    again = await ada.at_desk(same_wish(hold))
    assert (await core.holds.acquire(salon.organization_id, again)).outcome == "ok"
    await ben.books("Yoga class", at(0, 12), party_size=3)


async def test_the_same_class_in_two_rooms_is_two_classes(
    ada: Visitor, ben: Visitor, core: BookingCore, salon: DemoSalon
) -> None:
    """Six fill the first; the seventh opens the second, whether the first is booked or only held."""
    await another_studio(core, salon, salon.location_id)
    first = await ada.holds("Yoga class", at(0, 12), party_size=6)
    second = await ben.holds("Yoga class", at(0, 12), party_size=2)
    assert not set(first.resource_ids) & set(second.resource_ids)
    third = await ben.holds("Yoga class", at(0, 12), party_size=4)
    assert set(third.resource_ids) == set(second.resource_ids)
    assert [await ada.confirms(first), await ben.confirms(second), await ben.confirms(third)]
    assert at(0, 12) not in [
        slot.start for slot in (await ada.looks("Yoga class", at(0, 9), at(0, 18))).slots
    ]


async def test_a_class_at_one_location_is_none_at_another(
    ada: Visitor, ben: Visitor, core: BookingCore, salon: DemoSalon
) -> None:
    garden = new_id("loc")
    async with core.sessions() as session, session.begin():
        session.add(
            Location(
                id=garden,
                organization_id=salon.organization_id,
                name="Garden",
                address="Next door",
                time_zone="Europe/Berlin",
                position=1,
            )
        )
        await session.flush()
        await session.execute(
            text(
                "INSERT INTO opening_windows (id, organization_id, location_id, weekday, opens, closes)"
                " SELECT 'garden' || id, organization_id, :garden, weekday, opens, closes FROM "
                "opening_windows"
                " WHERE location_id = :first"
            ),
            {"garden": garden, "first": salon.location_id},
        )
    await another_studio(core, salon, garden)
    there = await ada.holds("Yoga class", at(0, 12), location_id=garden)
    here = await ben.holds("Yoga class", at(0, 12), location_id=salon.location_id)
    assert not set(there.resource_ids) & set(here.resource_ids)
    assert (await ben.confirms(here)).location_id == salon.location_id
    assert (await ada.confirms(there)).location_id == garden


async def test_the_last_seat_booked_between_the_look_and_the_hold_is_seen(
    ada: Visitor, ben: Visitor, salon: DemoSalon
) -> None:
    await ada.books("Yoga class", at(0, 12), party_size=4)
    request = HoldRequest(salon.services["Yoga class"], at(0, 12), "late", party_size=2)

    async def late(desk: Desk) -> Hold:
        Interrupted(desk, lambda: ada.books("Yoga class", at(0, 12)))
        return await desk.hold(request)

    with pytest.raises(SlotTaken):
        await ben.at_desk(late)
    await ben.books("Yoga class", at(0, 12))


async def test_a_class_begun_between_the_look_and_the_hold_is_joined(
    ada: Visitor, ben: Visitor, salon: DemoSalon
) -> None:
    request = HoldRequest(salon.services["Yoga class"], at(0, 12), "late")

    async def late(desk: Desk) -> Hold:
        Interrupted(desk, lambda: ada.books("Yoga class", at(0, 12)))
        return await desk.hold(request)

    assert await ben.confirms(await ben.at_desk(late))
