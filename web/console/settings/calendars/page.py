"""Calendars of other programs: who reads ours, by which of theirs people and rooms are busy, and what there
is to decide about them."""

from collections.abc import Sequence

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromQuery
from msgspec import Struct

from booking_core.desk import Desk
from web.console.rendering.visit import SettingsPage, Visit
from web.console.settings.calendars import caldav, decisions, external, feeds
from web.console.settings.calendars.decisions import EditView, OverlapView, edit_views, overlap_views
from web.console.settings.calendars.external import ExternalView, external_views
from web.console.settings.calendars.feeds import FeedView, feed_views
from web.console.words.translate import N_, gettext

PAGE = SettingsPage(
    "calendars",
    N_("Calendars"),
    N_("Your appointments on your phone, and times when you are busy"),
    "calendar.list",
)
NEWS = {
    "revoked": N_("The address opens nothing any more."),
    "connected": N_("The calendar is connected."),
    "checked": N_("We have looked at the calendar."),
    "looking": N_("We are still looking at the calendar: please come back in a minute."),
    "kept": N_("It takes place as it is booked."),
    "disconnected": N_("The calendar is disconnected. Nothing of it blocks any more."),
}


class CalendarsPage(Struct, frozen=True):
    overlaps: Sequence[OverlapView]
    edits: Sequence[EditView]
    feeds: Sequence[FeedView]
    external: Sequence[ExternalView]


@get("/settings/calendars")
async def calendars_page(visit: NamedDependency[Visit], done: FromQuery[str] = "") -> Response[str]:
    async def look(desk: Desk) -> CalendarsPage:
        return CalendarsPage(
            await overlap_views(visit, desk),
            await edit_views(visit, desk),
            await feed_views(visit, desk),
            await external_views(visit, desk),
        )

    shown = await visit.read(look)
    address = f"{visit.home}/{PAGE.slug}"
    news = gettext(NEWS.get(done, ""))
    return visit.page("settings/calendars.html", PAGE.slug, address=address, shown=shown, news=news)


ROUTES = [calendars_page, *feeds.ROUTES, *external.ROUTES, *caldav.ROUTES, *decisions.ROUTES]
