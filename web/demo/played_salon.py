"""What playing works with: the salon, the moved clock of one player, and nobody who is told of what is
played."""

from zoneinfo import ZoneInfo

from msgspec import Struct
from redis.asyncio import Redis
from sqlalchemy.ext.asyncio import AsyncEngine

from booking_core.access.roles import Role
from booking_core.appointments.by_link.calendar_links import CalendarLinks
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.audit import CONSOLE, Actor
from booking_core.storage.jobs import NOTHING_FOLLOWS
from booking_core.time.clock import MovedClock, SystemClock

# What the audit log says entitled whoever did it: this is how a day that was played is known again.
PROOF = "demo"


class Servers(Struct, frozen=True):
    engine: AsyncEngine
    reads: AsyncEngine
    redis: Redis
    calendar_links: CalendarLinks | None = None


class PlayedSalon(Struct, frozen=True):
    """The demo with one moved clock. No letter goes out and no webhook is called for what is done with its
    ``core``; letters are written down and stay where they are."""

    core: BookingCore
    clock: MovedClock
    salon: DemoSalon
    zone: ZoneInfo
    # The accounts of colleagues by the name they have in the agenda.
    colleagues: dict[str, str]

    @property
    def organization_id(self) -> str:
        return self.salon.organization_id

    def colleague(self, name: str, role: Role) -> Actor:
        return Actor(CONSOLE, self.colleagues[name], PROOF, role=role, organization_id=self.organization_id)


def core_of_the_past(servers: Servers) -> tuple[BookingCore, MovedClock]:
    clock = MovedClock(SystemClock().now())
    core = BookingCore(servers.engine, servers.redis, clock, servers.reads)
    core.calendar_links = servers.calendar_links or core.calendar_links
    core.sessions.configure(info={NOTHING_FOLLOWS: True})
    return core, clock
