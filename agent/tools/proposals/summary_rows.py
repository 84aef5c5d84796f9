"""The rows of a summary: what, when, how long, with whom, where and for how many."""

from agent.conversation.places import name_and_address
from agent.languages.wording import named_length
from agent.privacy.personal import BOOKING_CODE
from agent.turn_context import TurnContext
from agent.ui_blocks import booking_blocks
from booking_core.appointments.appointment import Appointment
from booking_core.catalogue.catalogue import Catalogue
from booking_core.holds.hold import Hold


async def move_rows(
    context: TurnContext, appointment: Appointment, rows: list[tuple[str, str]]
) -> list[tuple[str, str]]:
    """The rows of a move: from when to when, from whom to whom where that changes, and the code of what is
    moved."""
    await context.vault.learn(context.core, BOOKING_CODE, appointment.code)
    location, names = context.catalogue.location(appointment.location_id), context.says.ROWS
    before = context.local_time_text(appointment.starts_at, location.time_zone)
    people = ", ".join(booking_blocks.staff_names(context.catalogue, appointment.resource_ids))
    if people and people != dict(rows).get(names["with"], ""):
        before = f"{before}; {people}"
    at = next(place for place, row in enumerate(rows) if row[0] == names["when"])
    return [*rows[:at], (names["before"], before), *rows[at:], (names["code"], appointment.code)]


def hold_rows(context: TurnContext, hold: Hold) -> list[tuple[str, str]]:
    """The rows of a summary, each a label and a value in the customer's language; times are on the clock of
    the place."""
    location = context.catalogue.location(hold.location_id)
    names, service = context.says.ROWS, context.catalogue.service(hold.service_id)
    rows = [
        (names["service"], service.name),
        (names["when"], context.local_time_text(hold.starts_at, location.time_zone)),
    ]
    if len(service.durations) > 1:
        minutes = hold.duration_min
        length = context.says.MINUTES.format(minutes=minutes)
        rows.append((names["length"], named_length(length, service.length_name(minutes))))
    # A service that nobody in particular does, or a place without an address, has no such row.
    whereabouts = [
        (names["with"], _staff_names(context.catalogue, hold)),
        (names["where"], name_and_address(context.catalogue, location)),
    ]
    rows += [(name, value) for name, value in whereabouts if value]
    return rows + ([(names["people"], str(hold.party_size))] if hold.party_size > 1 else [])


def _staff_names(catalogue: Catalogue, hold: Hold) -> str:
    return ", ".join(booking_blocks.staff_names(catalogue, hold.resource_ids))
