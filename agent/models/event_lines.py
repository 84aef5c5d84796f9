"""The chunks of a server-sent stream, read from bytes that may be cut anywhere."""

import json
from collections.abc import AsyncIterator
from typing import Any

from agent.models.protocol import ModelFailed

# Said by the server when the reply is whole.
DONE = object()
# A chunk is some hundred bytes; a line like this is no stream of chunks.
LONGEST_LINE = 1_000_000


async def chunks_in(pieces: AsyncIterator[bytes]) -> AsyncIterator[Any]:
    """The JSON of every `data:` line, and `DONE`. Comments, pings and other fields are passed over.

    Raises `ModelFailed("malformed")` for a line that is complete and broken; a line that the end of the
    stream cut off is left out.
    """
    rest = b""
    async for piece in pieces:
        *lines, rest = (rest + piece).split(b"\n")
        for line in lines:
            chunk = _chunk_of(line)
            if chunk is not None:
                yield chunk
        if len(rest) > LONGEST_LINE:
            raise ModelFailed("malformed")
    try:
        last = _chunk_of(rest)
    except ModelFailed:
        return
    if last is not None:
        yield last


async def body_in(pieces: AsyncIterator[bytes]) -> AsyncIterator[Any]:
    """The one answer of a server that did not stream although it was asked to, then `DONE`."""
    body = b""
    async for piece in pieces:
        body += piece
        if len(body) > LONGEST_LINE:
            raise ModelFailed("malformed")
    try:
        yield json.loads(body)
    except ValueError:
        raise ModelFailed("malformed", retryable=True) from None
    yield DONE


def _chunk_of(line: bytes) -> Any:
    field, _, data = line.partition(b":")
    data = data.strip()
    if field != b"data" or not data:
        return None
    if data.startswith(b"[DONE]"):
        return DONE
    try:
        return json.loads(data.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        if data.startswith(b"{"):
            raise ModelFailed("malformed", retryable=True) from None
        # "data: ping" and the like keep a connection awake.
        return None
