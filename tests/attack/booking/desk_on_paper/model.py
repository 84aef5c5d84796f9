"""A front desk in plain Python: what is held and booked, and whether one more fits. No database, no locks, no
bits."""

from datetime import datetime, timedelta

from msgspec import Struct

from booking_core.time.clock import FrozenClock

MINUTE = timedelta(minutes=1)
HOLD_LASTS, MOST, CONFIRM_NEEDS = 10 * MINUTE, 30 * MINUTE, timedelta(seconds=30)
SEATS = 6


class Kind(Struct, frozen=True):
    """A service as the model knows it: minutes, minutes after, and what it takes."""

    name: str
    minutes: int
    after: int
    takes: tuple[str, ...]
    seats: int = 1


class Place(Struct, frozen=True):
    """Some seats of one start of one service."""

    kind: Kind
    start: datetime
    party: int = 1

    @property
    def end(self) -> datetime:
        return self.start + (self.kind.minutes + self.kind.after) * MINUTE

    def meets(self, other: "Place") -> bool:
        return (
            bool(set(self.kind.takes) & set(other.kind.takes))
            and self.start < other.end
            and other.start < self.end
        )

    def shares(self, other: "Place") -> bool:
        return self.kind == other.kind and self.kind.seats > 1 and self.start == other.start


class Held(Struct):
    place: Place
    owner: str
    expires: datetime
    most: datetime
    moving: str | None = None
    status: str = "held"
    became: str | None = None
    extensions: int = 0


class Booked(Struct):
    place: Place | None
    version: int = 1


class Model:
    def __init__(self, clock: FrozenClock) -> None:
        self.clock = clock
        self.holds: dict[str, Held] = {}
        self.booked: dict[str, Booked] = {}
        # Until when Redis keeps a hold; it may forget all of them.
        self.redis: dict[str, datetime] = {}

    def remembered(self, hold_id: str) -> bool:
        return hold_id in self.redis and self.redis[hold_id] > self.clock.now()

    def live(self, hold_id: str) -> bool:
        hold = self.holds[hold_id]
        return hold.status == "held" and hold.expires > self.clock.now()

    def fits_beside_appointments(self, place: Place, moving: str | None = None) -> bool:
        return self._fits(place, [one.place for name, one in self.booked.items() if name != moving])

    def fits_beside_holds(self, place: Place, hold_id: str | None = None) -> bool:
        return self._fits(place, self._held_by_others(hold_id))

    def fits(self, place: Place, moving: str | None = None, instead_of: str | None = None) -> bool:
        """Whether a new hold of this place can be had, one's own hold ``instead_of`` being let go for it."""
        if not self.fits_beside_appointments(place, moving):
            return False
        booked = [one.place for name, one in self.booked.items() if name != moving]
        return self._fits(place, booked + self._held_by_others(instead_of))

    def hold(self, hold_id: str, place: Place, owner: str, moving: str | None) -> None:
        now = self.clock.now()
        self.holds[hold_id] = Held(place, owner, now + HOLD_LASTS, now + MOST, moving)
        self.redis[hold_id] = now + HOLD_LASTS

    def wins_again(self, hold_id: str) -> bool:
        """What Redis says to whoever confirms."""
        hold, until = self.holds[hold_id], self.clock.now() + CONFIRM_NEEDS
        if self.remembered(hold_id):
            self.redis[hold_id] = min(max(self.redis[hold_id], until), hold.most)
            return True
        if not self.fits_beside_holds(hold.place, hold_id):
            return False
        self.redis[hold_id] = until
        return True

    def replace(self, hold_id: str) -> None:
        self.holds[hold_id].status = "replaced"
        self.redis.pop(hold_id, None)

    def spend(self, hold_id: str, appointment_id: str) -> None:
        hold = self.holds[hold_id]
        hold.status, hold.became = "confirmed", appointment_id
        self.redis.pop(hold_id, None)

    def _held_by_others(self, hold_id: str | None) -> list[Place | None]:
        return [self.holds[name].place for name in self.redis if name != hold_id and self.remembered(name)]

    @staticmethod
    def _fits(place: Place, others: list[Place | None]) -> bool:
        met = [other for other in others if other is not None and place.meets(other)]
        if any(not place.shares(other) for other in met):
            return False
        return place.party + sum(other.party for other in met) <= place.kind.seats or place.kind.seats == 1
