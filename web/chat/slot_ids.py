"""The signed ids of free times on a customer's page."""

from agent.conversation.choices import ChosenTime
from booking_core.catalogue.catalogue import Catalogue
from web.api.values.slots import SlotTokens
from web.context import AppContext


def slot_tokens(context: AppContext) -> SlotTokens:
    settings = context.settings
    return SlotTokens(settings.secret_key, context.core.clock, settings.secret_key_old)


def chosen_time(context: AppContext, catalogue: Catalogue, slot_id: str, party_size: int) -> ChosenTime:
    """The time that a ``slot_id`` of this organization names. Raises ``NotFound``, and ``Gone`` for one that
    was looked up too long ago, or at another price."""
    named = slot_tokens(context).read(catalogue, slot_id)
    return ChosenTime(
        named.service_id,
        named.location_id,
        named.start_at,
        named.duration_min,
        named.staff_id or None,
        party_size,
    )
