"""The models the chat asks, in their order: put in another order, and removed."""

from litestar import post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect
from msgspec import Struct

from agent.models.presets import preset_of
from booking_core.chat_models.arrange import remove_model, reorder_models
from booking_core.chat_models.chat_model import ChosenModel
from web.console.forms.sent import read_sent
from web.console.rendering.visit import Visit


class ModelView(Struct, frozen=True):
    """A model for reading, without its key."""

    id: str
    model: str
    provider: str
    base_url: str
    has_key: bool

    @classmethod
    def of(cls, chosen: ChosenModel) -> "ModelView":
        preset = preset_of(chosen.base_url)
        has_key = chosen.sealed_key is not None
        return cls(chosen.id, chosen.model, preset.name if preset else "", chosen.base_url, has_key)


@post("/settings/chat/models/order", status_code=303)
async def reorder(visit: NamedDependency[Visit]) -> Redirect:
    sent = await read_sent(visit.request)
    ids, (way, _, which) = sent.each("seen"), sent.text("move").partition(":")
    if which in ids:
        at = ids.index(which)
        to = max(0, at - 1) if way == "up" else min(len(ids) - 1, at + 1)
        ids.insert(to, ids.pop(at))
    await visit.carry_out(lambda desk: reorder_models(desk, ids))
    return Redirect(f"{visit.home}/chat#models", status_code=303)


@post("/settings/chat/models/{model_id:str}/remove", status_code=303)
async def remove(visit: NamedDependency[Visit], model_id: FromPath[str]) -> Redirect:
    await visit.carry_out(lambda desk: remove_model(desk, model_id))
    return Redirect(f"{visit.home}/chat?done=removed", status_code=303)


ROUTES = [reorder, remove]
