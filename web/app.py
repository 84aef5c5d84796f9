"""The web application: every door, wired to one context."""

from typing import Any

from litestar import Litestar, Request, Response
from litestar.config.compression import CompressionConfig
from litestar.di import Provide
from litestar.exceptions import HTTPException
from litestar.logging import LoggingConfig

from booking_core.time import public_holidays
from booking_core.time.clock import Clock
from web.api import api_router, oauth
from web.api.description import reference
from web.calendars import feed
from web.chat.customer import calendar, continuation, conversations, feedback, identity, messages
from web.chat.pages import pictures, site
from web.chat.stream import events
from web.chat.stream.readers import Readers
from web.chat.times import times
from web.console import console_router
from web.console.rendering.problems import nowhere_page
from web.context import AppContext
from web.head_requests import answer_head
from web.manage import router as manage
from web.mcp import metadata as mcp_metadata
from web.mcp.mount import McpMount, booking_door
from web.problems import HANDLERS, http_error
from web.safe_headers import with_safe_headers
from web.server import health
from web.server.request_ids import with_request_id
from web.server.strict_json import LONGEST_BODY, JsonRequest
from web.settings import Settings
from web.texts import inbound as texts

# Those that are the same whatever the settings say.
ROUTERS = (
    health.ROUTER,
    site.ROUTER,
    conversations.ROUTER,
    continuation.ROUTER,
    messages.ROUTER,
    feedback.ROUTER,
    identity.ROUTER,
    events.ROUTER,
    times.ROUTER,
    calendar.ROUTER,
    feed.ROUTER,
    texts.ROUTER,
    pictures.ROUTER,
    oauth.ROUTER,
    reference.ROUTER,
    mcp_metadata.ROUTER,
    manage.ROUTER,
)


def create_app(settings: Settings, *, clock: Clock | None = None) -> Litestar:
    """The application for these settings. ``clock`` is only given by tests and evaluations."""
    context = AppContext(settings, clock)
    mcp = McpMount(booking_door(settings, context.core))
    app = Litestar(
        route_handlers=[*ROUTERS, console_router(settings), api_router(settings, context.core), mcp.route],
        dependencies=_dependencies(context),
        lifespan=[context.lifespan, mcp.lifespan],
        on_startup=[public_holidays.make_ready],
        middleware=[with_request_id],
        request_class=JsonRequest,
        exception_handlers={**HANDLERS, HTTPException: _answer_unrouted},
        request_max_body_size=LONGEST_BODY,
        # A compressed stream would hold each event back until the next one.
        compression_config=CompressionConfig("gzip", exclude=["/events"]),
        logging_config=LoggingConfig(configure_root_logger=False, log_exceptions="never"),
        openapi_config=None,
    )
    app.asgi_handler = answer_head(with_safe_headers(app.asgi_handler))
    return app


def _answer_unrouted(request: Request[Any, Any, Any], error: HTTPException) -> Response[Any]:
    """What no route was found for: a page to whoever looks at the console, a problem to programs."""
    is_console = request.url.path == "/console" or request.url.path.startswith("/console/")
    return nowhere_page(request, error) if is_console else http_error(request, error)


def _dependencies(context: AppContext) -> dict[str, Provide]:
    """What handlers may ask for by name."""
    things = {
        "context": context,
        "settings": context.settings,
        "core": context.core,
        "reception": context.reception,
        "log": context.log,
        "notifier": context.notifier,
        "readers": Readers(),
        "readiness": health.Readiness(context.core),
    }
    return {name: Provide(_provider(thing), sync_to_thread=False) for name, thing in things.items()}


def _provider(thing: Any) -> Any:
    def give() -> Any:
        return thing

    return give
