"""The chat on the sites of a business: the snippet to paste, how it looks there, who may show it, and where
it was last seen."""

from collections.abc import Mapping
from typing import Any

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromQuery

from booking_core.access.roles import require_role
from booking_core.back_office.back_office import BackOffice
from booking_core.back_office.settings import BusinessSettings
from booking_core.desk import Desk
from web.chat.pages.contrast import contrast_on
from web.console.access.headers import frame_own_pages
from web.console.forms.fields import Colour, Lines
from web.console.forms.form import Form, FormState
from web.console.forms.sent import Sent
from web.console.forms.submit import Answer, Submission, submit
from web.console.rendering.visit import SettingsPage, Visit
from web.console.settings.embed.last_seen import SeenSite, sites_seen
from web.console.settings.embed.platforms import PLATFORMS
from web.console.settings.embed.snippet import Look, snippet
from web.console.words.language import LANGUAGES
from web.console.words.translate import N_, gettext

PAGE = SettingsPage(
    "embed", N_("On your website"), N_("The snippet, colours and allowed sites"), "settings.read"
)


def form() -> Form:
    return Form(
        [
            Colour(
                name="chat.accent",
                label=gettext("Colour of the chat"),
                hint=gettext("Words on it are black or white, whichever is read better."),
            ),
            Lines(
                name="websites",
                label=gettext("Sites that may show the chat"),
                hint=gettext("One a line, such as https://www.example.com; with none, every site may."),
            ),
        ]
    )


@get("/settings/embed")
async def embed_page(visit: NamedDependency[Visit], done: FromQuery[str] = "") -> Response[str]:
    return await _draw(visit, await visit.read(_state), news=gettext("Saved.") if done else "")


@post("/settings/embed", status_code=303)
async def change_embed(visit: NamedDependency[Visit]) -> Answer:
    async def work(office: BackOffice, values: Mapping[str, Any], version: int) -> None:
        await office.settings.change(values, expected_version=version)

    async def draw(state: FormState) -> Response[str]:
        return await _draw(visit, state)

    then, subject = f"{visit.home}/embed?done=saved", visit.operator.organization_id
    return await submit(Submission(visit, form(), PAGE.slug, work, draw, then, subject))


async def _state(desk: Desk) -> FormState:
    values, version = await BusinessSettings(desk).read()
    return FormState(form(), form().write(values), version)


async def _draw(visit: Visit, state: FormState, *, news: str = "") -> Response[str]:
    require_role(visit.operator.role, PAGE.verb)
    query = {name: [text] for name, text in visit.request.query_params.items()}
    accent = state.form["chat.accent"].read(state.sent) or ""
    look = Look.of(Sent(query), accent)

    async def read_seen(desk: Desk) -> list[SeenSite]:
        return await sites_seen(desk, visit.local(desk))

    organization, home = visit.operator.organization_id, visit.settings.public_url
    answer = visit.page(
        "settings/embed.html",
        PAGE.slug,
        status_code=422 if state.is_refused else 200,
        state=state,
        news=news,
        look=look,
        contrast=contrast_on(accent),
        snippet=snippet(home, organization, look),
        script=f"{home}/embed/chat.js",
        organization_id=organization,
        hosted=f"{home}/c/{organization}",
        platforms=PLATFORMS,
        spoken=LANGUAGES,
        sites=await visit.read(read_seen),
        address=f"{visit.home}/embed",
    )
    return frame_own_pages(answer)
