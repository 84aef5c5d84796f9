"""Every code a refusal of the API can carry: its status, what it means, and what to do next."""

from msgspec import Struct


class Code(Struct, frozen=True):
    status: int
    meaning: str
    next: str


CODES = {
    "malformed": Code(400, "The body is no JSON.", "Correct the request."),
    "idempotency_key_required": Code(
        400, "This call needs an Idempotency-Key.", "Send one, fresh for each intention."
    ),
    "invalid_idempotency_key": Code(
        400, "The key is not 1 to 255 visible ASCII characters.", "Send another."
    ),
    "unauthorized": Code(401, "No access token.", "Ask for one at `POST /oauth/token`."),
    "invalid_token": Code(
        401, "The token is unknown, expired or revoked.", "Ask for a new one, then repeat."
    ),
    "insufficient_scope": Code(
        403,
        "The token lacks the scope in `details.scope`.",
        "Ask for a token with that scope, or the owner for it.",
    ),
    "not_found": Code(404, "Unknown here, or another organization's.", "Check the id."),
    "slot_taken": Code(409, "Somebody has booked that time.", "Offer one of the `alternatives`."),
    "slot_held": Code(
        409,
        "Somebody is about to take that time.",
        "Offer one of the `alternatives`, or try again after `retry_after_s`.",
    ),
    "customer_overlap": Code(
        409,
        "This customer has an appointment at that time, and the business books one at a time. A hold is "
        "kept.",
        "Ask the customer.",
    ),
    "hold_expired": Code(
        409,
        "The hold ran out.",
        "If `details.slot_still_free`, hold `details.slot_id` again; or confirm with `if_expired: "
        "rebook_same_slot`.",
    ),
    "hold_released": Code(409, "The hold was let go or replaced.", "Hold a time again."),
    "hold_consumed": Code(
        409, "The hold has become an appointment.", "Look at `GET /appointments/holds/{id}`."
    ),
    "hold_purpose_mismatch": Code(409, "This hold is for something else.", "Hold for the purpose you mean."),
    "price_changed": Code(
        409, "The hold's price is not `expected_price`.", "Tell the customer, then confirm again."
    ),
    "outside_reschedule_window": Code(
        409, "Too late to move it; `details.allowed_until` says when it was possible.", "Ask the business."
    ),
    "outside_cancellation_window": Code(
        409, "Too late to cancel it; `details.allowed_until` says when it was possible.", "Ask the business."
    ),
    "already_started": Code(409, "The appointment has begun.", "Ask the business."),
    "not_reschedulable": Code(
        409, "The appointment is over, or the move would change more than its time.", "Book anew."
    ),
    "illegal_transition": Code(
        409,
        "What it has become cannot become that: only a request is decided on.",
        "Read it again; what is confirmed is cancelled (`cancel`), not declined.",
    ),
    "not_started": Code(409, "It has not begun yet.", "Wait until its start."),
    "version_conflict": Code(409, "Somebody changed it meanwhile.", "Read it again, then decide again."),
    "webhook_limit_reached": Code(409, "There are as many webhooks as there may be.", "Delete one."),
    "idempotency_in_progress": Code(
        409, "The same request is still being worked on.", "Repeat it after `Retry-After`."
    ),
    "appointments_touched": Code(
        409,
        "Appointments in `details.appointments` could not take place any more. Nothing was done.",
        "Decide about each in `touched.decisions`, with `touched.seen` from `details.seen`.",
    ),
    "last_location": Code(409, "A business is somewhere.", "Add another location first."),
    "archived": Code(409, "It is archived, and so it is not changed.", "Restore it, then change it."),
    "settings_busy": Code(
        409, "Somebody else is changing this business just now.", "Repeat it after `Retry-After`."
    ),
    "slot_token_expired": Code(410, "The time was looked up too long ago.", "Look again."),
    "answer_erased": Code(410, "This key was answered, and the answer has been erased.", "Use a new key."),
    "precondition_failed": Code(
        412, "`If-Match` names another version.", "Read it again, then decide again."
    ),
    "too_large": Code(413, "The body is larger than 64 KB, or a picture than 12 MB.", "Send less."),
    "unsupported_media_type": Code(415, "The body is not `application/json`.", "Send JSON."),
    "invalid_field": Code(422, "A field is wrong; `errors` names it.", "Correct it."),
    "name_taken": Code(422, "Another one has this name, in some language.", "Choose another."),
    "own_language": Code(
        422, "Words in the language of the business are no translation.", "Write them in the field itself."
    ),
    "unknown_reference": Code(422, "A field names what is not there, or not any more.", "Name another."),
    "day_taken": Code(422, "This date has other hours already.", "Change those."),
    "fixed": Code(422, "This is chosen once.", "Make a new one."),
    "unknown_field": Code(422, "A field nobody knows.", "Leave it out."),
    "missing_fields": Code(
        422, "Something is missing; `errors` names it. A hold is kept.", "Ask, then repeat."
    ),
    "conflicting_fields": Code(422, "Fields that exclude each other.", "Leave one out."),
    "invalid_contact": Code(422, "An address or number that cannot be one. The hold is kept.", "Ask again."),
    "invalid_answer": Code(422, "An answer that does not fit its question. The hold is kept.", "Ask again."),
    "url_not_allowed": Code(
        422, "Not an https:// address that leads to the open internet.", "Send another `url`."
    ),
    "idempotency_key_reused": Code(422, "The key was used for another request.", "Use a new key."),
    "outside_hours": Code(
        422, "Closed, or nobody who does that is there.", "Offer one of the `alternatives`."
    ),
    "too_soon": Code(422, "Sooner than the business can prepare.", "Offer one of the `alternatives`."),
    "too_far": Code(422, "Further ahead than can be booked.", "Offer one of the `alternatives`."),
    "off_grid": Code(
        422, "Not one of the minutes appointments start at.", "Offer one of the `alternatives`."
    ),
    "duration_not_allowed": Code(422, "The service does not come in that length.", "See `durations_min`."),
    "staff_not_qualified": Code(422, "That person does not do this service.", "See the service's `staff`."),
    "party_too_large": Code(422, "More people than there are places.", "See the service's `capacity`."),
    "nonexistent_local_time": Code(422, "The clocks go forward over that time.", "Choose another."),
    "ambiguous_local_time": Code(
        422, "The clocks go back over that time: it happens twice.", "Send one of `details.instants`."
    ),
    "unknown_time_zone": Code(422, "Not an IANA time zone.", "Send one, such as Europe/Berlin."),
    "invalid_range": Code(422, "The end is not after the start.", "Correct it."),
    "range_too_long": Code(422, "More than 62 days.", "Ask in parts."),
    "hold_extension_limit": Code(422, "It has been extended as often as it may.", "Confirm, or let it go."),
    "precondition_required": Code(
        428, "No `If-Match` header names the version you know.", "Read it, and send its `ETag`."
    ),
    "rate_limited": Code(429, "More requests than this client may send.", "Wait `Retry-After` seconds."),
    "hold_limit_reached": Code(
        429, "More holds at once than this client may have.", "Release some, or wait."
    ),
    "booking_limit_reached": Code(
        429,
        "As many bookings as may be made without the front desk: by this client today. The hold is kept.",
        "Ask the business.",
    ),
    "unavailable": Code(503, "Something we need is away.", "Repeat with the same key after `Retry-After`."),
    "outcome_unknown": Code(
        503, "We cannot tell yet whether it went through.", "Repeat with the same key until it is answered."
    ),
}
# What any call may be refused with, before it is looked at.
ALWAYS = ("unauthorized", "invalid_token", "insufficient_scope", "rate_limited", "unavailable")
WITH_QUERY = ("invalid_field", "unknown_field", "missing_fields")
WITH_BODY = (*WITH_QUERY, "malformed", "too_large", "unsupported_media_type")
WITH_FILE = ("too_large", "invalid_field")
WITH_KEY = (
    "invalid_idempotency_key",
    "idempotency_key_reused",
    "idempotency_in_progress",
    "answer_erased",
)
