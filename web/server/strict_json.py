"""The one reading of JSON: every door that gets a body reads it here, and nobody else reads those bytes
again.

Two parsers of one body are two bodies: what one of them checks is not what the other one does. So are two
members of one name, of which each reader may take another: such a body is refused.
"""

from typing import Any, TypeVar

from litestar import Request
from litestar.exceptions import ClientException

from booking_core.input.json_text import NotJson, decode_json

T = TypeVar("T")
# Nothing that anybody sends us is longer, in bytes.
LONGEST_BODY = 64 * 1024


class MalformedJson(ClientException):
    """400: these bytes are no JSON."""

    def __init__(self) -> None:
        super().__init__("This is no JSON.", extra={"code": "malformed"})


def read_json(body: bytes) -> Any:
    """What the body says, as plain Python values. Raises ``MalformedJson``."""
    try:
        return decode_json(body)
    except NotJson as error:
        raise MalformedJson from error


def read_json_as(body: bytes, kind: type[T]) -> T:
    """The body as ``kind``. Raises ``MalformedJson``, and ``msgspec.ValidationError`` for JSON that does not
    fit."""
    try:
        return decode_json(body, kind)
    except NotJson as error:
        raise MalformedJson from error


class JsonRequest(Request[Any, Any, Any]):
    """A request of which the framework too reads JSON in this way."""

    async def json(self) -> Any:
        return read_json(await self.body())
