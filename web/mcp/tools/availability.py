"""When a service can start."""

from typing import Annotated

from msgspec import Meta

from booking_core.access.scopes import Scope
from web.api.availability.availability import Availability, AvailabilityQuery, free_times
from web.mcp.tool_calls.tool import McpTool, ToolContext


class GetAvailability(AvailabilityQuery, frozen=True, forbid_unknown_fields=True):
    """A dozen times are enough to choose from; more is a page away."""

    limit: Annotated[int, Meta(ge=1, le=100, description="How many times to return.")] = 12


async def get_availability(context: ToolContext, asked: GetAvailability) -> Availability:
    return await free_times(context.desk, asked, context.slots)


TOOLS = (
    McpTool(
        name="get_availability",
        title="Find free times",
        description="""\
Free times of a service, earliest first, each with a `slot_id` for create_hold. Changes nothing, keeps
nothing: a time returned here is free now and may be gone in a minute. Say when with `date`, or with `from`
and `to` (dates or instants, at most 62 days apart); without them it looks at the next two weeks. Narrow with
`weekdays`, `not_before`, `not_after` (wall clock, `17:30`), `staff_id`, `duration_min` (one of the
service's), `party_size` (places in a class). Where a service is offered at several locations (its
`location_ids`), ask the customer at which one and give its `location_id`, or the `staff_id` of somebody. To
move a booking pass its id as `reschedule_of`, with its own service: then its own time does not stand in its
way. Relative dates ("Friday") are to be worked out from `now` and `time_zone` of any answer. Nothing free:
`empty_reason` says why (`closed`, `fully_booked`, `all_held`, `notice`, `beyond_window`,
`no_qualified_staff`, `other_times_only`), `next_available` is the first free time after that.
`next_page_token` asks for more as `page_token`. Offer the customer two or three, in the words of `start`, and
never a time that is not in the answer. Refused with `not_found` for unknown ids, `missing_fields` without a
needed `location_id` (`details.locations` are the choices), `invalid_range` or `range_too_long` for dates,
`duration_not_allowed`, `party_too_large`, `not_reschedulable` (a move keeps its service: for another one book
anew).""",
        arguments=GetAvailability,
        answer=Availability,
        scope=Scope.AVAILABILITY_READ,
        run=get_availability,
    ),
)
