"""Keeping a time while the customer makes up their mind."""

from typing import Annotated

from msgspec import Meta, convert

from booking_core.access.scopes import Scope
from booking_core.input.pattern_words import VISIBLE
from booking_core.storage.ids import new_secret
from web.api.holds.hold import HoldReference
from web.api.holds.hold_request import HoldBody, hold_request
from web.api.holds.hold_view import HoldView, Released
from web.mcp.tool_calls.tool import McpTool, ToolContext

# Shorter ones are counters and names, and two strangers would meet on the same.
Key = Annotated[
    str,
    Meta(
        min_length=16,
        max_length=255,
        pattern=VISIBLE,
        description=(
            "A fresh random value, such as a UUID. The same one again returns the same hold instead of "
            "another."
        ),
    ),
]


class CreateHold(HoldBody, frozen=True, forbid_unknown_fields=True):
    idempotency_key: Key | None = None


async def create_hold(context: ToolContext, asked: CreateHold) -> HoldView:
    caller = context.caller
    # Whoever has no token shares one name with all others; the address keeps their keys apart.
    key = f"{'' if caller.is_known else caller.address}\n{asked.idempotency_key or new_secret()}"
    body = convert({name: getattr(asked, name) for name in HoldBody.__struct_fields__}, HoldBody)
    request = await hold_request(body, key, context.desk, context.slots, caller.quotas)
    return HoldView.of(await context.desk.hold(request), context.desk, context.slots)


async def extend_hold(context: ToolContext, asked: HoldReference) -> HoldView:
    return HoldView.of(await context.desk.extend(asked.hold_id), context.desk, context.slots)


async def release_hold(context: ToolContext, asked: HoldReference) -> Released:
    await context.desk.release(asked.hold_id)
    return Released.of(await context.desk.find_hold(asked.hold_id), context.desk)


TOOLS = (
    McpTool(
        name="create_hold",
        title="Keep a time",
        description="""\
Keep one free time for this customer: nobody else can take it until `expires_at` (ten minutes; `ttl_s` from 60
to 900 seconds). It is not a booking, costs nothing, and needs no agreement; do it as soon as the customer
leans to a time, before asking for their name. Pass a `slot_id` from get_availability (good for 30 minutes),
or `service_id` and `start` with its offset, and the `location_id` where there are several. `replaces_hold_id`
lets an earlier hold go only once the new time is won; use it when the customer changes their mind. For moving
a booking pass its id as `reschedule_of`. The answer says the price and terms as they will be agreed, and in
`required_fields` what create_booking will need. Repeating the call with the same `idempotency_key` returns
the same hold. Refused with `slot_taken` or `slot_held` (somebody was faster: offer one of `alternatives`),
`outside_hours`, `too_soon`, `too_far`, `off_grid`, `duration_not_allowed`, `staff_not_qualified`,
`party_too_large`, `slot_token_expired` (look again), `hold_limit_reached` (let one go first).""",
        arguments=CreateHold,
        answer=HoldView,
        scope=Scope.APPOINTMENTS_WRITE,
        run=create_hold,
        writes=True,
    ),
    McpTool(
        name="extend_hold",
        title="Keep it longer",
        description="""\
Keep a held time ten minutes longer, at most three times and at most 30 minutes in all (`extensions_left`,
`max_expires_at`). Use it while the customer is still answering. Refused with `hold_expired` or
`hold_released` (create_hold again), `hold_consumed` (it is booked already), `hold_extension_limit` (ask for a
decision now).""",
        arguments=HoldReference,
        answer=HoldView,
        scope=Scope.APPOINTMENTS_WRITE,
        run=extend_hold,
        writes=True,
    ),
    McpTool(
        name="release_hold",
        title="Let a time go",
        description="""\
Give a held time back, so that others can have it: do it when the customer decides against it. Books and
cancels nothing. Releasing what has run out already is a success. Refused with `hold_consumed` when it has
become a booking: that is for cancel_booking.""",
        arguments=HoldReference,
        answer=Released,
        scope=Scope.APPOINTMENTS_WRITE,
        run=release_hold,
        writes=True,
    ),
)
