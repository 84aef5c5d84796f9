"""The one reading of JSON: every door that gets a body reads it here, and nobody else reads those bytes again.

Two parsers of one body are two bodies: what one of them checks is not what the other one does.
"""

from typing import Any, TypeVar

import msgspec
from litestar import Request
from litestar.exceptions import ClientException

T = TypeVar("T")
# Not UTF-8, no JSON (NaN, lone surrogates, numbers out of range, text behind it), or nested deeper than anybody writes.
NOT_JSON = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)


class MalformedJson(ClientException):
    """400: these bytes are no JSON."""

    def __init__(self) -> None:
        super().__init__("This is no JSON.", extra={"code": "malformed"})


def read_json(body: bytes) -> Any:
    """What the body says, as plain Python values. Raises ``MalformedJson``."""
    try:
        return msgspec.json.decode(body)
    except NOT_JSON as error:
        raise MalformedJson from error


def read_json_as(body: bytes, kind: type[T]) -> T:
    """The body as ``kind``. Raises ``MalformedJson``, and ``msgspec.ValidationError`` for JSON that does not fit."""
    try:
        return msgspec.json.decode(body, type=kind)
    except msgspec.ValidationError:
        # What does not fit may, further on, be no JSON at all.
        read_json(body)
        raise
    except NOT_JSON as error:
        raise MalformedJson from error


class JsonRequest(Request[Any, Any, Any]):
    """A request of which the framework too reads JSON in this way."""

    async def json(self) -> Any:
        return read_json(await self.body())
