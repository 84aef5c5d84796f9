"""The first page of a business: what is still to be done, and services by trade to begin with."""

from collections.abc import Mapping
from typing import Any

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromQuery

from booking_core.access.roles import require_role
from booking_core.back_office.back_office import BackOffice
from booking_core.catalogue.resources import STAFF
from booking_core.desk import Desk
from web.console.forms.field import Option
from web.console.forms.fields import Select, TextField
from web.console.forms.form import Form, FormState
from web.console.forms.submit import Answer, Submission, submit
from web.console.rendering.visit import SettingsPage, Visit
from web.console.settings.start.begin import begin_with
from web.console.settings.start.checklist import Step, steps_of
from web.console.settings.start.trades import TRADES
from web.console.words.translate import N_, gettext

PAGE = SettingsPage(
    "start", N_("Getting started"), N_("What is left before customers can book"), "settings.read"
)


@get("/settings/start")
async def start_page(visit: NamedDependency[Visit], done: FromQuery[str] = "") -> Response[str]:
    news = gettext("Your services are there: look at their lengths, and add prices.") if done else ""
    form = await visit.read(_form)
    state = FormState(form, form.write({"person": visit.operator.name}))
    return await _draw(visit, state, news=news)


@post("/settings/start", status_code=303)
async def begin_with_trade(visit: NamedDependency[Visit]) -> Answer:
    async def work(office: BackOffice, values: Mapping[str, Any], _: int) -> None:
        await begin_with(office, values)

    async def draw(state: FormState) -> Response[str]:
        return await _draw(visit, state)

    then = f"{visit.home}/start?done=trade"
    return await submit(Submission(visit, await visit.read(_form), PAGE.slug, work, draw, then))


async def _form(desk: Desk) -> Form:
    trades = [Option(one.slug, gettext(one.name)) for one in TRADES]
    nobody = not any(one.kind == STAFF for one in desk.catalogue.resources.values())
    trade = Select(name="trade", label=gettext("Your trade"), options=trades)
    hint = gettext("Begin with yourself; others follow.")
    person = TextField(name="person", label=gettext("Who serves your customers?"), hint=hint)
    return Form([trade, person] if nobody else [trade])


async def _draw(visit: Visit, state: FormState, *, news: str = "") -> Response[str]:
    require_role(visit.operator.role, PAGE.verb)

    async def look(desk: Desk) -> tuple[list[Step], bool]:
        own, has_mail = visit.settings.public_url, visit.settings.smtp_url is not None
        return await steps_of(desk, own, has_mail=has_mail), bool(desk.catalogue.services)

    steps, has_services = await visit.read(look)
    return visit.page(
        "settings/start.html",
        PAGE.slug,
        status_code=422 if state.is_refused else 200,
        steps=steps,
        number_done=sum(one.done for one in steps),
        has_services=has_services,
        state=state,
        news=news,
        address=f"{visit.home}/start",
    )
