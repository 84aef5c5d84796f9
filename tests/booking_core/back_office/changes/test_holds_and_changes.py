"""Times that are held while the business is changed, and bookings that are written at the same moment."""

import asyncio

import pytest

from booking_core.back_office.back_office import BackOffice
from booking_core.back_office.decisions import Cancel, Decisions
from booking_core.back_office.touched import AppointmentsTouched
from booking_core.core import BookingCore
from booking_core.errors import Invalid, SettingsBusy
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from tests.booking_core.back_office.changes.touching import away, closes
from tests.booking_core.back_office.conftest import Arranger
from tests.cast import Visitor, at


async def test_a_held_time_that_was_closed_is_refused_with_others(
    owner: Arranger, salon: DemoSalon, ada: Visitor
) -> None:
    hold = await ada.holds("Beard trim", at(1, 10))
    await owner.does(away(salon, "Miriam", at(1, 9), at(1, 12)))
    with pytest.raises(Invalid) as refused:
        await ada.confirms(hold)
    assert refused.value.code == "outside_hours"
    assert refused.value.alternatives[0].start == at(1, 12)


async def test_a_held_time_beside_the_change_is_confirmed(
    owner: Arranger, salon: DemoSalon, ada: Visitor
) -> None:
    """Nor does a stricter notice bind whoever had held it before."""
    hold = await ada.holds("Beard trim", at(1, 12))
    beard = salon.services["Beard trim"]
    await owner.does(away(salon, "Miriam", at(1, 9), at(1, 12)))
    strict = {"min_notice_min": 100_000}
    await owner.does(lambda office: office.services.change(beard, strict, expected_version=1))
    assert (await ada.confirms(hold)).status == "confirmed"


async def test_a_move_to_a_held_time_that_was_closed_keeps_the_old_one(
    owner: Arranger, salon: DemoSalon, ada: Visitor
) -> None:
    booked = await ada.books("Beard trim", at(1, 15))
    hold = await ada.holds("Beard trim", at(1, 10), reschedule_of=booked.id)
    await owner.does(away(salon, "Miriam", at(1, 9), at(1, 12)))
    with pytest.raises(Invalid) as refused:
        await ada.at_desk(lambda desk: desk.reschedule(booked.id, hold.id))
    assert refused.value.code == "outside_hours"
    still = await ada.at_desk(lambda desk: desk.find(booked.id))
    assert (still.starts_at, still.version) == (at(1, 15), 1)


async def test_a_change_waits_for_a_booking_under_way_and_sees_it(
    core: BookingCore, owner: Arranger, salon: DemoSalon, ada: Visitor
) -> None:
    hold = await ada.holds("Beard trim", at(1, 10))
    async with core.desk(salon.organization_id, ada.actor) as desk:
        booked = await desk.confirm(hold.id, ada.contact)
        change = asyncio.create_task(owner.does(closes(salon, "2026-11-24")))
        await asyncio.sleep(0.3)
        assert not change.done()
    with pytest.raises(AppointmentsTouched) as refused:
        await change
    assert [one.appointment_id for one in refused.value.touched] == [booked.id]


@pytest.mark.parametrize("is_move", [False, True])
async def test_a_booking_waits_for_a_change_under_way_and_goes_by_it(
    core: BookingCore, owner: Arranger, salon: DemoSalon, ada: Visitor, is_move: bool
) -> None:
    """Its transaction had read the catalogue before."""
    booked = await ada.books("Beard trim", at(1, 15)) if is_move else None
    hold = await ada.holds("Beard trim", at(1, 10), reschedule_of=booked and booked.id)
    off = away(salon, "Miriam", at(1, 9), at(1, 12))
    async with core.back_office(salon.organization_id, owner.actor) as office:
        await off(office)
        if booked is not None:
            moving = ada.at_desk(lambda desk: desk.reschedule(booked.id, hold.id))
            booking = asyncio.create_task(moving)
        else:
            booking = asyncio.create_task(ada.confirms(hold))  # type: ignore[arg-type]
        await asyncio.sleep(0.3)
        assert not booking.done()
    with pytest.raises(Invalid) as refused:
        await booking
    assert refused.value.code == "outside_hours"


async def test_a_booking_goes_by_a_change_that_touches_it_not(
    core: BookingCore, owner: Arranger, salon: DemoSalon, ada: Visitor
) -> None:
    hold = await ada.holds("Beard trim", at(1, 15))
    async with core.back_office(salon.organization_id, owner.actor) as office:
        await away(salon, "Miriam", at(1, 9), at(1, 12))(office)
        booking = asyncio.create_task(ada.confirms(hold))
        await asyncio.sleep(0.3)
    assert (await booking).status == "confirmed"


async def test_who_cannot_have_the_business_in_time_is_told(
    core: BookingCore, owner: Arranger, salon: DemoSalon
) -> None:
    async with core.back_office(salon.organization_id, owner.actor) as office:
        await closes(salon, "2026-11-24")(office)
        with pytest.raises(SettingsBusy):
            await owner.elsewhere().does(closes(salon, "2026-11-25", new_id("key")))


async def test_a_cancel_under_way_and_a_decision_do_not_wait_for_each_other(
    core: BookingCore, owner: Arranger, salon: DemoSalon, ada: Visitor
) -> None:
    booked = await ada.books("Beard trim", at(1, 10))
    with pytest.raises(AppointmentsTouched) as shown:
        await owner.does(closes(salon, "2026-11-24"))
    decisions = Decisions(shown.value.details["seen"], {booked.id: Cancel()})

    async def change(office: BackOffice) -> None:
        await closes(salon, "2026-11-24")(office)

    async with core.desk(salon.organization_id, ada.actor) as desk:
        await desk.cancel(booked.id)
        with pytest.raises(SettingsBusy):
            await owner.does(change, decisions=decisions)
    await owner.does(change, decisions=decisions)
    assert (await ada.at_desk(lambda desk: desk.find(booked.id))).version == 2
