"""Customers who do anything in any order, while time passes and Redis forgets."""

from collections.abc import Coroutine
from datetime import timedelta
from typing import Any, ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from booking_core.core import BookingCore
from booking_core.errors import Refusal
from booking_core.maintenance.invariants import violations
from booking_core.storage.ids import new_id
from booking_core.time.clock import FrozenClock
from tests.attack.booking.desk_on_paper.faults import AFTER, FAULTS, Fault, House
from tests.attack.booking.desk_on_paper.model import HOLD_LASTS, Booked, Kind, Model, Place
from tests.cast import MONDAY, Visitor, at
from tests.conftest import new_salon

WHO = ("Ada", "Ben", "Cem")
KINDS = {
    "Dana": Kind("Haircut", 45, 0, ("Dana",)),
    "Miriam": Kind("Haircut", 45, 0, ("Miriam",)),
    "Colour": Kind("Colour and cut", 120, 15, ("Dana",)),
    "Massage": Kind("Massage", 60, 15, ("Jonas", "Treatment room")),
    "Yoga": Kind("Yoga class", 60, 0, ("Jonas", "Treatment room"), seats=6),
}
NAMED = {"Dana": "Dana", "Miriam": "Miriam"}
# A Wednesday, on which everybody works; few starts, so that people meet.
STARTS = [at(2, 10) + timedelta(minutes=30 * step) for step in range(6)]
HELD_BY_OTHERS = {"slot_held", "slot_taken"}


class Visits(RuleBasedStateMachine):
    house: ClassVar[House]

    @initialize()
    def opens(self) -> None:
        self.clock = FrozenClock(MONDAY)
        self.core = BookingCore(self.house.engine, self.house.redis, self.clock)
        self.fault = Fault(self.core)
        self.salon = self.house.run(new_salon(self.core))
        self.visitors = {name: Visitor(self.core, self.salon, name) for name in WHO}
        self.model = Model(self.clock)
        self.owner_of: dict[str, str] = {}

    @rule(
        who=st.sampled_from(WHO),
        what=st.sampled_from(list(KINDS)),
        step=st.integers(0, 5),
        party=st.integers(1, 4),
    )
    def hold(self, who: str, what: str, step: int, party: int) -> None:
        kind = KINDS[what]
        if kind.seats > 1:
            step = step // 2 * 2
        place = Place(kind, STARTS[step], party if kind.seats > 1 else 1)
        self._holds(who, what, place, None)

    @rule(data=st.data(), step=st.integers(0, 5), fault=st.sampled_from(FAULTS))
    def replace(self, data: st.DataObject, step: int, fault: str | None) -> None:
        """Another time instead, and the one before only let go if that is won."""
        live = [name for name, one in self.model.holds.items() if self.model.live(name) and not one.moving]
        if not live:
            return
        replaced = data.draw(st.sampled_from(live))
        old = self.model.holds[replaced]
        what = next(key for key, kind in KINDS.items() if kind == old.place.kind)
        start = STARTS[step // 2 * 2 if old.place.kind.seats > 1 else step]
        self.fault.next = fault
        self._holds(old.owner, what, Place(old.place.kind, start, old.place.party), None, replaced)

    @rule(data=st.data(), step=st.integers(0, 5))
    def hold_to_move(self, data: st.DataObject, step: int) -> None:
        standing = {name: one for name, one in self.model.booked.items() if one.place is not None}
        if not standing:
            return
        name = data.draw(st.sampled_from(sorted(standing, key=list(self.model.booked).index)))
        old = standing[name].place
        assert old is not None
        start = STARTS[step // 2 * 2 if old.kind.seats > 1 else step]
        if start == old.start:
            return
        what = next(key for key, kind in KINDS.items() if kind == old.kind)
        self._holds(self.owner_of[name], what, Place(old.kind, start, old.party), name)

    @rule(data=st.data(), fault=st.sampled_from(FAULTS))
    def confirm(self, data: st.DataObject, fault: str | None) -> None:
        hold_id = self._any_hold(data)
        if hold_id is None or self.model.holds[hold_id].moving:
            return
        hold = self.model.holds[hold_id]
        visitor = self.visitors[hold.owner]
        self.fault.next = fault
        answer = self._ask(visitor.at_desk(lambda desk: desk.confirm(hold_id, visitor.contact)))
        if hold.became is not None:
            assert answer.id == hold.became
        elif self._can_be_spent(hold_id, answer, None):
            self.model.booked[answer.id] = Booked(hold.place)
            self.owner_of[answer.id] = hold.owner
            self.model.spend(hold_id, answer.id)

    @rule(data=st.data(), fault=st.sampled_from(FAULTS))
    def move(self, data: st.DataObject, fault: str | None) -> None:
        hold_id = self._any_hold(data)
        hold = self.model.holds[hold_id] if hold_id else None
        if hold is None or hold_id is None or hold.moving is None:
            return
        moving, booked = hold.moving, self.model.booked[hold.moving]
        self.fault.next = fault
        answer = self._ask(self.visitors[hold.owner].at_desk(lambda desk: desk.reschedule(moving, hold_id)))
        if hold.became is not None:
            assert answer.appointment.version == booked.version
        elif booked.place is None:
            assert answer.code == "not_reschedulable"
        elif self._can_be_spent(hold_id, answer, moving):
            booked.place, booked.version = hold.place, booked.version + 1
            assert answer.appointment.version == booked.version
            self.model.spend(hold_id, moving)

    @rule(data=st.data())
    def extend(self, data: st.DataObject) -> None:
        hold_id = self._any_hold(data)
        if hold_id is None:
            return
        hold, model, now = self.model.holds[hold_id], self.model, self.clock.now()
        answer = self._ask(self.visitors[hold.owner].at_desk(lambda desk: desk.extend(hold_id)))
        if not model.live(hold_id):
            assert answer.code in ("hold_expired", "hold_released", "hold_consumed")
        elif hold.extensions >= 3:
            assert answer.code == "hold_extension_limit"
        elif not model.remembered(hold_id) and not model.fits_beside_holds(hold.place, hold_id):
            assert answer.code == "slot_held"
        else:
            known = model.redis[hold_id] if model.remembered(hold_id) else now
            model.redis[hold_id] = min(max(known, now + HOLD_LASTS), hold.most)
            hold.extensions += 1
            hold.expires = min(model.redis[hold_id], hold.most)
            assert answer.expires_at == hold.expires

    @rule(data=st.data())
    def release(self, data: st.DataObject) -> None:
        hold_id = self._any_hold(data)
        if hold_id is None:
            return
        hold = self.model.holds[hold_id]
        answer = self._ask(self.visitors[hold.owner].at_desk(lambda desk: desk.release(hold_id)))
        if hold.became is not None:
            assert answer.code == "hold_consumed"
        elif hold.status == "held":
            assert answer is None
            hold.status = "released"
            self.model.redis.pop(hold_id, None)

    @rule(data=st.data(), fault=st.sampled_from(FAULTS))
    def cancel(self, data: st.DataObject, fault: str | None) -> None:
        if not self.model.booked:
            return
        name = data.draw(st.sampled_from(list(self.model.booked)))
        booked = self.model.booked[name]
        self.fault.next = fault
        answer = self._ask(self.visitors[self.owner_of[name]].at_desk(lambda desk: desk.cancel(name)))
        # Whoever repeats it, not having heard the answer, is told that it is cancelled already.
        assert answer.already == (booked.place is None or fault == AFTER)
        booked.version += booked.place is not None
        assert answer.appointment.version == booked.version
        booked.place = None

    @rule(seconds=st.sampled_from([20, 60, 240, 700]))
    def time_passes(self, seconds: int) -> None:
        self.clock.advance(timedelta(seconds=seconds))

    @rule()
    def redis_forgets(self) -> None:
        async def forget() -> None:
            async for key in self.house.redis.scan_iter(match=f"hold:{{{self.salon.organization_id}}}:*"):
                await self.house.redis.unlink(key)

        self.house.run(forget())
        self.model.redis.clear()

    def teardown(self) -> None:
        async def wrong() -> list[Any]:
            async with self.core.sessions() as session, session.begin():
                return await violations(session, self.salon.organization_id)

        if hasattr(self, "core"):
            assert self.house.run(wrong()) == []

    def _holds(
        self, who: str, what: str, place: Place, moving: str | None, instead_of: str | None = None
    ) -> None:
        named = NAMED.get(what)
        wish: dict[str, Any] = {"staff_id": self.salon.resources[named]} if named else {}
        answer = self._ask(
            self.visitors[who].holds(
                place.kind.name,
                place.start,
                party_size=place.party,
                reschedule_of=moving,
                replaces_hold_id=instead_of,
                key=new_id("key"),
                **wish,
            )
        )
        if self.model.fits(place, moving, instead_of):
            assert not isinstance(answer, Refusal), answer.code
            if instead_of is not None:
                self.model.replace(instead_of)
            self.model.hold(answer.id, place, who, moving)
            assert answer.expires_at == self.model.holds[answer.id].expires
        else:
            assert isinstance(answer, Refusal)
            assert answer.code in HELD_BY_OTHERS, answer.code

    def _can_be_spent(self, hold_id: str, answer: Any, moving: str | None) -> bool:
        """Whether the model lets the hold become or move an appointment; the core must have said the same."""
        model, hold = self.model, self.model.holds[hold_id]
        if not model.live(hold_id):
            expected = "hold_released" if hold.status in ("released", "replaced") else "hold_expired"
        elif not model.wins_again(hold_id):
            expected = "slot_held"
        elif not model.fits_beside_appointments(hold.place, moving):
            expected = "slot_taken"
        else:
            assert not isinstance(answer, Refusal), answer.code
            return True
        assert isinstance(answer, Refusal)
        assert answer.code == expected, (answer.code, expected)
        return False

    def _any_hold(self, data: st.DataObject) -> str | None:
        return data.draw(st.sampled_from(list(self.model.holds))) if self.model.holds else None

    def _ask(self, deed: Coroutine[Any, Any, Any]) -> Any:
        """The answer, or the refusal."""
        self.house.steps += 1
        try:
            return self.house.run(deed)
        except Refusal as refusal:
            return refusal
        finally:
            self.fault.next = None
