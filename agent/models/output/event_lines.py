"""The chunks of a server-sent stream, read from bytes that may be cut anywhere."""

import json
import re
from collections.abc import AsyncIterator
from typing import Any

import msgspec

from agent.models.output.calls.arguments import clean
from agent.models.protocol import ModelFailed

# Said by the server when the reply is whole.
DONE = object()
# A chunk is some hundred bytes; a line like this is no stream of chunks.
LONGEST_LINE = 1_000_000
# Only written like this can NUL and lone surrogates come through.
_UNCLEAN = re.compile(rb"\\u(?:0000|d[89a-f])", re.I)
_decode = msgspec.json.Decoder().decode


async def chunks_in(pieces: AsyncIterator[bytes]) -> AsyncIterator[Any]:
    """The JSON of every `data:` line, and `DONE`. Comments, pings and other fields are passed over.

    Raises `ModelFailed("malformed")` for a line that is complete and broken; a line that the end of the
    stream cut off is left out.
    """
    rest = b""
    async for piece in pieces:
        *lines, rest = (rest + piece).split(b"\n")
        for line in lines:
            chunk = _chunk_of(line) if line else None
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
    """The one answer of a server that did not stream although it was asked to, then `DONE`. Raises
    ``ModelFailed``."""
    body = b""
    async for piece in pieces:
        body += piece
        if len(body) > LONGEST_LINE:
            raise ModelFailed("malformed")
    try:
        yield clean(json.loads(body))
    except (ValueError, RecursionError):
        raise ModelFailed("malformed", retryable=True) from None
    yield DONE


def _chunk_of(line: bytes) -> Any:
    data = line[5:].strip() if line.startswith(b"data:") else b""
    if not data:
        return None
    if data.startswith(b"[DONE]"):
        return DONE
    try:
        return _read(data)
    except (ValueError, RecursionError):
        if data.startswith(b"{"):
            raise ModelFailed("malformed", retryable=True) from None
        # "data: ping" and the like keep a connection awake.
        return None


def _read(data: bytes) -> Any:
    try:
        read = _decode(data)
    except ValueError:
        # What is not quite JSON may be near enough for the reader that is slower and more patient.
        read = json.loads(data.decode("utf-8", "replace"))
    return clean(read) if _UNCLEAN.search(data) else read
