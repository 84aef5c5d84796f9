"""HTTP over plain sockets: a client library would take a good part of the processor that the server is
measured on."""

import asyncio
from collections.abc import Mapping


def request(method: str, path: str, headers: Mapping[str, str], body: bytes = b"") -> bytes:
    """A request as it is sent. The headers name the host; the length of a body is added."""
    lines = [f"{method} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items())]
    lines += [f"Content-Length: {len(body)}"] if body else []
    return "\r\n".join([*lines, "", ""]).encode() + body


async def head_of_answer(reader: asyncio.StreamReader, status: bytes = b"200") -> int:
    """How long the body is that follows; 0 for a stream, which does not say. Raises ``SystemExit`` where its
    status does not begin so."""
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    if not head.split(b" ", 2)[1].startswith(status):
        raise SystemExit(head.decode())
    _, _, length = head.partition(b"content-length:")
    return int(length.split(b"\r\n", 1)[0] or 0)
