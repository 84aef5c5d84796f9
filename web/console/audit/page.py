"""The page of the audit log, newest first, narrowed to a person or a thing."""

from urllib.parse import urlencode

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromQuery

from booking_core.access.roles import require_role
from booking_core.storage.audit_log import AuditFilter, audit_entries
from web.console.audit.entries import entry_views
from web.console.rendering.formatting import LocalFormat
from web.console.rendering.names import SubjectNames, ids_in, people_of, things_of
from web.console.rendering.visit import Visit

SHOWN = 50
# An id of ours, and as large as PostgreSQL counts entries.
LONGEST_ID, LARGEST = 128, 2**63 - 1


@get("/audit")
async def audit_page(
    visit: NamedDependency[Visit],
    who: FromQuery[str] = "",
    thing: FromQuery[str] = "",
    before: FromQuery[str] = "",
) -> Response[str]:
    """``before`` is the token of the page before. Anything unknown narrows nothing, or to nothing."""
    operator = visit.operator
    require_role(operator.role, "audit.read")
    wanted = AuditFilter(_id(who), _id(thing), _entry(before))
    async with visit.core.desk(operator.organization_id, operator.actor) as desk:
        local = LocalFormat.of(desk.catalogue.organization)
        entries = await audit_entries(desk.session, desk.organization_id, wanted, SHOWN + 1)
        people = await people_of(desk.session, desk.organization_id)
        ids = {wanted.subject, *(id_ for one in entries for id_ in (one.subject, *ids_in(one.details)))}
        names = SubjectNames(people, await things_of(desk, ids))
    shown = entries[:SHOWN]
    narrowed = {"who": wanted.actor, "thing": wanted.subject}
    older = {**narrowed, "before": shown[-1].id} if len(entries) > SHOWN else None
    return visit.page(
        "audit.html",
        "audit",
        entries=entry_views(shown, names, local),
        people=sorted(people.items(), key=lambda one: one[1].casefold()),
        asked=wanted,
        is_known=wanted.actor in people,
        thing_name=names.thing(wanted.subject, local),
        older=older and urlencode({name: value for name, value in older.items() if value}),
    )


def _id(text: str) -> str:
    return text.replace("\0", "").strip()[:LONGEST_ID]


def _entry(text: str) -> int | None:
    is_number = text.isascii() and text.isdigit() and len(text) <= len(str(LARGEST))
    return min(int(text), LARGEST) if is_number else None
