"""Who is reading streams in this process, and how many may: for each conversation, for each address, and in all."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager

from agent.doorbell import Bell
from booking_core.errors import Unavailable

# A phone, a laptop, and a tab of each that has not noticed yet that it was cut off; then the oldest has to go.
PER_CONVERSATION = 4
# Behind one address may sit an office, or all customers of a provider.
PER_ADDRESS = 50
# About 40 MB of them; more than one process can tell anything at the same time.
IN_ALL = 2000
COME_BACK_IN_S = 5


class Place:
    """One reader's place. ``taken`` when a newer reader of the same conversation needs it."""

    def __init__(self, bell: Bell) -> None:
        self.bell = bell
        self.taken = False


class Readers:
    """One per process."""

    def __init__(
        self, per_conversation: int = PER_CONVERSATION, per_address: int = PER_ADDRESS, in_all: int = IN_ALL
    ) -> None:
        self.per_conversation = per_conversation
        self.per_address = per_address
        self.in_all = in_all
        self._of_conversation: dict[str, list[Place]] = defaultdict(list)
        self._of_address: dict[str, int] = defaultdict(int)
        self._count = 0

    def must_have_room(self, address: str) -> None:
        """Raises ``Unavailable`` (503) while too many read here already; another process may have room."""
        if self._count >= self.in_all or self._of_address.get(address, 0) >= self.per_address:
            detail = "There are too many open connections just now. Please try again in a moment."
            raise Unavailable(detail, retry_after_s=COME_BACK_IN_S)

    @contextmanager
    def place(self, conversation_id: str, address: str, bell: Bell) -> Iterator[Place]:
        place, places = Place(bell), self._of_conversation[conversation_id]
        places.append(place)
        self._of_address[address] += 1
        self._count += 1
        for oldest in places[: -self.per_conversation]:
            oldest.taken = True
            oldest.bell.rung.set()
        try:
            yield place
        finally:
            places.remove(place)
            self._count -= 1
            self._of_address[address] -= 1
            if not places:
                self._of_conversation.pop(conversation_id, None)
            if not self._of_address[address]:
                del self._of_address[address]
