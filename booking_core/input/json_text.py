"""JSON as it is decoded everywhere a stranger writes it: strictly, and without two members of one name in one
object."""

import json
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")


class NotJson(ValueError):
    """This is no JSON, or JSON of which each reader may take another part."""


def decode_json(text: str | bytes, kind: type[T] = Any) -> T:  # type: ignore[assignment]
    """The value as ``kind``. Raises ``NotJson``, and ``msgspec.ValidationError`` for JSON that does not
    fit."""
    try:
        value = msgspec.json.decode(text, type=kind)
    except msgspec.ValidationError as error:
        if kind is Any:
            raise NotJson from error
        # What does not fit may, further on, be no JSON at all.
        decode_json(text)
        raise
    # Not UTF-8, no JSON (NaN, lone surrogates, numbers out of range, text behind it), or nested deeper than
    # anybody writes.
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise NotJson from error
    _refuse_repeated_names(text)
    return value


def _refuse_repeated_names(text: str | bytes) -> None:
    """RFC 8259 §4 leaves open which of two members of one name counts."""
    try:
        json.loads(text, object_pairs_hook=_distinct, parse_int=len, parse_float=len)
    except (ValueError, RecursionError) as error:
        raise NotJson from error


def _distinct(members: list[tuple[str, Any]]) -> None:
    if len({name for name, _ in members}) < len(members):
        raise ValueError("two members of one name")
