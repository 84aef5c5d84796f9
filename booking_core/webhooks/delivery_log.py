"""What was sent to an endpoint and what became of it, the newest first; and a delivery sent once more."""

from collections.abc import Sequence

from sqlalchemy import select

from booking_core.context import OperationContext
from booking_core.errors import NotFound
from booking_core.webhooks.courier import promise_delivery
from booking_core.webhooks.deliveries import PENDING, WebhookDelivery

# As many as somebody looks through on one page.
SHOWN = 50


async def deliveries_to(
    context: OperationContext, endpoint_id: str, *, before: str | None = None
) -> Sequence[WebhookDelivery]:
    """One page, from the delivery ``before`` on. An unknown endpoint and another organization's have none
    alike. Raises ``NotAllowed``."""
    context.require("webhook.list")
    own = select(WebhookDelivery).where(
        WebhookDelivery.organization_id == context.organization_id,
        WebhookDelivery.endpoint_id == endpoint_id,
    )
    last = await context.session.scalar(own.where(WebhookDelivery.id == before)) if before else None
    if last is not None:
        own = own.where(
            (WebhookDelivery.created_at < last.created_at)
            | ((WebhookDelivery.created_at == last.created_at) & (WebhookDelivery.id < last.id))
        )
    ordered = own.order_by(WebhookDelivery.created_at.desc(), WebhookDelivery.id.desc()).limit(SHOWN)
    return (await context.session.scalars(ordered)).all()


async def redeliver(context: OperationContext, delivery_id: str) -> WebhookDelivery:
    """Send it once more, with all its attempts ahead of it, under the same ``webhook-id``. Raises
    ``NotAllowed`` and ``NotFound``."""
    context.require("webhook.redeliver")
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
        context.audit("webhook.redeliver", delivery.id)
        await context.session.flush()
    return delivery
