"""Reading requests: a body or a query becomes exactly the struct that describes it, or a refusal that names
the field."""

import re
from typing import Any, TypeVar

import msgspec
from litestar import Request
from litestar.exceptions import ClientException
from msgspec import Struct

from booking_core.errors import InvalidField
from booking_core.input.leniency import normalise
from booking_core.input.pattern_words import in_words
from web.server.strict_json import read_json_as

T = TypeVar("T", bound=Struct)
WHERE = re.compile(r"^(?P<what>.*?)(?: - at `\$\.?(?P<path>.*)`)?$", re.DOTALL)
UNKNOWN = re.compile(r"unknown field `(.*)`", re.DOTALL)
MISSING = re.compile(r"required field `(.*)`")
PLACE = re.compile(r"\[([0-9]+)\]")
KEY = re.compile(r"[\x21-\x7e]{1,255}")
AnyRequest = Request[Any, Any, Any]


async def body_of(request: AnyRequest, kind: type[T]) -> T:
    """The JSON body. Raises 415 for another type, 400 for what is no JSON, ``InvalidField`` for JSON that
    does not fit."""
    media_type, _ = request.content_type
    if media_type and media_type != "application/json":
        raise ClientException(
            "Send JSON, with Content-Type: application/json.",
            status_code=415,
            extra={"code": "unsupported_media_type"},
        )
    try:
        return read_json_as(await request.body(), kind)
    except msgspec.ValidationError as error:
        raise misfit(str(error), kind) from error


async def body_if_any(request: AnyRequest, kind: type[T]) -> T:
    """The same for a call that needs none: without one, all is as ``kind`` has it where nothing is said."""
    return await body_of(request, kind) if await request.body() else kind()


def query_of(request: AnyRequest, kind: type[T]) -> T:
    """The query, each parameter at most once; a list is written with commas, and an empty value is none.
    Raises ``InvalidField``."""
    values: dict[str, Any] = {}
    for name, value in request.query_params.multi_items():
        if name in values:
            raise InvalidField(name, f"`{name}` is given twice.")
        values[name] = value
    try:
        return msgspec.convert(normalise(values, kind), kind, strict=False)
    except msgspec.ValidationError as error:
        raise misfit(str(error), kind) from error


def idempotency_key(request: AnyRequest, *, required: bool) -> str | None:
    """The caller's key. Raises 400 where it is missing and needed, and where it is not 1 to 255 visible
    characters."""
    given = request.headers.getall("Idempotency-Key", [])
    if not given:
        if required:
            raise ClientException(
                "This call needs an Idempotency-Key header, so that repeating it is safe.",
                extra={"code": "idempotency_key_required"},
            )
        return None
    if len(given) > 1 or not KEY.fullmatch(given[0]):
        raise ClientException(
            "An Idempotency-Key is 1 to 255 visible ASCII characters.",
            extra={"code": "invalid_idempotency_key"},
        )
    return given[0]


def misfit(message: str, kind: type[Struct]) -> InvalidField:
    """The decoder's words as a refusal that names the field; of an unknown one it says which there are."""
    where = WHERE.match(in_words(message))
    what, path = (where["what"], where["path"] or "") if where else (in_words(message), "")
    named = UNKNOWN.search(what) or MISSING.search(what)
    field = ".".join(part for part in (PLACE.sub(r".\1", path), named[1] if named else "") if part)
    code = "unknown_field" if UNKNOWN.search(what) else "missing_fields" if named else "invalid_field"
    known = ", ".join(f"`{name}`" for name in kind.__struct_encode_fields__)
    hint = f" Known are {known}." if code == "unknown_field" and not path else ""
    return InvalidField(field[:200] or "body", f"{what[:300]}.{hint}", code=code)
