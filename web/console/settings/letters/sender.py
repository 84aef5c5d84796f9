"""Whom letters come from: the sender's name, a mail server of the business's own, and a letter that tries
them."""

from collections.abc import Mapping
from typing import Any

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromQuery

from booking_core.back_office.back_office import BackOffice
from booking_core.back_office.settings import BusinessSettings
from booking_core.desk import Desk
from booking_core.mail_servers.arrange import read_server
from booking_core.mail_servers.mail_server import ChosenServer
from web.console.forms.fields import TextField
from web.console.forms.form import Form, FormState
from web.console.forms.submit import Answer, Submission, submit
from web.console.rendering.visit import SettingsPage, Visit
from web.console.settings.letters.server_form import server_form
from web.console.words.translate import N_, gettext
from web.jobs.mail import has_mail_server

PAGE = SettingsPage("sender", N_("Email sender"), N_("Who emails come from"), "settings.read")
NEWS = {
    "saved": N_("Saved."),
    "server": N_("Emails go through this mail server from now on."),
    "removed": N_("The mail server and its password are forgotten."),
}


def form() -> Form:
    hint = gettext("Empty is the name of the business. Answers go to the email address of the business.")
    return Form([TextField(name="letters.sender_name", label=gettext("Name of the sender"), hint=hint)])


class SenderView:
    """What the page shows beside its forms."""

    def __init__(self, visit: Visit, desk: Desk, server: ChosenServer | None) -> None:
        catalogue = desk.catalogue
        self.server = server
        self.is_demo = catalogue.organization.is_demo
        self.has_server = has_mail_server(visit.settings, catalogue)
        self.reply_to = catalogue.organization.email


@get("/settings/sender")
async def sender_page(visit: NamedDependency[Visit], done: FromQuery[str] = "") -> Response[str]:
    return await draw_sender(visit, news=gettext(NEWS.get(done, "")))


@post("/settings/sender", status_code=303)
async def change_sender(visit: NamedDependency[Visit]) -> Answer:
    async def work(office: BackOffice, values: Mapping[str, Any], version: int) -> None:
        await office.settings.change(values, expected_version=version)

    async def draw(state: FormState) -> Response[str]:
        return await draw_sender(visit, state)

    then, subject = f"{visit.home}/{PAGE.slug}?done=saved", visit.operator.organization_id
    return await submit(Submission(visit, form(), PAGE.slug, work, draw, then, subject))


async def draw_sender(
    visit: Visit, state: FormState | None = None, server_state: FormState | None = None, **more: Any
) -> Response[str]:
    """The page; ``state`` and ``server_state`` are its forms where they were refused."""

    async def look(desk: Desk) -> tuple[FormState, SenderView]:
        values, version = await BusinessSettings(desk).read()
        kept = FormState(form(), form().write(values), version)
        return kept, SenderView(visit, desk, await read_server(desk))

    kept, view = await visit.read(look)
    drawn = server_state or server_form(view.server)
    is_refused = bool(more.get("unusable")) or any(
        one is not None and one.is_refused for one in (state, server_state)
    )
    return visit.page(
        "settings/sender.html",
        PAGE.slug,
        status_code=422 if is_refused else 200,
        address=f"{visit.home}/{PAGE.slug}",
        state=state or kept,
        server_state=drawn,
        view=view,
        **more,
    )
