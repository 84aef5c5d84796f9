"""A calendar on a CalDAV server that is kept in step with what is booked: found by the server's address or an
email address, and chosen where there are several."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.response import Redirect
from msgspec import structs

from booking_core.calendars.caldav.arrange import check_access, connect_caldav
from booking_core.calendars.caldav.client import Access
from booking_core.calendars.caldav.discovery import server_address
from booking_core.calendars.caldav.found_calendars import FoundCalendar
from booking_core.calendars.external.external_calendar import ExternalCalendar
from booking_core.desk import Desk
from booking_core.errors import Conflict, Invalid
from booking_core.storage.ids import new_id
from web.console.forms.fields import Secret, Select, TextField
from web.console.forms.form import KEY, Form, FormState
from web.console.forms.sent import Sent, read_sent
from web.console.rendering.visit import Visit
from web.console.settings.calendars.external import SLUG, look
from web.console.settings.calendars.first_look import ANYWAY, CannotBeRead, calendars_there, must_be_allowed
from web.console.settings.calendars.found import CHOSEN, FOUND, chosen_access, list_fields, seal_list
from web.console.settings.calendars.place import place_of
from web.console.settings.calendars.whose import whose_options
from web.console.words.translate import gettext


async def form(desk: Desk) -> Form:
    desk.require("calendar.connect")
    password = gettext("Best one for apps alone, which most servers make for you.")
    return Form(
        [
            await _whose(desk),
            TextField(
                name="url",
                label=gettext("Address of the server, or your email address there"),
                hint=gettext(
                    "Such as cloud.example.com or dana@icloud.com. That of one calendar is fine, too."
                ),
                required=True,
            ),
            TextField(
                name="user",
                label=gettext("User name there"),
                hint=gettext("May be left empty where it is your email address."),
            ),
            Secret(name="password", label=gettext("Password there"), hint=password, required=True),
        ]
    )


async def _whose(desk: Desk) -> Select:
    return Select(name="whose", label=gettext("Whose calendar it is"), options=await whose_options(desk))


@get("/settings/calendars/caldav/new")
async def new_caldav_page(visit: NamedDependency[Visit]) -> Response[str]:
    known = await visit.read(form)
    return _draw(visit, FormState(known, known.write({}), key=new_id("form")))


@post("/settings/calendars/caldav/new", status_code=303)
async def connect(visit: NamedDependency[Visit]) -> Response[str] | Redirect:
    """The one calendar that was found or chosen; a list to choose from where there are several."""
    known, sent = await visit.read(form), await read_sent(visit.request)
    key = sent.text(KEY) or new_id("form")
    try:
        if sent.text(FOUND):
            return await _keep(visit, sent, chosen_access(visit, sent.text(FOUND), sent.text(CHOSEN)), key)
        access = access_in(sent)
        check_access(access)
        await must_be_allowed(visit, sent, access.url)
        found = () if sent.text(ANYWAY) else await calendars_there(visit, access)
        if len(found) > 1:
            return await _draw_list(visit, sent, access, found, key)
        url = found[0].url if found else access.url
        return await _keep(visit, sent, structs.replace(access, url=url), key)
    except (Invalid, Conflict) as refusal:
        state = FormState(known, sent, key=key).with_refusal(refusal)
        return _draw(visit, state, may_insist=isinstance(refusal, CannotBeRead) and _is_of_one(sent))


def access_in(sent: Sent) -> Access:
    """An email address is its owner's name there, unless another is given."""
    typed = sent.text("url").strip()
    user = sent.text("user").strip() or (typed if "@" in typed and "/" not in typed else "")
    return Access(server_address(typed), user, sent.text("password"))


def _is_of_one(sent: Sent) -> bool:
    """Whether what was typed may be the address of one calendar."""
    return bool(urlsplit(access_in(sent).url).path.strip("/"))


async def _keep(visit: Visit, sent: Sent, access: Access, key: str) -> Redirect:
    async def work(desk: Desk) -> ExternalCalendar:
        return await connect_caldav(desk, sent.text("whose"), access, place_of(visit), key=key)

    new = await visit.carry_out(work)
    return await look(visit, new.id, "connected")


async def _draw_list(
    visit: Visit, sent: Sent, access: Access, found: Sequence[FoundCalendar], key: str
) -> Response[str]:
    async def choose(desk: Desk) -> Form:
        return Form([await _whose(desk), *list_fields(found)])

    texts = {"whose": [sent.text("whose")], FOUND: [seal_list(visit, access, found)]}
    return _draw(visit, FormState(await visit.read(choose), Sent(texts), key=key), is_list=True)


def _draw(
    visit: Visit, state: FormState, *, may_insist: bool = False, is_list: bool = False
) -> Response[str]:
    return visit.page(
        "settings/calendar_caldav_form.html",
        SLUG,
        status_code=422 if state.is_refused else 200,
        address=f"{visit.home}/{SLUG}",
        state=state,
        may_insist=may_insist,
        is_list=is_list,
    )


ROUTES = [new_caldav_page, connect]
