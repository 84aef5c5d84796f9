"""What has become of an appointment, as its letters say it."""

from collections.abc import Mapping
from typing import Any

from booking_core.appointments.record import (
    APPROVED_LETTER,
    BY_BUSINESS,
    CANCELLED_LETTER,
    CONFIRMED_LETTER,
    DECLINED_LETTER,
    DISPLACED_LETTER,
    MOVED_LETTER,
    NO_SHOW_LETTER,
    REQUESTED_LETTER,
)
from booking_core.notices.reminders import REMINDER_LETTER

OUTCOMES = {
    CONFIRMED_LETTER: "confirmed",
    REQUESTED_LETTER: "requested",
    APPROVED_LETTER: "approved",
    DECLINED_LETTER: "declined",
    MOVED_LETTER: "moved",
    CANCELLED_LETTER: "cancelled",
    REMINDER_LETTER: "reminder",
    DISPLACED_LETTER: "displaced",
    NO_SHOW_LETTER: "no_show",
}


def outcome_of(kind: str, change: Mapping[str, Any]) -> str:
    """What became of the appointment, or of the request for one."""
    outcome = OUTCOMES[kind]
    if not change.get("is_request"):
        return outcome
    if outcome == "moved":
        return "moved_request"
    return "declined" if change.get("by") == BY_BUSINESS else "withdrawn"
