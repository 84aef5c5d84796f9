"""The script of holds against a model of it in plain Python: whatever is asked in whatever order, both answer
the same."""

import asyncio
from collections.abc import Coroutine
from datetime import timedelta
from typing import Any, TypeVar

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from msgspec import structs
from redis.asyncio import Redis

from booking_core.live_holds.hold_book import AcquireRequest, HoldBook
from booking_core.storage.ids import new_id
from booking_core.time.clock import FrozenClock
from tests.booking_core.live_holds.model import MINUTE, OWNERS, ROOMS, STAFF, Model, wishes
from tests.cast import MONDAY
from tests.examples import examples
from web.embedded import EmbeddedServers

T = TypeVar("T")


CONFIRM = timedelta(seconds=30)


class HoldScript(RuleBasedStateMachine):
    servers: EmbeddedServers
    runner: asyncio.Runner

    @initialize()
    def open(self) -> None:
        self.organization = new_id("o")
        self.clock = FrozenClock(MONDAY)
        self.model = Model(self.clock)
        self.redis = Redis.from_url(self.servers.redis_url)
        self.book = HoldBook(self.redis, self.clock)

    def teardown(self) -> None:
        if hasattr(self, "redis"):
            self.wait(self.redis.aclose())

    def wait(self, deed: Coroutine[Any, Any, T]) -> T:
        return self.runner.run(deed)

    def asks(self, wish: AcquireRequest) -> None:
        outcome = self.wait(self.book.acquire(self.organization, wish))
        assert (outcome.outcome, outcome.resources) == self.model.acquire(wish)
        if outcome.outcome == "ok":
            standing = self.model.holds[wish.hold_id]
            assert (outcome.expires_at, outcome.max_expires_at) == (standing.expires, standing.most)

    @rule(wish=wishes)
    def acquire(self, wish: AcquireRequest) -> None:
        self.asks(wish)

    @rule(wish=wishes, number=st.integers(0, 4))
    def replace(self, wish: AcquireRequest, number: int) -> None:
        self.asks(structs.replace(wish, replaces=f"h{number}"))

    @rule(
        number=st.integers(0, 4),
        new=st.integers(0, 4),
        owner=st.sampled_from(OWNERS),
        taken=st.integers(0, 2),
        is_seated=st.booleans(),
    )
    def join_a_class(self, number: int, new: int, owner: str, taken: int, is_seated: bool) -> None:
        standing = self.model.holds.get(f"h{number}")
        if standing is not None and standing.wish.capacity > 1:
            seated = (f"h{number}",) if is_seated and taken else ()
            self.asks(
                structs.replace(
                    standing.wish, hold_id=f"h{new}", owner=owner, taken=taken, seated=seated, quotas=()
                )
            )

    @rule(
        number=st.integers(0, 4), lasts=st.sampled_from((10 * MINUTE, CONFIRM)), owner=st.sampled_from(OWNERS)
    )
    def hold_on(self, number: int, lasts: timedelta, owner: str) -> None:
        standing = self.model.holds.get(f"h{number}")
        if standing is not None:
            self.asks(structs.replace(standing.wish, owner=owner, lasts=lasts, quotas=()))

    @rule(number=st.integers(0, 4), owner=st.sampled_from(OWNERS))
    def release(self, number: int, owner: str) -> None:
        self.wait(self.book.release(self.organization, f"h{number}", owner))
        self.model.release(f"h{number}", owner)

    @rule(by=st.sampled_from((1, 30_000, 599_999, 600_000)))
    def time_passes(self, by: int) -> None:
        self.clock.advance(timedelta(milliseconds=by))

    @invariant()
    def both_show_the_same_holds(self) -> None:
        if not hasattr(self, "book"):
            return
        shown = self.wait(self.book.live(self.organization, (*STAFF, *ROOMS), travelling=STAFF))
        expected = {
            (
                resource,
                name,
                hold.wish.block,
                hold.wish.start,
                hold.wish.end,
                hold.wish.seats,
                hold.wish.location_id if resource in STAFF else "",
            )
            for name, hold in self.model.live().items()
            for resource in hold.resources
        }
        assert {structs.astuple(one) for one in shown} == expected
        assert len(shown) == len(expected)


# Making a failure smaller would take minutes; its thirty steps are printed as they are.
def test_the_script_and_the_model_agree(servers: EmbeddedServers) -> None:
    HoldScript.servers = servers
    with asyncio.Runner() as HoldScript.runner:
        run_state_machine_as_test(
            HoldScript,
            settings=settings(max_examples=examples(60), stateful_step_count=30, phases=(Phase.generate,)),
        )
