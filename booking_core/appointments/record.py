"""The record each change of an appointment leaves behind: an event, an audit entry, and the jobs that follow
from them."""

from pathlib import Path
from typing import Any

from sqlalchemy import bindparam
from sqlalchemy.dialects.postgresql import JSONB

from booking_core.appointments.appointment import Appointment
from booking_core.context import OperationContext
from booking_core.storage.audit import CHAT
from booking_core.storage.database import statement
from booking_core.storage.events import Event, announce_in
from booking_core.storage.ids import new_id
from booking_core.storage.jobs import USUAL, defer

# Brings what conversations show of an appointment up to date; its one argument is the appointment's id.
CARDS_JOB = "refresh_booking_cards"


RECORD = statement(Path(__file__).parent / "change.sql").bindparams(bindparam("details", type_=JSONB))


async def record_change(
    context: OperationContext, appointment: Appointment, kind: str, **details: Any
) -> None:
    """One audit entry and one event for one committed change; what has to follow is made from the event."""
    await context.session.flush()
    values = record_values(context, kind, **details)
    await context.session.execute(RECORD, {"appointment": appointment.id, **values})
    await announce(context, values["event"], kind, appointment.id, appointment.version)
    if appointment.source == CHAT:
        await defer(
            context.session, CARDS_JOB, lock=appointment.id, queue=USUAL, appointment_id=appointment.id
        )


def record_values(context: OperationContext, kind: str, **details: Any) -> dict[str, Any]:
    """What ``record.sql`` asks for beside the appointment."""
    return {
        "event": new_id("evt"),
        "kind": kind,
        "details": details,
        "now": context.clock.now(),
        "door": context.actor.door,
        "actor": context.actor.id,
        "proof": context.actor.proof,
        "request": context.actor.request_id,
    }


async def announce(
    context: OperationContext, event_id: str, kind: str, subject: str, version: int | None = None
) -> None:
    """Promise, in the transaction of the event, that whoever asked for it is told. Costs nothing where nobody
    did."""
    event = Event(event_id, context.organization_id, kind, subject, context.clock.now(), version)
    await announce_in(context.session, context.catalogue.announced, event)
