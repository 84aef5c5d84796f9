"""Holds: a claim on time for minutes, while somebody makes up their mind.

Redis says whether anybody else is about to take the time (``holds.lua``, atomic); the row says what was offered, to whom, and what
became of it. Losing Redis loses exclusivity for minutes, never an appointment.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct
from redis.asyncio import Redis
from redis.exceptions import RedisError
from redis.exceptions import TimeoutError as RedisTimeout
from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from booking_core.clock import Clock
from booking_core.customers import ContactDetails
from booking_core.database import Base
from booking_core.errors import Conflict, HoldExpired, Unavailable
from booking_core.money import Money
from booking_core.silence import Silence

# Long enough to find a phone number, short enough that the next customer is not turned away.
HOLD_LASTS = timedelta(minutes=10)
# Nobody keeps a time from others for longer than this by extending.
HOLD_LASTS_AT_MOST = timedelta(minutes=30)
# At confirm the hold is taken once more, for as long as the transaction may need.
CONFIRM_NEEDS = timedelta(seconds=30)
MOST_EXTENSIONS = 3
# How many times one asker keeps at once. A customer chooses one; behind one address may sit a family or a small office.
PER_CONVERSATION, PER_ADDRESS, PER_CONTACT, PER_CLIENT = 1, 5, 2, 50
# What somebody may ask for instead: long enough for one round of questions, short enough for the next customer.
SHORTEST_HOLD, LONGEST_HOLD = timedelta(seconds=60), timedelta(seconds=900)
AWAY = "Times cannot be held just now. Please try again in a moment."
EPOCH = datetime.fromtimestamp(0, UTC)

BOOK, RESCHEDULE = "book", "reschedule"
HELD, HOLD_CONFIRMED, RELEASED, REPLACED, EXPIRED = "held", "confirmed", "released", "replaced", "expired"


class Hold(Base):
    """What was held. ``claims_from`` and ``claims_to`` include the buffers; ``staff_id`` is who was asked for by name.

    An expired hold is one past ``expires_at``: no row ever says so by itself (see ``outcome``).
    """

    __tablename__ = "holds"
    __table_args__ = (
        CheckConstraint("purpose IN ('book', 'reschedule')", name="holds_purpose_is_known"),
        CheckConstraint(
            "status IN ('held', 'confirmed', 'released', 'replaced')", name="holds_status_is_known"
        ),
        CheckConstraint(
            "(purpose = 'reschedule') = (reschedule_of IS NOT NULL)", name="holds_move_something"
        ),
        Index("holds_of_owner", "organization_id", "owner", "created_at"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"))
    owner: Mapped[str]
    purpose: Mapped[str]
    status: Mapped[str]
    reschedule_of: Mapped[str | None] = mapped_column(ForeignKey("appointments.id"))
    service_id: Mapped[str] = mapped_column(ForeignKey("services.id"))
    location_id: Mapped[str] = mapped_column(ForeignKey("locations.id"))
    resource_ids: Mapped[list[str]]
    staff_id: Mapped[str | None] = mapped_column(ForeignKey("resources.id"))
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    claims_from: Mapped[datetime]
    claims_to: Mapped[datetime]
    party_size: Mapped[int]
    price: Mapped[Decimal | None]
    currency: Mapped[str]
    policy: Mapped[dict[str, Any]]
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    max_expires_at: Mapped[datetime]
    extensions: Mapped[int] = mapped_column(server_default="0")
    appointment_id: Mapped[str | None] = mapped_column(ForeignKey("appointments.id"))

    @property
    def money(self) -> Money | None:
        return None if self.price is None else Money(self.price, self.currency)

    def outcome(self, now: datetime) -> str:
        """What has become of it: ``held``, ``confirmed``, ``released``, ``expired`` or ``replaced``."""
        return EXPIRED if self.status == HELD and self.expires_at <= now else self.status

    def stands(self, now: datetime) -> bool:
        """Whether it is live, or has become an appointment."""
        return self.outcome(now) in (HELD, HOLD_CONFIRMED)

    def must_be_live(self, now: datetime) -> None:
        """Raises ``HoldExpired`` or ``Conflict`` unless this hold still stands at ``now``."""
        if self.status == HOLD_CONFIRMED:
            raise Conflict("This hold has already become an appointment.", code="hold_consumed")
        if self.status != HELD:
            raise Conflict("This hold has been let go.", code="hold_released")
        if self.expires_at <= now:
            raise HoldExpired("The time was kept for you, but not confirmed soon enough.")


class Quota(Struct, frozen=True):
    """At most ``limit`` live holds under one name, such as ``conversation:cnv_…`` or ``address:…``."""

    name: str
    limit: int


def conversation_quota(conversation_id: str) -> Quota:
    return Quota(f"conversation:{conversation_id}", PER_CONVERSATION)


def address_quota(address: str) -> Quota:
    return Quota(f"address:{address}", PER_ADDRESS)


def client_quota(client_id: str, limit: int = PER_CLIENT) -> Quota:
    return Quota(f"client:{client_id}", limit)


def contact_quotas(contact: ContactDetails) -> tuple[Quota, ...]:
    """One for each way to reach somebody (normalised); Redis never sees the contact itself."""
    reached = [way for way in (contact.email, contact.phone) if way]
    return tuple(Quota(f"contact:{sha256(way.encode()).hexdigest()[:32]}", PER_CONTACT) for way in reached)


class Room(Struct, frozen=True):
    """How many minutes of a day, [start, end), may be held of each resource by people who keep another time as well."""

    start: datetime
    end: datetime
    minutes: Mapping[str, int]


class Wish(Struct, frozen=True):
    """What a hold asks of Redis: one resource of each list of candidates, in order of preference, for [start, end).

    ``taken`` seats of its class are booked already, those of the holds ``seated`` among them.
    """

    hold_id: str
    owner: str
    block: str
    start: datetime
    end: datetime
    candidates: tuple[tuple[str, ...], ...]
    capacity: int = 1
    seats: int = 1
    taken: int = 0
    seated: tuple[str, ...] = ()
    lasts: timedelta = HOLD_LASTS
    quotas: tuple[Quota, ...] = ()
    replaces: str = ""
    room: Room | None = None


class Outcome(Struct, frozen=True):
    """``ok``; ``full`` (somebody holds it); ``lost`` (another owner's id); ``quota``. Moments in epoch milliseconds.

    ``beside`` are the holds of the same class that were there before.
    """

    outcome: str
    expires: float = 0
    most: float = 0
    resources: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    quota: str = ""
    wait: float = 0

    @property
    def expires_at(self) -> datetime:
        return datetime.fromtimestamp(self.expires / 1000, UTC)

    @property
    def max_expires_at(self) -> datetime:
        return datetime.fromtimestamp(self.most / 1000, UTC)


class LiveHold(Struct, frozen=True):
    """Somebody else's claim for the moment: [start, end) on one resource, buffers included."""

    resource_id: str
    hold_id: str
    block: str
    start: datetime
    end: datetime
    seats: int


class HoldBook:
    """The live holds of all organizations, in Redis. Every method raises ``Unavailable`` when Redis does not answer."""

    def __init__(self, redis: Redis, clock: Clock) -> None:
        self._run = redis.register_script((Path(__file__).parent / "holds.lua").read_text())
        self._clock = clock
        self._silence = Silence()

    async def acquire(self, organization_id: str, wish: Wish) -> Outcome:
        """Hold, or hold on: the same owner asking again keeps its time and never shortens it."""
        answer = await self._ask(
            organization_id,
            deed="acquire",
            hold=wish.hold_id,
            owner=wish.owner,
            block=wish.block,
            **{"from": _minute(wish.start), "to": _minute(wish.end)},
            candidates=wish.candidates,
            capacity=wish.capacity,
            seats=wish.seats,
            taken=wish.taken,
            seated=wish.seated,
            lasts=_milliseconds(wish.lasts),
            most=_milliseconds(HOLD_LASTS_AT_MOST),
            quotas=[{"name": quota.name, "limit": quota.limit} for quota in wish.quotas],
            replaces=wish.replaces,
            **_told(wish.room),
        )
        return msgspec.convert(answer, Outcome)

    async def release(self, organization_id: str, hold_id: str, owner: str) -> None:
        await self._ask(organization_id, deed="release", hold=hold_id, owner=owner)

    async def live(
        self,
        organization_id: str,
        resource_ids: Iterable[str],
        within: tuple[datetime, datetime] = (EPOCH, datetime.max.replace(tzinfo=UTC)),
    ) -> list[LiveHold]:
        """Everything held on these resources now; only what touches a stretch of time, where one is given."""
        start, end = (_minute(moment) for moment in within)
        answer = await self._ask(
            organization_id, deed="look", resources=list(resource_ids), **{"from": start, "to": end + 1}
        )
        return [_live_hold(row) for row in answer["held"] or ()]

    async def _ask(self, organization_id: str, **ask: Any) -> dict[str, Any]:
        ask["organization"] = organization_id
        if (stands_at := self._clock.stands_at()) is not None:
            ask["now"] = _milliseconds(stands_at - EPOCH)
        if self._silence.lasts():
            raise Unavailable(AWAY, retry_after_s=5)
        try:
            answer = await self._run(args=[msgspec.json.encode(ask)])
        except (RedisError, OSError) as error:
            if isinstance(error, RedisTimeout):
                self._silence.met()
            raise Unavailable(AWAY, retry_after_s=5) from error
        self._silence.broken()
        decoded: dict[str, Any] = msgspec.json.decode(answer)
        return decoded


def group_block(service_id: str, location_id: str, start: datetime, duration_min: int) -> str:
    """One name for everybody who holds a seat of the same class."""
    return f"{service_id}:{location_id}:{_minute(start)}:{duration_min}"


def _told(room: Room | None) -> dict[str, Any]:
    return {} if room is None else {"room": room.minutes, "day": [_minute(room.start), _minute(room.end)]}


def _live_hold(row: Sequence[Any]) -> LiveHold:
    resource_id, hold_id, block, start, end, seats = row
    return LiveHold(resource_id, hold_id, block, _moment(start), _moment(end), int(seats))


def _minute(moment: datetime) -> int:
    return int(moment.timestamp()) // 60


def _moment(minute: float) -> datetime:
    return datetime.fromtimestamp(minute * 60, UTC)


def _milliseconds(length: timedelta) -> int:
    return length // timedelta(milliseconds=1)
