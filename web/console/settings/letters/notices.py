"""What people are written to of by itself: the business of what becomes of appointments, and customers of
those to come, with the hours in which nobody is reminded."""

from collections.abc import Mapping
from typing import Any

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromQuery

from booking_core.back_office.back_office import BackOffice
from booking_core.back_office.settings import BusinessSettings
from booking_core.desk import Desk
from web.console.forms.field import Option
from web.console.forms.fields import Checkbox, Checkboxes, TextField
from web.console.forms.form import Form, FormState
from web.console.forms.submit import Answer, Submission, submit
from web.console.rendering.visit import SettingsPage, Visit
from web.console.settings.services.reminder_times import ReminderTimes
from web.console.words.translate import N_, gettext

PAGE = SettingsPage(
    "notices", N_("Notices"), N_("What you are told, and when customers are reminded"), "settings.read"
)
BUSINESS_KINDS = {
    "booked": N_("Somebody books"),
    "requested": N_("Somebody asks for an appointment"),
    "moved": N_("Somebody moves an appointment"),
    "cancelled": N_("Somebody cancels an appointment"),
}


def form(email: str | None) -> Form:
    """``email`` is the address of the business."""
    kinds = [Option(kind, gettext(name)) for kind, name in BUSINESS_KINDS.items()]
    return Form(
        [
            Checkboxes(
                name="letters.business_kinds",
                label=gettext("Write to the business when"),
                hint=_whom(email),
                options=kinds,
            ),
            Checkbox(
                name="letters.no_show",
                label=gettext("Write to whoever did not come"),
                hint=gettext("As soon as you note it; what it says is yours, under Email wording."),
            ),
            ReminderTimes(
                name="letters.reminders_min",
                label=gettext("Remind customers before the start"),
                hint=gettext("Each length on a line, such as 24 h. Without any there are no reminders."),
            ),
            TextField(
                name="letters.quiet_from",
                label=gettext("No reminders from"),
                input_type="time",
                hint=gettext("By the clock of the location. The same time twice is for no quiet hours."),
            ),
            TextField(name="letters.quiet_until", label=gettext("No reminders until"), input_type="time"),
        ]
    )


def _whom(email: str | None) -> str:
    if not email:
        return gettext("The business has no email address yet: give it one under Business.")
    return gettext("To %(address)s. People of the team choose for themselves.", address=email)


@get("/settings/notices")
async def notices_page(visit: NamedDependency[Visit], done: FromQuery[str] = "") -> Response[str]:
    async def look(desk: Desk) -> FormState:
        values, version = await BusinessSettings(desk).read()
        known = await _form(desk)
        return FormState(known, known.write(values), version)

    return _draw(visit, await visit.read(look), news=gettext("Saved.") if done else "")


@post("/settings/notices", status_code=303)
async def change_notices(visit: NamedDependency[Visit]) -> Answer:
    async def work(office: BackOffice, values: Mapping[str, Any], version: int) -> None:
        await office.settings.change(values, expected_version=version)

    async def draw(state: FormState) -> Response[str]:
        return _draw(visit, state)

    known = await visit.read(_form)
    then, subject = f"{visit.home}/{PAGE.slug}?done=saved", visit.operator.organization_id
    return await submit(Submission(visit, known, PAGE.slug, work, draw, then, subject))


async def _form(desk: Desk) -> Form:
    return form(desk.catalogue.organization.email)


def _draw(visit: Visit, state: FormState, *, news: str = "") -> Response[str]:
    return visit.page(
        "settings/notices.html",
        PAGE.slug,
        status_code=422 if state.is_refused else 200,
        state=state,
        news=news,
        address=f"{visit.home}/{PAGE.slug}",
    )
