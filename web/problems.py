"""Refusals as problem+json (RFC 9457): the one place where the desk's words become HTTP."""

import logging
from datetime import datetime
from http import HTTPStatus
from typing import Any

import psycopg
from litestar import Request, Response
from litestar.exceptions import HTTPException, ValidationException
from msgspec import to_builtins
from sqlalchemy.exc import DataError, DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from booking_core.access.scopes import MissingScope
from booking_core.errors import (
    Conflict,
    Gone,
    Invalid,
    InvalidField,
    InvalidFields,
    NotAllowed,
    NotFound,
    Refusal,
    TooMany,
    Unavailable,
)
from booking_core.input.pattern_words import in_words
from booking_core.storage.hosts.outages import is_trouble, is_without_effect, unavailable
from booking_core.storage.ids import new_id

logger = logging.getLogger("zimun.web")
STATUS = {
    NotAllowed: 403,
    NotFound: 404,
    Conflict: 409,
    Gone: 410,
    Invalid: 422,
    TooMany: 429,
    Unavailable: 503,
}
# What ``errors`` says.
ALREADY_TOLD = ("field", "fields")
SAFE = {"GET", "HEAD", "OPTIONS"}
MEDIA_TYPE = "application/problem+json"
# Where the framework refuses first, in words that change with the version of Python.
NAMED = {413: "too_large"}


def problem(
    request: Request[Any, Any, Any],
    status: int,
    code: str,
    detail: str,
    *,
    headers: dict[str, str] | None = None,
    **more: Any,
) -> Response[dict[str, Any]]:
    """One refusal as it goes over the wire. ``detail`` is fit to be shown to a customer; machines read
    ``code``."""
    # What no route was found for has passed by whoever gives requests their names.
    request_id = request.scope.get("state", {}).get("request_id") or new_id("req")
    body = problem_body(status, code, detail, request_id, **more)
    named = {**(headers or {}), "X-Request-Id": request_id}
    return Response(body, status_code=status, media_type=MEDIA_TYPE, headers=named)


def problem_body(status: int, code: str, detail: str, request_id: str, **more: Any) -> dict[str, Any]:
    return {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        "code": code,
        "request_id": request_id,
        "retryable": False,
        **more,
    }


def refusal_response(request: Request[Any, Any, Any], refusal: Refusal) -> Response[dict[str, Any]]:
    """A refusal of the desk. ``alternatives`` are told as the door shows times, which is for the door to
    say."""
    headers = {} if refusal.retry_after_s is None else {"Retry-After": str(refusal.retry_after_s)}
    return problem(
        request, status_of(refusal), refusal.code, refusal.detail, headers=headers, **members_of(refusal)
    )


def status_of(refusal: Refusal) -> int:
    return next((status for kind, status in STATUS.items() if isinstance(refusal, kind)), 409)


def members_of(refusal: Refusal) -> dict[str, Any]:
    """What a problem says besides its code and its words."""
    more: dict[str, Any] = {"retryable": refusal.retryable}
    if refusal.retry_after_s is not None:
        more["retry_after_s"] = refusal.retry_after_s
    if isinstance(refusal, (InvalidField, InvalidFields)):
        wrong = refusal.fields if isinstance(refusal, InvalidFields) else (refusal,)
        more["errors"] = [{"field": one.field, "code": one.code, "message": one.detail} for one in wrong]
    if details := {
        name: _plain(value) for name, value in refusal.details.items() if name not in ALREADY_TOLD
    }:
        more["details"] = details
    if refusal.alternatives:
        more["alternatives"] = [to_builtins(slot) for slot in refusal.alternatives]
    return more


def invalid_request(request: Request[Any, Any, Any], error: ValidationException) -> Response[dict[str, Any]]:
    """A body or query that does not fit: JSON that is none is 400, a field that is wrong 422."""
    fields = error.extra if isinstance(error.extra, list) else []
    if not fields:
        return problem(request, 400, "malformed", "This request cannot be read.")
    errors = [
        {
            "field": str(wrong.get("key", "")),
            "code": "invalid_field",
            "message": in_words(str(wrong.get("message", ""))),
        }
        for wrong in fields
        if isinstance(wrong, dict)
    ]
    return problem(request, 422, "invalid_field", "Some fields are not right.", errors=errors)


def http_error(request: Request[Any, Any, Any], error: HTTPException) -> Response[dict[str, Any]]:
    code = NAMED.get(error.status_code) or HTTPStatus(error.status_code).phrase.lower().replace(" ", "_")
    detail = error.detail if error.status_code < 500 else "Something went wrong on our side."
    more = error.extra if isinstance(error.extra, dict) else {}
    return problem(
        request,
        error.status_code,
        more.get("code", code),
        detail,
        headers=dict(error.headers or {}),
        **{name: value for name, value in more.items() if name != "code"},
    )


def out_of_scope(request: Request[Any, Any, Any], missing: MissingScope) -> Response[dict[str, Any]]:
    """Says which scope is missing (RFC 6750 §3.1), so that a client can ask for it."""
    challenge = f'Bearer realm="zimun", error="insufficient_scope", scope="{missing.scope}"'
    return problem(
        request,
        403,
        "insufficient_scope",
        str(missing),
        headers={"WWW-Authenticate": challenge},
        details={"scope": missing.scope},
    )


def unstorable(request: Request[Any, Any, Any], _: DataError | psycopg.DataError) -> Response[dict[str, Any]]:
    """Text or numbers that PostgreSQL cannot keep: a NUL, a year no calendar has."""
    return problem(
        request, 422, "invalid_field", "Something in this request is not text or a number we can keep."
    )


def outage_of(request: Request[Any, Any, Any], error: Exception) -> Unavailable | None:
    """The refusal for trouble with PostgreSQL; None for what is our own mistake."""
    if not is_trouble(error):
        return None
    return unavailable(error, unknown=request.method not in SAFE and not is_without_effect(error))


def database_error(request: Request[Any, Any, Any], error: Exception) -> Response[dict[str, Any]]:
    outage = outage_of(request, error)
    return error_response(request, error) if outage is None else refusal_response(request, outage)


def error_response(request: Request[Any, Any, Any], error: Exception) -> Response[dict[str, Any]]:
    """Our mistake: told apart from theirs, logged with its request id, and never with a stack trace in the
    answer."""
    response = problem(request, 500, "internal_error", "Something went wrong on our side. Please try again.")
    logger.error("%s %s failed", request.method, request.scope.get("path_template", "?"), exc_info=error)
    return response


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value


HANDLERS: dict[int | type[Exception], Any] = {
    Refusal: refusal_response,
    ValidationException: invalid_request,
    HTTPException: http_error,
    MissingScope: out_of_scope,
    DataError: unstorable,
    psycopg.DataError: unstorable,
    DBAPIError: database_error,
    PoolTimeout: database_error,
    psycopg.Error: database_error,
    Exception: error_response,
}
