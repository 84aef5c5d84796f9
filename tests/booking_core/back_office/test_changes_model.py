"""The back office against a model in plain Python: whatever is booked and changed in whatever order, a change
touches what the model says, nothing is lost, and nobody is unserved but by somebody's decision."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Coroutine
from datetime import date, timedelta
from typing import Any, TypeVar

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from redis.asyncio import Redis
from sqlalchemy import select

from booking_core.access.roles import Role
from booking_core.appointments.appointment import Appointment
from booking_core.back_office.back_office import BackOffice
from booking_core.back_office.decisions import Cancel, Decision, Decisions, Keep, Move
from booking_core.back_office.touched import AppointmentsTouched
from booking_core.core import BookingCore
from booking_core.errors import InvalidField, Refusal
from booking_core.maintenance.demo import OPENING, STAFF_MEMBERS, demo_salon
from booking_core.maintenance.invariants import violations
from booking_core.storage.database import open_engine
from booking_core.storage.ids import new_id
from booking_core.time.clock import FrozenClock
from tests.booking_core.back_office.business_model import BusinessModel, Promise, Window
from tests.booking_core.back_office.conftest import Arranger
from tests.cast import MONDAY, Visitor, at
from web.embedded import EmbeddedServers

T = TypeVar("T")
SERVICES = ("Haircut", "Beard trim", "Massage", "Yoga class")
OWNERS = ("location", "Dana", "Miriam", "Jonas", "Treatment room")
PEOPLE = OWNERS[1:]
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
HALF_HOURS = st.integers(18, 39)
days = st.integers(0, 4)
windows = st.one_of(
    st.just([]),
    st.tuples(HALF_HOURS, HALF_HOURS).map(lambda two: [(30 * min(two), 30 * max(two) + 30)]),
)


class Business(RuleBasedStateMachine):
    servers: EmbeddedServers
    runner: asyncio.Runner
    # How often each was tried with success: a model that never meets a touched appointment proves nothing.
    seen: Counter[str]

    @initialize()
    def open(self) -> None:
        self.wait(self._open())

    async def _open(self) -> None:
        self.engine = open_engine(self.servers.database_url, pool_size=4)
        self.redis = Redis.from_url(self.servers.redis_url)
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
        if hasattr(self, "engine"):
            self.wait(self._close())

    async def _close(self) -> None:
        async with self.core.sessions() as session:
            assert await violations(session, self.salon.organization_id) == []
        await self.engine.dispose()
        await self.redis.aclose()

    def wait(self, deed: Coroutine[Any, Any, T]) -> T:
        return self.runner.run(deed)

    @rule(service=st.sampled_from(SERVICES), day=days, half_hour=HALF_HOURS)
    def book(self, service: str, day: int, half_hour: int) -> None:
        visitor = Visitor(self.core, self.salon, "Ada")
        try:
            booked = self.wait(visitor.books(service, at(day, half_hour // 2, 30 * (half_hour % 2))))
        except Refusal:
            return
        self.model.promises[booked.id] = promise = promise_of(booked)
        assert self.model.broken(promise) == frozenset()

    @rule(number=st.integers(0, 9))
    def customer_cancels(self, number: int) -> None:
        standing = [one for one in self.model.promises.values() if one.status != "cancelled"]
        if standing:
            one = standing[number % len(standing)]
            visitor = Visitor(self.core, self.salon, "Ada", door="console")
            self.wait(visitor.at_desk(lambda desk: desk.cancel(one.id)))
            one.status = "cancelled"

    @rule(data=st.data(), owner=st.sampled_from(OWNERS), day=days, hours=windows)
    def change_week(self, data: st.DataObject, owner: str, day: int, hours: list[Window]) -> None:
        after = self.model.changed()
        whose = self.ids[owner]
        after.weeks.setdefault(whose, {})[day] = hours
        week = [
            {"weekday": weekday, "opens": opens, "closes": closes}
            for weekday, windows in after.weeks[whose].items()
            for opens, closes in windows
        ]

        async def deed(office: BackOffice) -> None:
            noun = office.locations if owner == "location" else office.resources
            row = await noun.find(whose)
            await office.hours.change(whose, week, expected_version=row.version)

        self.changes(data, after, deed)

    @rule(data=st.data(), owner=st.sampled_from(OWNERS), day=days, hours=windows)
    def change_date(self, data: st.DataObject, owner: str, day: int, hours: list[Window]) -> None:
        """Whoever has other hours on it already has those changed."""
        on, whose = date(2026, 11, 23) + timedelta(days=day), self.ids[owner]
        known = next((id_ for id_, row in self.model.dates.items() if row[:2] == (whose, on)), None)
        field = "location_id" if owner == "location" else "resource_id"
        given = {field: whose, "day": on, "windows": [list(one) for one in hours]}
        after = self.model.changed()
        made: list[str] = []
        key = new_id("key")

        async def deed(office: BackOffice) -> None:
            if known is None:
                made[:] = [(await office.dates.create(given, key=key)).id]
                return
            row = await office.dates.find(known)
            await office.dates.change(known, {"windows": given["windows"]}, expected_version=row.version)

        after.dates[known or "new"] = (whose, on, hours)
        if whose in self.model.archived and known is None:
            self.is_refused(deed)
        elif self.changes(data, after, deed) and made:
            self.model.dates[made[0]] = self.model.dates.pop("new")

    @rule(data=st.data(), number=st.integers(0, 9))
    def forget_date(self, data: st.DataObject, number: int) -> None:
        if self.model.dates:
            known = sorted(self.model.dates)[number % len(self.model.dates)]
            after = self.model.changed()
            del after.dates[known]

            async def deed(office: BackOffice) -> None:
                row = await office.dates.find(known)
                await office.dates.archive(known, expected_version=row.version)

            self.changes(data, after, deed)

    @rule(
        data=st.data(), who=st.sampled_from(PEOPLE), day=days, half_hour=HALF_HOURS, lasts=st.integers(1, 16)
    )
    def go_away(self, data: st.DataObject, who: str, day: int, half_hour: int, lasts: int) -> None:
        start = at(day, half_hour // 2, 30 * (half_hour % 2))
        off = {
            "resource_id": self.ids[who],
            "starts_at": start,
            "ends_at": start + lasts * timedelta(minutes=30),
        }
        after = self.model.changed()
        after.away[new_id("off")] = (self.ids[who], start, off["ends_at"])
        key = new_id("key")
        deed = lambda office: office.times_off.create(off, key=key)  # noqa: E731
        if self.ids[who] in self.model.archived:
            self.is_refused(deed)
        else:
            self.changes(data, after, deed)

    @rule(data=st.data(), who=st.sampled_from(PEOPLE))
    def leave_or_return(self, data: st.DataObject, who: str) -> None:
        whose, after = self.ids[who], self.model.changed()
        after.archived ^= {whose}

        async def deed(office: BackOffice) -> None:
            row = await office.resources.find(whose)
            verb = office.resources.restore if row.archived_at else office.resources.archive
            await verb(whose, expected_version=row.version)

        self.changes(data, after, deed)

    @rule(data=st.data(), service=st.sampled_from(SERVICES), who=st.sampled_from(PEOPLE))
    def serve_or_not(self, data: st.DataObject, service: str, who: str) -> None:
        """Links to who is archived are as they were."""
        id_, whose, after = self.salon.services[service], self.ids[who], self.model.changed()
        after.links[id_] ^= {whose}
        linked = sorted(after.links[id_] - after.archived)

        async def deed(office: BackOffice) -> None:
            row = await office.services.find(id_)
            await office.services.change(id_, {"resource_ids": linked}, expected_version=row.version)

        if whose not in self.model.archived:
            self.changes(data, after, deed)

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
        async with self.core.sessions() as session:
            mine = Appointment.organization_id == self.salon.organization_id
            return list(await session.scalars(select(Appointment).where(mine)))


def shifts_by_day(shifts: Any) -> dict[int, list[Window]]:
    return {day: [(shift.opens, shift.closes)] for shift in shifts for day in shift.days}


def promise_of(row: Appointment) -> Promise:
    return Promise(row.id, row.service_id, tuple(row.resource_ids), row.starts_at, row.ends_at, row.status)


# Making a failure smaller would take minutes; its steps are printed as they are.
def test_the_back_office_and_the_model_agree(servers: EmbeddedServers) -> None:
    Business.servers, Business.seen = servers, Counter()
    with asyncio.Runner() as Business.runner:
        run_state_machine_as_test(
            Business,
            settings=settings(
                max_examples=12, stateful_step_count=20, deadline=None, phases=(Phase.generate,)
            ),
        )
    assert min(Business.seen[one.__name__] for one in (Keep, Cancel, Move)) > 0
