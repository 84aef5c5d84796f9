"""HEAD is answered wherever GET is, with the same headers and without the body (RFC 9110 §9.3.2)."""

import asyncio

from litestar.enums import ScopeType
from litestar.types import ASGIApp, Message, Receive, ReceiveMessage, Scope, Send


def answer_head(app: ASGIApp) -> ASGIApp:
    """The application, asked for a page where somebody only wants its head."""

    async def asgi(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != ScopeType.HTTP or scope["method"] != "HEAD":
            await app(scope, receive, send)
            return
        is_told = asyncio.Event()

        async def send_head(message: Message) -> None:
            if message["type"] == "http.response.start":
                await send(message)
                await send({"type": "http.response.body", "body": b"", "more_body": False})
                is_told.set()

        async def receive_until_told() -> ReceiveMessage:
            return await _first(receive, is_told)

        await app({**scope, "method": "GET"}, receive_until_told, send_head)

    return asgi


async def _first(receive: Receive, is_told: asyncio.Event) -> ReceiveMessage:
    """What comes in; once all is told that anybody wants, that they have left, so that a stream ends."""
    incoming, told = asyncio.ensure_future(receive()), asyncio.ensure_future(is_told.wait())
    try:
        await asyncio.wait((incoming, told), return_when=asyncio.FIRST_COMPLETED)
        return {"type": "http.disconnect"} if is_told.is_set() else await incoming
    finally:
        incoming.cancel()
        told.cancel()
