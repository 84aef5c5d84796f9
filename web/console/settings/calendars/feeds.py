"""Addresses at which a calendar program reads appointments: a new one, shown once, and its end."""

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect
from msgspec import Struct

from booking_core.calendars.feeds.arrange import ListedFeed, NewFeed, feeds_of, make_feed, revoke_feed
from booking_core.desk import Desk
from booking_core.errors import Conflict, Invalid
from booking_core.storage.ids import new_id
from web.calendars.feed import feed_address
from web.console.forms.field import Option
from web.console.forms.fields import Select
from web.console.forms.form import KEY, Form, FormState
from web.console.forms.sent import read_sent
from web.console.rendering.visit import Visit
from web.console.settings.calendars.whose import whose_name, whose_options
from web.console.words.translate import gettext

SLUG = "calendars"
LOCATION = "loc_"


class FeedView(Struct, frozen=True):
    """``read`` is when a program last asked; empty where none did yet."""

    id: str
    whose: str
    shows_names: bool
    opens: bool
    made: str
    read: str

    @classmethod
    def of(cls, visit: Visit, desk: Desk, listed: ListedFeed) -> "FeedView":
        feed, local, now = listed.feed, visit.local(desk), visit.core.clock.now()
        return cls(
            id=feed.id,
            whose=whose_name(desk, feed.resource_id, feed.location_id),
            shows_names=feed.shows_names,
            opens=listed.opens,
            made=local.when(feed.created_at, now),
            read=local.when(feed.read_at, now) if feed.read_at else "",
        )


async def feed_views(visit: Visit, desk: Desk) -> list[FeedView]:
    return [FeedView.of(visit, desk, one) for one in await feeds_of(desk)]


async def form(desk: Desk) -> Form:
    desk.require("calendar.share")
    shown = [
        Option("names", gettext("What is booked and who comes")),
        Option("booked", gettext("Only that it is taken")),
    ]
    whose = await whose_options(desk, with_locations=True)
    return Form(
        [
            Select(name="whose", label=gettext("Whose appointments"), options=whose),
            Select(
                name="shows",
                label=gettext("What the calendar shows"),
                options=shown,
                hint=gettext("Whoever has the address can read it, and so can the maker of the calendar."),
            ),
        ]
    )


@get("/settings/calendars/feeds/new")
async def new_feed_page(visit: NamedDependency[Visit]) -> Response[str]:
    known = await visit.read(form)
    return _draw(visit, FormState(known, known.write({"shows": "names"}), key=new_id("form")))


@post("/settings/calendars/feeds/new", status_code=200)
async def add_feed(visit: NamedDependency[Visit]) -> Response[str]:
    known, sent = await visit.read(form), await read_sent(visit.request)
    whose, key = sent.text("whose"), sent.text(KEY) or new_id("form")

    async def work(desk: Desk) -> NewFeed:
        return await make_feed(
            desk,
            resource_id=None if whose.startswith(LOCATION) else whose,
            location_id=whose if whose.startswith(LOCATION) else None,
            shows_names=sent.text("shows") == "names",
            key=key,
        )

    try:
        new = await visit.carry_out(work)
    except (Invalid, Conflict) as refusal:
        return _draw(visit, FormState(known, sent, key=key).with_refusal(refusal))
    address = feed_address(visit.settings.public_url, new.token) if new.token else ""
    home = f"{visit.home}/{SLUG}"
    return visit.page("settings/calendar_feed_address.html", SLUG, address=home, feed_address=address)


@post("/settings/calendars/feeds/{feed_id:str}/revoke", status_code=303)
async def revoke(visit: NamedDependency[Visit], feed_id: FromPath[str]) -> Redirect:
    await visit.carry_out(lambda desk: revoke_feed(desk, feed_id))
    return Redirect(f"{visit.home}/{SLUG}?done=revoked", status_code=303)


def _draw(visit: Visit, state: FormState) -> Response[str]:
    return visit.page(
        "settings/calendar_feed_form.html",
        SLUG,
        status_code=422 if state.is_refused else 200,
        address=f"{visit.home}/{SLUG}",
        state=state,
    )


ROUTES = [new_feed_page, add_feed, revoke]
