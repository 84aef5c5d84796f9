"""The book of holds in plain Python, and wishes to ask of both."""

from datetime import datetime, timedelta
from typing import Any

from hypothesis import strategies as st
from msgspec import Struct

from booking_core.live_holds.hold_book import AcquireRequest
from booking_core.live_holds.lifetimes import HOLD_LASTS_AT_MOST
from booking_core.live_holds.quotas import Quota
from booking_core.time.clock import FrozenClock
from tests.cast import MONDAY

MINUTE = timedelta(minutes=1)
OWNERS = ("ada", "ben", "cem")
STAFF, ROOMS = ("s1", "s2", "s3"), ("r1", "r2")
# Minutes from one place to the other, and back.
TRAVEL = {("north", "south"): 5, ("south", "north"): 20}
CAPACITY = 3


class Standing(Struct):
    """What the model knows of one live hold."""

    wish: AcquireRequest
    resources: tuple[str, ...]
    expires: datetime
    most: datetime


class Model:
    """One dictionary of holds, and the rules as one would tell them."""

    def __init__(self, clock: FrozenClock) -> None:
        self.clock = clock
        self.holds: dict[str, Standing] = {}

    def live(self) -> dict[str, Standing]:
        return {name: hold for name, hold in self.holds.items() if hold.expires > self.clock.now()}

    def acquire(self, wish: AcquireRequest) -> tuple[str, tuple[str, ...]]:
        live, now = self.live(), self.clock.now()
        mine = live.get(wish.hold_id)
        if mine is not None:
            if mine.wish.owner != wish.owner:
                return "lost", ()
            mine.expires = min(max(mine.expires, now + wish.lasts), mine.most)
            return "ok", mine.resources
        replaced = live.get(wish.replaces)
        if replaced is not None and replaced.wish.owner == wish.owner:
            del live[wish.replaces]
        else:
            replaced = None
        for quota in wish.quotas:
            counted = [hold for hold in live.values() if quota.name in [q.name for q in hold.wish.quotas]]
            if len(counted) >= quota.limit:
                return "quota", ()
        chosen = tuple(self._choose(kind, wish, live) for kind in wish.candidates)
        if None in chosen:
            return "full", ()
        if replaced is not None:
            del self.holds[wish.replaces]
        self.holds[wish.hold_id] = Standing(wish, chosen, now + wish.lasts, now + HOLD_LASTS_AT_MOST)
        return "ok", chosen

    def release(self, hold_id: str, owner: str) -> None:
        mine = self.live().get(hold_id)
        if mine is not None and mine.wish.owner == owner:
            del self.holds[hold_id]

    def _choose(self, kind: tuple[str, ...], wish: AcquireRequest, live: dict[str, Standing]) -> Any:
        possible = [one for one in kind if self._fits(one, wish, live)]
        joined = [one for one in possible if self._others(one, wish, live)]
        return next(iter([*joined, *possible]), None)

    def _others(self, resource: str, wish: AcquireRequest, live: dict[str, Standing]) -> list[AcquireRequest]:
        return [
            hold.wish
            for hold in live.values()
            if resource in hold.resources and self._meets(resource, hold.wish, wish)
        ]

    def _meets(self, resource: str, there: AcquireRequest, wish: AcquireRequest) -> bool:
        """People need the way between their places, rooms stay where they are."""
        before = after = 0
        if resource in STAFF and there.location_id != wish.location_id:
            before = TRAVEL[wish.location_id, there.location_id]
            after = TRAVEL[there.location_id, wish.location_id]
        return there.start - before * MINUTE < wish.end and wish.start < there.end + after * MINUTE

    def _fits(self, resource: str, wish: AcquireRequest, live: dict[str, Standing]) -> bool:
        others = self._others(resource, wish, live)
        if any(other.block != wish.block for other in others):
            return False
        held = sum(other.seats for other in others if other.hold_id not in wish.seated)
        return held + wish.taken + wish.seats <= wish.capacity


def margins_at(place: str) -> dict[str, dict[str, tuple[int, int]]]:
    other = "south" if place == "north" else "north"
    return {one: {other: (TRAVEL[place, other], TRAVEL[other, place])} for one in STAFF}


wishes = st.builds(
    lambda number, owner, start, length, kinds, group, seats, quota, place: AcquireRequest(
        hold_id=f"h{number}",
        owner=owner,
        # A class is one start of one length; everything else stands alone.
        block=f"class:{place}:{start}" if group else f"h{number}",
        start=MONDAY + start * 15 * MINUTE,
        end=MONDAY + (start * 15 + (30 if group else length)) * MINUTE,
        candidates=kinds,
        location_id=place,
        margins=margins_at(place),
        capacity=CAPACITY if group else 1,
        seats=seats if group else 1,
        quotas=(Quota(f"conversation:{owner}", quota), Quota("address:all", 6)),
    ),
    number=st.integers(0, 4),
    owner=st.sampled_from(OWNERS),
    start=st.integers(0, 5),
    length=st.sampled_from((5, 15, 20, 45)),
    kinds=st.one_of(
        st.permutations(STAFF).map(lambda staff: (tuple(staff[:2]),)),
        st.tuples(st.permutations(STAFF), st.permutations(ROOMS)).map(
            lambda k: (tuple(k[0][:2]), tuple(k[1]))
        ),
    ),
    group=st.sampled_from((True, True, False)),
    seats=st.integers(1, 2),
    quota=st.integers(1, 4),
    place=st.sampled_from(("north", "south")),
)
