"""A write of the Management API: of the version that is known, once, as a dry run where that is asked for,
and with decisions about the appointments it touches."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import msgspec
from litestar import Response
from msgspec import UNSET, Struct, UnsetType

from booking_core.back_office.back_office import BackOffice
from booking_core.back_office.decisions import Cancel, Decision, Decisions, Keep, Move
from booking_core.back_office.touched import Touched, digest_seen
from booking_core.errors import Conflict, InvalidField
from booking_core.storage.idempotency import StoredAnswer
from web.api.api_request import ApiRequest, json_response
from web.api.manage.description.operations import WriteQuery
from web.api.manage.description.structs import TouchedBody, TouchedDecision
from web.api.values.etags import etag_of, stale_version
from web.api.values.instants import moment_of

Work = Callable[[BackOffice], Awaitable[Mapping[str, Any]]]


async def write(
    door: ApiRequest, asked: Any, body: Struct | None, work: Work, *, status: int = 200
) -> Response[bytes]:
    """The answer to a write: what ``work`` shows of it, and what it touched. ``asked`` is all that makes it
    this write and no other."""
    query: Any = door.query(door.operation.query or WriteQuery)
    dry_run: bool = query.dry_run

    async def carry_out(office: BackOffice) -> StoredAnswer:
        shown = await work(office)
        touched = await (office.rehearse() if dry_run else office.finish())
        view = {**shown, "dry_run": dry_run, "touched": _touched_details(touched)}
        return StoredAnswer(200 if dry_run else status, msgspec.json.encode(view))

    try:
        answer = await door.arrange(asked, carry_out, decisions_of(body), is_kept=not dry_run)
    except Conflict as refusal:
        if refusal.code == "version_conflict" and refusal.details.keys() == {"version"}:
            raise stale_version(refusal.details["version"]) from refusal
        raise
    headers = {"Idempotency-Replayed": "true"} if answer.replayed else {}
    return json_response(answer.body, answer.status, headers | _etag(answer.body, dry_run=dry_run))


def version_to_expect(version: int, known: frozenset[int]) -> int:
    """The version to expect of a row that has this one, for who knows those; none that could be."""
    return version if version in known else 0


def fields_of(body: Struct) -> dict[str, Any]:
    """What was sent of the fields, as plain values by name."""
    sent: dict[str, Any] = msgspec.to_builtins(body)
    sent.pop("touched", None)
    return sent


def decisions_of(body: Struct | None) -> Decisions | None:
    """Raises ``InvalidField`` for two decisions about one appointment."""
    given: TouchedBody | UnsetType = getattr(body, "touched", UNSET)
    if given is UNSET:
        return None
    of: dict[str, Decision] = {}
    for one in given.decisions:
        if one.appointment_id in of:
            raise InvalidField(f"touched.{one.appointment_id}", "Please decide once about each appointment.")
        of[one.appointment_id] = _decision(one)
    others = None if given.others is UNSET else Keep() if given.others == "keep" else Cancel()
    return Decisions(given.seen, of, others)


def _decision(body: TouchedDecision) -> Decision:
    if body.decision == "keep":
        return Keep()
    if body.decision == "cancel":
        return Cancel(body.reason)
    field = f"touched.{body.appointment_id}.start"
    return Move(moment_of(body.start or "", field, "UTC"), body.staff, body.location_id, body.reason)


def _touched_details(touched: list[Touched]) -> dict[str, Any]:
    return {"seen": digest_seen(touched) if touched else None, "appointments": touched}


def _etag(body: bytes, *, dry_run: bool) -> dict[str, str]:
    """That of what was written; an order has none."""
    view = msgspec.json.decode(body)
    return {} if dry_run or "version" not in view else {"ETag": etag_of(view["id"], view["version"])}
