"""What customers are written to of by itself: reminders, and the hours in which there are none."""

from collections.abc import Mapping
from typing import Any

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromQuery

from booking_core.back_office.back_office import BackOffice
from booking_core.back_office.settings import BusinessSettings
from booking_core.desk import Desk
from web.console.forms.fields import TextField
from web.console.forms.form import Form, FormState
from web.console.forms.submit import Answer, Submission, submit
from web.console.rendering.visit import SettingsPage, Visit
from web.console.settings.services.reminder_times import ReminderTimes
from web.console.words.translate import N_, gettext

PAGE = SettingsPage("notices", N_("Notices"), N_("When customers are reminded"), "settings.read")


def form() -> Form:
    return Form(
        [
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


@get("/settings/notices")
async def notices_page(visit: NamedDependency[Visit], done: FromQuery[str] = "") -> Response[str]:
    async def look(desk: Desk) -> FormState:
        values, version = await BusinessSettings(desk).read()
        return FormState(form(), form().write(values), version)

    return _drawn(visit, await visit.read(look), news=gettext("Saved.") if done else "")


@post("/settings/notices", status_code=303)
async def change_notices(visit: NamedDependency[Visit]) -> Answer:
    async def work(office: BackOffice, values: Mapping[str, Any], version: int) -> None:
        await office.settings.change(values, expected_version=version)

    async def draw(state: FormState) -> Response[str]:
        return _drawn(visit, state)

    then, subject = f"{visit.home}/{PAGE.slug}?done=saved", visit.operator.organization_id
    return await submit(Submission(visit, form(), PAGE.slug, work, draw, then, subject))


def _drawn(visit: Visit, state: FormState, *, news: str = "") -> Response[str]:
    return visit.page(
        "settings/notices.html",
        PAGE.slug,
        status_code=422 if state.is_refused else 200,
        state=state,
        news=news,
        address=f"{visit.home}/{PAGE.slug}",
    )
