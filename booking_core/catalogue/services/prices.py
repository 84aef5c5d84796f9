"""Prices: what a service costs at a place, for a length, with a person.

A service has a price of its own, and one for each length that costs something else (``services``). Here
stands what costs something else at one place or with one person. Of the prices that fit, the person's comes
first, then the place's; of those that of the very length before that of all lengths.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from msgspec import Struct
from sqlalchemy import CheckConstraint, ForeignKey, Index, func
from sqlalchemy.orm import Mapped, mapped_column

from booking_core.catalogue.locations import Location
from booking_core.catalogue.services.money import Money
from booking_core.catalogue.services.services import Service
from booking_core.storage.database import Base


class ServicePrice(Base):
    """``amount`` is in the currency of the place it names, else in the service's. What names no length is
    that of all lengths, what names no place that of every place that takes the service's currency."""

    __tablename__ = "service_prices"
    __table_args__ = (
        CheckConstraint("num_nonnulls(location_id, resource_id) > 0", name="service_prices_differ_somehow"),
        CheckConstraint("amount >= 0", name="service_prices_not_negative"),
        CheckConstraint("duration_min > 0", name="service_prices_last_some_time"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"), index=True)
    service_id: Mapped[str] = mapped_column(ForeignKey("services.id", ondelete="CASCADE"))
    location_id: Mapped[str | None] = mapped_column(
        ForeignKey("locations.id", ondelete="CASCADE"), index=True
    )
    resource_id: Mapped[str | None] = mapped_column(
        ForeignKey("resources.id", ondelete="CASCADE"), index=True
    )
    duration_min: Mapped[int | None]
    amount: Mapped[Decimal]


Index(
    "service_prices_once",
    ServicePrice.service_id,
    func.coalesce(ServicePrice.location_id, ""),
    func.coalesce(ServicePrice.resource_id, ""),
    func.coalesce(ServicePrice.duration_min, 0),
    unique=True,
)


class PriceQuote(Struct, frozen=True):
    """What something costs; ``is_from`` where that is the least: its business says "from", or it depends on
    the person, who is not chosen yet."""

    money: Money | None
    is_from: bool = False


NOTHING_TOLD = PriceQuote(None)


class PriceList:
    """The prices of one organization. All lengths are in minutes."""

    def __init__(self, rows: Iterable[ServicePrice]) -> None:
        self._amounts = {
            (row.service_id, row.location_id, row.resource_id, row.duration_min): row.amount for row in rows
        }
        self._by_person = {service for service, _, person, _ in self._amounts if person is not None}

    def depends_on_person(self, service_id: str) -> bool:
        return service_id in self._by_person

    def price(
        self, service: Service, location: Location, duration_min: int, person_id: str | None
    ) -> Money | None:
        """What is told there, of that length, with that person; None where nothing is."""
        currency = location.currency or service.currency
        # What names no place is in the service's currency, and is no price where another is taken.
        places = (location.id, None) if currency == service.currency else (location.id,)
        for person in dict.fromkeys((person_id, None)):
            for place in places:
                for length in (duration_min, None):
                    amount = self._amounts.get((service.id, place, person, length))
                    if amount is not None:
                        return Money(amount, currency)
        return service.money_for(duration_min) if None in places else None

    def quote(
        self, service: Service, location: Location, duration_min: int, people: Sequence[str]
    ) -> PriceQuote:
        """The price for whoever has not chosen among these people."""
        if not self.depends_on_person(service.id) or not people:
            return as_told(service, self.price(service, location, duration_min, None))
        told = lowest(self.price(service, location, duration_min, one) for one in people)
        return as_told(service, told.money, is_from=told.is_from)


def as_told(service: Service, money: Money | None, *, is_from: bool = False) -> PriceQuote:
    """A price of the service, which may say "from" with each of them."""
    return PriceQuote(money, money is not None and (is_from or service.price_is_from))


def lowest(prices: Iterable[Money | None]) -> PriceQuote:
    """The lowest of the prices that may become the right one. Nothing is told where some have none, or they
    are in several currencies: it could not be compared."""
    every = set(prices)
    if None in every or len({one.currency for one in every if one is not None}) != 1:
        return NOTHING_TOLD
    return PriceQuote(
        min((one for one in every if one is not None), key=lambda one: one.amount), len(every) > 1
    )
