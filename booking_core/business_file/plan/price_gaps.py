"""Services that have a price, and none at a place where another currency is paid."""

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from booking_core.business_file.document import Address, Document, Values
from booking_core.business_file.sections.sections import ALSO_AT, KINDS


class PriceGap(Struct, frozen=True):
    """Customers are told no price for some length of the service at this place (by its key)."""

    service: Address
    place: str
    currency: str


def price_gaps(document: Document, standing: Document) -> Iterator[PriceGap]:
    """Of the services of a file that is complete; what it does not have is as it stands."""
    rows = {**standing.rows, **document.rows}
    currencies = {
        one[1]: values["currency"] for one, values in rows.items() if len(one) == 2 and one[0] == "locations"
    }
    for address, service in document.within((), "services"):
        has_price = service["price"] is not None or service["price_by_duration"]
        for place in sorted(_locations_of(service, rows) & currencies.keys()) if has_price else ():
            currency = currencies[place]
            if currency not in (None, service["currency"]) and not _has_prices(service, place):
                yield PriceGap(address, place, currency)


def _locations_of(service: Values, rows: Mapping[Address, Values]) -> set[str]:
    at: set[str] = set()
    for kind in KINDS:
        for key in service["served_by"]:
            somebody: Mapping[str, Any] = rows.get((kind, key), {})
            at.update({somebody["location"], *somebody.get(ALSO_AT, {})} if somebody else ())
    return at.intersection(service["locations"]) if service["locations"] else at


def _has_prices(service: Values, place: str) -> bool:
    """Whether there is one for each length, of whomever."""
    lengths = {one["duration_min"] for one in service["prices"] if one["location"] == place}
    return None in lengths or lengths.issuperset(service["durations"])
