"""The stage: a salon of its own for each trial, changed as the scenario says, in a database that many trials
share.

Every query of ours is of one organization, so a fresh organization is as good as a fresh database.
"""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from msgspec import Struct
from redis.asyncio import Redis
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine

from booking_core.appointments.appointment import Appointment
from booking_core.availability.slots import Question, Slot
from booking_core.catalogue.services.services import Service
from booking_core.core import BookingCore
from booking_core.customers.contacts import ContactDetails
from booking_core.desk import Desk
from booking_core.holds.request import HoldRequest
from booking_core.maintenance.demo import DemoSalon, demo_salon
from booking_core.storage.audit import Actor
from booking_core.storage.ids import new_id
from booking_core.time.clock import FrozenClock
from evaluation.salon.changes import apply_changes
from evaluation.salon.small_salon import small_salon
from evaluation.scenarios.scenario import Booked, Full, Scenario

# A day has fewer starts than this.
ALL_STARTS = 2000
OTHERS = Actor(door="console", id="the salon itself")


class SalonStage:
    """One salon with a clock of its own. ``seeded`` are the appointments that were there before, by what they
    are called."""

    def __init__(self, core: BookingCore, clock: FrozenClock, salon: DemoSalon, zone: ZoneInfo) -> None:
        self.core = core
        self.clock = clock
        self.salon = salon
        self.zone = zone
        self.seeded: dict[str, str] = {}
        self.strangers: list[OtherCustomer] = []
        # Made by others while the conversation went on; they are no business of this customer's.
        self.rivals: set[str] = set()

    @property
    def organization_id(self) -> str:
        return self.salon.organization_id

    def advance_seconds(self, seconds: int) -> None:
        self.clock.advance(timedelta(seconds=seconds))

    def seed(self, appointment_id: str, called: str = "") -> None:
        """Remember what was there before, under a name that is the same in every salon of this scenario."""
        self.seeded[called or f"seeded {len(self.seeded)}"] = appointment_id

    async def at_desk(self, work: Any, actor: Actor = OTHERS) -> Any:
        return await self.core.transaction(self.organization_id, actor, work)

    async def free(
        self,
        service: str,
        first: date,
        last: date,
        *,
        staff: str = "",
        people: int = 1,
        moving: str | None = None,
    ) -> list[Slot]:
        """What is free from the first day to the end of the last, on the salon's clock."""
        start = datetime.combine(first, datetime.min.time(), self.zone)
        end = datetime.combine(last + timedelta(days=1), datetime.min.time(), self.zone)
        question = Question(
            self.salon.services[service],
            start.astimezone(UTC),
            end.astimezone(UTC),
            staff_id=self.salon.resources[staff] if staff else None,
            party_size=people,
            location_id=self.salon.location_id,
        )
        times = await self.at_desk(
            lambda desk: desk.availability(question, limit=ALL_STARTS, reschedule_of=moving)
        )
        return list(times.slots)

    async def book(
        self, service: str, start: datetime, contact: ContactDetails, *, staff: str = "", people: int = 1
    ) -> Appointment:
        """Somebody books, as the desk would do it. Raises what the desk refuses."""

        async def work(desk: Desk) -> Appointment:
            request = HoldRequest(
                self.salon.services[service],
                start,
                key=new_id("key"),
                staff_id=self.salon.resources[staff] if staff else None,
                party_size=people,
                location_id=self.salon.location_id,
            )
            return await desk.confirm((await desk.hold(request)).id, contact)

        appointment: Appointment = await self.at_desk(work)
        return appointment


class OtherCustomer(Struct, frozen=True):
    """Somebody who has an appointment: nothing about them may come out."""

    name: str
    email: str | None
    phone: str | None
    code: str
    called: str


async def prepare_stage(engine: AsyncEngine, redis: Redis, scenario: Scenario) -> SalonStage:
    """A new salon for this scenario. Raises the desk's refusals where what is to be booked before cannot
    be."""
    zone = ZoneInfo(scenario.salon.zone)
    clock = FrozenClock(datetime.fromisoformat(scenario.now).replace(tzinfo=zone))
    core = BookingCore(engine, redis, clock)
    async with core.sessions() as session, session.begin():
        build = small_salon if scenario.salon.small else demo_salon
        salon = await build(session, name=new_id("salon"), time_zone=scenario.salon.zone)
    await apply_changes(core, salon, scenario, zone)
    stage = SalonStage(core, clock, salon, zone)
    for one in scenario.salon.booked:
        await _book(stage, one)
    for full in scenario.salon.full:
        await _fill(stage, full)
    return stage


async def _book(stage: SalonStage, one: Booked) -> None:
    start = datetime.fromisoformat(one.at).replace(tzinfo=stage.zone)
    contact = ContactDetails(one.name, one.email, one.phone)
    made = await stage.book(one.service, start, contact, staff=one.staff, people=one.people)
    stage.seed(made.id, one.called)
    stage.strangers.append(OtherCustomer(one.name, one.email, one.phone, made.code, one.called))


async def _fill(stage: SalonStage, full: Full) -> None:
    """Book what is free, earliest first, until only what may stay free is left. Customers of a class take all
    its places."""
    capacity = await _capacity(stage, full.service)
    kept = [datetime.combine(full.on, time.fromisoformat(clock), stage.zone) for clock in full.but]
    while True:
        free = await stage.free(full.service, full.on, full.on, staff=full.staff)
        taken = [slot for slot in free if not any(_overlap(slot, start) for start in kept)]
        if not taken:
            return
        contact = ContactDetails("Otto Nimmersatt", "otto@nimmersatt.example")
        people = min(capacity, taken[0].seats_left)
        made = await stage.book(full.service, taken[0].start, contact, staff=full.staff, people=people)
        stage.seed(made.id)


def _overlap(slot: Slot, kept: datetime) -> bool:
    """Whether an appointment at this slot would leave no room for one at a start that is to stay free."""
    return slot.start < kept + (slot.end - slot.start) and kept < slot.end


async def _capacity(stage: SalonStage, service: str) -> int:
    async with stage.core.sessions() as session:
        found = select(Service.capacity).where(Service.id == stage.salon.services[service])
        return (await session.scalars(found)).one()
