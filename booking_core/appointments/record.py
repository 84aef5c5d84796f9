"""The record each change of an appointment leaves behind: an event, an audit entry, and the jobs that follow
from them."""

from pathlib import Path
from typing import Any

from sqlalchemy import bindparam
from sqlalchemy.dialects.postgresql import JSONB

from booking_core.appointments.appointment import Appointment
from booking_core.appointments.team.team_letters import promise_team_letters
from booking_core.catalogue.settings.settings import setting_of
from booking_core.context import OperationContext
from booking_core.storage.audit import CHAT, PAGE
from booking_core.storage.database import statement
from booking_core.storage.events import (
    CANCELLED_EVENT,
    CONFIRMED_EVENT,
    DISPLACED_EVENT,
    MOVED_EVENT,
    NO_SHOW_EVENT,
    REQUESTED_EVENT,
    Event,
    announce_in,
)
from booking_core.storage.ids import new_id
from booking_core.storage.jobs import MAIL, USUAL, defer

# Brings what conversations show of an appointment up to date; its one argument is the appointment's id.
CARDS_JOB = "refresh_booking_cards"
# Writes and sends the letter of a change; its one argument is the letter's id.
LETTER_JOB = "send_appointment_letter"
# What the customer is written of. Of one appointment each letter replaces those before it that were not sent.
LETTER_KINDS = (
    CONFIRMED_LETTER := "appointment_confirmed",
    REQUESTED_LETTER := "appointment_requested",
    APPROVED_LETTER := "appointment_approved",
    DECLINED_LETTER := "appointment_declined",
    MOVED_LETTER := "appointment_moved",
    CANCELLED_LETTER := "appointment_cancelled",
    DISPLACED_LETTER := "appointment_displaced",
    NO_SHOW_LETTER := "appointment_missed",
)
# What is worth a text message to whoever has no address.
TEXTED = frozenset(LETTER_KINDS) - {NO_SHOW_LETTER}
# Of whether they came customers know best; that they did not is written where the business wants that.
LETTERS = {
    REQUESTED_EVENT: REQUESTED_LETTER,
    CONFIRMED_EVENT: CONFIRMED_LETTER,
    MOVED_EVENT: MOVED_LETTER,
    CANCELLED_EVENT: CANCELLED_LETTER,
    DISPLACED_EVENT: DISPLACED_LETTER,
}
BY_CUSTOMER, BY_BUSINESS, BY_PROGRAM = "customer", "business", "program"
JSONS = (bindparam("details", type_=JSONB), bindparam("change", type_=JSONB))
RECORD = statement(Path(__file__).parent / "change.sql").bindparams(*JSONS)


async def record_change(
    context: OperationContext,
    appointment: Appointment,
    kind: str,
    *,
    letter: str | None = None,
    facts: dict[str, Any] | None = None,
    **details: Any,
) -> None:
    """One audit entry and one event for one committed change; what has to follow is made from the event.

    ``letter`` is the kind of the customer's letter where the event alone does not say it, ``facts`` what only
    that letter tells, such as where the appointment was before.
    """
    await context.session.flush()
    values = record_values(context, kind, letter=letter, facts=facts, **details)
    promised = await context.session.scalar(RECORD, {"appointment": appointment.id, **values})
    await promise_letter(context, appointment, promised)
    await promise_team_letters(context, appointment, kind, values["change"])
    await announce(context, values["event"], kind, appointment.id, appointment.version)
    if appointment.source == CHAT:
        await defer(
            context.session, CARDS_JOB, lock=appointment.id, queue=USUAL, appointment_id=appointment.id
        )


def record_values(
    context: OperationContext,
    kind: str,
    *,
    letter: str | None = None,
    facts: dict[str, Any] | None = None,
    **details: Any,
) -> dict[str, Any]:
    """What ``record.sql`` asks for beside the appointment."""
    actor = context.actor
    told = (letter or _letter_of(context, kind)) if context.tells_customers else None
    by = BY_BUSINESS if actor.is_business else BY_CUSTOMER if actor.door in (CHAT, PAGE) else BY_PROGRAM
    return {
        "event": new_id("evt"),
        "kind": kind,
        "details": details,
        "now": context.clock.now(),
        "door": actor.door,
        "actor": actor.id,
        "proof": actor.proof,
        "request": actor.request_id,
        "letter": told,
        "texts": told in TEXTED and _sends_texts(context),
        # Programs and the chat give reasons for the book only.
        "change": {
            "by": by,
            "message": details.get("reason") if actor.is_business else None,
            **(facts or {}),
        },
    }


def _letter_of(context: OperationContext, event: str) -> str | None:
    if event == NO_SHOW_EVENT and setting_of(context.catalogue.organization, "letters.no_show"):
        return NO_SHOW_LETTER
    return LETTERS.get(event)


def _sends_texts(context: OperationContext) -> bool:
    """Whether customers without an address are told of changes by text message."""
    catalogue = context.catalogue
    return catalogue.has_text_provider and bool(setting_of(catalogue.organization, "letters.text_changes"))


async def promise_letter(context: OperationContext, appointment: Appointment, letter_id: str | None) -> None:
    """Promise that the letter written down as ``letter_id`` is sent, one of an appointment after the other;
    nothing where there is none."""
    if letter_id is not None:
        lock = f"letters:{appointment.id}"
        await defer(context.session, LETTER_JOB, lock=lock, queue=MAIL, mail_id=letter_id)


async def announce(
    context: OperationContext, event_id: str, kind: str, subject: str, version: int | None = None
) -> None:
    """Promise, in the transaction of the event, that whoever asked for it is told. Costs nothing where nobody
    did."""
    event = Event(event_id, context.organization_id, kind, subject, context.clock.now(), version)
    await announce_in(context.session, context.catalogue.announced, event)
