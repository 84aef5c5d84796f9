"""A business whose owner changes things, beside a model of it: every change is made in both, and both must
agree."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, TypeVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant
from redis.asyncio import Redis
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine

from booking_core.access.roles import Role
from booking_core.appointments.appointment import Appointment
from booking_core.back_office.back_office import BackOffice
from booking_core.back_office.decisions import Cancel, Decision, Decisions, Keep, Move
from booking_core.back_office.touched import AppointmentsTouched
from booking_core.core import BookingCore
from booking_core.errors import InvalidField, Refusal
from booking_core.maintenance.demo import OPENING, STAFF_MEMBERS, demo_salon
from booking_core.maintenance.invariants import violations
from booking_core.storage.ids import new_id
from booking_core.time.clock import FrozenClock
from tests.booking_core.back_office.changes.business_model import BusinessModel, Promise, Window
from tests.booking_core.back_office.conftest import Arranger
from tests.cast import MONDAY, Visitor, at

T = TypeVar("T")
# Something for every day that a change may touch.
BOOKED = (
    ("Beard trim", 0, 11),
    ("Massage", 0, 13),
    ("Haircut", 1, 11),
    ("Beard trim", 1, 14),
    ("Haircut", 2, 12),
    ("Yoga class", 2, 15),
    ("Haircut", 3, 13),
    ("Massage", 4, 10),
)


class ArrangedBusiness(RuleBasedStateMachine):
    # The same for all examples: statements are put together once for each engine.
    engine: AsyncEngine
    redis: Redis
    runner: asyncio.Runner
    # How often each was tried with success: a model that never meets a touched appointment proves nothing.
    seen: Counter[str]

    @initialize()
    def open(self) -> None:
        self.wait(self._open())

    async def _open(self) -> None:
        self.core = BookingCore(self.engine, self.redis, FrozenClock(MONDAY))
        async with self.core.sessions() as session, session.begin():
            self.salon = await demo_salon(session, name=f"Salon {new_id('test')}")
        self.owner = Arranger(self.core, self.salon, Role.OWNER)
        self.ids = {"location": self.salon.location_id, **self.salon.resources}
        catalogue = await self.owner.sees()
        weeks = {self.salon.location_id: shifts_by_day(OPENING)}
        weeks |= {self.ids[name]: shifts_by_day(shifts) for name, _, shifts in STAFF_MEMBERS}
        links = {
            one.id: {who.id for who in catalogue.resources_of[one.id]} for one in catalogue.services.values()
        }
        self.model = BusinessModel(self.salon.location_id, weeks, links)
        for service, day, hour in BOOKED:
            booked = await Visitor(self.core, self.salon, "Ada").books(service, at(day, hour))
            self.model.promises[booked.id] = promise_of(booked)

    def teardown(self) -> None:
        if hasattr(self, "salon"):
            self.wait(self._close())

    async def _close(self) -> None:
        async with self.core.sessions() as session, session.begin():
            assert await violations(session, self.salon.organization_id) == []

    def wait(self, deed: Coroutine[Any, Any, T]) -> T:
        return self.runner.run(deed)

    def is_refused(self, deed: Callable[[BackOffice], Awaitable[Any]]) -> None:
        try:
            self.wait(self.owner.does(deed))
        except InvalidField as refused:
            assert refused.code == "unknown_reference"
        else:
            raise AssertionError("It was not refused.")

    def changes(
        self, data: st.DataObject, after: BusinessModel, deed: Callable[[BackOffice], Awaitable[Any]]
    ) -> bool:
        """The change, with decisions about what the model says it touches; whether it was made."""
        expected = self.model.touched(after, self.core.clock.now())
        try:
            self.wait(self.owner.does(deed))
        except AppointmentsTouched as shown:
            assert {one.appointment_id: frozenset(one.broken_rules) for one in shown.touched} == expected
            return self.decides(data, after, deed, shown)
        assert expected == {}
        self.model = after
        return True

    def decides(
        self,
        data: st.DataObject,
        after: BusinessModel,
        deed: Callable[[BackOffice], Awaitable[Any]],
        shown: AppointmentsTouched,
    ) -> bool:
        possible = st.sampled_from(
            [
                Keep(),
                Keep(),
                Cancel("closed"),
                Move(at(3, 15)),
                Move(at(2, 11)),
                *[Move(one.starts_at) for one in shown.touched],
            ]
        )
        of: dict[str, Decision] = {one.appointment_id: data.draw(possible) for one in shown.touched}
        try:
            self.wait(self.owner.does(deed, decisions=Decisions(shown.details["seen"], of)))
        except Refusal:
            assert any(isinstance(one, Move) for one in of.values())
            return False
        self.model = after
        self.seen.update(type(one).__name__ for one in of.values())
        for one in shown.touched:
            promise = after.promises[one.appointment_id]
            match of[one.appointment_id]:
                case Keep():
                    promise.kept |= set(one.broken_rules)
                case Cancel():
                    promise.status = "cancelled"
                case Move():
                    self.moved(promise)
        return True

    def moved(self, promise: Promise) -> None:
        (row,) = (one for one in self.wait(self._rows()) if one.id == promise.id)
        self.model.promises[promise.id] = fresh = promise_of(row)
        assert (fresh.start, fresh.resources) != (promise.start, promise.resources)
        assert self.model.broken(fresh) == frozenset()

    @invariant()
    def nothing_is_lost_and_nobody_unserved(self) -> None:
        if not hasattr(self, "model"):
            return
        rows = {row.id: promise_of(row) for row in self.wait(self._rows())}
        assert rows.keys() == self.model.promises.keys()
        for promise in self.model.promises.values():
            row = rows[promise.id]
            assert (row.status, row.start, row.resources) == (
                promise.status,
                promise.start,
                promise.resources,
            )
            if promise.status != "cancelled":
                assert self.model.broken(promise) <= promise.kept, promise

    async def _rows(self) -> list[Appointment]:
        async with self.core.sessions() as session, session.begin():
            mine = Appointment.organization_id == self.salon.organization_id
            return list(await session.scalars(select(Appointment).where(mine)))


def shifts_by_day(shifts: Any) -> dict[int, list[Window]]:
    return {day: [(shift.opens, shift.closes)] for shift in shifts for day in shift.days}


def promise_of(row: Appointment) -> Promise:
    return Promise(row.id, row.service_id, tuple(row.resource_ids), row.starts_at, row.ends_at, row.status)
