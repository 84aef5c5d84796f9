"""How long conversations and customers are kept, and where a customer is exported and erased."""

from collections.abc import Mapping
from typing import Any

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromQuery

from booking_core.back_office.back_office import BackOffice
from booking_core.back_office.settings import BusinessSettings
from booking_core.context import OperationContext
from web.console.forms.fields import Number
from web.console.forms.form import Form, FormState
from web.console.forms.submit import Answer, Submission, submit
from web.console.rendering.visit import SettingsPage, Visit
from web.console.settings.privacy.customer import erase_customer, export_customer, show_customer
from web.console.words.translate import N_, gettext

PAGE = SettingsPage(
    "privacy", N_("Privacy"), N_("How long things are kept, export and erasure"), "settings.read"
)
NEWS = {
    "saved": N_("Saved."),
    "erased": N_("Erased. Their past appointments keep their times, without a name."),
}


def form() -> Form:
    conversations = gettext("Counted from the last message. Then everything that was said goes, overnight.")
    customers = gettext(
        "Counted from their last appointment. Then their name and contacts go; appointments keep their times."
    )
    days = gettext("days")
    return Form(
        [
            Number(
                name="chat.keep_conversations_days",
                label=gettext("Keep conversations for"),
                hint=conversations,
                unit=days,
            ),
            Number(
                name="chat.keep_customers_days",
                label=gettext("Keep customers for"),
                hint=customers,
                unit=days,
            ),
        ]
    )


@get("/settings/privacy")
async def privacy_page(visit: NamedDependency[Visit], done: FromQuery[str] = "") -> Response[str]:
    return _draw(visit, await visit.read(_state), news=gettext(NEWS.get(done, "")))


@post("/settings/privacy", status_code=303)
async def change_privacy(visit: NamedDependency[Visit]) -> Answer:
    async def work(office: BackOffice, values: Mapping[str, Any], version: int) -> None:
        await office.settings.change(values, expected_version=version)

    async def draw(state: FormState) -> Response[str]:
        return _draw(visit, state)

    then, subject = f"{visit.home}/privacy?done=saved", visit.operator.organization_id
    return await submit(Submission(visit, form(), PAGE.slug, work, draw, then, subject))


async def _state(context: OperationContext) -> FormState:
    values, version = await BusinessSettings(context).read()
    return FormState(form(), form().write(values), version)


def _draw(visit: Visit, state: FormState, *, news: str = "") -> Response[str]:
    return visit.page(
        "settings/privacy.html",
        PAGE.slug,
        status_code=422 if state.is_refused else 200,
        state=state,
        news=news,
        address=f"{visit.home}/privacy",
    )


ROUTES = [privacy_page, change_privacy, show_customer, export_customer, erase_customer]
