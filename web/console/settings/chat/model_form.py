"""The form of a model: where it is, what it is called, its key, and what it costs. A key goes in and is never
drawn again."""

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect

from agent.llm.trial.result import TrialResult
from agent.models.presets import PRESETS
from booking_core.chat_models.arrange import add_model, change_model, list_models, model_to_try
from booking_core.chat_models.chat_model import ChosenModel
from booking_core.chat_models.model_choice import ModelChoice, ModelPlace
from booking_core.desk import Desk
from booking_core.errors import Conflict, Invalid, NotFound
from booking_core.outbound.public_name import must_lead_outside
from web.console.forms.fields import AmountField, Checkbox, Secret, TextField
from web.console.forms.form import Form, FormState
from web.console.forms.sent import Sent, read_sent
from web.console.rendering.visit import Visit
from web.console.settings.chat.verdicts import told_verdict
from web.console.words.translate import gettext
from web.secrets.sealing import model_key_seal
from web.settings import Settings

SLUG, NEW = "chat", "new"


def place_of(settings: Settings) -> ModelPlace:
    """What keeps keys, and the addresses inside that the installation allows."""
    seal = model_key_seal(settings.secret_key, settings.secret_key_old)
    return ModelPlace(seal, frozenset(settings.private_models))


def form(*, has_key: bool, offered: Sequence[str] = ()) -> Form:
    hint = gettext("Empty keeps the one that is kept.") if has_key else gettext("Servers at home need none.")
    forget = [Checkbox(name="no_key", label=gettext("Send no key any more"))] if has_key else []
    return Form(
        [
            TextField(name="base_url", label=gettext("Address"), input_type="url", required=True),
            Secret(name="api_key", label=gettext("Key"), hint=hint),
            *forget,
            TextField(
                name="model",
                label=gettext("Model"),
                required=True,
                suggestions=offered,
                hint=gettext("As the provider calls it."),
            ),
            AmountField(
                name="input_price",
                label=gettext("Price of a million tokens read"),
                hint=gettext("If you give both, every conversation shows what it cost."),
            ),
            AmountField(name="output_price", label=gettext("Price of a million tokens written")),
        ]
    )


@get("/settings/chat/models/{model_id:str}")
async def model_page(
    visit: NamedDependency[Visit], model_id: FromPath[str], preset: FromQuery[str] = ""
) -> Response[str]:
    kept = await kept_model(visit, model_id)
    known = form(has_key=bool(kept and kept.sealed_key))
    values = _values_of(kept) if kept else {}
    chosen = next((one for one in PRESETS if one.key == preset), None)
    if chosen is not None:
        values["base_url"] = chosen.base_url
    return draw_model(visit, model_id, FormState(known, known.write(values)))


@post("/settings/chat/models/{model_id:str}", status_code=303)
async def save_model(visit: NamedDependency[Visit], model_id: FromPath[str]) -> Response[str] | Redirect:
    kept, sent = await kept_model(visit, model_id), await read_sent(visit.request)
    place = place_of(visit.settings)

    async def work(desk: Desk) -> ChosenModel:
        choice = choice_in(sent, is_new=kept is None)
        if kept is None:
            return await add_model(desk, choice, place)
        return await change_model(desk, model_id, choice, place)

    try:
        await must_lead_outside(sent.text("base_url").strip(), place.allowed)
        await visit.carry_out(work)
    except (Invalid, Conflict) as refusal:
        state = FormState(form(has_key=bool(kept and kept.sealed_key)), without_key(sent))
        return draw_model(visit, model_id, state.with_refusal(refusal))
    return Redirect(f"{visit.home}/{SLUG}?done=model", status_code=303)


async def kept_model(visit: Visit, model_id: str) -> ChosenModel | None:
    """None for a new one. Raises ``NotAllowed`` for whoever may not change models, and ``NotFound``."""

    async def look(desk: Desk) -> ChosenModel | None:
        desk.require("chat_model.add")
        if model_id == NEW:
            return None
        found = next((one for one in await list_models(desk) if one.id == model_id), None)
        if found is None:
            raise NotFound("This model is not asked, or not any more.")
        return found

    return await visit.read(look)


async def model_in(visit: Visit, model_id: str, sent: Sent, kept: ChosenModel | None) -> ChosenModel:
    """What the form would save; nothing is written. Raises ``Invalid``."""
    choice, place = choice_in(sent, is_new=kept is None), place_of(visit.settings)
    return await visit.read(lambda desk: model_to_try(desk, place, model_id=model_id, choice=choice))


def choice_in(sent: Sent, *, is_new: bool) -> ModelChoice:
    key = sent.text("api_key")
    given: str | None = key or ("" if is_new or sent.text("no_key") else None)
    prices = [_price(sent, one) for one in ("input_price", "output_price")]
    return ModelChoice(sent.text("base_url"), sent.text("model"), given, *prices)


def without_key(sent: Sent) -> Sent:
    """What may be drawn again."""
    return sent.with_texts(["api_key"], {})


def draw_model(
    visit: Visit, model_id: str, state: FormState, *, tried: TrialResult | None = None, **more: Any
) -> Response[str]:
    return visit.page(
        "settings/chat_model.html",
        SLUG,
        status_code=422 if state.is_refused else 200,
        address=f"{visit.home}/{SLUG}",
        model_id=model_id,
        is_new=model_id == NEW,
        presets=PRESETS,
        state=state,
        tried=tried,
        verdict=told_verdict(tried.verdict) if tried else "",
        **more,
    )


def _values_of(kept: ChosenModel) -> dict[str, Any]:
    return {
        "base_url": kept.base_url,
        "model": kept.model,
        "input_price": kept.input_price,
        "output_price": kept.output_price,
    }


def _price(sent: Sent, name: str) -> Decimal | None:
    """What is no number is refused as one that cannot be."""
    text = str(AmountField(name=name, label="").read(sent))
    try:
        return Decimal(text) if text else None
    except InvalidOperation:
        return Decimal("NaN")


ROUTES = [model_page, save_model]
