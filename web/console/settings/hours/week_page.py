"""The week of a location, a person or a room: typed a day a line, and drawn as it is typed."""

from collections.abc import Mapping
from typing import Any

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.enums import MediaType
from litestar.params import FromPath, FromQuery
from msgspec import Struct

from booking_core.access.roles import require_role
from booking_core.back_office.back_office import BackOffice
from booking_core.back_office.hours.opening_hours import FIELDS, OpeningHours
from booking_core.catalogue.locations import Location
from booking_core.catalogue.resources import Resource
from booking_core.context import OperationContext
from booking_core.desk import Desk
from booking_core.errors import Invalid
from booking_core.input.fields import read_new
from web.console.access.headers import KEEP, KEEP_FOR_BACK
from web.console.forms.field import Option
from web.console.forms.form import VERSION, Form, FormState
from web.console.forms.sent import Sent, read_sent
from web.console.forms.submit import Answer, Submission, submit
from web.console.rendering.page import render
from web.console.rendering.visit import Visit
from web.console.settings.hours.doubts import doubts_about
from web.console.settings.hours.drawing import DrawnDay, draw_week
from web.console.settings.hours.page import PAGE
from web.console.settings.hours.week_field import Week, WeekField, copy_day, readable
from web.console.words.translate import gettext

# The page of people, to which somebody's own week belongs.
PEOPLE = "people"


class WeekOwner(Struct, frozen=True):
    """Whose week it is; ``place`` is where, and ``at`` its id if it is a further place of theirs. Who
    ``is_at_several`` has a week at each."""

    id: str
    name: str
    place: str
    at: str
    is_location: bool
    is_at_several: bool = False

    @property
    def path(self) -> str:
        return f"/hours/{self.id}" + (f"?at={self.at}" if self.at else "")


@get("/settings/hours/{owner_id:str}")
async def week_page(
    visit: NamedDependency[Visit], owner_id: FromPath[str], at: FromQuery[str] = "", done: FromQuery[str] = ""
) -> Response[str]:
    async def look(desk: Desk) -> FormState:
        owner = await OpeningHours(desk).owner(owner_id)
        week, form = await OpeningHours(desk).of(owner_id, at or None), _form(visit, desk)
        return FormState(form, form.write({"windows": week}), owner.version)

    news = gettext("Saved.") if done == "saved" else ""
    return await _draw(visit, owner_id, at, await visit.read(look), news=news)


@post("/settings/hours/{owner_id:str}", status_code=303)
async def change_week(
    visit: NamedDependency[Visit], owner_id: FromPath[str], at: FromQuery[str] = ""
) -> Answer:
    sent, form = await read_sent(visit.request), await visit.read(lambda desk: _form_of(visit, desk))
    if sent.text("copy") == "place":
        return await _show_place(visit, owner_id, at, form, sent)
    if sent.text("copy"):
        return await _show_copy(visit, owner_id, at, form, sent)

    # Changes at another place of theirs would be taken for changes of this week.
    subject = "" if await visit.read(lambda desk: _has_several_weeks(desk, owner_id)) else owner_id

    async def work(office: BackOffice, values: Mapping[str, Any], version: int) -> None:
        week = readable(values["windows"])
        await office.hours.change(owner_id, week, expected_version=version, at=at or None)

    async def draw(state: FormState) -> Response[str]:
        return await _draw(visit, owner_id, at, state)

    then = f"{visit.home}/hours/{owner_id}?done=saved" + (f"&at={at}" if at else "")
    return await submit(Submission(visit, form, PAGE.slug, work, draw, then, subject))


@post("/settings/hours/drawn", status_code=200)
async def draw_as_typed(visit: NamedDependency[Visit], of: FromQuery[str] = "") -> Response[str]:
    """The drawing beside the form, of what is typed in it at the moment."""
    require_role(visit.operator.role, "week.read")
    sent = await read_sent(visit.request)

    async def look(desk: Desk) -> list[DrawnDay] | None:
        week = _as_typed(_form(visit, desk), sent)
        return None if week is None else draw_week(week, visit.local(desk))

    days = await visit.read(look)
    return Response(
        render("settings/week_drawn.html", days=days, of_person=bool(of)), media_type=MediaType.HTML
    )


async def _show_place(visit: Visit, owner_id: str, at: str, form: Form, sent: Sent) -> Response[str]:
    """The week of the place where they are, typed as theirs; nothing is saved."""

    async def look(desk: Desk) -> Sent:
        row = await OpeningHours(desk).owner(owner_id)
        place = at or (row.location_id if isinstance(row, Resource) else row.id)
        week = (await OpeningHours(desk).every()).get((place, None), ())
        texts = form["windows"].write(week)
        return sent.with_texts([name for name in sent.texts if name.startswith("windows.")], texts)

    state = FormState(form, await visit.read(look), sent.number(VERSION))
    answer = await _draw(visit, owner_id, at, state, news=gettext("Copied. Nothing is saved yet."))
    answer.headers[KEEP] = KEEP_FOR_BACK.to_header()
    return answer


async def _show_copy(visit: Visit, owner_id: str, at: str, form: Form, sent: Sent) -> Response[str]:
    field: Any = form["windows"]
    filled = copy_day(field, sent, sent.text("copy.from"), sent.each("copy.to"))
    news = gettext("Copied. Nothing is saved yet.")
    answer = await _draw(visit, owner_id, at, FormState(form, filled, sent.number(VERSION)), news=news)
    answer.headers[KEEP] = KEEP_FOR_BACK.to_header()
    return answer


async def _has_several_weeks(desk: Desk, owner_id: str) -> bool:
    return _is_at_several(desk, owner_id)


def _is_at_several(context: OperationContext, owner_id: str) -> bool:
    resource = context.catalogue.resources.get(owner_id)
    return resource is not None and len(context.catalogue.workplaces.of(owner_id)) > 1


async def _form_of(visit: Visit, desk: Desk) -> Form:
    return _form(visit, desk)


def _form(visit: Visit, desk: Desk) -> Form:
    local = visit.local(desk)
    days = [Option(str(day), local.weekday(day)) for day in local.weekdays()]
    return Form([WeekField(name="windows", label=gettext("Week"), days=days)])


async def _draw(visit: Visit, owner_id: str, at: str, state: FormState, *, news: str = "") -> Response[str]:
    async def look(desk: Desk) -> tuple[WeekOwner, list[DrawnDay] | None, list[str]]:
        row, week = await OpeningHours(desk).owner(owner_id), _as_typed(state.form, state.sent)
        days = None if week is None else draw_week(week, visit.local(desk))
        return owner_of(desk, row, at), days, await _doubts(visit, desk, row, at, week)

    owner, days, doubts = await visit.read(look)
    return visit.page(
        "settings/week.html",
        PAGE.slug if owner.is_location else PEOPLE,
        status_code=422 if state.is_refused else 200,
        state=state,
        field=state.form["windows"],
        owner=owner,
        address=f"{visit.home}{owner.path}",
        days=days,
        doubts=doubts,
        news=news,
    )


def owner_of(context: OperationContext, row: Location | Resource, at: str) -> WeekOwner:
    if isinstance(row, Location):
        return WeekOwner(row.id, row.name, row.name, "", is_location=True)
    place = context.catalogue.location(at or row.location_id)
    several = _is_at_several(context, row.id)
    return WeekOwner(row.id, row.name, place.name, at, is_location=False, is_at_several=several)


async def _doubts(
    visit: Visit, desk: Desk, row: Location | Resource, at: str, week: Week | None
) -> list[str]:
    if not week or isinstance(row, Location):
        return []
    return [*doubts_about(desk, visit.local(desk), row, at, week, await OpeningHours(desk).every())]


def _as_typed(form: Form, sent: Sent) -> Week | None:
    """None for what cannot be read yet."""
    try:
        week: Week = read_new(FIELDS, {"windows": readable(form.read(sent)["windows"])})["windows"]
    except Invalid:
        return None
    return week
