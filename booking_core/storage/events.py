"""Events: what has happened, in as few words as a receiver needs to come and read the rest with a token of
its own."""

from collections.abc import Container
from datetime import datetime

import msgspec
from msgspec import UNSET, Struct, UnsetType
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.storage.jobs import WEBHOOKS, defer

ANNOUNCE = "announce_event"
EVENTS = (
    REQUESTED_EVENT := "appointment.requested",
    CONFIRMED_EVENT := "appointment.confirmed",
    MOVED_EVENT := "appointment.rescheduled",
    CANCELLED_EVENT := "appointment.cancelled",
    COMPLETED_EVENT := "appointment.completed",
    NO_SHOW_EVENT := "appointment.no_show",
    DISPLACED_EVENT := "appointment.displaced",
    REMINDED_EVENT := "appointment.reminded",
    HANDED_OFF := "conversation.handed_off",
)


class Event(Struct, frozen=True):
    """``subject`` is the appointment or the conversation it happened to; ``version`` the appointment's after
    it."""

    id: str
    organization_id: str
    kind: str
    subject: str
    at: datetime
    version: int | None = None

    @property
    def body(self) -> str:
        """The payload as it is signed and sent: ids, no names and no contacts."""
        data = EventData(self.organization_id)
        if self.kind == HANDED_OFF:
            data.conversation_id = self.subject
        else:
            data.appointment_id = self.subject
            data.version = self.version or UNSET
        return msgspec.json.encode(Payload(self.kind, self.at, data)).decode()


class EventData(Struct, omit_defaults=True):
    organization_id: str
    appointment_id: str | UnsetType = UNSET
    version: int | UnsetType = UNSET
    conversation_id: str | UnsetType = UNSET


class Payload(Struct, frozen=True):
    """``type`` is the event's name, ``timestamp`` when it happened."""

    type: str
    timestamp: datetime
    data: EventData


async def announce_in(session: AsyncSession, kinds: Container[str], event: Event) -> None:
    """Promise, in the transaction of the event, that whoever asked for it is told. Costs nothing where it is
    none of the ``kinds`` that somebody asked for (``Catalogue.announced``)."""
    if event.kind not in kinds:
        return
    # One after the other, so that what happened first is also told first.
    lock = f"announce:{event.subject}"
    await defer(session, ANNOUNCE, queue=WEBHOOKS, lock=lock, event=msgspec.to_builtins(event))
