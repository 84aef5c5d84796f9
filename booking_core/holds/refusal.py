"""What to say when a start cannot be had, and which times to offer instead."""

from collections.abc import Sequence

from booking_core.availability import rules
from booking_core.availability.queries import other_slots_near
from booking_core.availability.slots import Question, Slot
from booking_core.context import OperationContext
from booking_core.errors import Invalid, Refusal, SlotHeld, SlotTaken
from booking_core.holds.request import HoldRequest

REFUSED = {
    rules.OFF_GRID: ("off_grid", "That time does not start on the hour pattern we book in."),
    rules.CLOSED: ("outside_hours", "We are not open for that at that time."),
    rules.AWAY: ("outside_hours", "Nobody who does that is there at that time."),
    rules.NOTICE: ("too_soon", "That is too soon for us to prepare."),
    rules.BEYOND_WINDOW: ("too_far", "We do not take bookings that far ahead yet."),
    rules.UNQUALIFIED: ("staff_not_qualified", "That person does not do this service."),
}


def refusal_for(rule: str, alternatives: Sequence[Slot]) -> Refusal:
    """What to say when a rule of availability forbids a start."""
    if rule == rules.FULLY_BOOKED:
        return SlotTaken("That time has just been taken.", alternatives=alternatives)
    if rule == rules.HELD:
        return SlotHeld(
            "Somebody is just about to take that time.", alternatives=alternatives, retry_after_s=60
        )
    code, detail = REFUSED[rule]
    return Invalid(detail, code=code, alternatives=alternatives)


async def others_near(context: OperationContext, request: HoldRequest, question: Question) -> list[Slot]:
    """Other times for what was asked."""
    return await other_slots_near(context, question, request.start, request.reschedule_of)
