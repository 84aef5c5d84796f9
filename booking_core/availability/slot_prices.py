"""What slots cost: the same for all, or by who could do each where the person matters."""

from booking_core.catalogue.locations import Location
from booking_core.catalogue.services.prices import PriceList, PriceQuote
from booking_core.catalogue.services.services import Service


class SlotPrices:
    """The prices of one service at one place, of one length in minutes. Each is worked out once: a month has
    thousands of slots, and few sets of people."""

    def __init__(self, prices: PriceList, service: Service, location: Location, duration_min: int) -> None:
        self._prices, self._asked = prices, (service, location, duration_min)
        self._of_all = None if prices.depends_on_person(service.id) else prices.quote(*self._asked, ())
        self._known: dict[tuple[str, ...], PriceQuote] = {}

    def of(self, staff_ids: tuple[str, ...]) -> PriceQuote:
        """The price of a slot that these people could do."""
        if self._of_all is not None:
            return self._of_all
        known = self._known.get(staff_ids)
        if known is None:
            known = self._known[staff_ids] = self._prices.quote(*self._asked, staff_ids)
        return known
