"""Which models a conversation is answered by: its organization's own, else the installation's."""

from collections import OrderedDict
from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from agent.models.endpoint import Endpoint, Price
from agent.models.own import own_endpoints
from agent.models.protocol import Model
from agent.models.providers import Providers
from booking_core.catalogue.catalogue import Catalogue
from booking_core.core import BookingCore
from booking_core.storage.idempotency import Sealer
from web.settings import Settings

# Organizations whose choice one process keeps at hand.
KEPT = 512


class ChatModels:
    """One per worker. What an organization chose is read once for each revision of it. ``providers`` reach
    what owners write down, so theirs pass the guard; ``usual`` is what the installation asks."""

    def __init__(self, core: BookingCore, providers: Providers, seal: Sealer, usual: Sequence[Model]) -> None:
        self._core = core
        self._providers = providers
        self._seal = seal
        self._usual = tuple(usual)
        self._kept: OrderedDict[str, tuple[int, tuple[Model, ...]]] = OrderedDict()

    async def of(self, catalogue: Catalogue) -> Sequence[Model]:
        organization = catalogue.organization
        kept = self._kept.get(organization.id)
        if kept is None or kept[0] != organization.revision:
            kept = (organization.revision, await self._choose(organization.id))
            self._kept[organization.id] = kept
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return kept[1]

    async def _choose(self, organization_id: str) -> tuple[Model, ...]:
        async with AsyncSession(self._core.reads) as session:
            endpoints = await own_endpoints(session, organization_id, self._seal)
        return self._usual if endpoints is None else tuple(map(self._providers.model, endpoints))


def usual_models(settings: Settings, providers: Providers) -> list[Model]:
    """The provider of the environment, if one is named; the built-in receptionist is always behind it."""
    if not settings.openai_base_url or not settings.openai_model:
        return []
    price = Price(*settings.openai_prices) if settings.openai_prices else None
    endpoint = Endpoint(
        settings.openai_base_url, settings.openai_model, settings.openai_api_key or "", price=price
    )
    return [providers.model(endpoint)]
