"""An organization's own models: the endpoints its chat asks, in order, with their keys opened. Only a worker
does that, and whoever tries one."""

from sqlalchemy.ext.asyncio import AsyncSession

from agent.models.endpoint import Endpoint, Price
from booking_core.chat_models.chat_model import ChosenModel, chat_models_of
from booking_core.storage.idempotency import Sealer


async def own_endpoints(
    session: AsyncSession, organization_id: str, seal: Sealer
) -> tuple[Endpoint, ...] | None:
    """The endpoints an organization chose; None where it chose none. One whose key cannot be opened any more
    is left out."""
    chosen = [ChosenModel.of(row) for row in await chat_models_of(session, organization_id)]
    endpoints = [endpoint_of(one, organization_id, seal) for one in chosen]
    return tuple(endpoint for endpoint in endpoints if endpoint is not None) if chosen else None


def endpoint_of(chosen: ChosenModel, organization_id: str, seal: Sealer) -> Endpoint | None:
    """None where its key cannot be opened."""
    key = seal.open(chosen.sealed_key, organization_id.encode()) if chosen.sealed_key else b""
    if key is None:
        return None
    price = None
    if chosen.input_price is not None and chosen.output_price is not None:
        price = Price(chosen.input_price, chosen.output_price)
    return Endpoint(chosen.base_url, chosen.model, key.decode(), price=price)
