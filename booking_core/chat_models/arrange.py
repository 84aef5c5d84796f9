"""Chat models arranged by an owner: added, changed, put in order, removed. Keys go in and never come out."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from sqlalchemy import delete

from booking_core.chat_models.chat_model import ChatModel, ChosenModel, chat_models_of
from booking_core.chat_models.model_choice import ModelChoice, ModelPlace, checked_address
from booking_core.context import OperationContext
from booking_core.errors import Conflict, Invalid, InvalidField, NotFound
from booking_core.storage.named_lock import lock_by_name

# Whoever waits for three models to fail has waited long enough.
MOST_MODELS = 3


async def list_models(context: OperationContext) -> list[ChosenModel]:
    """In the order in which they are asked. Raises ``NotAllowed``."""
    context.require("chat_model.list")
    return await _read_chosen(context)


async def add_model(context: OperationContext, choice: ModelChoice, place: ModelPlace) -> ChosenModel:
    """Asked after those that are there. The very same once more is a success that does nothing.

    Raises ``NotAllowed``, ``InvalidField``, and ``Conflict`` (``model_known``, ``model_limit_reached``).
    """
    context.require("chat_model.add")
    new = choice.seal(context.organization_id, place)
    await _lock(context)
    before = await _read_chosen(context)
    same = next((one for one in before if one.id == new.id), None)
    if same is not None and _is_same(context, same, new, place):
        return same
    if same is not None:
        raise Conflict("This model is asked already. Change it in the list.", code="model_known")
    if len(before) >= MOST_MODELS:
        raise Conflict(f"At most {MOST_MODELS} models, one after the other.", code="model_limit_reached")
    await _write(context, "chat_model.add", before, [*before, new])
    return new


async def change_model(
    context: OperationContext, model_id: str, choice: ModelChoice, place: ModelPlace
) -> ChosenModel:
    """In its place in the order. Without a key it keeps the one it has, at the same address only: a key goes
    nowhere but where its owner sent it.

    Raises ``NotAllowed``, ``NotFound``, ``InvalidField``, and ``Conflict`` (``model_known``).
    """
    context.require("chat_model.change")
    await _lock(context)
    before = await _read_chosen(context)
    old = _find(before, model_id)
    new = _with_kept_key(context, old, choice, place)
    if new.id != old.id and any(one.id == new.id for one in before):
        raise Conflict("This model is asked already. Change it in the list.", code="model_known")
    if not _is_same(context, old, new, place):
        await _write(context, "chat_model.change", before, [new if one is old else one for one in before])
    return new


async def reorder_models(context: OperationContext, ids: Sequence[str]) -> None:
    """Ask them in this order. Raises ``NotAllowed``, and ``Conflict`` (``version_conflict``) where these are
    not all there are."""
    context.require("chat_model.reorder")
    await _lock(context)
    before = await _read_chosen(context)
    known = {one.id: one for one in before}
    if sorted(ids) != sorted(known):
        raise Conflict("Somebody else has changed this meanwhile. Look at it again.", code="version_conflict")
    after = [known[one] for one in ids]
    if after != before:
        await _write(context, "chat_model.reorder", before, after)


async def remove_model(context: OperationContext, model_id: str) -> None:
    """Ask it no more, and forget its key. Raises ``NotAllowed``, and ``NotFound``, also for a repeat."""
    context.require("chat_model.remove")
    await _lock(context)
    before = await _read_chosen(context)
    gone = _find(before, model_id)
    await _write(context, "chat_model.remove", before, [one for one in before if one is not gone])


async def choose_models(
    context: OperationContext, choices: Sequence[ModelChoice], place: ModelPlace
) -> list[ChosenModel]:
    """Ask these from now on, in this order, instead of all there were; none at all brings the installation's
    model back. Raises ``NotAllowed``, ``InvalidField``, and ``Invalid`` for too many."""
    context.require("chat_model.change")
    if len(choices) > MOST_MODELS:
        raise Invalid(f"At most {MOST_MODELS} models, one after the other.", code="invalid_model")
    chosen = [choice.seal(context.organization_id, place) for choice in choices]
    await _lock(context)
    await _write(context, "chat_model.change", await _read_chosen(context), chosen)
    return chosen


async def model_to_try(
    context: OperationContext, place: ModelPlace, *, model_id: str = "", choice: ModelChoice | None = None
) -> ChosenModel:
    """One of those that are asked, or one that somebody thinks of (``choice``), as it would be kept. Nothing
    is written. Raises ``NotAllowed``, ``NotFound`` and ``InvalidField``."""
    context.require("chat_model.try")
    old = next((one for one in await _read_chosen(context) if one.id == model_id), None)
    if choice is not None:
        return _with_kept_key(context, old, choice, place)
    found = _find([old] if old else [], model_id)
    checked_address(found.base_url, place.allowed)
    return found


async def _read_chosen(context: OperationContext) -> list[ChosenModel]:
    return [ChosenModel.of(row) for row in await chat_models_of(context.session, context.organization_id)]


def _find(models: Sequence[ChosenModel], model_id: str) -> ChosenModel:
    found = next((one for one in models if one.id == model_id), None)
    if found is None:
        raise NotFound("This model is not asked, or not any more.")
    return found


def _with_kept_key(
    context: OperationContext, old: ChosenModel | None, choice: ModelChoice, place: ModelPlace
) -> ChosenModel:
    """What becomes of a model that was ``old``. Raises ``InvalidField`` where its key would go elsewhere."""
    kept = old.sealed_key if old else None
    new = choice.seal(context.organization_id, place, kept)
    if choice.api_key is None and old and kept is not None and _origin(old) != _origin(new):
        raise InvalidField("api_key", "Please give the key again: it is not sent to another address.")
    return new


def _is_same(context: OperationContext, old: ChosenModel, new: ChosenModel, place: ModelPlace) -> bool:
    """Whether nothing would change; of keys only what is inside is compared, as each is sealed anew."""
    bound = context.organization_id.encode()
    keys = [one.sealed_key and place.seal.open(one.sealed_key, bound) for one in (old, new)]
    return old.facts == new.facts and keys[0] == keys[1]


async def _lock(context: OperationContext) -> None:
    """Whoever arranges models at the same moment waits."""
    await lock_by_name(context.session, f"chat models of {context.organization_id}")


async def _write(
    context: OperationContext, verb: str, before: Sequence[ChosenModel], after: Sequence[ChosenModel]
) -> None:
    organization_id = context.organization_id
    own = delete(ChatModel).where(ChatModel.organization_id == organization_id)
    await context.session.execute(own)
    context.session.add_all(one.row(organization_id, at) for at, one in enumerate(after))
    told = {"before": [one.facts for one in before], "after": [one.facts for one in after]}
    context.audit(verb, organization_id, **told)
    await context.session.flush()


def _origin(model: ChosenModel) -> tuple[str, str]:
    address = urlsplit(model.base_url.lower())
    return address.scheme, address.netloc
