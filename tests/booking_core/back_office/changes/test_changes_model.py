"""The back office against a model in plain Python: whatever is booked and changed in whatever order, a change
touches what the model says, nothing is lost, and nobody is unserved but by somebody's decision."""

import asyncio
from collections import Counter
from datetime import date, timedelta

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import rule, run_state_machine_as_test
from redis.asyncio import Redis

from booking_core.back_office.back_office import BackOffice
from booking_core.back_office.decisions import Cancel, Keep, Move
from booking_core.errors import Refusal
from booking_core.storage.database import open_engine
from booking_core.storage.ids import new_id
from tests.attack.options import Sized
from tests.booking_core.back_office.changes.arranged_business import ArrangedBusiness, promise_of
from tests.booking_core.back_office.changes.business_model import Course, Window
from tests.cast import Visitor, at
from web.embedded import EmbeddedServers

SERVICES = ("Haircut", "Beard trim", "Massage", "Yoga class")
OWNERS = ("location", "Dana", "Miriam", "Jonas", "Treatment room")
PEOPLE = OWNERS[1:]
HALF_HOURS = st.integers(18, 39)
FIRST_DAY = date(2026, 11, 23)
turns = st.none() | st.tuples(
    st.integers(1, 3), st.integers(-20, 10).map(lambda n: FIRST_DAY + timedelta(days=n))
)
days = st.integers(0, 4)
windows = st.one_of(
    st.just([]),
    st.tuples(HALF_HOURS, HALF_HOURS).map(lambda two: [(30 * min(two), 30 * max(two) + 30)]),
)


def rhythm(turn: tuple[int, date] | None) -> dict[str, int | date]:
    return {} if turn is None else {"every_weeks": turn[0], "anchor": turn[1]}


class Business(ArrangedBusiness):
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

    @rule(data=st.data(), owner=st.sampled_from(OWNERS), day=days, hours=windows, turn=turns)
    def change_week(
        self, data: st.DataObject, owner: str, day: int, hours: list[Window], turn: tuple[int, date] | None
    ) -> None:
        """Some hold only every so many weeks. Whoever is archived is not changed."""
        after = self.model.changed()
        whose = self.ids[owner]
        after.weeks.setdefault(whose, {})[day] = hours
        after.turns.pop((whose, day), None)
        if turn is not None:
            after.turns[whose, day] = turn
        week = [
            {"weekday": on, "opens": opens, "closes": closes, **rhythm(after.turns.get((whose, on)))}
            for on, windows in after.weeks[whose].items()
            for opens, closes in windows
        ]

        async def deed(office: BackOffice) -> None:
            noun = office.locations if owner == "location" else office.resources
            row = await noun.find(whose)
            await office.hours.change(whose, week, expected_version=row.version)

        if whose not in self.model.archived:
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

    @rule(data=st.data(), who=st.sampled_from(PEOPLE), day=days, half_hour=HALF_HOURS, turn=turns)
    def take_a_course(
        self, data: st.DataObject, who: str, day: int, half_hour: int, turn: tuple[int, date] | None
    ) -> None:
        every_weeks, anchor = turn or (1, FIRST_DAY)
        course = Course(self.ids[who], day, (30 * half_hour, 30 * half_hour + 90), every_weeks, anchor)
        off = {
            "resource_id": course.who,
            "weekday": day,
            "starts": course.window[0],
            "ends": course.window[1],
            "every_weeks": every_weeks,
            "anchor": anchor,
        }
        after = self.model.changed()
        after.courses[new_id("rto")] = course
        key = new_id("key")
        deed = lambda office: office.repeated_times_off.create(off, key=key)  # noqa: E731
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


# Making a failure smaller would take minutes; its steps are printed as they are.
def test_the_back_office_and_the_model_agree(servers: EmbeddedServers, size: Sized, full: bool) -> None:
    Business.engine, Business.redis = open_engine(servers.database_url), Redis.from_url(servers.redis_url)
    Business.seen = Counter()
    with asyncio.Runner() as Business.runner:
        run_state_machine_as_test(
            Business,
            settings=settings(max_examples=size(40, 5), stateful_step_count=20, phases=(Phase.generate,)),
        )
        Business.runner.run(Business.engine.dispose())
        Business.runner.run(Business.redis.aclose())
    # Five examples need not come across every kind of decision.
    decided = [Business.seen[one.__name__] for one in (Keep, Cancel, Move)]
    assert all(decided) if full else any(decided)
