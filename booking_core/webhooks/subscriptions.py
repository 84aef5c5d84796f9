"""Subscribing: an organization's endpoints made, listed, changed, tried, given another secret and removed."""

from collections.abc import Sequence

from msgspec import Struct
from sqlalchemy import select

from booking_core.context import OperationContext
from booking_core.errors import Conflict, InvalidField, NotFound
from booking_core.outbound.guard import Forbidden, target_of
from booking_core.storage.events import EVENTS
from booking_core.storage.idempotency import Sealer
from booking_core.storage.ids import derived_id, new_id
from booking_core.storage.named_lock import lock_by_name
from booking_core.webhooks.courier import DeliveryOutcome
from booking_core.webhooks.endpoints import MOST_ENDPOINTS, WebhookEndpoint, new_webhook_secret


class NewWebhookSecret(Struct, frozen=True):
    """An endpoint with the secret that is told this once; empty for a repeat, which is told none."""

    endpoint: WebhookEndpoint
    secret: str


async def add_endpoint(
    context: OperationContext,
    url: str,
    events: Sequence[str],
    seal: Sealer,
    allowed: frozenset[str],
    *,
    key: str = "",
) -> NewWebhookSecret:
    """Tell this address of these events from now on; of all where none is named. A ``key`` makes a repeat
    the same one.

    Raises ``NotAllowed``, ``InvalidField`` (``url_not_allowed``) for an address we do not send to, and
    ``Conflict`` (``webhook_limit_reached``).
    """
    context.require("webhook.add")
    _check_address(url, allowed)
    await _lock(context)
    endpoint_id = _id_of(context, key)
    if (before := await context.session.get(WebhookEndpoint, endpoint_id)) is not None:
        return NewWebhookSecret(before, "")
    await _must_have_room(context)
    endpoint = WebhookEndpoint(
        id=endpoint_id,
        organization_id=context.organization_id,
        url=url,
        events=_in_order(events) or list(EVENTS),
        created_at=context.clock.now(),
    )
    secret = new_webhook_secret()
    endpoint.add_secret(secret, seal)
    context.session.add(endpoint)
    context.audit("webhook.add", endpoint.id, after={"url": url, "events": endpoint.events})
    await context.session.flush()
    return NewWebhookSecret(endpoint, secret)


async def endpoints_of(context: OperationContext) -> list[WebhookEndpoint]:
    """Oldest first. Raises ``NotAllowed``."""
    context.require("webhook.list")
    own = select(WebhookEndpoint).where(WebhookEndpoint.organization_id == context.organization_id)
    ordered = own.order_by(WebhookEndpoint.created_at, WebhookEndpoint.id)
    return list((await context.session.scalars(ordered)).all())


async def endpoint_of(
    context: OperationContext, endpoint_id: str, *, for_update: bool = False
) -> WebhookEndpoint:
    """Raises ``NotAllowed``, and ``NotFound`` for an unknown id and for another organization's alike."""
    context.require("webhook.list")
    own = select(WebhookEndpoint).where(
        WebhookEndpoint.organization_id == context.organization_id, WebhookEndpoint.id == endpoint_id
    )
    found = await context.session.scalar(own.with_for_update() if for_update else own)
    if found is None:
        raise NotFound("There is no such webhook.")
    return found


async def change_events(
    context: OperationContext, endpoint_id: str, events: Sequence[str]
) -> WebhookEndpoint:
    """Tell it of these from now on. Raises ``NotAllowed``, ``NotFound``, and ``InvalidField`` where none of
    them is an event."""
    context.require("webhook.change")
    endpoint = await endpoint_of(context, endpoint_id, for_update=True)
    before, after = list(endpoint.events), _in_order(events)
    if not after:
        raise InvalidField("events", "Please choose what this address is told of.")
    if before != after:
        endpoint.events = after
        context.audit("webhook.change", endpoint_id, before={"events": before}, after={"events": after})
        await context.session.flush()
    return endpoint


async def remove_endpoint(context: OperationContext, endpoint_id: str) -> None:
    """Tell it nothing more; what is under way is given up. Raises ``NotFound``, also for a repeat."""
    context.require("webhook.remove")
    endpoint = await endpoint_of(context, endpoint_id, for_update=True)
    await context.session.delete(endpoint)
    before = {"url": endpoint.url, "events": list(endpoint.events)}
    context.audit("webhook.remove", endpoint_id, before=before)
    await context.session.flush()


async def rotate_secret(
    context: OperationContext, endpoint_id: str, seal: Sealer, *, mark: str | None = None
) -> NewWebhookSecret:
    """A new secret. Both sign until the next rotation, so that a receiver can change when it likes. ``mark``
    is that of the secret it had when somebody decided this: twice in a row would end the one in use.

    Raises ``NotAllowed``, ``NotFound``, and ``Conflict`` (``version_conflict``) where it has another.
    """
    context.require("webhook.rotate")
    endpoint = await endpoint_of(context, endpoint_id, for_update=True)
    if mark is not None and mark != endpoint.mark:
        raise Conflict(
            "This address has been given another secret meanwhile. Only whoever did that has seen it.",
            code="version_conflict",
        )
    secret = new_webhook_secret()
    endpoint.add_secret(secret, seal)
    context.audit("webhook.rotate", endpoint_id)
    await context.session.flush()
    return NewWebhookSecret(endpoint, secret)


async def record_test(
    context: OperationContext, endpoint_id: str, outcome: DeliveryOutcome
) -> WebhookEndpoint:
    """What came of a test. One that was taken puts a disabled endpoint to use again. Raises ``NotFound``."""
    context.require("webhook.test")
    endpoint = await endpoint_of(context, endpoint_id, for_update=True)
    if outcome.is_taken:
        endpoint.works()
    await context.session.flush()
    return endpoint


def _in_order(events: Sequence[str]) -> list[str]:
    """Each known one once, in the order of the table."""
    return [one for one in EVENTS if one in events]


def _check_address(url: str, allowed: frozenset[str]) -> None:
    try:
        target_of(url, allowed)
    except Forbidden as error:
        raise InvalidField("url", str(error), code="url_not_allowed") from error


def _id_of(context: OperationContext, key: str) -> str:
    parts = (context.organization_id, context.owner, "webhook", key)
    return derived_id("whe", *parts) if key else new_id("whe")


async def _must_have_room(context: OperationContext) -> None:
    if len(await endpoints_of(context)) >= MOST_ENDPOINTS:
        raise Conflict(f"There are {MOST_ENDPOINTS} endpoints already.", code="webhook_limit_reached")


async def _lock(context: OperationContext) -> None:
    """Whoever adds at the same moment waits, so that the limit is one and a repeat finds the first."""
    await lock_by_name(context.session, f"webhooks of {context.organization_id}")
