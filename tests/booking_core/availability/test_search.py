"""Appointments are found: by id, by code and contact, and a page at a time."""

from datetime import timedelta

import pytest

from booking_core.appointments.agenda import AgendaCursor, AppointmentFilter
from booking_core.core import BookingCore
from booking_core.customers.contacts import ContactDetails
from booking_core.errors import NotFound
from booking_core.maintenance.demo import DemoSalon
from tests.cast import Visitor, at


async def test_a_code_with_its_customers_contact_finds_it_however_it_is_written(ada: Visitor) -> None:
    ada.contact = ContactDetails(name="Ada", email="ada@example.com", phone="030 5550188")
    booked = await ada.books("Haircut", at(1, 10))
    for code in (booked.code, f" {booked.code.lower()} "):
        for contact in (None, "ADA@example.com ", "+49 30 555 0188", "0305550188"):
            found = await ada.at_desk(
                lambda desk, code=code, contact=contact: desk.find_by_code(code, contact)
            )
            assert found.id == booked.id


@pytest.mark.parametrize("contact", ["ben@example.com", "+49 30 5550199", "", "nonsense", "@", "\0"])
async def test_a_code_with_anothers_contact_is_as_unknown_as_an_unknown_code(
    ada: Visitor, contact: str
) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    told = []
    for code in (booked.code, "XXXXXX"):
        with pytest.raises(NotFound) as refused:
            await ada.at_desk(lambda desk, code=code: desk.find_by_code(code, contact))
        told.append((refused.value.detail, refused.value.code))
    assert told[0] == told[1]


async def test_pages_follow_one_another_without_gap_or_repeat(ada: Visitor) -> None:
    # Three of the five begin at the same moment.
    starts = [at(0, 12), at(0, 12), at(0, 12), at(1, 12), at(2, 12)]
    booked = {
        (await ada.books("Yoga class" if start == at(0, 12) else "Haircut", start)).id for start in starts
    }
    seen: list[str] = []
    after: AgendaCursor | None = None
    while True:
        page = await ada.at_desk(
            lambda desk, after=after: desk.appointments(AppointmentFilter(), size=2, after=after)
        )
        assert len(page.items) <= 2
        seen += [one.id for one in page.items]
        if (after := page.next) is None:
            break
    assert len(seen) == 5
    assert set(seen) == booked


async def test_each_filter_finds_its_own(ada: Visitor, ben: Visitor, salon: DemoSalon) -> None:
    early = await ada.books("Haircut", at(1, 10), staff_id=salon.resources["Dana"])
    late = await ben.books("Massage", at(2, 10))
    await ben.cancels(late)

    async def found(wanted: AppointmentFilter) -> list[str]:
        page = await ada.at_desk(lambda desk: desk.appointments(wanted))
        return [one.id for one in page.items]

    assert await found(AppointmentFilter()) == [early.id, late.id]
    for wanted in (
        AppointmentFilter(booking_code=early.code.lower()),
        AppointmentFilter(starts_before=at(2, 10)),
        AppointmentFilter(status="confirmed"),
        AppointmentFilter(customer_id=early.customer_id),
        AppointmentFilter(service_id=early.service_id),
        AppointmentFilter(resource_id=salon.resources["Dana"]),
        AppointmentFilter(starts_from=at(1, 10), starts_before=at(1, 10) + timedelta(minutes=1)),
    ):
        assert await found(wanted) == [early.id]
    assert await found(AppointmentFilter(starts_from=at(2, 10), status="cancelled")) == [late.id]
    assert await found(AppointmentFilter(location_id="loc_elsewhere")) == []


async def test_another_salon_lists_nothing_of_ours(
    ada: Visitor, core: BookingCore, other_salon: DemoSalon
) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    stranger = Visitor(core, other_salon, "Ada")
    for wanted in (AppointmentFilter(), AppointmentFilter(customer_id=booked.customer_id)):
        page = await stranger.at_desk(lambda desk, wanted=wanted: desk.appointments(wanted))
        assert (page.items, page.next) == ([], None)
