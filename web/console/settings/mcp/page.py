"""The door of other people's assistants: whether it is open and for what, its address with what common
programs want to be told, and who has been there."""

from collections.abc import Mapping, Sequence
from typing import Any

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromQuery

from booking_core.back_office.back_office import BackOffice
from booking_core.back_office.settings import BusinessSettings
from booking_core.context import OperationContext
from booking_core.desk import Desk
from web.console.forms.fields import Checkbox
from web.console.forms.form import Form, FormState
from web.console.forms.submit import Answer, Submission, submit
from web.console.rendering.visit import SettingsPage, Visit
from web.console.settings.mcp.callers import CallerView, assistants_seen
from web.console.settings.mcp.programs import Snippet, snippets
from web.console.words.translate import N_, gettext

PAGE = SettingsPage(
    "mcp", N_("Assistants (MCP)"), N_("Whether other people’s assistants may book"), "settings.read"
)


def form() -> Form:
    return Form(
        [
            Checkbox(
                name="mcp.enabled",
                label=gettext("Let assistants in"),
                hint=gettext("Such as Claude or ChatGPT, which customers ask to book for them."),
            ),
            Checkbox(
                name="mcp.public_reads",
                label=gettext("Anybody’s assistant may see services and free times"),
                hint=gettext("Without it, only programs with a secret of yours (API clients)."),
            ),
            Checkbox(
                name="mcp.anonymous_booking",
                label=gettext("Anybody’s assistant may book"),
                hint=gettext("Within the limits that also hold for the chat."),
            ),
            Checkbox(
                name="mcp.read_only",
                label=gettext("Nobody may book here, only look"),
                hint=gettext("For the time being, whatever else is ticked."),
            ),
        ]
    )


@get("/settings/mcp")
async def mcp_page(visit: NamedDependency[Visit], done: FromQuery[str] = "") -> Response[str]:
    return await _draw(visit, await visit.read(_state), gettext("Saved.") if done == "saved" else "")


@post("/settings/mcp", status_code=303)
async def change_mcp(visit: NamedDependency[Visit]) -> Answer:
    async def work(office: BackOffice, values: Mapping[str, Any], version: int) -> None:
        await office.settings.change(values, expected_version=version)

    async def draw(state: FormState) -> Response[str]:
        return await _draw(visit, state)

    then, subject = f"{visit.home}/{PAGE.slug}?done=saved", visit.operator.organization_id
    return await submit(Submission(visit, form(), PAGE.slug, work, draw, then, subject))


async def _state(context: OperationContext) -> FormState:
    values, version = await BusinessSettings(context).read()
    known = form()
    return FormState(known, known.write(values), version)


async def _draw(visit: Visit, state: FormState, news: str = "") -> Response[str]:
    async def look(desk: Desk) -> Sequence[CallerView]:
        return await assistants_seen(desk, visit.local(desk), visit.core.clock.now())

    door = f"{visit.settings.public_url}/o/{visit.operator.organization_id}/mcp"
    told: Sequence[Snippet] = snippets(door, visit.operator.organization_name)
    return visit.page(
        "settings/mcp.html",
        PAGE.slug,
        status_code=422 if state.is_refused else 200,
        address=f"{visit.home}/{PAGE.slug}",
        state=state,
        news=news,
        door=door,
        is_open=bool(state.sent.text("mcp.enabled")),
        snippets=told,
        seen=await visit.read(look),
    )


ROUTES = [mcp_page, change_mcp]
