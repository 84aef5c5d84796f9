"""The OpenAPI 3.1 document, made of the operations beside the handlers: what is served and what is described
cannot part."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from http import HTTPStatus
from pathlib import Path
from typing import Any

import msgspec
from litestar.handlers import HTTPRouteHandler
from litestar.routes import HTTPRoute
from msgspec import UNSET, Struct, UnsetType

from booking_core.access.scopes import Scope
from web.api.description.codes import ALWAYS, CODES, WITH_BODY, WITH_FILE, WITH_KEY, WITH_QUERY
from web.api.description.operations import Operation, OperationLink, operation_of
from web.api.description.parameters import parameters_of, plain
from web.api.values.slots import SlotView

SCHEMAS = "#/components/schemas/{name}"
EXAMPLES = Path(__file__).parent / "examples.json"
# Where the API stands in the examples, whatever the address of this installation.
INTRODUCTION = """\
Look for a free time, hold it, confirm it; move and cancel what was booked. Times are RFC 3339 with the offset
of the location, beside its IANA `time_zone`. Refusals are `application/problem+json`: branch on `code`, show
`detail`. A call that was not answered is repeated with the same `Idempotency-Key`.
"""


class FieldProblem(Struct, frozen=True):
    field: str
    code: str
    message: str


class Problem(Struct, frozen=True):
    """RFC 9457. `detail` is fit to show a customer; `code` is for programs; `alternatives` are times to offer
    instead."""

    type: str
    title: str
    status: int
    detail: str
    code: str
    request_id: str
    retryable: bool
    retry_after_s: int | UnsetType = UNSET
    errors: list[FieldProblem] | UnsetType = UNSET
    details: dict[str, Any] | UnsetType = UNSET
    alternatives: list[SlotView] | UnsetType = UNSET


def document(routes: Iterable[HTTPRoute], base: str, public_url: str) -> dict[str, Any]:
    """The whole document, of every route under ``base`` that has an operation."""
    described = list(_operations(routes, base))
    types: list[Any] = [Problem]
    for _, _, operation in described:
        types += [one for one in (operation.answer, operation.body, operation.query) if one is not None]
    _, schemas = msgspec.json.schema_components(types, ref_template=SCHEMAS)
    for _, _, operation in described:
        if operation.body is not None and operation.shapes:
            # Generators of clients make a type of each branch of an `anyOf`, and forget the fields beside it;
            # they pass over `if`.
            schemas[operation.body.__name__] |= {"if": {"anyOf": list(operation.shapes)}, "else": False}
    queries = {operation.query.__name__ for _, _, operation in described if operation.query}
    examples = msgspec.json.decode(EXAMPLES.read_bytes()) if EXAMPLES.exists() else {}
    paths: dict[str, dict[str, Any]] = defaultdict(dict)
    for path, method, operation in described:
        example = examples.get(operation.name, {})
        paths[path][method] = _operation(operation, path, schemas, example)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Zimun Booking API", "version": "1", "description": INTRODUCTION},
        "servers": [{"url": f"{public_url}{base}"}],
        "paths": dict(paths),
        "components": {
            "schemas": {name: plain(schema) for name, schema in schemas.items() if name not in queries},
            "securitySchemes": {"oauth": _security(public_url)},
        },
    }


def _operations(routes: Iterable[HTTPRoute], base: str) -> Iterator[tuple[str, str, Operation]]:
    for route in routes:
        for handler in route.route_handlers:
            operation = operation_of(handler) if isinstance(handler, HTTPRouteHandler) else None
            if operation is not None and route.path_format.startswith(base):
                for method in handler.http_methods:
                    yield route.path_format.removeprefix(base), str(method).lower(), operation


def _operation(
    operation: Operation, path: str, schemas: dict[str, Any], example: dict[str, Any]
) -> dict[str, Any]:
    described: dict[str, Any] = {
        "operationId": operation.name,
        "summary": operation.summary,
        "description": operation.description,
        "security": [{"oauth": [str(operation.scope)]}],
        "parameters": list(parameters_of(operation, path, schemas)),
        "responses": _answers(operation, example) | _refusals(operation),
    }
    if operation.body is not None:
        content: dict[str, Any] = {"schema": _ref(operation.body)}
        if "request" in example:
            content["examples"] = {"usual": {"value": example["request"]}}
        needed = operation.body_needed
        described["requestBody"] = {"required": needed, "content": {"application/json": content}}
    if operation.takes_file:
        content = {"schema": {"type": "string", "format": "binary"}}
        described["requestBody"] = {"required": True, "content": {"application/octet-stream": content}}
    return described


def _answers(operation: Operation, example: dict[str, Any]) -> dict[str, Any]:
    content: dict[str, Any] = {"schema": _ref(operation.answer)}
    if "response" in example:
        content["examples"] = {"usual": {"value": example["response"]}}
    headers = dict(HEADERS)
    if operation.keyed != "no":
        headers["Idempotency-Replayed"] = _header("`true` where this answer was given before.")
    if operation.needs_version or (operation.versioned and operation.body is None):
        headers["ETag"] = _header("The version, for `If-None-Match` and `If-Match`.")
    answers = {
        str(status): {
            "description": HTTPStatus(status).phrase,
            "headers": headers,
            "content": {"application/json": content},
            "links": {step.to: _link(step) for step in operation.leads_to},
        }
        for status in operation.success
    }
    if operation.versioned and operation.body is None:
        answers["304"] = {"description": "You have the newest version.", "headers": headers}
    return answers


def _link(step: OperationLink) -> dict[str, Any]:
    found = f"$response.body#/{step.field}"
    taken = (
        {"parameters": {step.takes: found}} if step.where == "path" else {"requestBody": {step.takes: found}}
    )
    return {"operationId": step.to, **taken}


def refusal_codes(operation: Operation) -> list[str]:
    """Every code the operation may be refused with."""
    codes = [*ALWAYS, *operation.refusals]
    if operation.query is not None:
        codes += WITH_QUERY
    if operation.body is not None:
        codes += WITH_BODY
    if operation.takes_file:
        codes += WITH_FILE
    if operation.keyed != "no":
        codes += WITH_KEY
    if operation.keyed == "required":
        codes.append("idempotency_key_required")
    return list(dict.fromkeys(codes))


def _refusals(operation: Operation) -> dict[str, Any]:
    by_status: dict[int, list[str]] = defaultdict(list)
    for code in refusal_codes(operation):
        by_status[CODES[code].status].append(code)
    return {
        str(status): {
            "description": "\n".join(f"- `{code}`: {CODES[code].meaning}" for code in codes),
            "headers": HEADERS,
            "content": {
                "application/problem+json": {
                    "schema": SCHEMA_OF_PROBLEM,
                    "examples": {code: {"value": _problem(code)} for code in codes},
                }
            },
        }
        for status, codes in sorted(by_status.items())
    }


def _problem(code: str) -> dict[str, Any]:
    known = CODES[code]
    return {
        "type": "about:blank",
        "title": HTTPStatus(known.status).phrase,
        "status": known.status,
        "detail": known.meaning,
        "code": code,
        "request_id": "req_k3fw8q2mz5xn7rt4jc6h",
        "retryable": known.status in (429, 503) or code in ("slot_held", "idempotency_in_progress"),
    }


def _security(public_url: str) -> dict[str, Any]:
    flow = {
        "tokenUrl": f"{public_url}/oauth/token",
        "scopes": {str(scope): scope.meaning for scope in Scope},
    }
    return {"type": "oauth2", "flows": {"clientCredentials": flow}}


def _ref(kind: Any) -> dict[str, str]:
    return {"$ref": SCHEMAS.format(name=kind.__name__)}


def _header(description: str) -> dict[str, Any]:
    return {"description": description, "schema": {"type": "string"}}


SCHEMA_OF_PROBLEM = _ref(Problem)
HEADERS = {
    "X-Request-Id": _header("Name it when you ask us about this request."),
    "RateLimit": _header("What is left: `r` requests for `t` seconds."),
    "RateLimit-Policy": _header("How many requests (`q`) in how many seconds (`w`)."),
}
