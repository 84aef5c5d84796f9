"""The list of conversations: who is talking, who waits for a person, and what came of it."""

from typing import Annotated

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromQuery, QueryParameter

from booking_core.core import BookingCore
from web.console.access.signed_in import SignedIn
from web.console.conversations.list_filter import NOTHING, ConversationCursor, ConversationFilter
from web.console.conversations.list_links import LAST_PAGE, STATUSES, tabs_and_pages
from web.console.conversations.list_query import list_conversations
from web.console.conversations.list_rows import conversation_rows
from web.console.conversations.outcomes import standings_of
from web.console.rendering.formatting import LocalFormat
from web.console.rendering.page import PageRequest, has_seen, live_page, no_change
from web.console.words.translate import N_

OUTCOMES = {
    "booked": N_("Booked"),
    "moved": N_("Moved"),
    "cancelled": N_("Cancelled"),
    "handed_over": N_("Handed over"),
}


LONGEST_SEARCH = 200


@get("/conversations")
async def conversations_page(
    request: PageRequest,
    core: NamedDependency[BookingCore],
    operator: NamedDependency[SignedIn],
    status: FromQuery[str] = "",
    outcome: FromQuery[str] = "",
    q: FromQuery[str] = "",
    page: Annotated[int, QueryParameter(ge=1, le=LAST_PAGE)] = 1,
    after: FromQuery[str] = "",
    before: FromQuery[str] = "",
) -> Response[str]:
    """``after`` and ``before`` are where a page begins or ends; without them pages are counted."""
    wanted = _filter(status, outcome, q, page, after, before)
    async with core.desk(operator.organization_id, operator.actor) as desk:
        found = await list_conversations(desk, wanted)
        local, now = LocalFormat.of(desk.catalogue.organization), desk.clock.now()
        standings = await standings_of(desk, [row.id for row in found.rows])
        # The day is part of it, because today's times are written another way tomorrow.
        version = " ".join(map(str, (found.version, local.day_of(now), sorted(standings.items()))))
        if has_seen(request, version):
            return no_change()
        rows = await conversation_rows(desk, found, standings, local, now)
    return live_page(
        request,
        operator,
        "conversations",
        every_s=4,
        version=version,
        narrows=True,
        asked=wanted,
        rows=rows,
        statuses=STATUSES,
        outcomes={**OUTCOMES, NOTHING: N_("Nothing yet")},
        **tabs_and_pages(wanted, found),
    )


def _filter(status: str, outcome: str, q: str, page: int, after: str, before: str) -> ConversationFilter:
    """What the address asks for. Anything unknown narrows nothing."""
    return ConversationFilter(
        status=status if status in STATUSES else "",
        outcome=outcome if outcome in {*OUTCOMES, NOTHING} else "",
        # PostgreSQL's text holds every character but one.
        search=q.replace("\0", "").strip()[:LONGEST_SEARCH],
        page=page,
        after=ConversationCursor.read(after),
        before=None if after else ConversationCursor.read(before),
    )
