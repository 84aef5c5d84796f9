"""The HTTP Booking API: one file per resource. Read ``door`` for who may come in and what makes a repeat
safe."""

from litestar import Router
from litestar.datastructures import MutableScopeHeaders
from litestar.di import Provide
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from booking_core.core import BookingCore
from web.api import manage, webhooks
from web.api.api_request import RATE_HEADERS, ApiRequest, scope_guard
from web.api.appointments import appointment, changes, confirmation, decisions
from web.api.availability import availability
from web.api.catalogue import locations, services
from web.api.description.reference import BASE
from web.api.holds import hold
from web.api.values.requests import AnyRequest
from web.api.values.slots import SlotTokens
from web.jobs.webhooks import courier_of
from web.routers import OwnRouter
from web.secrets.manage_links import ManageLinks
from web.secrets.sealing import answer_seal
from web.settings import Settings


def api_router(settings: Settings, core: BookingCore) -> Router:
    """Everything under ``/api/v1`` that needs a token."""
    seal = answer_seal(settings.secret_key, settings.secret_key_old)
    slots = SlotTokens(settings.secret_key, core.clock, settings.secret_key_old)
    courier, links = courier_of(settings, core), ManageLinks.of(settings)

    async def door(request: AnyRequest) -> ApiRequest:
        return ApiRequest(request, core, seal, slots, courier, links)

    audience = frozenset({settings.public_url, f"{settings.public_url}{BASE}"})
    return OwnRouter(
        BASE,
        route_handlers=[
            locations.ROUTER,
            services.ROUTER,
            availability.ROUTER,
            webhooks.ROUTER,
            manage.ROUTER,
            OwnRouter(
                "/appointments",
                route_handlers=[
                    *hold.ROUTES,
                    *confirmation.ROUTES,
                    *changes.ROUTES,
                    *decisions.ROUTES,
                    *appointment.ROUTES,
                ],
            ),
        ],
        dependencies={"door": Provide(door)},
        guards=[scope_guard(core, audience)],
        middleware=[with_rate_headers],
    )


def with_rate_headers(app: ASGIApp) -> ASGIApp:
    """Tells every answer, refusals too, what is left of the caller's allowance."""

    async def middleware(scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableScopeHeaders.from_message(message)
                for name, value in scope["state"].get(RATE_HEADERS, {}).items():
                    headers[name] = value
            await send(message)

        await app(scope, receive, send_with_headers)

    return middleware
