"""How a hold becomes an appointment; step by step, in one transaction.

Order matters: the hold's row, Redis, the sorted locks, then one statement that writes
everything (``confirm.sql``). See ``blocks`` for what the tables refuse by themselves.
"""

from pathlib import Path
from typing import Any

from sqlalchemy import ARRAY, LargeBinary, Row, Text, bindparam, column, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm.attributes import set_committed_value

from booking_core.appointments.appointment import CONFIRMED, PENDING, Appointment
from booking_core.appointments.locks import lock_resources
from booking_core.appointments.overlap_guard import overlap_guard_for
from booking_core.appointments.record import JSONS, announce, promise_letter, record_values
from booking_core.appointments.team.team_letters import promise_team_letters
from booking_core.booking.booking_caps import (
    A_DAY,
    BookingLimitReached,
    CountedName,
    count_values,
    locks_of,
)
from booking_core.booking.confirm_request import ConfirmRequest, must_stand, validate
from booking_core.booking.held_time import (
    give_up_hold,
    must_still_be_given,
    reacquire_hold,
    write_by_newest_catalogue,
)
from booking_core.catalogue.catalogue_lock import catalogue_lock
from booking_core.context import OperationContext
from booking_core.customers.contacts import ContactDetails
from booking_core.errors import (
    Conflict,
    SlotTaken,
)
from booking_core.holds.hold import HOLD_CONFIRMED, Hold
from booking_core.storage.alarms import raise_alarm
from booking_core.storage.database import statement
from booking_core.storage.events import CONFIRMED_EVENT, REQUESTED_EVENT
from booking_core.storage.ids import new_booking_code, new_id

# Two random codes meet once in hundreds of millions; several are brought along for the day when two do.
CODE_TRIES = 4
COLUMNS = ("is_busy", "full_up", "newest", "letter")
CONFIRM = select(Appointment, *map(column, COLUMNS)).from_statement(
    statement(Path(__file__).parent / "confirm.sql").bindparams(
        bindparam("answers", type_=JSONB),
        *JSONS,
        bindparam("codes", type_=ARRAY(Text)),
        bindparam("names", type_=ARRAY(LargeBinary)),
        bindparam("everybody", type_=LargeBinary),
    )
)


async def confirm_hold(context: OperationContext, hold: Hold, request: ConfirmRequest) -> Appointment:
    """The appointment of a hold: claims, seats, audit and event. What is refused before Redis is asked leaves
    the hold as it is.

    Raises ``HoldExpired``, ``Conflict``, ``SlotTaken``, ``SlotHeld``, ``BookingLimitReached`` (the hold is
    kept), and ``InvalidFields`` for the contact or the answers.
    """
    await must_stand(context, hold, request.if_expired)
    contact, answers = validate(context, hold, request)
    if request.expected_price not in (None, hold.money):
        raise Conflict(
            "The price is another than you were told.", code="price_changed", details={"price": hold.money}
        )
    await must_still_be_given(context, hold)
    await reacquire_hold(context, hold)
    names = request.booker.names_to_count(context.catalogue.organization, contact) if request.booker else ()
    await _lock(context, hold, contact, names)
    facts = _sql_values(context, hold, contact, answers) | count_values(context.catalogue.organization, names)

    async def write(values: dict[str, Any]) -> Row[Any]:
        return (await context.session.execute(CONFIRM, facts | values)).one()

    row = await write_by_newest_catalogue(context, hold, write)
    appointment = await _appointment_of_row(context, hold, row)
    set_committed_value(hold, "status", HOLD_CONFIRMED)
    set_committed_value(hold, "appointment_id", appointment.id)
    await promise_letter(context, appointment, row.letter)
    await promise_team_letters(context, appointment, facts["kind"], facts["change"])
    await announce(context, facts["event"], facts["kind"], appointment.id, appointment.version)
    context.release_afterwards(hold.id)
    return appointment


async def _lock(
    context: OperationContext, hold: Hold, contact: ContactDetails, names: tuple[CountedName, ...]
) -> None:
    """Lock what the booking writes. Raises ``Conflict`` where the customer is elsewhere at that time."""
    guard = overlap_guard_for(context, contact)
    guard_locks = guard.locks if guard else ()
    await lock_resources(
        context.session,
        [*hold.resource_ids, *guard_locks],
        first=locks_of(names),
        shared=catalogue_lock(context.organization_id),
    )
    if guard:
        await guard.must_be_free(context, hold.starts_at, hold.ends_at)


async def _appointment_of_row(context: OperationContext, hold: Hold, row: Row[Any]) -> Appointment:
    """What ``confirm.sql`` has written. Raises why it has written nothing."""
    appointment: Appointment | None = row[0]
    if row.is_busy:
        raise_alarm("a day with very many bookings", context.organization_id, context.clock.now())
    if row.full_up:
        raise BookingLimitReached(frozenset(row.full_up))
    if appointment is None:
        raise await give_up_hold(context, hold, SlotTaken("That time has just been taken."))
    return appointment


def _sql_values(
    context: OperationContext, hold: Hold, contact: ContactDetails, answers: dict[str, Any]
) -> dict[str, Any]:
    """What ``confirm.sql`` asks for and the hold does not say."""
    asks = bool(hold.policy.get("requires_approval"))
    return {
        "hold": hold.id,
        "organization": context.organization_id,
        "block": new_id("blk"),
        "customer": new_id("cus"),
        "name": contact.name,
        "email": contact.email,
        "phone": contact.phone,
        "time_zone": contact.time_zone,
        "locale": contact.locale,
        "appointment": new_id("apt"),
        "status": PENDING if asks else CONFIRMED,
        "codes": [new_booking_code() for _ in range(CODE_TRIES)],
        "answers": answers,
        "yesterday": context.clock.now() - A_DAY,
        **record_values(context, REQUESTED_EVENT if asks else CONFIRMED_EVENT, hold=hold.id),
    }
