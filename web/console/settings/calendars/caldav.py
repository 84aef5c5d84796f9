"""A calendar on a CalDAV server that is kept in step with what is booked."""

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.response import Redirect

from booking_core.calendars.caldav.arrange import check_access, connect_caldav
from booking_core.calendars.caldav.client import Access
from booking_core.calendars.external.external_calendar import CALDAV, ExternalCalendar
from booking_core.desk import Desk
from booking_core.errors import Conflict, Invalid
from booking_core.storage.ids import new_id
from web.console.forms.fields import Secret, Select, TextField
from web.console.forms.form import KEY, Form, FormState
from web.console.forms.sent import sent_by
from web.console.rendering.visit import Visit
from web.console.settings.calendars.external import SLUG, look
from web.console.settings.calendars.first_look import CannotBeRead, must_be_readable_once
from web.console.settings.calendars.place import place_of
from web.console.settings.calendars.whose import whose_options
from web.console.words.translate import gettext


async def form(desk: Desk) -> Form:
    desk.require("calendar.connect")
    password = gettext("Best one for apps alone, which most servers make for you.")
    return Form(
        [
            Select(name="whose", label=gettext("Whose calendar it is"), options=await whose_options(desk)),
            TextField(
                name="url",
                label=gettext("CalDAV address of the calendar"),
                input_type="url",
                hint=gettext(
                    "Of this one calendar, such as https://cloud.example.com/remote.php/dav/calendars/dana/diary/."
                ),
                required=True,
            ),
            TextField(name="user", label=gettext("User name there"), required=True),
            Secret(name="password", label=gettext("Password there"), hint=password, required=True),
        ]
    )


@get("/settings/calendars/caldav/new")
async def new_caldav_page(visit: NamedDependency[Visit]) -> Response[str]:
    known = await visit.read(form)
    return _draw(visit, FormState(known, known.write({}), key=new_id("form")))


@post("/settings/calendars/caldav/new", status_code=303)
async def connect(visit: NamedDependency[Visit]) -> Response[str] | Redirect:
    known, sent = await visit.read(form), await sent_by(visit.request)
    key, place = sent.text(KEY) or new_id("form"), place_of(visit)
    access = Access(sent.text("url").strip(), sent.text("user").strip(), sent.text("password"))

    async def work(desk: Desk) -> ExternalCalendar:
        return await connect_caldav(desk, sent.text("whose"), access, place, key=key)

    try:
        check_access(access)
        await must_be_readable_once(visit, sent, CALDAV, access.url, access.to_text())
        new = await visit.carry_out(work)
    except (Invalid, Conflict) as refusal:
        state = FormState(known, sent, key=key).refused(refusal)
        return _draw(visit, state, may_insist=isinstance(refusal, CannotBeRead))
    return await look(visit, new.id, "connected")


def _draw(visit: Visit, state: FormState, *, may_insist: bool = False) -> Response[str]:
    return visit.page(
        "settings/calendar_caldav_form.html",
        SLUG,
        status_code=422 if state.is_refused else 200,
        address=f"{visit.home}/{SLUG}",
        state=state,
        may_insist=may_insist,
    )


ROUTES = [new_caldav_page, connect]
