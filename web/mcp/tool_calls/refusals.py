"""Refusals for models: the problem as the API tells it, and one sentence of what to do next."""

from typing import Any

from booking_core.errors import Conflict, Gone, Invalid, NotFound, Refusal, TooMany, Unavailable
from web.api.description.openapi import Problem
from web.problems import members_of, problem_body, status_of

LOOK_AGAIN = "Call get_availability again and offer the customer what it returns."
OFFER_OTHERS = (
    "Offer the customer one of `alternatives`, or call get_availability; then create_hold for their choice."
)
CORRECT = (
    "Correct the fields named in `errors` and call the tool again; ask the customer where you do not know."
)
NEXT_STEP = {
    "slot_taken": OFFER_OTHERS,
    "slot_held": OFFER_OTHERS,
    "outside_hours": OFFER_OTHERS,
    "too_soon": OFFER_OTHERS,
    "too_far": OFFER_OTHERS,
    "off_grid": LOOK_AGAIN,
    "nonexistent_local_time": "Clocks skip that time. " + LOOK_AGAIN,
    "ambiguous_local_time": "That time happens twice that day: name the start with its offset.",
    "slot_token_expired": LOOK_AGAIN,
    "staff_not_qualified": "Choose one of the service's `staff` from list_services, or leave staff_id out.",
    "duration_not_allowed": "Use one of `durations_min` of the service from list_services.",
    "party_too_large": "Ask for fewer seats, or tell the customer to contact the business.",
    "hold_expired": "Call create_hold again with `details.slot_id`, tell the customer, and go on from there.",
    "hold_released": "Call create_hold again for the time the customer wants.",
    "hold_consumed": (
        "This hold has become a booking already: call create_booking with it again to see which."
    ),
    "hold_extension_limit": "Ask the customer to decide now; the hold cannot be kept longer.",
    "hold_limit_reached": "Call release_hold for a time that is not needed, or wait until it expires.",
    "booking_limit_reached": (
        "Do not repeat it. Tell the customer that no more can be booked here, and give them the contact of "
        "the business."
    ),
    "contact_verification_needed": (
        "Give the customer the address of the chat in `details.chat_url`, where the same time can be "
        "booked, or the contact of the business."
    ),
    "hold_purpose_mismatch": (
        "Holds made with reschedule_of go to reschedule_booking, all others to create_booking."
    ),
    "price_changed": "Tell the customer the price in `details` and ask whether they still want it.",
    "customer_overlap": "Tell the customer that they are booked at that time already; offer another time.",
    "customer_agreement_needed": (
        "Show the customer what will happen, wait for their yes, and repeat with customer_agreed=true."
    ),
    "proof_needed": "Ask the customer for the booking code and for the email or phone they booked with.",
    "idempotency_key_reused": "Use a fresh idempotency_key for another time.",
    "outside_cancellation_window": (
        "It is too late to cancel here: give the customer the contact of the business."
    ),
    "outside_reschedule_window": (
        "It is too late to move it here: give the customer the contact of the business."
    ),
    "already_started": "It has begun already: give the customer the contact of the business.",
    "not_reschedulable": "It cannot be moved any more; book anew if the customer wants another time.",
    "illegal_transition": (
        "Call find_booking to see its `status`: only what is pending_approval can be decided on (what is "
        "confirmed is cancelled with cancel_booking), and only what is confirmed can be completed or missed."
    ),
    "not_started": "It has not begun yet: say so, and note it after its start.",
    "version_conflict": "Call find_booking to see what has changed, and ask the customer again.",
    "outcome_unknown": (
        "Repeat the same call with the same arguments: it is safe, and tells what became of it."
    ),
}
BY_KIND: tuple[tuple[type[Refusal], str], ...] = (
    (NotFound, "Check the ids and codes; list_services and find_booking return the right ones."),
    (TooMany, "Wait `retry_after_s` seconds, then repeat the call."),
    (Unavailable, "Wait `retry_after_s` seconds, then repeat the call."),
    (Invalid, CORRECT),
    (Gone, LOOK_AGAIN),
    (
        Conflict,
        "Look at the present state with find_booking or get_availability, and ask the customer again.",
    ),
)


class McpRefusal(Problem, frozen=True, kw_only=True):
    """The problem as the API tells it. `next_step` is what to do about it."""

    next_step: str


def refusal_json(refusal: Refusal, request_id: str) -> dict[str, Any]:
    status = status_of(refusal)
    problem = problem_body(status, refusal.code, refusal.detail, request_id, **members_of(refusal))
    return {**problem, "next_step": next_step(refusal)}


def next_step(refusal: Refusal) -> str:
    by_kind = next((told for kind, told in BY_KIND if isinstance(refusal, kind)), CORRECT)
    return NEXT_STEP.get(refusal.code, by_kind)
