"""Subscribing: an organization's endpoints made, listed, tried, given another secret and removed; and a
delivery sent once more."""

from collections.abc import Sequence

from msgspec import Struct
from sqlalchemy import func, select

from booking_core.context import OperationContext
from booking_core.errors import Conflict, InvalidField, NotFound
from booking_core.storage.events import EVENTS
from booking_core.storage.idempotency import Sealer
from booking_core.storage.ids import new_id
from booking_core.webhooks.courier import DeliveryOutcome, promise_delivery
from booking_core.webhooks.deliveries import PENDING, WebhookDelivery
from booking_core.webhooks.endpoints import (
    MOST_ENDPOINTS,
    WebhookEndpoint,
    new_webhook_secret,
)
from booking_core.webhooks.guard import Forbidden, target_of


class NewWebhookSecret(Struct, frozen=True):
    """An endpoint with the secret that is told this once."""

    endpoint: WebhookEndpoint
    secret: str


async def add_endpoint(
    context: OperationContext,
    url: str,
    events: Sequence[str],
    seal: Sealer,
    allowed: frozenset[str],
) -> NewWebhookSecret:
    """Tell this address of these events from now on; of all where none is named.

    Raises ``InvalidField`` (``url_not_allowed``) for an address we do not send to, ``Conflict``
    (``webhook_limit_reached``).
    """
    try:
        target_of(url, allowed)
    except Forbidden as error:
        raise InvalidField("url", str(error), code="url_not_allowed") from error
    # Whoever adds at the same moment waits here, so that the limit is one.
    await context.session.execute(
        select(func.pg_advisory_xact_lock(func.hashtextextended(_lock(context), 0)))
    )
    if len(await endpoints_of(context)) >= MOST_ENDPOINTS:
        raise Conflict(f"There are {MOST_ENDPOINTS} endpoints already.", code="webhook_limit_reached")
    endpoint = WebhookEndpoint(
        id=new_id("whe"),
        organization_id=context.organization_id,
        url=url,
        events=[one for one in EVENTS if one in events] or list(EVENTS),
        created_at=context.clock.now(),
    )
    secret = new_webhook_secret()
    endpoint.add_secret(secret, seal)
    context.session.add(endpoint)
    context.audit("webhook.added", endpoint.id, url=url)
    await context.session.flush()
    return NewWebhookSecret(endpoint, secret)


async def endpoints_of(context: OperationContext) -> list[WebhookEndpoint]:
    """Oldest first."""
    own = select(WebhookEndpoint).where(WebhookEndpoint.organization_id == context.organization_id)
    ordered = own.order_by(WebhookEndpoint.created_at, WebhookEndpoint.id)
    return list((await context.session.scalars(ordered)).all())


async def endpoint_of(
    context: OperationContext, endpoint_id: str, *, for_update: bool = False
) -> WebhookEndpoint:
    """Raises ``NotFound`` for an unknown id and for another organization's alike."""
    own = select(WebhookEndpoint).where(
        WebhookEndpoint.organization_id == context.organization_id, WebhookEndpoint.id == endpoint_id
    )
    found = await context.session.scalar(own.with_for_update() if for_update else own)
    if found is None:
        raise NotFound("There is no such webhook.")
    return found


async def remove_endpoint(context: OperationContext, endpoint_id: str) -> None:
    """Tell it nothing more; what is under way is given up. Raises ``NotFound``, also for a repeat."""
    endpoint = await endpoint_of(context, endpoint_id, for_update=True)
    await context.session.delete(endpoint)
    context.audit("webhook.removed", endpoint_id, url=endpoint.url)
    await context.session.flush()


async def rotate_secret(context: OperationContext, endpoint_id: str, seal: Sealer) -> NewWebhookSecret:
    """A new secret. Both sign until the next rotation, so that a receiver can change when it likes. Raises
    ``NotFound``."""
    endpoint = await endpoint_of(context, endpoint_id, for_update=True)
    secret = new_webhook_secret()
    endpoint.add_secret(secret, seal)
    context.audit("webhook.rotated", endpoint_id)
    await context.session.flush()
    return NewWebhookSecret(endpoint, secret)


async def record_test(
    context: OperationContext, endpoint_id: str, outcome: DeliveryOutcome
) -> WebhookEndpoint:
    """What came of a test. One that was taken puts a disabled endpoint to use again. Raises ``NotFound``."""
    endpoint = await endpoint_of(context, endpoint_id, for_update=True)
    if outcome.is_taken:
        endpoint.works()
    await context.session.flush()
    return endpoint


async def redeliver(context: OperationContext, delivery_id: str) -> WebhookDelivery:
    """Send it once more, with all its attempts ahead of it, under the same ``webhook-id``. Raises
    ``NotFound``."""
    delivery = await context.session.scalar(
        select(WebhookDelivery)
        .where(
            WebhookDelivery.organization_id == context.organization_id,
            WebhookDelivery.id == delivery_id,
        )
        .with_for_update()
    )
    if delivery is None:
        raise NotFound("There is no such delivery.")
    if delivery.status != PENDING:
        delivery.status, delivery.attempts = PENDING, 0
        await promise_delivery(context.session, delivery.id, delivery.endpoint_id, delivery.subject)
        context.audit("webhook.redelivered", delivery.id)
        await context.session.flush()
    return delivery


def _lock(context: OperationContext) -> str:
    return f"webhooks of {context.organization_id}"
