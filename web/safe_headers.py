"""What every answer tells a browser: to take it for nothing but what it says it is. Whatever is data for
programs is shown, kept and framed nowhere, unless its handler says otherwise."""

from litestar.datastructures import MutableScopeHeaders
from litestar.enums import ScopeType
from litestar.types import ASGIApp, Message, Receive, Scope, Send

DATA_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
}


def with_safe_headers(app: ASGIApp) -> ASGIApp:
    """The application. A refusal of an address that no route has passes no middleware, but this."""

    async def asgi(scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableScopeHeaders.from_message(message)
                headers.setdefault("X-Content-Type-Options", "nosniff")
                if "json" in headers.get("Content-Type", ""):
                    for name, value in DATA_HEADERS.items():
                        headers.setdefault(name, value)
            await send(message)

        await app(scope, receive, send_with_headers if scope["type"] == ScopeType.HTTP else send)

    return asgi
