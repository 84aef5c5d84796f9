"""Letters to the team and to the business of what becomes of appointments: written down in the transaction of
the change, for whoever wants to hear of it and may see it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import bindparam
from sqlalchemy.dialects.postgresql import JSONB

from booking_core.appointments.appointment import Appointment
from booking_core.catalogue.settings.settings import setting_of
from booking_core.context import OperationContext
from booking_core.storage.database import statement
from booking_core.storage.events import CANCELLED_EVENT, CONFIRMED_EVENT, MOVED_EVENT, REQUESTED_EVENT
from booking_core.storage.jobs import MAIL, defer

# Writes and sends one of them; its one argument is the letter's id.
TEAM_LETTER_JOB = "send_team_letter"
# What people may want to hear of, by the event.
WISHES = {
    CONFIRMED_EVENT: "booked",
    REQUESTED_EVENT: "requested",
    MOVED_EVENT: "moved",
    CANCELLED_EVENT: "cancelled",
}
TEAM_LETTERS = {wish: f"team_{wish}" for wish in WISHES.values()}
# Whose a letter is that goes to the business's own address.
BUSINESS = "business"
WRITE = statement(Path(__file__).parent / "team_letters.sql").bindparams(bindparam("change", type_=JSONB))


async def promise_team_letters(
    context: OperationContext, appointment: Appointment, event: str, change: Mapping[str, Any]
) -> None:
    """Costs nothing where nobody wants to hear of it, nor for what is only brought in from elsewhere."""
    wish = WISHES.get(event)
    business = wish in setting_of(context.catalogue.organization, "letters.business_kinds")
    if wish is None or not context.tells_customers or not (business or wish in context.catalogue.team_wishes):
        return
    before = (change.get("before") or {}).get("resource_ids") or []
    values = {
        "appointment": appointment.id,
        "wish": wish,
        "kind": TEAM_LETTERS[wish],
        "actor": context.actor.id,
        "before": before,
        "business": business,
        "change": dict(change),
        "now": context.clock.now(),
    }
    for letter, reader in (await context.session.execute(WRITE, values)).all():
        lock = f"letters:{appointment.id}:{reader}"
        await defer(context.session, TEAM_LETTER_JOB, lock=lock, queue=MAIL, mail_id=letter)
