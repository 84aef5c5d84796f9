"""Webhooks: the addresses that are told of changes, made, listed, tried, given another secret and removed."""

from typing import Annotated, Any, Literal

from litestar import Response, Router, delete, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from msgspec import Meta, Struct

from booking_core.access.scopes import Scope
from booking_core.desk import Desk
from booking_core.input.pattern_words import WEB_ADDRESS
from booking_core.outbound.guard import LONGEST_URL
from booking_core.outbound.public_name import must_lead_outside
from booking_core.time.wall_clock import zone
from booking_core.webhooks.endpoints import WebhookEndpoint
from booking_core.webhooks.subscriptions import (
    add_endpoint,
    endpoint_of,
    endpoints_of,
    record_test,
    remove_endpoint,
    rotate_secret,
)
from web.api.api_request import ApiRequest, OperationResult, json_response
from web.api.description.operations import Operation, OperationLink
from web.api.values.fields import Moment, storable
from web.api.values.pages import PageQuery, page_of
from web.jobs.webhook_test import send_test

EventName = Literal[
    "appointment.requested",
    "appointment.confirmed",
    "appointment.rescheduled",
    "appointment.cancelled",
    "appointment.completed",
    "appointment.no_show",
    "appointment.displaced",
    "appointment.reminded",
    "conversation.handed_off",
]


class WebhookBody(Struct, frozen=True, forbid_unknown_fields=True):
    """`url` begins with https:// and leads to a public address. Without `events` it is told of all."""

    url: Annotated[
        str,
        Meta(
            max_length=LONGEST_URL,
            pattern=WEB_ADDRESS,
            examples=["https://example.com/hooks/zimun"],
        ),
    ]
    events: Annotated[list[EventName], Meta(min_length=1, max_length=20)] | None = None


class WebhookView(Struct, frozen=True, kw_only=True):
    """`status` is `enabled` or `disabled`; `disabled_because` is `gone` (it answered 410) or `failing` (it
    took nothing for three days)."""

    id: str
    url: str
    events: list[str]
    status: str
    disabled_because: str | None
    failing_since: Moment | None
    created_at: Moment
    time_zone: str


class NewWebhookView(WebhookView, frozen=True, kw_only=True):
    """`secret` is told this once. It begins with `whsec_`, as every Standard Webhooks library expects it."""

    secret: str


class WebhookList(Struct, frozen=True):
    items: list[WebhookView]
    next_page_token: str | None


class WebhookTested(Struct, frozen=True):
    """`delivered` where the answer was 2xx. `status` is that of the answer; without one `problem` says why
    there was none."""

    delivered: bool
    status: int | None
    problem: str | None
    webhook: WebhookView


class WebhookReference(Struct, frozen=True):
    webhook_id: str


class WebhookDeleted(Struct, frozen=True):
    id: str
    deleted: bool


ONE = ("not_found",)
CREATE = Operation(
    name="create_webhook",
    summary="Tell an address of changes",
    description=(
        "What is sent is signed as Standard Webhooks says, and repeated for three days until it is taken."
    ),
    scope=Scope.WEBHOOKS_WRITE,
    body=WebhookBody,
    answer=NewWebhookView,
    success=(201,),
    keyed="optional",
    refusals=("url_not_allowed", "webhook_limit_reached"),
    leads_to=tuple(
        OperationLink(one, "webhook_id", "id", "path")
        for one in ("test_webhook", "rotate_webhook", "delete_webhook")
    ),
)
LIST = Operation(
    name="list_webhooks",
    summary="The addresses that are told",
    scope=Scope.WEBHOOKS_WRITE,
    query=PageQuery,
    answer=WebhookList,
    refusals=ONE,
)
TEST = Operation(
    name="test_webhook",
    summary="Send it a `webhook.test` now",
    description=(
        "Where that is taken, a disabled webhook is used again. At most ten tests in a minute, for all of "
        "your webhooks together."
    ),
    scope=Scope.WEBHOOKS_WRITE,
    answer=WebhookTested,
    refusals=ONE,
)
ROTATE = Operation(
    name="rotate_webhook",
    summary="Give it a new secret",
    description="The one before goes on signing beside it until the next rotation.",
    scope=Scope.WEBHOOKS_WRITE,
    answer=NewWebhookView,
    keyed="optional",
    refusals=ONE,
)
DELETE = Operation(
    name="delete_webhook",
    summary="Tell it nothing more",
    scope=Scope.WEBHOOKS_WRITE,
    answer=WebhookDeleted,
    refusals=ONE,
)


@post("/", status_code=201, opt=CREATE.opt)
async def create_webhook(door: NamedDependency[ApiRequest]) -> Response[bytes]:
    body = await door.body(WebhookBody)
    courier = door.courier
    await must_lead_outside(body.url, courier.sender.allowed)

    async def work(desk: Desk) -> OperationResult:
        new = await add_endpoint(desk, body.url, body.events or (), courier.seal, courier.sender.allowed)
        return OperationResult(NewWebhookView(**_facts(new.endpoint, desk), secret=new.secret), 201)

    return await door.once(body, work)


@get("/", opt=LIST.opt)
async def list_webhooks(door: NamedDependency[ApiRequest]) -> Response[bytes]:
    query = door.query(PageQuery)

    async def work(desk: Desk) -> WebhookList:
        items, following = page_of(await endpoints_of(desk), query)
        return WebhookList([_view(one, desk) for one in items], following)

    return json_response(await door.visit(work))


@post("/{webhook_id:str}/test", status_code=200, opt=TEST.opt)
async def test_webhook(door: NamedDependency[ApiRequest], webhook_id: FromPath[str]) -> Response[bytes]:
    which = storable(webhook_id)
    endpoint = await door.visit(lambda desk: endpoint_of(desk, which))
    outcome = await send_test(door.core, door.courier, endpoint)

    async def work(desk: Desk) -> WebhookTested:
        tried = await record_test(desk, which, outcome)
        return WebhookTested(outcome.is_taken, outcome.status, outcome.problem, _view(tried, desk))

    return json_response(await door.visit(work))


@post("/{webhook_id:str}/rotate", status_code=200, opt=ROTATE.opt)
async def rotate_webhook(door: NamedDependency[ApiRequest], webhook_id: FromPath[str]) -> Response[bytes]:
    async def work(desk: Desk) -> OperationResult:
        new = await rotate_secret(desk, storable(webhook_id), door.courier.seal)
        return OperationResult(NewWebhookView(**_facts(new.endpoint, desk), secret=new.secret))

    return await door.once(WebhookReference(webhook_id), work)


@delete("/{webhook_id:str}", status_code=200, opt=DELETE.opt)
async def delete_webhook(door: NamedDependency[ApiRequest], webhook_id: FromPath[str]) -> Response[bytes]:
    async def work(desk: Desk) -> WebhookDeleted:
        await remove_endpoint(desk, storable(webhook_id))
        return WebhookDeleted(webhook_id, deleted=True)

    return json_response(await door.visit(work))


def _view(endpoint: WebhookEndpoint, desk: Desk) -> WebhookView:
    return WebhookView(**_facts(endpoint, desk))


def _facts(endpoint: WebhookEndpoint, desk: Desk) -> dict[str, Any]:
    on = zone(desk.catalogue.organization.time_zone)
    failing_since = endpoint.failing_since
    return {
        "id": endpoint.id,
        "url": endpoint.url,
        "events": list(endpoint.events),
        "status": "enabled" if endpoint.disabled_at is None else "disabled",
        "disabled_because": endpoint.disabled_because,
        "failing_since": failing_since and failing_since.astimezone(on),
        "created_at": endpoint.created_at.astimezone(on),
        "time_zone": desk.catalogue.organization.time_zone,
    }


ROUTER = Router(
    "/webhooks",
    route_handlers=[create_webhook, list_webhooks, test_webhook, rotate_webhook, delete_webhook],
)
