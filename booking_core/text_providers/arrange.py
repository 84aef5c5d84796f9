"""The provider of an organization's text messages arranged by an owner: set, changed, removed, tried. Its
secret goes in and never comes out."""

from urllib.parse import urlsplit

from sqlalchemy import delete

from booking_core.context import OperationContext
from booking_core.errors import InvalidField
from booking_core.storage.named_lock import lock_by_name
from booking_core.text_providers.provider_choice import ProviderChoice, TextPlace
from booking_core.text_providers.text_provider import ChosenProvider, TextProvider, text_provider_of


async def read_provider(context: OperationContext) -> ChosenProvider | None:
    """None where no text message is sent. Raises ``NotAllowed``."""
    context.require("text_provider.read")
    return await text_provider_of(context.session, context.organization_id)


async def set_provider(context: OperationContext, choice: ProviderChoice, place: TextPlace) -> ChosenProvider:
    """Text messages go there from now on. Without a secret it keeps the one it has, for the same account at
    the same place only: a secret goes nowhere but where its owner sent it.

    Raises ``NotAllowed`` and ``InvalidField``.
    """
    context.require("text_provider.change")
    await _lock(context)
    here = context.organization_id
    before = await text_provider_of(context.session, here)
    after = choice.seal(here, place, before.sealed_secret if before else None)
    if choice.secret is None and before and _goes(before) != _goes(after):
        raise InvalidField("secret", "Please give the secret again: it is not sent to another provider.")
    if before is None or choice.secret is not None or before != after:
        await _write(context, "text_provider.change", before, after)
    return after


async def remove_provider(context: OperationContext) -> None:
    """No text message is sent any more, and the secret is forgotten. Repeating it is a success that does
    nothing. Raises ``NotAllowed``."""
    context.require("text_provider.remove")
    await _lock(context)
    before = await text_provider_of(context.session, context.organization_id)
    if before is not None:
        await _write(context, "text_provider.remove", before, None)


async def provider_to_test(context: OperationContext) -> ChosenProvider | None:
    """What a text message that tries it is sent by. Raises ``NotAllowed``."""
    context.require("text_provider.test")
    return await text_provider_of(context.session, context.organization_id)


def _goes(provider: ChosenProvider) -> tuple[str, ...]:
    """Where its secret goes, and whose it is."""
    parts = urlsplit(provider.url)
    return provider.kind, parts.scheme, parts.netloc, provider.account


async def _lock(context: OperationContext) -> None:
    """Whoever arranges it at the same moment waits."""
    await lock_by_name(context.session, f"text provider of {context.organization_id}")


async def _write(
    context: OperationContext, verb: str, before: ChosenProvider | None, after: ChosenProvider | None
) -> None:
    here = context.organization_id
    await context.session.execute(delete(TextProvider).where(TextProvider.organization_id == here))
    if after is not None:
        context.session.add(after.row(here))
    told = {"before": before and before.facts, "after": after and after.facts}
    context.audit(verb, here, **told)
    await context.session.flush()
