"""What a service costs at one place or with one person, where it is something else than usual."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from sqlalchemy import delete, or_, select
from sqlalchemy.orm import aliased

from booking_core.back_office.nouns.references import REFERENCE, must_be_offered
from booking_core.catalogue.locations import Location
from booking_core.catalogue.resources import STAFF, Resource
from booking_core.catalogue.services.prices import ServicePrice
from booking_core.catalogue.services.services import Service
from booking_core.context import OperationContext
from booking_core.errors import InvalidField
from booking_core.input.entries import Entries
from booking_core.input.fields import Field
from booking_core.input.kinds import Amount, OrNothing, Whole
from booking_core.input.world import decimals_of
from booking_core.storage.ids import new_id

SHORTEST, LONGEST = 5, 24 * 60
MOST_PRICES = 500
Price = Mapping[str, Any]
PRICES = Field(
    "prices",
    Entries(
        (
            Field("location_id", OrNothing(REFERENCE), None, tells="Where it costs that, in its currency."),
            Field("resource_id", OrNothing(REFERENCE), None, tells="With whom it costs that."),
            Field(
                "duration_min",
                OrNothing(Whole(SHORTEST, LONGEST)),
                None,
                tells="For which length; else for all.",
            ),
            Field("amount", Amount(), tells="What it costs."),
        ),
        MOST_PRICES,
    ),
    [],
    tells="What costs something else at a place or with somebody.",
)


async def read_prices(context: OperationContext, service_id: str) -> list[Price]:
    """The prices of a service; those that name something archived wait for it to come back."""
    rows = await context.session.scalars(_standing(service_id))
    names = ("location_id", "resource_id", "duration_min", "amount")
    return in_order({name: getattr(row, name) for name in names} for row in rows)


async def write_prices(context: OperationContext, service: Service, prices: Sequence[Price]) -> None:
    """These instead of those that ``read_prices`` finds."""
    stands = [row.id for row in await context.session.scalars(_standing(service.id))]
    await context.session.execute(delete(ServicePrice).where(ServicePrice.id.in_(stands)))
    context.session.add_all(
        ServicePrice(
            id=new_id("prc"), organization_id=service.organization_id, service_id=service.id, **price
        )
        for price in prices
    )


def in_order(prices: Iterable[Price]) -> list[Price]:
    """In an order that is always the same."""
    return sorted(prices, key=_key_of)


async def check_prices(context: OperationContext, values: Mapping[str, Any], *, named: bool) -> None:
    """Raises ``InvalidField`` for a price of nothing in particular, of what is not there (asked where they
    are ``named`` anew), of two that say the same, or of an amount its currency does not have."""
    currencies = await _currencies(context)
    seen = set()
    for place, price in enumerate(values["prices"]):
        where = f"prices.{place}"
        what = (price["location_id"], price["resource_id"], price["duration_min"])
        if what[:2] == (None, None):
            raise InvalidField(f"{where}.location_id", "Please say where or with whom it costs that.")
        if what in seen:
            raise InvalidField(where, "This price is said twice.")
        seen.add(what)
        if price["duration_min"] is not None and price["duration_min"] not in values["durations"]:
            raise InvalidField(
                f"{where}.duration_min", f"It does not come in {price['duration_min']} minutes."
            )
        must_be_exact(f"{where}.amount", price["amount"], currencies.get(what[0]) or values["currency"])
        if named:
            await _must_be_there(context, where, price)


def must_be_exact(field: str, amount: Decimal | None, currency: str) -> None:
    """Raises ``InvalidField`` for an amount of more decimals than its currency has."""
    if amount is not None and amount % Decimal(1).scaleb(-decimals_of(currency)):
        raise InvalidField(field, f"{currency} has no such amount.")


async def must_suit_prices(context: OperationContext, location_id: str, currency: str) -> None:
    """Raises ``InvalidField`` where a currency has not the amounts that stand at a location."""
    amounts = select(ServicePrice.amount).where(
        ServicePrice.organization_id == context.organization_id, ServicePrice.location_id == location_id
    )
    for amount in await context.session.scalars(amounts):
        must_be_exact("currency", amount, currency)


async def _must_be_there(context: OperationContext, where: str, price: Price) -> None:
    if price["location_id"] is not None:
        named = (price["location_id"],)
        await must_be_offered(context, f"{where}.location_id", Location, named, "location")
    if (person := price["resource_id"]) is not None:
        await must_be_offered(context, f"{where}.resource_id", Resource, (person,), "person")
        kind = await context.session.scalar(select(Resource.kind).where(Resource.id == person))
        if kind != STAFF:
            raise InvalidField(f"{where}.resource_id", "Prices differ by person, not by room or equipment.")


async def _currencies(context: OperationContext) -> dict[str | None, str | None]:
    rows = await context.session.execute(
        select(Location.id, Location.currency).where(Location.organization_id == context.organization_id)
    )
    return {row.id: row.currency for row in rows}


def _standing(service_id: str) -> Any:
    place, person = aliased(Location), aliased(Resource)
    return (
        select(ServicePrice)
        .outerjoin(place, place.id == ServicePrice.location_id)
        .outerjoin(person, person.id == ServicePrice.resource_id)
        .where(
            ServicePrice.service_id == service_id,
            or_(ServicePrice.location_id.is_(None), place.archived_at.is_(None)),
            or_(ServicePrice.resource_id.is_(None), person.archived_at.is_(None)),
        )
    )


def _key_of(price: Price) -> tuple[str, str, int]:
    return price["location_id"] or "", price["resource_id"] or "", price["duration_min"] or 0
