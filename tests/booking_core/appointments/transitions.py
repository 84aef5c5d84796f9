"""What may follow what: each verb in each status, and what becomes of the appointment."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

from booking_core.appointments.appointment import Appointment
from booking_core.desk import Desk
from booking_core.holds.request import HoldRequest
from booking_core.storage.ids import new_id
from tests.cast import at

START, OTHER = at(1, 10), at(2, 10)
HOURS = timedelta(hours=1)
# How an appointment comes to each status, and whether its start has come by then.
STATUSES = (
    "pending",
    "pending, begun",
    "confirmed",
    "confirmed, begun",
    "cancelled",
    "cancelled, begun",
    "declined",
    "completed",
    "no_show",
)
Verb = Callable[[Desk, Appointment, int | None], Awaitable[Any]]


async def holds(desk: Desk, one: Appointment, _: int | None) -> None:
    await desk.hold(HoldRequest(one.service_id, OTHER, new_id("key"), reschedule_of=one.id))


VERBS: dict[str, Verb] = {
    "hold to move": holds,
    "move": lambda desk, one, version: desk.reschedule(one.id, start=OTHER, expected_version=version),
    "move to where it is": lambda desk, one, version: desk.reschedule(
        one.id, start=one.starts_at, expected_version=version
    ),
    "move to where it is, with anybody": lambda desk, one, version: desk.reschedule(
        one.id, start=one.starts_at, staff="any", expected_version=version
    ),
    "cancel": lambda desk, one, version: desk.cancel(one.id, expected_version=version),
    "approve": lambda desk, one, version: desk.approve(one.id, expected_version=version),
    "decline": lambda desk, one, version: desk.decline(one.id, expected_version=version),
    "complete": lambda desk, one, version: desk.complete(one.id, expected_version=version),
    "no_show": lambda desk, one, version: desk.no_show(one.id, expected_version=version),
}
MOVES = ("hold to move", "move", "move to where it is", "move to where it is, with anybody")
DECISIONS = ("cancel", "approve", "decline", "complete", "no_show")
# What becomes of it: a status for what changes, None for a success that changes nothing, and of everything
# else the refusal.
HOLDS, STAYS = "held", None
OVER = dict.fromkeys(MOVES, "not_reschedulable")
ILLEGAL, TOO_EARLY = "illegal_transition", "not_started"
BECOMES: dict[str, dict[str, str | None]] = {
    "pending": {
        "hold to move": HOLDS, "move": "pending_approval", "move to where it is": STAYS,
        "move to where it is, with anybody": STAYS, "cancel": "cancelled", "approve": "confirmed",
        "decline": "cancelled", "complete": TOO_EARLY, "no_show": TOO_EARLY,
    },
    "pending, begun": OVER | {
        "cancel": "already_started", "approve": "confirmed", "decline": "cancelled", "complete": ILLEGAL,
        "no_show": ILLEGAL,
    },
    "confirmed": {
        "hold to move": HOLDS, "move": "confirmed", "move to where it is": STAYS,
        "move to where it is, with anybody": STAYS,
        "cancel": "cancelled", "approve": STAYS, "decline": ILLEGAL, "complete": TOO_EARLY,
        "no_show": TOO_EARLY,
    },
    "confirmed, begun": OVER | {
        "cancel": "already_started", "approve": STAYS, "decline": ILLEGAL, "complete": "completed",
        "no_show": "no_show",
    },
    "cancelled": OVER | {
        "cancel": STAYS, "approve": ILLEGAL, "decline": STAYS, "complete": TOO_EARLY, "no_show": TOO_EARLY,
    },
    "cancelled, begun": OVER | {
        "cancel": STAYS, "approve": ILLEGAL, "decline": STAYS, "complete": ILLEGAL, "no_show": ILLEGAL,
    },
    "declined": OVER | {
        "cancel": STAYS, "approve": ILLEGAL, "decline": STAYS, "complete": TOO_EARLY, "no_show": TOO_EARLY,
    },
    "completed": OVER | {
        "cancel": "already_started", "approve": ILLEGAL, "decline": ILLEGAL, "complete": STAYS,
        "no_show": "no_show",
    },
    "no_show": OVER | {
        "cancel": "already_started", "approve": ILLEGAL, "decline": ILLEGAL, "complete": "completed",
        "no_show": STAYS,
    },
}  # fmt: skip
CHANGED = ("pending_approval", "confirmed", "cancelled", "completed", "no_show")
