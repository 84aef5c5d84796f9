"""What a service costs for whoever asks, as far as they have chosen where, how long and with whom."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.locations import Location
from booking_core.catalogue.resources import STAFF
from booking_core.catalogue.services.money import Money
from booking_core.catalogue.services.prices import PriceQuote, as_told, lowest
from booking_core.catalogue.services.services import Service


def price_with(
    catalogue: Catalogue, service: Service, location: Location, duration_min: int, resource_ids: Iterable[str]
) -> PriceQuote:
    """The price there, once everybody and everything it takes is chosen."""
    chosen = (catalogue.resources.get(one) for one in resource_ids)
    person = next((one.id for one in chosen if one is not None and one.kind == STAFF), None)
    return as_told(service, catalogue.prices.price(service, location, duration_min, person))


def quote(
    catalogue: Catalogue,
    service: Service,
    duration_min: int,
    location: Location | None = None,
    staff_id: str | None = None,
) -> PriceQuote:
    """The price of a length at a place, or at any; with a person, or with any who serves there."""
    places = [location] if location else catalogue.locations_of(service.id)
    if not places:
        return as_told(service, service.money_for(duration_min))
    if len(places) == 1:
        return catalogue.prices.quote(
            service, places[0], duration_min, _people(catalogue, service, places[0], staff_id)
        )
    told = lowest(
        price for place in places for price in _prices_at(catalogue, service, place, duration_min, staff_id)
    )
    return as_told(service, told.money, is_from=told.is_from)


def every_price(catalogue: Catalogue) -> Iterator[Money]:
    """Every price that is told anywhere, of every length and with everybody."""
    for service in catalogue.services.values():
        for length in service.durations:
            told = [service.money_for(length)]
            for place in catalogue.locations_of(service.id):
                told += _prices_at(catalogue, service, place, length, None)
            yield from (price for price in told if price is not None)


class ListedPrice(Struct, frozen=True):
    """What a length costs at a place, with a person where that costs something else than with others."""

    location_id: str
    duration_min: int
    staff_id: str | None
    price: PriceQuote


def price_list(catalogue: Catalogue, service: Service) -> Iterator[ListedPrice]:
    """Every price of a service, place by place: what it costs with anybody, then with whom it differs."""
    for place in catalogue.locations_of(service.id):
        for length in service.durations:
            usual = catalogue.prices.price(service, place, length, None)
            yield ListedPrice(place.id, length, None, as_told(service, usual))
            if catalogue.prices.depends_on_person(service.id):
                for person in _people(catalogue, service, place, None):
                    own = catalogue.prices.price(service, place, length, person)
                    if own != usual:
                        yield ListedPrice(place.id, length, person, as_told(service, own))


def _prices_at(
    catalogue: Catalogue, service: Service, place: Location, duration_min: int, staff_id: str | None
) -> Iterator[Money | None]:
    people = (
        _people(catalogue, service, place, staff_id) if catalogue.prices.depends_on_person(service.id) else ()
    )
    for person in people or (None,):
        yield catalogue.prices.price(service, place, duration_min, person)


def _people(catalogue: Catalogue, service: Service, place: Location, staff_id: str | None) -> Sequence[str]:
    if staff_id is not None:
        return (staff_id,)
    return [one.id for one in catalogue.who_serves(service.id, place.id) if one.kind == STAFF]
