"""How an appointment moves: the new time is taken and the old one left in one step, or nothing changes."""

from contextlib import suppress
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from msgspec import Struct
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from booking_core.appointments import Appointment
from booking_core.audit import AuditEntry
from booking_core.blocks import block_for, free_claims, leave_seats, lock_resources, sits_alone, take_seats
from booking_core.booking import let_go_afterwards, let_go_now, lost, must_be_live, won_again
from booking_core.changes import MOVED_EVENT, change_recorded, must_be_in_time
from booking_core.diaries import diary_of
from booking_core.errors import Conflict, Invalid, SlotTaken, Unavailable
from booking_core.hold_requests import HoldRequest
from booking_core.holds import HOLD_CONFIRMED, RESCHEDULE, SHORTEST_HOLD, Hold
from booking_core.resources import STAFF

if TYPE_CHECKING:
    from booking_core.desk import Desk

SAME, ANY = "same", "any"


class Moved(Struct, frozen=True):
    """An appointment where it is now, and where it was (UTC). ``unchanged`` where it was there already."""

    appointment: Appointment
    previous_start: datetime
    previous_end: datetime
    unchanged: bool = False


async def moved_to_hold(
    desk: "Desk",
    appointment: Appointment,
    hold: Hold,
    *,
    expected_version: int | None = None,
    reason: str | None = None,
) -> Moved:
    """Raises ``Conflict`` for a hold that is not for moving this appointment, and all that a confirm raises."""
    if hold.appointment_id == appointment.id and hold.purpose == RESCHEDULE:
        return await _moved_before(desk, appointment, hold)
    if hold.purpose != RESCHEDULE or hold.reschedule_of != appointment.id:
        raise Conflict("This hold is not for moving that appointment.", code="hold_purpose_mismatch")
    appointment.must_be_version(expected_version)
    must_be_movable(desk, appointment)
    start, end = appointment.starts_at, appointment.ends_at
    await must_be_live(desk, hold)
    await won_again(desk, hold)
    await _taken(desk, appointment, hold)
    hold.status, hold.appointment_id = HOLD_CONFIRMED, appointment.id
    let_go_afterwards(desk, hold.id)
    await change_recorded(
        desk,
        appointment,
        MOVED_EVENT,
        hold=hold.id,
        reason=reason,
        previous=start.isoformat(),
        previous_end=end.isoformat(),
    )
    return Moved(appointment, start, end)


async def moved_to_start(
    desk: "Desk",
    appointment: Appointment,
    start: datetime,
    staff: str,
    *,
    location_id: str | None = None,
    expected_version: int | None = None,
    reason: str | None = None,
) -> Moved:
    """The same without a hold in hand: the time is held for as long as the move takes. It stays at its location where no other is named,
    nor anybody who works at another."""
    appointment.must_be_version(expected_version)
    appointment.must_be_movable(desk.clock.now())
    is_there = location_id in (None, appointment.location_id) and staff in (
        SAME,
        ANY,
        *appointment.resource_ids,
    )
    if appointment.starts_at == start and is_there:
        return Moved(appointment, appointment.starts_at, appointment.ends_at, unchanged=True)
    must_be_movable(desk, appointment)
    hold = await desk.hold(_request(desk, appointment, start, staff, location_id))
    try:
        return await moved_to_hold(desk, appointment, hold, reason=reason)
    except BaseException:
        with suppress(Unavailable):
            await desk.holds.release(desk.organization_id, hold.id, hold.owner)
        raise


def must_be_movable(desk: "Desk", appointment: Appointment) -> None:
    """Raises ``Conflict`` for an appointment that is over, has begun, or begins too soon for what was agreed."""
    appointment.must_be_movable(desk.clock.now())
    must_be_in_time(desk, appointment, "reschedule_cutoff_min", "outside_reschedule_window")


async def must_fit_the_move(desk: "Desk", ask: HoldRequest) -> None:
    """A hold for a move is for the same service, length and people. Raises ``Conflict``, ``Invalid`` or ``NotFound``."""
    if ask.reschedule_of is None:
        return
    appointment = await desk.find(ask.reschedule_of)
    must_be_movable(desk, appointment)
    if (appointment.service_id, appointment.party_size) != (ask.service_id, ask.party_size):
        raise Invalid("A move keeps the service and the number of people.", code="not_reschedulable")
    if ask.duration_min not in (None, length_of(appointment)):
        raise Invalid("A move keeps the length.", code="duration_not_allowed")
    if (diary := await diary_of(desk, appointment.customer_id)) is not None:
        end = ask.start + timedelta(minutes=length_of(appointment))
        await diary.must_be_free(desk, ask.start, end, besides=appointment.id)


def length_of(appointment: Appointment) -> int:
    """In minutes."""
    return (appointment.ends_at - appointment.starts_at) // timedelta(minutes=1)


def _request(
    desk: "Desk", appointment: Appointment, start: datetime, staff: str, location_id: str | None
) -> HoldRequest:
    named = next((one for one in appointment.resource_ids if _is_staff(desk, one)), None)
    staff_id = {SAME: named, ANY: None}.get(staff, staff)
    if location_id is None and staff in (SAME, ANY):
        location_id = appointment.location_id
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


def _is_staff(desk: "Desk", resource_id: str) -> bool:
    known = desk.catalogue.resources.get(resource_id)
    return known is not None and known.kind == STAFF


async def _taken(desk: "Desk", appointment: Appointment, hold: Hold) -> None:
    diary = await diary_of(desk, appointment.customer_id)
    locks = [*appointment.resource_ids, *hold.resource_ids, *(diary.locks if diary else ())]
    await lock_resources(desk.session, locks)
    if diary:
        await diary.must_be_free(desk, hold.starts_at, hold.ends_at, besides=appointment.id)
    left = appointment.block_id
    if left is None:
        raise Conflict("This appointment has no time to leave.", code="not_reschedulable")
    service = desk.catalogue.service(hold.service_id)
    try:
        if await sits_alone(desk.session, left, appointment.id):
            await free_claims(desk.session, left)
        block = await block_for(desk.session, hold, service.capacity)
        appointment.move(block, hold.resource_ids)
        await desk.session.flush()
        await leave_seats(desk.session, left, appointment.id)
        await take_seats(desk.session, block, appointment.id, appointment.party_size)
    except IntegrityError as error:
        await let_go_now(desk, hold)
        raise SlotTaken("That time has just been taken.") from error
    except SlotTaken as refusal:
        raise await lost(desk, hold, refusal) from refusal


async def _moved_before(desk: "Desk", appointment: Appointment, hold: Hold) -> Moved:
    """What the same move answered when it was made: its audit entry knows."""
    let_go_afterwards(desk, hold.id)
    entry = await desk.session.scalar(
        select(AuditEntry).where(
            AuditEntry.organization_id == desk.organization_id,
            AuditEntry.subject == appointment.id,
            AuditEntry.details["hold"].astext == hold.id,
        )
    )
    if entry is None:
        return Moved(appointment, appointment.starts_at, appointment.ends_at, unchanged=True)
    start, end = (datetime.fromisoformat(entry.details[key]) for key in ("previous", "previous_end"))
    return Moved(appointment, start, end)
