"""How the chat speaks and by which models, what it may spend, and what still keeps it from booking."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromQuery
from msgspec import Struct

from booking_core.back_office.back_office import BackOffice
from booking_core.back_office.settings import BusinessSettings
from booking_core.catalogue.settings.settings import CODE_IS_ENOUGH, CODE_TO_MAILBOX
from booking_core.chat_models.arrange import list_models
from booking_core.context import OperationContext
from booking_core.desk import Desk
from web.console.forms.compound_fields import TextByLanguage
from web.console.forms.field import Option
from web.console.forms.fields import Number, Select, TextArea
from web.console.forms.form import Form, FormState
from web.console.forms.submit import Answer, Submission, submit
from web.console.rendering.visit import SettingsPage, Visit
from web.console.settings.chat import model_form, model_list, trial
from web.console.settings.chat.folded import FOLDED, folded_fields
from web.console.settings.chat.model_list import ModelView
from web.console.settings.chat.readiness import Obstacle, obstacles
from web.console.words.language import LANGUAGES
from web.console.words.translate import N_, gettext

PAGE = SettingsPage("chat", N_("Chat"), N_("How it speaks, its model and its limits"), "settings.read")
NEWS = {"saved": N_("Saved."), "model": N_("The model is saved."), "removed": N_("The model is removed.")}


class ChatPage(Struct, frozen=True):
    models: Sequence[ModelView]
    obstacles: Sequence[Obstacle]


def form(locale: str, languages: Sequence[str], *, has_model: bool) -> Form:
    """The first words are asked for in the ``languages`` of customers (with none, in all of ours); tokens are
    spent only by a model."""
    return Form(
        [
            TextByLanguage(
                name="chat.greeting",
                label=gettext("First words"),
                own=locale,
                asked=languages or tuple(LANGUAGES),
                hint=gettext("What customers read when they open the chat; ours, where you write none."),
            ),
            TextArea(
                name="chat.tone",
                label=gettext("How it should sound"),
                rows=2,
                hint=gettext("Such as “warm and short, first names”. Only language models can follow this."),
            ),
            TextArea(
                name="chat.instructions",
                label=gettext("What it should mention, ask or recommend"),
                rows=4,
                hint=gettext(
                    "Only language models can follow this. Prices, times, rules and what needs the"
                    " customer’s yes stay as they are, whatever stands here. Write no secrets."
                ),
            ),
            Select(
                name="chat.proof", label=gettext("Who may change a booking made elsewhere"), options=_proofs()
            ),
            *(_budgets() if has_model else ()),
            *folded_fields(),
        ]
    )


def _budgets() -> list[Number]:
    spent = {
        "tokens_per_day": gettext("Language model, for everybody in a day"),
        "tokens_per_conversation": gettext("Language model, in one conversation"),
        "tokens_per_address_and_day": gettext("Language model, for one customer in a day"),
    }
    then = gettext("At a limit the built-in receptionist goes on until the next day, and books too.")
    unit = gettext("tokens")
    return [
        Number(name=f"chat.budget.{name}", label=label, unit=unit, hint="" if number else then)
        for number, (name, label) in enumerate(spent.items())
    ]


@get("/settings/chat")
async def chat_page(visit: NamedDependency[Visit], done: FromQuery[str] = "") -> Response[str]:
    return await _draw(visit, await visit.read(partial(_state, visit)), gettext(NEWS.get(done, "")))


@post("/settings/chat", status_code=303)
async def change_chat(visit: NamedDependency[Visit]) -> Answer:
    async def work(office: BackOffice, values: Mapping[str, Any], version: int) -> None:
        await office.settings.change(values, expected_version=version)

    async def draw(state: FormState) -> Response[str]:
        return await _draw(visit, state)

    known = (await visit.read(partial(_state, visit))).form
    then, subject = f"{visit.home}/{PAGE.slug}?done=saved", visit.operator.organization_id
    return await submit(Submission(visit, known, PAGE.slug, work, draw, then, subject))


def _proofs() -> list[Option]:
    return [
        Option(CODE_TO_MAILBOX, gettext("Who types a code that we email to them")),
        Option(CODE_IS_ENOUGH, gettext("Who knows the booking code")),
    ]


async def _state(visit: Visit, context: OperationContext) -> FormState:
    values, version = await BusinessSettings(context).read()
    has_model = bool(visit.settings.openai_model or await list_models(context))
    known = form(values["locale"], values["chat.languages"], has_model=has_model)
    return FormState(known, known.write(values), version)


async def _draw(visit: Visit, state: FormState, news: str = "") -> Response[str]:
    async def look(desk: Desk) -> ChatPage:
        models = [ModelView.of(one) for one in await list_models(desk)]
        return ChatPage(models, await obstacles(desk, visit.home))

    shown = await visit.read(look)
    return visit.page(
        "settings/chat.html",
        PAGE.slug,
        status_code=422 if state.is_refused else 200,
        address=f"{visit.home}/{PAGE.slug}",
        state=state,
        news=news,
        models=shown.models,
        folded=FOLDED,
        obstacles=shown.obstacles,
        installation_model=visit.settings.openai_model,
    )


ROUTES = [chat_page, change_chat, *model_list.ROUTES, *model_form.ROUTES, *trial.ROUTES]
