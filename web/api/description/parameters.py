"""The parameters of an operation as OpenAPI has them: path, query and headers."""

import re
from collections.abc import Iterator
from typing import Any

from web.api.description.operations import Operation
from web.api.values.patterns import with_common_pattern


def parameters_of(operation: Operation, path: str, schemas: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for name in re.findall(r"\{(\w+)\}", path):
        yield {
            "name": name,
            "in": "path",
            "required": True,
            "schema": {"type": "string", "minLength": 1, "maxLength": 64, "pattern": "^[A-Za-z0-9_-]+$"},
        }
    if operation.query is not None:
        yield from _of_query(plain(schemas[operation.query.__name__]))
    yield from _headers(operation)


def _of_query(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for name, field in schema["properties"].items():
        parameter: dict[str, Any] = {
            "name": name,
            "in": "query",
            "required": name in schema["required"],
            "schema": field,
        }
        if field.get("type") == "array":
            parameter |= {"style": "form", "explode": False}
        yield parameter


def _headers(operation: Operation) -> Iterator[dict[str, Any]]:
    yield {
        "name": "Accept-Language",
        "in": "header",
        "required": False,
        "description": "The customer's languages: names, descriptions and questions come in the first of them"
        " that the business has written in, else in its own. Ids, codes and keys are the same in all.",
        "schema": {"type": "string", "examples": ["de-AT, de;q=0.9, en;q=0.5"]},
    }
    if operation.keyed != "no":
        yield {
            "name": "Idempotency-Key",
            "in": "header",
            "required": operation.keyed == "required",
            "description": "Fresh for each intention, the same for each repeat of it.",
            "schema": {"type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[!-~]+$"},
        }
    if operation.needs_version:
        yield {
            "name": "If-Match",
            "in": "header",
            "required": True,
            "description": "The `ETag` of the version you know.",
            "schema": {"type": "string", "pattern": '^"[A-Za-z0-9_-]+-[1-9][0-9]{0,9}"$'},
        }
    if operation.versioned:
        yield {
            "name": "If-Match" if operation.body else "If-None-Match",
            "in": "header",
            "required": False,
            # As RFC 9110 has it: one or several, or `*`; what names no version is no version.
            "description": "The `ETag` of the version you know.",
            "schema": {"type": "string"},
        }


def plain(schema: Any) -> Any:
    if isinstance(schema, dict):
        return with_common_pattern({name: plain(value) for name, value in schema.items()})
    return [plain(one) for one in schema] if isinstance(schema, list) else schema
