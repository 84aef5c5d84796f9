"""Who is reading streams in this process, and how many may: for each conversation, for each address, and in
all."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager

from agent.live_stream.event_notifier import Subscription
from booking_core.errors import Unavailable
from web.access.throttle import site_network_of

# A phone, a laptop, and a tab of each that has not noticed yet that it was cut off; then the oldest has to
# go.
PER_CONVERSATION = 4
# Behind one address may sit an office, or all customers of a provider.
PER_ADDRESS = 50
# About 40 MB of them; more than one process can tell anything at the same time.
IN_ALL = 2000
COME_BACK_IN_S = 5


class Place:
    """One reader's place. ``taken`` when a newer reader of the same conversation needs it, or somebody who
    has fewer."""

    def __init__(self, subscription: Subscription, conversation_id: str, address: str) -> None:
        self.subscription = subscription
        self.conversation_id = conversation_id
        self.address = address
        self.taken = False


class Readers:
    """One per process. While all places are taken, whoever has most of them makes room for whoever has
    fewer."""

    def __init__(
        self, per_conversation: int = PER_CONVERSATION, per_address: int = PER_ADDRESS, in_all: int = IN_ALL
    ) -> None:
        self.per_conversation = per_conversation
        self.per_address = per_address
        self.in_all = in_all
        self._of_conversation: dict[str, list[Place]] = defaultdict(list)
        self._of_address: dict[str, int] = defaultdict(int)
        # By the largest network that may be one customer's; the oldest first.
        self._of_site: dict[str, list[Place]] = defaultdict(list)
        self._count = 0

    def must_have_room(self, address: str) -> None:
        """Raises ``Unavailable`` (503) while too many read here already; another process may have room.

        ``address`` is empty where nobody knows it: then it may be anybody's, and counts in all only.
        """
        if (address and self._of_address.get(address, 0) >= self.per_address) or (
            self._count >= self.in_all and self._whoever_makes_room_for(address) is None
        ):
            detail = "There are too many open connections just now. Please try again in a moment."
            raise Unavailable(detail, retry_after_s=COME_BACK_IN_S)

    @contextmanager
    def place(self, conversation_id: str, address: str, subscription: Subscription) -> Iterator[Place]:
        if self._count >= self.in_all and (other := self._whoever_makes_room_for(address)) is not None:
            self._take(other)
        place, places = Place(subscription, conversation_id, address), self._of_conversation[conversation_id]
        places.append(place)
        self._of_site[site_of(address)].append(place)
        self._of_address[address] += 1
        self._count += 1
        for oldest in places[: -self.per_conversation]:
            self._take(oldest)
        try:
            yield place
        finally:
            self._leave(place)

    def _whoever_makes_room_for(self, address: str) -> Place | None:
        """The oldest place of whoever has most, if that is more than one more than the newcomer has."""
        most = max(self._of_site.values(), key=len, default=[])
        return most[0] if len(most) > len(self._of_site.get(site_of(address), ())) + 1 else None

    def _take(self, place: Place) -> None:
        self._leave(place)
        place.taken = True
        place.subscription.signal.set()

    def _leave(self, place: Place) -> None:
        """Whoever was sent away has left already."""
        places, site = self._of_conversation[place.conversation_id], site_of(place.address)
        if place in places:
            places.remove(place)
            self._of_site[site].remove(place)
            self._count -= 1
            self._of_address[place.address] -= 1
        for of_one, name in ((self._of_conversation, place.conversation_id), (self._of_site, site)):
            if not of_one[name]:
                del of_one[name]
        if not self._of_address[place.address]:
            del self._of_address[place.address]


def site_of(address: str) -> str:
    """All of an IPv6 /48 is one; any other address is one by itself."""
    return site_network_of(address) or address
