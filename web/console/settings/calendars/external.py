"""Calendars elsewhere by which people and rooms are busy: a new one, a look at it now, and its end."""

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect
from msgspec import Struct

from booking_core.calendars.caldav.unwritten import count_unwritten
from booking_core.calendars.external.arrange import (
    ListedCalendar,
    calendar_of,
    calendars_of,
    connect_ics,
    disconnect,
    usual_address,
)
from booking_core.calendars.external.external_calendar import CALDAV, ExternalCalendar
from booking_core.desk import Desk
from booking_core.errors import Conflict, Invalid
from booking_core.storage.ids import new_id
from web.console.forms.fields import Select, TextField
from web.console.forms.form import KEY, Form, FormState
from web.console.forms.sent import read_sent
from web.console.rendering.visit import Visit
from web.console.settings.calendars.first_look import CannotBeRead, must_be_readable_once
from web.console.settings.calendars.place import place_of
from web.console.settings.calendars.whose import whose_name, whose_options
from web.console.words.refusals import refusal_text
from web.console.words.translate import gettext
from web.jobs.calendars import calendar_sync_of

SLUG = "calendars"


class ExternalView(Struct, frozen=True):
    """``read`` is when it was last read; ``failing`` since when it cannot be, ``problem`` why, and ``until``
    when what is known of it counts. Of one that nobody looks at, ``blocks`` ends without a failure. One that
    does not work is paused. ``unwritten`` is how many appointments do not stand there as they are."""

    id: str
    whose: str
    host: str
    is_in_step: bool
    read: str
    ahead: int
    skipped: int
    failing: str
    problem: str
    until: str
    blocks: bool
    works: bool
    unwritten: int

    @classmethod
    def of(cls, visit: Visit, desk: Desk, listed: ListedCalendar, unwritten: int) -> "ExternalView":
        one, local, now = listed.calendar, visit.local(desk), visit.core.clock.now()
        return cls(
            id=one.id,
            whose=whose_name(desk, one.resource_id),
            host=one.host,
            is_in_step=one.kind == CALDAV,
            read=local.when(one.succeeded_at, now) if one.succeeded_at else "",
            ahead=listed.ahead,
            skipped=one.skipped,
            failing=local.when(one.failing_since, now) if one.failing_since else "",
            problem=refusal_text(one.problem) if one.problem else "",
            until=local.day_and_time(one.blocks_until) if one.blocks_until else "",
            blocks=one.blocks(now),
            works=listed.works,
            unwritten=unwritten,
        )


async def external_views(visit: Visit, desk: Desk) -> list[ExternalView]:
    unwritten = await count_unwritten(desk)
    return [
        ExternalView.of(visit, desk, one, unwritten.get(one.calendar.id, 0))
        for one in await calendars_of(desk)
    ]


async def form(desk: Desk) -> Form:
    desk.require("calendar.connect")
    return Form(
        [
            Select(name="whose", label=gettext("Who is busy by it"), options=await whose_options(desk)),
            TextField(
                name="url",
                label=gettext("Address of the calendar"),
                input_type="url",
                hint=gettext(
                    "The secret address in iCal format, such as https://calendar.google.com/…/basic.ics."
                ),
                required=True,
            ),
        ]
    )


@get("/settings/calendars/new")
async def new_calendar_page(visit: NamedDependency[Visit]) -> Response[str]:
    known = await visit.read(form)
    return _draw(visit, FormState(known, known.write({}), key=new_id("form")))


@post("/settings/calendars/new", status_code=303)
async def connect(visit: NamedDependency[Visit]) -> Response[str] | Redirect:
    known, sent = await visit.read(form), await read_sent(visit.request)
    key, place = sent.text(KEY) or new_id("form"), place_of(visit)

    async def work(desk: Desk) -> ExternalCalendar:
        return await connect_ics(desk, sent.text("whose"), sent.text("url"), place, key=key)

    address = usual_address(sent.text("url"))
    try:
        await must_be_readable_once(visit, sent, address)
        new = await visit.carry_out(work)
    except (Invalid, Conflict) as refusal:
        state = FormState(known, sent, key=key).with_refusal(refusal)
        return _draw(visit, state, may_insist=isinstance(refusal, CannotBeRead))
    return await look(visit, new.id, "connected")


@post("/settings/calendars/{calendar_id:str}/check", status_code=303)
async def check(visit: NamedDependency[Visit], calendar_id: FromPath[str]) -> Redirect:
    await visit.read(lambda desk: calendar_of(desk, "calendar.check", calendar_id))
    return await look(visit, calendar_id, "checked")


@post("/settings/calendars/{calendar_id:str}/disconnect", status_code=303)
async def forget(visit: NamedDependency[Visit], calendar_id: FromPath[str]) -> Redirect:
    await visit.carry_out(lambda desk: disconnect(desk, calendar_id))
    return Redirect(f"{visit.home}/{SLUG}?done=disconnected", status_code=303)


async def look(visit: Visit, calendar_id: str, news: str) -> Redirect:
    """Look at it now, while whoever asked waits: for a few seconds."""
    is_over = await calendar_sync_of(visit.settings, visit.core).start(calendar_id)
    return Redirect(f"{visit.home}/{SLUG}?done={news if is_over else 'looking'}", status_code=303)


def _draw(visit: Visit, state: FormState, *, may_insist: bool = False) -> Response[str]:
    return visit.page(
        "settings/calendar_form.html",
        SLUG,
        status_code=422 if state.is_refused else 200,
        address=f"{visit.home}/{SLUG}",
        state=state,
        may_insist=may_insist,
    )


ROUTES = [new_calendar_page, connect, check, forget]
