"""Slots over HTTP: a time that can be held, with a signed token that names it exactly and is good for half an
hour.

A token is a promise that the time was valid, not that it is still free.
"""

import hashlib
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime, timedelta
from functools import cache, lru_cache
from typing import Any, TypeVar

import msgspec
from msgspec import UNSET, Struct, UnsetType

from booking_core.availability.slots import Slot
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.quotes import quote
from booking_core.catalogue.services.prices import PriceQuote
from booking_core.context import OperationContext
from booking_core.errors import Gone, NotFound, Refusal
from booking_core.time.clock import Clock
from booking_core.time.wall_clock import zone
from web.api.values.fields import Moment
from web.api.values.money import MoneyView
from web.secrets.sealing import Signature

T = TypeVar("T")
C = TypeVar("C", bound=OperationContext)
Visit = Callable[[Callable[[C], Awaitable[T]]], Awaitable[T]]
GOOD_FOR = timedelta(minutes=30)
ANYBODY = ""


class StaffView(Struct, frozen=True):
    id: str
    name: str


class SlotView(Struct, frozen=True, omit_defaults=False):
    """A time that can be booked. `staff` are those who could do it; with one of them asked for, that one.

    Without `seats_left` the time is already yours. Where `price_is_from`, it is the least.
    """

    slot_id: str
    service_id: str
    location_id: str
    start: Moment
    end: Moment
    time_zone: str
    duration_min: int
    staff: list[StaffView]
    price: MoneyView | None
    price_is_from: bool = False
    seats_left: int | UnsetType = UNSET


class NamedSlot(Struct, frozen=True, array_like=True):
    """What a token says: instants in minutes since 1970, and which price and terms were shown."""

    service_id: str
    location_id: str
    start: int
    duration_min: int
    staff_id: str
    terms: str
    issued: int

    @property
    def start_at(self) -> datetime:
        return datetime.fromtimestamp(self.start * 60, UTC)


class SlotTokens:
    """Writes and reads slot ids, each for one organization."""

    def __init__(self, secret_key: str, clock: Clock, old: Sequence[str]) -> None:
        self._signature = Signature(secret_key, "slots", old)
        self._pages = Signature(secret_key, "pages of slots", old)
        self._clock = clock

    def token(self, catalogue: Catalogue, slot: Slot, staff_id: str | None = None) -> str:
        return self.writer(catalogue, staff_id)(slot)

    def writer(self, catalogue: Catalogue, staff_id: str | None = None) -> Callable[[Slot], str]:
        """Writes the tokens of one answer: what its slots have in common is worked out once."""
        signed = self._signature.writer(catalogue.organization.id)
        issued = int(self._clock.now().timestamp()) // 60
        terms = cache(lambda service, place, length: terms_of(catalogue, service, place, length, staff_id))

        def write(slot: Slot) -> str:
            duration = slot.duration_min
            named = NamedSlot(
                slot.service_id,
                slot.location_id,
                int(slot.start.timestamp()) // 60,
                duration,
                staff_id or ANYBODY,
                terms(slot.service_id, slot.location_id, duration),
                issued,
            )
            return signed(msgspec.msgpack.encode(named))

        return write

    def pages(self, organization_id: str, question: Struct) -> "SlotPages":
        return SlotPages(self._pages, organization_id, question)

    def read(self, catalogue: Catalogue, token: str) -> NamedSlot:
        """Raises ``NotFound`` for what is none of ours, ``Gone`` (``slot_token_expired``) for one that is too
        old."""
        text = self._signature.read(token, catalogue.organization.id)
        if text is None:
            raise NotFound("There is no such slot.")
        named = msgspec.msgpack.decode(text, type=NamedSlot)
        issued = datetime.fromtimestamp(named.issued * 60, UTC)
        if self._clock.now() >= issued + GOOD_FOR + timedelta(minutes=1):
            raise Gone("This time was looked up too long ago. Please look again.", code="slot_token_expired")
        person = None if named.staff_id == ANYBODY else named.staff_id
        terms = terms_of(catalogue, named.service_id, named.location_id, named.duration_min, person)
        if terms != named.terms:
            raise Gone(
                "The price or the terms have changed since. Please look again.", code="slot_token_expired"
            )
        return named


class SlotPages:
    """The page tokens of one question: each says where the next page starts, and is read for that question
    only."""

    def __init__(self, signature: Signature, organization_id: str, question: Struct) -> None:
        self._signature = signature
        asked = msgspec.to_builtins(question)
        asked.pop("page_token", None)
        asked.pop("limit", None)
        asked.pop("language", None)
        self._reader = f"{organization_id}\n{msgspec.json.encode(asked, order='sorted').decode()}"

    def token(self, start: datetime) -> str:
        return self._signature.sign(msgspec.msgpack.encode(int(start.timestamp()) // 60), self._reader)

    def start_of(self, token: str) -> datetime:
        """Raises ``NotFound``."""
        text = self._signature.read(token, self._reader)
        if text is None:
            raise NotFound("There is no such page.")
        return datetime.fromtimestamp(msgspec.msgpack.decode(text, type=int) * 60, UTC)


class SlotViews:
    """Slots as one answer shows them, on the clock of ``time_zone`` or of their location; what they have in
    common is made once."""

    def __init__(
        self,
        catalogue: Catalogue,
        tokens: SlotTokens,
        *,
        staff_id: str | None = None,
        time_zone: str | None = None,
    ) -> None:
        self._token = tokens.writer(catalogue, staff_id)
        self._time_zone = time_zone
        self._staff = cache(lambda ids: staff_views(catalogue, ids))
        self._price = cache(MoneyView.of)

    def of(self, slot: Slot) -> SlotView:
        time_zone = self._time_zone or slot.time_zone
        on = zone(time_zone)
        return SlotView(
            slot_id=self._token(slot),
            service_id=slot.service_id,
            location_id=slot.location_id,
            start=slot.start.astimezone(on),
            end=slot.end.astimezone(on),
            time_zone=time_zone,
            duration_min=slot.duration_min,
            staff=self._staff(slot.staff_ids),
            price=self._price(slot.price),
            price_is_from=slot.price_is_from,
            seats_left=slot.seats_left,
        )


def staff_views(catalogue: Catalogue, ids: Sequence[str]) -> list[StaffView]:
    return [StaffView(id=one, name=catalogue.resource(one).name) for one in ids]


async def at_desk(visit: Visit[C, T], work: Callable[[C], Awaitable[T]], tokens: SlotTokens) -> T:
    """What the work comes to in this transaction; a refusal shows its nearest three alternatives as times
    that can be held."""
    seen: list[C] = []

    async def watch(desk: C) -> T:
        seen[:] = [desk]
        return await work(desk)

    try:
        return await visit(watch)
    except Refusal as refusal:
        if seen and refusal.alternatives:
            views = SlotViews(seen[0].catalogue, tokens)
            refusal.alternatives = tuple(views.of(slot) for slot in refusal.alternatives[:3])
        raise


def terms_of(
    catalogue: Catalogue, service_id: str, location_id: str, duration_min: int, staff_id: str | None
) -> str:
    """A name for the price of that length, there and with whom, and the policy of a service: another one when
    either has changed."""
    service, place = catalogue.service(service_id), catalogue.location(location_id)
    told = quote(catalogue, service, duration_min, place, staff_id)
    return _fingerprint(told, tuple(sorted(service.policy().items())))


@lru_cache(maxsize=4096)
def _fingerprint(told: PriceQuote, policy: tuple[tuple[str, Any], ...]) -> str:
    terms = [told.money, policy, *([True] if told.is_from else [])]
    return hashlib.sha256(msgspec.json.encode(terms)).hexdigest()[:8]
