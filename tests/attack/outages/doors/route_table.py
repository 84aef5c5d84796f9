"""Every route of the application, as it registers them."""

from functools import cache

from litestar.handlers import HTTPRouteHandler
from litestar.routes import HTTPRoute

from web.app import create_app
from web.settings import Settings


@cache
def route_table() -> list[tuple[str, str]]:
    settings = Settings(database_url="postgresql://nowhere", redis_url="redis://nowhere", secret_key="k" * 32)
    return [
        (method, route.path_format)
        for route in create_app(settings).routes
        if isinstance(route, HTTPRoute)
        for handler in route.route_handlers
        if isinstance(handler, HTTPRouteHandler)
        for method in {*map(str, handler.http_methods)} - {"OPTIONS", "HEAD"}
    ]
