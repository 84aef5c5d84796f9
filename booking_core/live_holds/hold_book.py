"""The book of live holds, in Redis: who keeps which time just now, by one script (``hold_book.lua``) whose
every operation is atomic."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct
from redis.asyncio import Redis
from redis.exceptions import RedisError
from redis.exceptions import TimeoutError as RedisTimeout

from booking_core.errors import Unavailable
from booking_core.live_holds.lifetimes import HOLD_LASTS, HOLD_LASTS_AT_MOST
from booking_core.live_holds.quotas import Quota
from booking_core.storage.hosts.circuit_breaker import HostBreaker
from booking_core.time.clock import Clock

AWAY = "Times cannot be held just now. Please try again in a moment."
EPOCH = datetime.fromtimestamp(0, UTC)


class DayLimit(Struct, frozen=True):
    """How many minutes of a day, [start, end), may be held of each resource by people who keep another time
    as well."""

    start: datetime
    end: datetime
    minutes: Mapping[str, int]


class AcquireRequest(Struct, frozen=True):
    """What a hold asks of Redis: one resource of each list of candidates, in order of preference, for [start,
    end).

    ``location_id`` is where; ``margins`` are the ways between there and each other place of those who travel,
    in minutes before and after what is held there. ``taken`` seats of its class are booked already, those of
    the holds ``seated`` among them.
    """

    hold_id: str
    owner: str
    block: str
    start: datetime
    end: datetime
    candidates: tuple[tuple[str, ...], ...]
    location_id: str = ""
    margins: Mapping[str, Mapping[str, tuple[int, int]]] = {}
    capacity: int = 1
    seats: int = 1
    taken: int = 0
    seated: tuple[str, ...] = ()
    lasts: timedelta = HOLD_LASTS
    quotas: tuple[Quota, ...] = ()
    replaces: str = ""
    day_limit: DayLimit | None = None


class AcquireResult(Struct, frozen=True):
    """``ok``; ``full`` (somebody holds it); ``lost`` (another owner's id); ``quota``. Moments in epoch
    milliseconds.

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
    """Somebody else's claim for the moment: [start, end) on one resource, buffers included; where, of those
    who were asked about as travelling."""

    resource_id: str
    hold_id: str
    block: str
    start: datetime
    end: datetime
    seats: int
    location_id: str = ""


class HoldBook:
    """The live holds of all organizations, in Redis. Every method raises ``Unavailable`` when Redis does not
    answer."""

    def __init__(self, redis: Redis, clock: Clock) -> None:
        self._run = redis.register_script((Path(__file__).parent / "hold_book.lua").read_text())
        self._clock = clock
        self._circuit = HostBreaker()

    async def acquire(self, organization_id: str, request: AcquireRequest) -> AcquireResult:
        """Hold, or hold on: the same owner asking again keeps its time and never shortens it."""
        answer = await self._ask(
            organization_id,
            operation="acquire",
            hold=request.hold_id,
            owner=request.owner,
            block=request.block,
            **{"from": _minute(request.start), "to": _minute(request.end)},
            candidates=request.candidates,
            place=request.location_id,
            margins=request.margins,
            capacity=request.capacity,
            seats=request.seats,
            taken=request.taken,
            seated=request.seated,
            lasts=_milliseconds(request.lasts),
            most=_milliseconds(HOLD_LASTS_AT_MOST),
            quotas=[{"name": quota.name, "limit": quota.limit} for quota in request.quotas],
            replaces=request.replaces,
            **_day_limit_arguments(request.day_limit),
        )
        return msgspec.convert(answer, AcquireResult)

    async def release(self, organization_id: str, hold_id: str, owner: str) -> None:
        """Let a hold go; nothing happens where it is another owner's, or over."""
        await self._ask(organization_id, operation="release", hold=hold_id, owner=owner)

    async def live(
        self,
        organization_id: str,
        resource_ids: Iterable[str],
        within: tuple[datetime, datetime] = (EPOCH, datetime.max.replace(tzinfo=UTC)),
        travelling: Iterable[str] = (),
    ) -> list[LiveHold]:
        """Everything held on these resources now; only what touches a stretch of time, where one is given. Of
        those who are ``travelling`` it says where."""
        start, end = (_minute(moment) for moment in within)
        answer = await self._ask(
            organization_id,
            operation="list",
            resources=list(resource_ids),
            margins=dict.fromkeys(travelling, ()),
            **{"from": start, "to": end + 1},
        )
        return [_live_hold(row) for row in answer["held"] or ()]

    async def _ask(self, organization_id: str, **ask: Any) -> dict[str, Any]:
        ask["organization"] = organization_id
        if (stands_at := self._clock.stands_at()) is not None:
            ask["now"] = _milliseconds(stands_at - EPOCH)
        if self._circuit.is_open():
            raise Unavailable(AWAY, retry_after_s=5)
        try:
            answer = await self._run(args=[msgspec.json.encode(ask)])
        except (RedisError, OSError) as error:
            if isinstance(error, RedisTimeout):
                self._circuit.open()
            raise Unavailable(AWAY, retry_after_s=5) from error
        self._circuit.close()
        decoded: dict[str, Any] = msgspec.json.decode(answer)
        return decoded


def group_block(service_id: str, location_id: str, start: datetime, duration_min: int) -> str:
    """One name for everybody who holds a seat of the same class."""
    return f"{service_id}:{location_id}:{_minute(start)}:{duration_min}"


def _day_limit_arguments(limit: DayLimit | None) -> dict[str, Any]:
    return {} if limit is None else {"room": limit.minutes, "day": [_minute(limit.start), _minute(limit.end)]}


def _live_hold(row: Sequence[Any]) -> LiveHold:
    resource_id, hold_id, block, start, end, seats, place = row
    return LiveHold(resource_id, hold_id, block, _moment(start), _moment(end), int(seats), place)


def _minute(moment: datetime) -> int:
    return int(moment.timestamp()) // 60


def _moment(minute: float) -> datetime:
    return datetime.fromtimestamp(minute * 60, UTC)


def _milliseconds(length: timedelta) -> int:
    return length // timedelta(milliseconds=1)
