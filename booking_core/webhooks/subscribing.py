"""Subscribing: an organization's endpoints made, listed, tried, given another secret and removed; and a delivery sent once more."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from sqlalchemy import func, select

from booking_core.audit import AuditEntry
from booking_core.errors import Conflict, InvalidField, NotFound
from booking_core.ids import new_id
from booking_core.webhooks.courier import Outcome, promise_delivery
from booking_core.webhooks.deliveries import PENDING, WebhookDelivery
from booking_core.webhooks.endpoints import (
    EVENTS,
    MOST_ENDPOINTS,
    Seal,
    WebhookEndpoint,
    new_webhook_secret,
)
from booking_core.webhooks.guard import Forbidden, target_of

if TYPE_CHECKING:
    from booking_core.desk import Desk


class NewWebhookSecret(Struct, frozen=True):
    """An endpoint with the secret that is told this once."""

    endpoint: WebhookEndpoint
    secret: str


async def endpoint_added(
    desk: "Desk", url: str, events: Sequence[str], seal: Seal, allowed: frozenset[str] = frozenset()
) -> NewWebhookSecret:
    """Tell this address of these events from now on; of all where none is named.

    Raises ``InvalidField`` (``url_not_allowed``) for an address we do not send to, ``Conflict`` (``webhook_limit_reached``).
    """
    try:
        target_of(url, allowed)
    except Forbidden as error:
        raise InvalidField("url", str(error), code="url_not_allowed") from error
    # Whoever adds at the same moment waits here, so that the limit is one.
    await desk.session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(_lock(desk), 0))))
    if len(await endpoints_of(desk)) >= MOST_ENDPOINTS:
        raise Conflict(f"There are {MOST_ENDPOINTS} endpoints already.", code="webhook_limit_reached")
    endpoint = WebhookEndpoint(
        id=new_id("whe"),
        organization_id=desk.organization_id,
        url=url,
        events=[one for one in EVENTS if one in events] or list(EVENTS),
        created_at=desk.clock.now(),
    )
    secret = new_webhook_secret()
    endpoint.add_secret(secret, seal)
    desk.session.add(endpoint)
    await _recorded(desk, "webhook.added", endpoint.id, url=url)
    return NewWebhookSecret(endpoint, secret)


async def endpoints_of(desk: "Desk") -> list[WebhookEndpoint]:
    """Oldest first."""
    own = select(WebhookEndpoint).where(WebhookEndpoint.organization_id == desk.organization_id)
    ordered = own.order_by(WebhookEndpoint.created_at, WebhookEndpoint.id)
    return list((await desk.session.scalars(ordered)).all())


async def endpoint_of(desk: "Desk", endpoint_id: str, *, for_update: bool = False) -> WebhookEndpoint:
    """Raises ``NotFound`` for an unknown id and for another organization's alike."""
    own = select(WebhookEndpoint).where(
        WebhookEndpoint.organization_id == desk.organization_id, WebhookEndpoint.id == endpoint_id
    )
    found = await desk.session.scalar(own.with_for_update() if for_update else own)
    if found is None:
        raise NotFound("There is no such webhook.")
    return found


async def endpoint_removed(desk: "Desk", endpoint_id: str) -> None:
    """Tell it nothing more; what is under way is given up. Raises ``NotFound``, also for a repeat."""
    endpoint = await endpoint_of(desk, endpoint_id, for_update=True)
    await desk.session.delete(endpoint)
    await _recorded(desk, "webhook.removed", endpoint_id, url=endpoint.url)


async def secret_rotated(desk: "Desk", endpoint_id: str, seal: Seal) -> NewWebhookSecret:
    """A new secret. Both sign until the next rotation, so that a receiver can change when it likes. Raises ``NotFound``."""
    endpoint = await endpoint_of(desk, endpoint_id, for_update=True)
    secret = new_webhook_secret()
    endpoint.add_secret(secret, seal)
    await _recorded(desk, "webhook.rotated", endpoint_id)
    return NewWebhookSecret(endpoint, secret)


async def endpoint_tried(desk: "Desk", endpoint_id: str, outcome: Outcome) -> WebhookEndpoint:
    """What came of a test. One that was taken puts a disabled endpoint to use again. Raises ``NotFound``."""
    endpoint = await endpoint_of(desk, endpoint_id, for_update=True)
    if outcome.is_taken:
        endpoint.works()
    await desk.session.flush()
    return endpoint


async def redelivered(desk: "Desk", delivery_id: str) -> WebhookDelivery:
    """Send it once more, with all its attempts ahead of it, under the same ``webhook-id``. Raises ``NotFound``."""
    delivery = await desk.session.scalar(
        select(WebhookDelivery)
        .where(
            WebhookDelivery.organization_id == desk.organization_id,
            WebhookDelivery.id == delivery_id,
        )
        .with_for_update()
    )
    if delivery is None:
        raise NotFound("There is no such delivery.")
    if delivery.status != PENDING:
        delivery.status, delivery.attempts = PENDING, 0
        await promise_delivery(desk.session, delivery.id, delivery.endpoint_id, delivery.subject)
        await _recorded(desk, "webhook.redelivered", delivery.id)
    return delivery


def _lock(desk: "Desk") -> str:
    return f"webhooks of {desk.organization_id}"


async def _recorded(desk: "Desk", action: str, subject: str, **details: str) -> None:
    entry = AuditEntry.of(desk.actor, desk.organization_id, action, subject, desk.clock.now(), **details)
    desk.session.add(entry)
    await desk.session.flush()
