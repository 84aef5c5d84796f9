"""Entity tags (RFC 9110 §8.8.3): the version of a thing, for whoever wants to know whether it has changed."""

import re
from collections.abc import Sequence

from litestar import Response
from litestar.exceptions import ClientException

from web.api.values.requests import AnyRequest

WEAK = "W/"
NO_VERSION = "This call needs an If-Match header with the ETag of the version you know."
ANY_VERSION = "If-Match: * would change whatever stands there. Please send the ETag of the version you know."
WEAK_ONLY = (
    "If-Match takes the ETag as it was given: one that begins with W/ is weak, and matches no version."
)
NAMED = re.compile(r'"([A-Za-z0-9_-]+)-([1-9][0-9]{0,9})"')


def etag_of(thing_id: str, version: int) -> str:
    return f'"{thing_id}-{version}"'


def not_modified(request: AnyRequest, etag: str) -> Response[bytes] | None:
    """The answer for who has this version already."""
    known = [one.strip().removeprefix(WEAK) for one in request.headers.get("If-None-Match", "").split(",")]
    if etag not in known and known != ["*"]:
        return None
    return Response(b"", status_code=304, headers={"ETag": etag, "Cache-Control": "no-store"})


def versions_in(request: AnyRequest, thing_id: str) -> frozenset[int]:
    """The versions of a thing that ``If-Match`` names, by strong tags only (RFC 9110 §13.1.1). Raises 428
    without one (RFC 6585 §3): ``*`` names none; and 412 where all are weak."""
    given = [one.strip() for one in request.headers.get("If-Match", "").split(",")]
    if given in ([""], ["*"]):
        raise ClientException(
            ANY_VERSION if given == ["*"] else NO_VERSION,
            status_code=428,
            extra={"code": "precondition_required"},
        )
    must_be_strong(given)
    tags = (NAMED.fullmatch(one) for one in given)
    return frozenset(int(tag[2]) for tag in tags if tag and tag[1] == thing_id)


def must_be_strong(tags: Sequence[str]) -> None:
    """Raises 412 where all tags of an ``If-Match`` are weak: they are equal to none, whatever the version."""
    if all(one.startswith(WEAK) for one in tags):
        raise ClientException(WEAK_ONLY, status_code=412, extra={"code": "precondition_failed"})


def stale_version(version: int) -> ClientException:
    """412: ``If-Match`` names another version than this one (RFC 9110 §13.1.1)."""
    return ClientException(
        "This has changed meanwhile.",
        status_code=412,
        extra={"code": "precondition_failed", "details": {"version": version}},
    )
