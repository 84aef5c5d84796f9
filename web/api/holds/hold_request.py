"""What a client asks to hold, in the desk's words: by a slot's token, or by service and start."""

from datetime import timedelta
from typing import Any

from msgspec import Struct

from booking_core.appointments.appointment import Appointment
from booking_core.desk import Desk
from booking_core.errors import Invalid
from booking_core.holds.request import HoldRequest
from booking_core.live_holds.quotas import Quota
from web.api.values.fields import HoldSeconds, Id, Instant, Minutes, PartySize, SlotId
from web.api.values.instants import moment_of
from web.api.values.slots import SlotTokens


class HoldBody(Struct, frozen=True, forbid_unknown_fields=True):
    """Either `slot_id`, or `service_id` and `start`. `replaces_hold_id` is let go only when the new time is
    won."""

    slot_id: SlotId | None = None
    service_id: Id | None = None
    start: Instant | None = None
    duration_min: Minutes | None = None
    staff_id: Id | None = None
    location_id: Id | None = None
    party_size: PartySize | None = None
    ttl_s: HoldSeconds | None = None
    replaces_hold_id: Id | None = None
    reschedule_of: Id | None = None


async def hold_request(
    body: HoldBody, key: str, desk: Desk, slots: SlotTokens, quotas: tuple[Quota, ...]
) -> HoldRequest:
    """The wish in the desk's words. What is not known here is said before what is wrong with it."""
    moved = await desk.find(body.reschedule_of) if body.reschedule_of else None
    wish = (
        _wish_of_token(body, desk, slots) if body.slot_id is not None else _wish_of_fields(body, desk, moved)
    )
    return HoldRequest(
        **wish,
        key=key,
        party_size=body.party_size or (moved.party_size if moved else 1),
        replaces_hold_id=body.replaces_hold_id,
        reschedule_of=body.reschedule_of,
        quotas=quotas,
        ttl=None if body.ttl_s is None else timedelta(seconds=body.ttl_s),
    )


def _wish_of_token(body: HoldBody, desk: Desk, slots: SlotTokens) -> dict[str, Any]:
    """What, when, with whom and where a slot's token says."""
    if (body.service_id, body.start, body.duration_min, body.staff_id, body.location_id) != (None,) * 5:
        raise Invalid("A `slot_id` says it all: leave the other fields out.", code="conflicting_fields")
    named = slots.read(desk.catalogue, body.slot_id or "")
    return {
        "service_id": named.service_id,
        "start": named.start_at,
        "staff_id": named.staff_id or None,
        "location_id": named.location_id,
        "duration_min": named.duration_min,
    }


def _wish_of_fields(body: HoldBody, desk: Desk, moved: Appointment | None) -> dict[str, Any]:
    """The same from fields of their own; what they leave out is as in the appointment that is to be moved."""
    service_id = body.service_id or (moved.service_id if moved else None)
    if service_id is not None:
        desk.catalogue.service(service_id)
    if body.staff_id is not None:
        desk.catalogue.resource(body.staff_id)
    if service_id is None or body.start is None:
        raise Invalid("Say what and when: `slot_id`, or `service_id` and `start`.", code="missing_fields")
    stays_at = desk.catalogue.place_of_move(moved.location_id, body.staff_id) if moved else None
    location = desk.catalogue.location_for(service_id, body.location_id or stays_at, body.staff_id)
    return {
        "service_id": service_id,
        "start": moment_of(body.start, "start", location.time_zone),
        "staff_id": body.staff_id,
        "location_id": location.id,
        "duration_min": body.duration_min,
    }
