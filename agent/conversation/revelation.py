"""The live log as the customer reads it: with personal values in place of the log's placeholders."""

import msgspec
from msgspec import structs

from agent.conversation.vault import Vault, placeholders_in
from agent.live_stream.stream import LoggedEvent
from booking_core.core import BookingCore


class EventRevealer:
    """Puts values into events for one reader. Reads the vault again when an event has an unknown
    placeholder."""

    def __init__(self, core: BookingCore, conversation_id: str) -> None:
        self._core = core
        self._vault = Vault(conversation_id)

    async def reveal_events(self, events: list[LoggedEvent]) -> list[LoggedEvent]:
        """The events with every known placeholder replaced by its value."""
        if not any(self._is_unknown(event) for event in events):
            return [self._reveal(event) for event in events]
        await self._vault.read(self._core)
        return [self._reveal(event) for event in events]

    def _is_unknown(self, event: LoggedEvent) -> bool:
        return not placeholders_in(event.data) <= self._vault.placeholders

    def _reveal(self, event: LoggedEvent) -> LoggedEvent:
        if not placeholders_in(event.data):
            return event
        data = self._vault.reveal_all(msgspec.json.decode(event.data))
        return structs.replace(event, data=msgspec.json.encode(data).decode())
