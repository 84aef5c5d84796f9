"""Prices by place, length and person: the same at the list, the hold, the summary and the confirm."""

from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booking_core.catalogue.locations import Location
from booking_core.catalogue.quotes import price_list, quote
from booking_core.catalogue.services.money import Money
from booking_core.catalogue.services.prices import PriceList, PriceQuote, ServicePrice, lowest
from booking_core.catalogue.services.services import Service
from booking_core.core import BookingCore
from booking_core.errors import Conflict
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from tests.cast import Visitor, at, second_location

FORTY = Decimal("40.00")


def euros(amount: str) -> Money:
    return Money(Decimal(amount), "EUR")


async def costs(core: BookingCore, salon: DemoSalon, service: str, amount: str, **where: object) -> None:
    """From now on it costs that: ``location_id``, ``resource_id``, ``duration_min``."""
    async with core.sessions() as session, session.begin():
        session.add(
            ServicePrice(
                id=new_id("prc"),
                organization_id=salon.organization_id,
                service_id=salon.services[service],
                amount=Decimal(amount),
                **where,
            )
        )


PLACES, PEOPLE, LENGTHS = ("mitte", "zurich", None), ("dana", "miriam", None), (30, 60, None)
FITTING = [key for key in product(PLACES, PEOPLE, LENGTHS) if key[:2] != (None, None)]


@given(
    st.dictionaries(st.sampled_from(FITTING), st.integers(0, 99), max_size=8),
    st.sampled_from(PLACES[:2]),
    st.sampled_from(PEOPLE),
    st.sampled_from(LENGTHS[:2]),
    st.dictionaries(st.sampled_from(LENGTHS[:2]), st.integers(100, 199), max_size=2),
)
def test_the_price_is_the_nearest_that_fits(
    rows: dict[tuple[str | None, str | None, int | None], int],
    place: str,
    person: str | None,
    length: int,
    lengths: dict[int, int],
) -> None:
    """Against a look through all rows: the person counts most, then the place, then the length."""
    prices = PriceList(
        ServicePrice(service_id="cut", location_id=p, resource_id=r, duration_min=d, amount=Decimal(amount))
        for (p, r, d), amount in rows.items()
    )
    service = Service(
        id="cut",
        durations=[30, 60],
        price=FORTY,
        currency="EUR",
        price_by_duration={str(minutes): str(amount) for minutes, amount in lengths.items()},
    )
    location = Location(id=place, currency="CHF" if place == "zurich" else None)
    fitting = [
        (r is not None, p is not None, d is not None, amount)
        for (p, r, d), amount in rows.items()
        if p in (place, None)
        and r in (person, None)
        and d in (length, None)
        # What names no place is in euros, which nobody pays in Zurich.
        and (p is not None or place != "zurich")
    ]
    told = prices.price(service, location, length, person)
    if fitting:
        assert told == Money(Decimal(max(fitting)[3]), location.currency or "EUR")
    else:
        usual = Money(Decimal(lengths.get(length, 40)), "EUR")
        assert told == (None if place == "zurich" else usual)


def test_a_price_in_several_currencies_or_without_one_is_not_told_as_from() -> None:
    assert lowest([euros("40"), Money(Decimal(40), "CHF")]).money is None
    assert lowest([euros("40"), None]).money is None
    assert (lowest([euros("40"), euros("30")]).money, lowest([euros("40")]).is_from) == (euros("30"), False)


async def test_a_price_that_depends_on_the_person_is_told_as_from_until_one_is_chosen(
    core: BookingCore, ada: Visitor, salon: DemoSalon
) -> None:
    dana = salon.resources["Dana"]
    await costs(core, salon, "Haircut", "60.00", resource_id=dana)
    slots = (await ada.looks("Haircut", at(1, 9), at(1, 18))).slots
    told = {slot.staff_ids: (slot.price, slot.price_is_from) for slot in slots}
    both = (dana, salon.resources["Miriam"])
    assert told[both] == (euros("45.00"), True)
    # Miriam comes an hour before Dana and leaves two before her.
    assert told[both[1:]] == (euros("45.00"), False)
    assert told[both[:1]] == (euros("60.00"), False)
    named = (await ada.looks("Haircut", at(1, 11), at(1, 12), staff_id=dana)).slots
    assert {(slot.price, slot.price_is_from) for slot in named} == {(euros("60.00"), False)}
    hold = await ada.holds("Haircut", at(1, 11), staff_id=dana)
    assert hold.money == euros("60.00")
    assert (await ada.confirms(hold)).money == euros("60.00")


async def test_a_service_that_says_from_says_it_until_it_is_booked(
    core: BookingCore, ada: Visitor, salon: DemoSalon
) -> None:
    haircut, massage = salon.services["Haircut"], salon.services["Massage"]
    async with core.sessions() as session, session.begin():
        (await session.get_one(Service, haircut)).price_is_from = True
    slots = (await ada.looks("Haircut", at(1, 9), at(1, 18))).slots
    assert {(slot.price, slot.price_is_from) for slot in slots} == {(euros("45.00"), True)}
    hold = await ada.holds("Haircut", at(1, 11))
    booked = await ada.confirms(hold)
    assert hold.quote == booked.quote == PriceQuote(euros("45.00"), is_from=True)
    catalogue = await core.catalogue_of(salon.organization_id)
    assert quote(catalogue, catalogue.service(haircut), 45).is_from
    assert {one.price.is_from for one in price_list(catalogue, catalogue.service(haircut))} == {True}
    assert not quote(catalogue, catalogue.service(massage), 60).is_from
    async with core.sessions() as session, session.begin():
        (await session.get_one(Service, haircut)).price_is_from = False
    kept = await ada.at_desk(lambda desk: desk.find(booked.id))
    assert kept.price_is_from


async def test_whoever_was_told_the_lowest_price_is_told_the_right_one_before_they_book(
    core: BookingCore, ada: Visitor, salon: DemoSalon
) -> None:
    await costs(core, salon, "Haircut", "60.00", resource_id=salon.resources["Dana"])
    hold = await ada.holds("Haircut", at(1, 11), staff_id=salon.resources["Dana"])
    with pytest.raises(Conflict) as refused:
        await ada.at_desk(lambda desk: desk.confirm(hold.id, ada.contact, expected_price=euros("45.00")))
    assert (refused.value.code, refused.value.details["price"]) == ("price_changed", euros("60.00"))
    agreed = await ada.at_desk(lambda desk: desk.confirm(hold.id, ada.contact, expected_price=euros("60.00")))
    assert agreed.money == euros("60.00")


async def test_a_place_has_its_prices_in_its_own_currency(
    core: BookingCore, ada: Visitor, salon: DemoSalon
) -> None:
    zurich = await second_location(
        core, salon, name="Zurich", address="Limmatquai 1", time_zone="Europe/Zurich", currency="CHF"
    )
    assert {
        slot.price for slot in (await ada.looks("Haircut", at(1, 9), at(1, 12), location_id=zurich)).slots
    } == {None}
    await costs(core, salon, "Haircut", "70.00", location_id=zurich)
    hold = await ada.holds("Haircut", at(1, 10), location_id=zurich)
    booked = await ada.confirms(hold)
    assert booked.money == Money(Decimal("70.00"), "CHF")
    catalogue = await core.catalogue_of(salon.organization_id)
    haircut = catalogue.service(salon.services["Haircut"])
    assert quote(catalogue, haircut, 45).money is None
    assert quote(catalogue, haircut, 45, catalogue.location(zurich)).money == booked.money
    listed = {(one.location_id, one.price) for one in price_list(catalogue, haircut)}
    assert listed == {
        (salon.location_id, PriceQuote(euros("45.00"))),
        (zurich, PriceQuote(booked.money)),
    }
