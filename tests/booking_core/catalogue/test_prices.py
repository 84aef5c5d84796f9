"""Prices: one for each length a service comes in, the one that was held is the one that is agreed."""

from decimal import Decimal

import pytest

from booking_core.catalogue.services.money import Money
from booking_core.catalogue.services.services import Service
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.cast import Visitor, at


@pytest.mark.parametrize(("minutes", "price"), [(60, "70.00"), (90, "98.00")])
async def test_each_length_has_its_price(ada: Visitor, minutes: int, price: str) -> None:
    times = await ada.looks("Massage", at(0, 9), at(0, 18), duration_min=minutes)
    assert {slot.price for slot in times.slots} == {Money(Decimal(price), "EUR")}
    booked = await ada.books("Massage", at(0, 10), duration_min=minutes)
    assert booked.money == Money(Decimal(price), "EUR")


async def test_a_price_that_changes_after_the_hold_binds_nobody(
    ada: Visitor, core: BookingCore, salon: DemoSalon
) -> None:
    hold = await ada.holds("Massage", at(0, 10), duration_min=90)
    async with core.sessions() as session, session.begin():
        service = await session.get_one(Service, salon.services["Massage"])
        service.price_by_duration = {"90": "120.00"}
    assert (await ada.confirms(hold)).price == Decimal("98.00")
    assert (await ada.holds("Massage", at(2, 10), duration_min=90)).price == Decimal("120.00")


def test_a_length_without_a_price_of_its_own_costs_the_usual() -> None:
    service = Service(durations=[30, 60], price=Decimal("40.00"), currency="EUR", price_by_duration={})
    assert service.money_for(60) == Money(Decimal("40.00"), "EUR")


def test_a_service_may_have_a_price_for_one_length_only() -> None:
    service = Service(durations=[30, 60], price=None, currency="EUR", price_by_duration={"60": "9.5"})
    assert service.money is None
    assert service.money_for(60) == Money(Decimal("9.50"), "EUR")
