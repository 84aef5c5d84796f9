"""How an appointment moves: the new time is taken and the old one left in one step, or nothing changes."""

from datetime import datetime
from pathlib import Path
from typing import Any

from msgspec import Struct, structs
from sqlalchemy import Row, column, select
from sqlalchemy.orm.attributes import set_committed_value

from booking_core.appointments.appointment import PENDING, Appointment
from booking_core.appointments.locks import lock_resources
from booking_core.appointments.overlap_guard import overlap_guard_of
from booking_core.appointments.record import record_change
from booking_core.appointments.time_blocks import vacate_block
from booking_core.availability.standing import broken_rules
from booking_core.booking.held_time import (
    give_up_hold,
    must_be_live,
    must_still_be_given,
    reacquire_hold,
    write_by_newest_catalogue,
)
from booking_core.catalogue.catalogue_lock import catalogue_lock
from booking_core.catalogue.resources import STAFF
from booking_core.context import OperationContext
from booking_core.errors import Conflict, SlotTaken
from booking_core.holds.acquire import acquire_hold
from booking_core.holds.hold import HOLD_CONFIRMED, RESCHEDULE, Hold
from booking_core.holds.move_rules import must_be_movable
from booking_core.holds.request import HoldRequest
from booking_core.live_holds.lifetimes import SHORTEST_HOLD
from booking_core.storage.audit import AuditEntry
from booking_core.storage.database import statement
from booking_core.storage.events import MOVED_EVENT
from booking_core.storage.ids import new_id

SAME, ANY = "same", "any"
NO_PLACES = "There are not enough places left at that time."
MOVE = select(Appointment, column("has_block"), column("newest")).from_statement(
    statement(Path(__file__).parent / "move.sql")
)
# The appointment in hand is told where it is now.
REFRESHED = {"populate_existing": True}


class Moved(Struct, frozen=True):
    """An appointment where it is now, and where it was (UTC). ``unchanged`` where it was there already."""

    appointment: Appointment
    previous_start: datetime
    previous_end: datetime
    unchanged: bool = False


async def move_to_hold(
    context: OperationContext,
    appointment: Appointment,
    hold: Hold,
    *,
    expected_version: int | None = None,
    reason: str | None,
) -> Moved:
    """Raises ``Conflict`` for a hold that is not for moving this appointment, and all that a confirm
    raises."""
    if hold.appointment_id == appointment.id and hold.purpose == RESCHEDULE:
        return await _repeat_of_move(context, appointment, hold)
    if hold.purpose != RESCHEDULE or hold.reschedule_of != appointment.id:
        raise Conflict("This hold is not for moving that appointment.", code="hold_purpose_mismatch")
    appointment.must_be_version(expected_version)
    must_be_movable(context, appointment)
    start, end, facts = appointment.starts_at, appointment.ends_at, _facts_before(appointment)
    await must_be_live(context, hold)
    await must_still_be_given(context, hold)
    await reacquire_hold(context, hold)
    await _take_time(context, appointment, hold)
    context.release_afterwards(hold.id)
    await record_change(
        context,
        appointment,
        MOVED_EVENT,
        facts=facts,
        hold=hold.id,
        reason=reason,
        previous=start.isoformat(),
        previous_end=end.isoformat(),
    )
    return Moved(appointment, start, end)


async def move_to_start(
    context: OperationContext,
    appointment: Appointment,
    start: datetime,
    staff: str,
    *,
    location_id: str | None,
    duration_min: int | None = None,
    expected_version: int | None = None,
    reason: str | None,
) -> Moved:
    """The same without a hold in hand: the time is held for as long as the move takes. It stays at its
    location where no other is named, nor anybody who works at another, and as long as it is where no length
    is."""
    appointment.must_be_version(expected_version)
    appointment.must_be_movable(context.clock.now())
    # Where hours or people have changed since, "any" is somebody else.
    stays = () if broken_rules(context.catalogue, appointment) else (ANY,)
    is_there = location_id in (None, appointment.location_id) and staff in (
        SAME,
        *stays,
        *appointment.resource_ids,
    )
    stays_as_long = duration_min in (None, appointment.duration_min)
    if appointment.starts_at == start and is_there and stays_as_long:
        return Moved(appointment, appointment.starts_at, appointment.ends_at, unchanged=True)
    must_be_movable(context, appointment)
    request = _request(context, appointment, start, staff, location_id)
    if not stays_as_long:
        key = f"{request.key}:{duration_min}"
        request = structs.replace(request, key=key, duration_min=duration_min)
    hold = await acquire_hold(context, request)
    context.release_if_undone(hold.id)
    return await move_to_hold(context, appointment, hold, reason=reason)


def _facts_before(appointment: Appointment) -> dict[str, Any]:
    """What a letter tells of where it was."""
    before = {
        "starts_at": appointment.starts_at.isoformat(),
        "ends_at": appointment.ends_at.isoformat(),
        "location_id": appointment.location_id,
        "resource_ids": list(appointment.resource_ids),
    }
    return {"before": before, "is_request": appointment.status == PENDING}


def _request(
    context: OperationContext, appointment: Appointment, start: datetime, staff: str, location_id: str | None
) -> HoldRequest:
    there = context.catalogue.resources_among(appointment.resource_ids)
    named = next((one.id for one in there if one.kind == STAFF), None)
    staff_id = {SAME: named, ANY: None}.get(staff, staff)
    if location_id is None:
        somebody = None if staff in (SAME, ANY) else staff_id
        location_id = context.catalogue.place_of_move(appointment.location_id, somebody)
    return HoldRequest(
        service_id=appointment.service_id,
        start=start,
        key=f"move:{appointment.id}:{appointment.version}:{start.isoformat()}:{staff}:{location_id}",
        staff_id=staff_id,
        location_id=location_id,
        party_size=appointment.party_size,
        reschedule_of=appointment.id,
        ttl=SHORTEST_HOLD,
    )


async def _take_time(context: OperationContext, appointment: Appointment, hold: Hold) -> None:
    guard = await overlap_guard_of(context, appointment.customer_id)
    locks = [*appointment.resource_ids, *hold.resource_ids, *(guard.locks if guard else ())]
    await lock_resources(context.session, locks, shared=catalogue_lock(context.organization_id))
    if guard:
        await guard.must_be_free(context, hold.starts_at, hold.ends_at, besides=appointment.id)
    left = appointment.block_id
    if left is None:
        raise Conflict("This appointment has no time to leave.", code="not_reschedulable")
    facts = {"hold": hold.id, "appointment": appointment.id, "left": left, "block": new_id("blk")}

    async def write(values: dict[str, Any]) -> Row[Any]:
        await vacate_block(context.session, left, appointment.id)
        asked = context.session.execute(MOVE, facts | values, execution_options=REFRESHED)
        return (await asked).one()

    row = await write_by_newest_catalogue(context, hold, write)
    if row[0] is None:
        detail = NO_PLACES if row.has_block else "That time has just been taken."
        raise await give_up_hold(context, hold, SlotTaken(detail))
    set_committed_value(hold, "status", HOLD_CONFIRMED)
    set_committed_value(hold, "appointment_id", appointment.id)


async def _repeat_of_move(context: OperationContext, appointment: Appointment, hold: Hold) -> Moved:
    """What the same move answered when it was made: its audit entry knows."""
    context.release_afterwards(hold.id)
    entry = await context.session.scalar(
        select(AuditEntry).where(
            AuditEntry.organization_id == context.organization_id,
            AuditEntry.subject == appointment.id,
            AuditEntry.details["hold"].astext == hold.id,
        )
    )
    if entry is None:
        return Moved(appointment, appointment.starts_at, appointment.ends_at, unchanged=True)
    start, end = (datetime.fromisoformat(entry.details[key]) for key in ("previous", "previous_end"))
    return Moved(appointment, start, end)
