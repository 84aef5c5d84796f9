"""The courier: takes each event to every endpoint that asked for it, again and again, until it is taken or
given up.

Delivered at least once: a worker that dies between sending and noting it sends once more, under the same
``webhook-id``. The events of one appointment go to one endpoint one after the other, in the order they
happened: their jobs share a lock.
"""

import secrets
from datetime import datetime, timedelta

from msgspec import Struct
from sqlalchemy import any_, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.core import BookingCore
from booking_core.storage.events import Event
from booking_core.storage.idempotency import Sealer
from booking_core.storage.ids import new_id
from booking_core.storage.jobs import WEBHOOKS, defer
from booking_core.webhooks.deliveries import DELIVERED, GIVEN_UP, PENDING, WebhookDelivery
from booking_core.webhooks.endpoints import FAILING, GONE, WebhookEndpoint
from booking_core.webhooks.letter import write_disabled_letter
from booking_core.webhooks.sender import NotSent, Sender
from booking_core.webhooks.signatures import signature_headers

DELIVER = "deliver_webhook"
# Ten attempts in three days: the waits after each failure, as Standard Webhooks suggests them.
SCHEDULE = (
    timedelta(seconds=5),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=5),
    timedelta(hours=10),
    timedelta(hours=14),
    timedelta(hours=20),
    timedelta(hours=24),
)
# Up to a tenth longer, so that what failed together does not come back together.
JITTER = 0.1


class DeliveryOutcome(Struct, frozen=True):
    """The status of an answer and the beginning of its text, or what was in the way of one."""

    status: int | None = None
    problem: str | None = None
    text: str | None = None

    @property
    def is_taken(self) -> bool:
        return self.status is not None and 200 <= self.status < 300


class Courier:
    """``seal`` opens the secrets of endpoints."""

    def __init__(self, core: BookingCore, seal: Sealer, sender: Sender) -> None:
        self._core = core
        self.seal = seal
        self.sender = sender

    async def announce(self, event: Event) -> None:
        """A delivery, with its job, for each endpoint that asked for the event. Repeating it changes
        nothing."""
        async with self._core.sessions() as session, session.begin():
            asked = select(WebhookEndpoint.id).where(
                WebhookEndpoint.organization_id == event.organization_id,
                any_(WebhookEndpoint.events) == event.kind,
                WebhookEndpoint.disabled_at.is_(None),
            )
            for endpoint_id in (await session.scalars(asked.order_by(WebhookEndpoint.id))).all():
                await self._add_delivery(session, event, endpoint_id)

    async def deliver(self, delivery_id: str) -> datetime | None:
        """One attempt. When to make the next one (UTC); None where there is none to make."""
        async with self._core.sessions() as session, session.begin():
            delivery = await session.get(WebhookDelivery, delivery_id)
            if delivery is None or delivery.status != PENDING:
                return None
            endpoint = await session.get_one(WebhookEndpoint, delivery.endpoint_id)
            if endpoint.disabled_at is not None:
                delivery.status, delivery.problem = GIVEN_UP, "The endpoint is disabled."
                return None
        # Nothing is locked and no connection is kept while another machine makes up its mind.
        return await self._record_outcome(
            delivery_id, await self.attempt(endpoint, delivery.event_id, delivery.body)
        )

    async def attempt(self, endpoint: WebhookEndpoint, event_id: str, body: str) -> DeliveryOutcome:
        """One signed POST."""
        opened = endpoint.open_secrets(self.seal)
        if not opened:
            return DeliveryOutcome(
                problem="Its secrets cannot be read: the key they were sealed with is not known."
            )
        headers = signature_headers(event_id, self._core.clock.now(), body.encode(), opened)
        try:
            answer = await self.sender.post(endpoint.url, headers, body.encode())
        except NotSent as error:
            return DeliveryOutcome(problem=str(error))
        return DeliveryOutcome(status=answer.status, text=answer.text or None)

    async def _add_delivery(self, session: AsyncSession, event: Event, endpoint_id: str) -> None:
        values = {
            "id": new_id("whd"),
            "organization_id": event.organization_id,
            "endpoint_id": endpoint_id,
            "event_id": event.id,
            "kind": event.kind,
            "subject": event.subject,
            "body": event.body,
            "status": PENDING,
            "created_at": self._core.clock.now(),
        }
        written = insert(WebhookDelivery).values(values).on_conflict_do_nothing()
        delivery_id = await session.scalar(written.returning(WebhookDelivery.id))
        if delivery_id is not None:
            await promise_delivery(session, delivery_id, endpoint_id, event.subject)

    async def _record_outcome(self, delivery_id: str, outcome: DeliveryOutcome) -> datetime | None:
        now = self._core.clock.now()
        async with self._core.sessions() as session, session.begin():
            delivery = await session.get(WebhookDelivery, delivery_id, with_for_update=True)
            if delivery is None or delivery.status != PENDING:
                return None
            endpoint = await session.get_one(WebhookEndpoint, delivery.endpoint_id, with_for_update=True)
            delivery.attempts += 1
            delivery.attempted_at, delivery.answer, delivery.problem = now, outcome.status, outcome.problem
            delivery.answer_text = outcome.text
            if outcome.is_taken:
                delivery.status = DELIVERED
                endpoint.works()
                return None
            endpoint.fails(now)
            if outcome.status == 410:
                endpoint.disable(now, GONE)
            elif delivery.attempts <= len(SCHEDULE):
                return now + _with_jitter(SCHEDULE[delivery.attempts - 1])
            elif endpoint.has_failed_for(sum(SCHEDULE, timedelta()), now):
                endpoint.disable(now, FAILING)
                await write_disabled_letter(session, endpoint, now)
            delivery.status = GIVEN_UP
            return None


async def promise_delivery(session: AsyncSession, delivery_id: str, endpoint_id: str, subject: str) -> None:
    """The job of a delivery, in the caller's transaction."""
    lock = f"webhook:{endpoint_id}:{subject}"
    await defer(session, DELIVER, queue=WEBHOOKS, lock=lock, delivery_id=delivery_id)


def _with_jitter(wait: timedelta) -> timedelta:
    return wait * (1 + JITTER * secrets.SystemRandom().random())
