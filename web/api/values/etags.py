"""Entity tags (RFC 9110 §8.8.3): the version of a thing, for whoever wants to know whether it has changed."""

import re

from litestar import Response
from litestar.exceptions import ClientException

from web.api.values.requests import AnyRequest

NAMED = re.compile(r'"([A-Za-z0-9_-]+)-([1-9][0-9]{0,9})"')


def etag_of(thing_id: str, version: int) -> str:
    return f'"{thing_id}-{version}"'


def not_modified(request: AnyRequest, etag: str) -> Response[bytes] | None:
    """The answer for who has this version already."""
    known = [one.strip().removeprefix("W/") for one in request.headers.get("If-None-Match", "").split(",")]
    if etag not in known and known != ["*"]:
        return None
    return Response(b"", status_code=304, headers={"ETag": etag, "Cache-Control": "no-store"})


def versions_in(request: AnyRequest, thing_id: str) -> frozenset[int]:
    """The versions of a thing that ``If-Match`` names, by strong tags only (RFC 9110 §13.1.1). Raises 428
    without one (RFC 6585 §3): ``*`` names none."""
    given = request.headers.get("If-Match", "").strip()
    if given in ("", "*"):
        raise ClientException(
            "This call needs an If-Match header with the ETag of the version you know.",
            status_code=428,
            extra={"code": "precondition_required"},
        )
    tags = (NAMED.fullmatch(one.strip()) for one in given.split(","))
    return frozenset(int(tag[2]) for tag in tags if tag and tag[1] == thing_id)


def stale_version(version: int) -> ClientException:
    """412: ``If-Match`` names another version than this one (RFC 9110 §13.1.1)."""
    return ClientException(
        "This has changed meanwhile.",
        status_code=412,
        extra={"code": "precondition_failed", "details": {"version": version}},
    )
