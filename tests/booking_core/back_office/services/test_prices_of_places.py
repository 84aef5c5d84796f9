"""What costs something else at a place, for a length or with a person, and what is paid with where."""

from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import select

from booking_core.core import BookingCore
from booking_core.errors import InvalidField, InvalidFields
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.audit import AuditEntry
from tests.booking_core.back_office.conftest import Arranger
from tests.cast import Visitor, at

HARBOUR: dict[str, Any] = {"name": "Harbour", "time_zone": "Asia/Tokyo", "country": "JP", "currency": "JPY"}
Prices = list[dict[str, Any]]


async def prices(owner: Arranger, service: str, given: Prices, version: int = 1) -> Any:
    return await owner.does(
        lambda office: office.services.change(service, {"prices": given}, expected_version=version)
    )


async def harbour(owner: Arranger) -> str:
    made = await owner.does(lambda office: office.locations.create(HARBOUR, key="harbour"))
    return str(made.id)


async def test_with_dana_it_costs_more_and_a_repeat_changes_nothing(
    core: BookingCore, owner: Arranger, salon: DemoSalon, ada: Visitor
) -> None:
    haircut, dana = salon.services["Haircut"], salon.resources["Dana"]
    given: Prices = [
        {"resource_id": dana, "amount": "55.00"},
        {"location_id": salon.location_id, "amount": "50"},
    ]
    assert (await prices(owner, haircut, given)).version == 2
    assert (await prices(owner, haircut, given[::-1])).version == 2
    booked = await ada.books("Haircut", at(1, 10), staff_id=dana)
    other = await ada.books("Haircut", at(2, 10), staff_id=salon.resources["Miriam"])
    assert (booked.price, other.price) == (Decimal("55.00"), Decimal("50.00"))
    async with core.sessions() as session, session.begin():
        (entry,) = await session.scalars(select(AuditEntry.details).where(AuditEntry.subject == haircut))
    assert (entry["before"], entry["after"]["prices"][0]["amount"]) == ({"prices": []}, "55.00")
    assert (await prices(owner, haircut, [], version=2)).version == 3
    assert (await ada.books("Haircut", at(3, 10), staff_id=dana)).price == Decimal("45.00")


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"amount": "5"}, "prices.1.location_id"),
        ({"location_id": "here", "amount": "5"}, "prices.1"),
        ({"location_id": "here", "amount": "5", "duration_min": 7}, "prices.1.duration_min"),
        ({"location_id": "loc_unknown", "amount": "5"}, "prices.1.location_id"),
        ({"resource_id": "res_unknown", "amount": "5"}, "prices.1.resource_id"),
        ({"resource_id": "room", "amount": "5"}, "prices.1.resource_id"),
        ({"resource_id": "dana", "amount": "5.001"}, "prices.1.amount"),
        ({"resource_id": "dana"}, "prices.1.amount"),
        ({"resource_id": "dana", "amount": "5", "currency": "EUR"}, "prices.1.currency"),
        ([], "prices.1"),
    ],
)
async def test_a_price_that_cannot_be_is_named_by_its_place(
    owner: Arranger, salon: DemoSalon, wrong: Any, field: str
) -> None:
    known = {
        "here": salon.location_id,
        "dana": salon.resources["Dana"],
        "room": salon.resources["Treatment room"],
    }
    if isinstance(wrong, dict):
        wrong = {name: known.get(str(one), one) for name, one in wrong.items()}
    with pytest.raises(InvalidField) as refused:
        await prices(
            owner, salon.services["Haircut"], [{"location_id": salon.location_id, "amount": "50"}, wrong]
        )
    assert refused.value.field == field


async def test_a_place_takes_its_own_currency(owner: Arranger, salon: DemoSalon) -> None:
    place, haircut = await harbour(owner), salon.services["Haircut"]
    with pytest.raises(InvalidField) as refused:
        await prices(owner, haircut, [{"location_id": place, "amount": "50.50"}])
    assert (refused.value.field, refused.value.detail) == ("prices.0.amount", "JPY has no such amount.")
    await prices(owner, haircut, [{"location_id": place, "amount": "7000"}])
    seen = await owner.sees()
    there = seen.prices.price(seen.service(haircut), seen.location(place), 45, None)
    assert there is not None
    assert (there.amount, there.currency) == (Decimal(7000), "JPY")


async def test_a_currency_has_to_have_the_amounts_that_stand(owner: Arranger, salon: DemoSalon) -> None:
    here, yen = salon.location_id, {"currency": "JPY"}
    await prices(owner, salon.services["Haircut"], [{"location_id": here, "amount": "50.50"}])
    with pytest.raises(InvalidField) as refused:
        await owner.does(lambda office: office.locations.change(here, yen, expected_version=1))
    assert refused.value.field == "currency"
    franc = {"currency": "CHF"}
    assert (await owner.does(lambda office: office.locations.change(here, franc, expected_version=1))).version


async def test_prices_of_who_is_archived_wait_for_their_return(owner: Arranger, salon: DemoSalon) -> None:
    haircut, dana = salon.services["Haircut"], salon.resources["Dana"]
    await prices(owner, haircut, [{"resource_id": dana, "amount": "55"}])
    await owner.does(lambda office: office.resources.archive(dana, expected_version=1))

    async def now(office: Any) -> Any:
        return (await office.services.values_of(await office.services.find(haircut)))["prices"]

    assert await owner.does(now) == []
    here = {"location_id": salon.location_id, "amount": "50"}
    await prices(owner, haircut, [here], version=2)
    await owner.does(lambda office: office.resources.restore(dana, expected_version=2))
    assert [one["amount"] for one in await owner.does(now)] == [Decimal("55.00"), Decimal("50.00")]


async def test_every_wrong_row_of_a_price_list_is_told(owner: Arranger, salon: DemoSalon) -> None:
    prices = [{"amount": "x"}, {"amount": "10.00", "location_id": salon.location_id}, {"amount": "-1"}]
    with pytest.raises(InvalidFields) as refused:
        await owner.does(
            lambda office: office.services.change(
                salon.services["Haircut"], {"prices": prices}, expected_version=1
            )
        )
    assert [one.field for one in refused.value.fields] == ["prices.0.amount", "prices.2.amount"]
