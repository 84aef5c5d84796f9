"""Reading the JSON that models write: several objects in a row, objects within strings, hostile
characters."""

import json
from typing import Any

from agent.models.protocol import ModelFailed

_decoder = json.JSONDecoder(strict=False)


def objects_in(written: str) -> list[dict[str, Any]]:
    """The objects of a call's arguments, as many as were written one after another.

    Nothing written is one empty object; an empty object before a full one is a server's placeholder,
    and the same object twice is a server repeating itself. Raises `ModelFailed("malformed")` for
    anything else, arguments cut off before their end above all.
    """
    found: list[dict[str, Any]] = []
    for value in json_values(written):
        found.extend(_as_objects(value))
    return distinct(found)


def distinct(objects: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The objects without empty ones and repetitions, in order; one empty object where nothing is left."""
    kept: list[dict[str, Any]] = []
    for each in objects:
        if each and each not in kept:
            kept.append(each)
    return kept or [{}]


def json_values(written: str) -> list[Any]:
    """Every JSON value of a text, in order. Raises `ModelFailed("malformed")` at the first that is none."""
    values, rest = [], written.strip()
    while rest:
        try:
            value, end = _decoder.raw_decode(rest)
        except (ValueError, RecursionError):
            raise ModelFailed("malformed", retryable=True) from None
        values.append(clean(value))
        rest = rest[end:].lstrip(" \t\r\n,;")
    return values


def first_json_value(written: str) -> tuple[Any, int] | None:
    """The JSON value a text begins with and where it ends, or None where it has not ended yet."""
    try:
        value, end = _decoder.raw_decode(written)
    except (ValueError, RecursionError):
        return None
    return clean(value), end


def clean(value: Any) -> Any:
    """Without NUL and lone surrogates, which no database stores and no stream can send."""
    if isinstance(value, str):
        if value.isascii() and "\0" not in value:
            return value
        return value.replace("\0", "").encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, list):
        return [clean(each) for each in value]
    if isinstance(value, dict):
        return {clean(key): clean(each) for key, each in value.items()}
    return value


def _as_objects(value: Any) -> list[dict[str, Any]]:
    if value is None:
        return []
    if isinstance(value, dict):
        return [value]
    if isinstance(value, str):
        # Arguments that were encoded twice.
        return objects_in(value)
    raise ModelFailed("malformed", retryable=True)
