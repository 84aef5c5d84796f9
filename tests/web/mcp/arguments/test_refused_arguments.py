"""Arguments that say what to book are never dropped: a misspelt name, a wish no tool knows and a yes that is
none are refused."""

import pytest

from booking_core.core import BookingCore
from booking_core.errors import InvalidField
from booking_core.maintenance.demo import DemoSalon
from tests.web.mcp.conftest import ADA, Agent, allows
from web.mcp.tool_calls.arguments import read_arguments
from web.mcp.tools import ARGUMENTS, TOOLS

# Names that are near no argument, each with a wish, and the argument that the refusal names (none where
# nothing is like it).
WISHES = (
    ("create_hold", "head_count", 4, "party_size"),
    ("create_hold", "adults", 2, "party_size"),
    ("create_hold", "kids", 2, "party_size"),
    ("create_hold", "hairdresser", "Dana", "staff_id"),
    ("create_hold", "worker", "Dana", "staff_id"),
    ("create_hold", "tickets", 4, "party_size"),
    ("create_hold", "companions", 3, "party_size"),
    ("create_hold", "number", 3, "party_size"),
    ("create_hold", "hairdresser_id", "dana", "staff_id"),
    ("create_hold", "tableId", "t9", None),
    ("create_hold", "room_id", "r1", None),
    ("create_hold", "agent_id", "dana", None),
    ("create_hold", "id", "dana", None),
    ("create_hold", "_party_size", 4, "party_size"),
    ("create_hold", "_staff", "Dana", "staff_id"),
    ("create_hold", "sessionId", "with Dana please", None),
    ("create_hold", "requestId", {"staff": "Dana"}, None),
    ("create_hold", "wheelchair", True, None),
    ("create_hold", "fürWen", "Ada", None),
    ("create_booking", "head_count", 4, None),
    ("create_booking", "note", "with Dana please", "answers"),
    ("get_availability", "room", "2", None),
    ("get_availability", "count", 3, "party_size"),
    ("get_availability", "special_requests", "a window", None),
    ("get_availability", "query", "a haircut with Dana", None),
    ("get_availability", "note", "with Dana please", None),
    ("get_availability", "after", "17:00", "not_before"),
    ("get_availability", "earliest", "17:00", "not_before"),
    ("get_availability", "start_after", "17:00", "not_before"),
    ("get_availability", "before", "12:00", "not_after"),
    ("get_availability", "latest", "12:00", "not_after"),
    ("get_availability", "until", "2026-11-30", "to"),
    ("list_locations", "city", "Berlin", None),
    ("list_services", "per_page", 5, None),
)


# Names that say something about the booking, and the argument the refusal names.
MISSPELT = (
    ("get_availability", "staff", "staff_id"),
    ("get_availability", "staffId", "staff_id"),
    ("get_availability", "stylist_name", "staff_id"),
    ("get_availability", "location", "location_id"),
    ("get_availability", "branch", "location_id"),
    ("get_availability", "partysize", "party_size"),
    ("get_availability", "guests", "party_size"),
    ("get_availability", "duration", "duration_min"),
    ("get_availability", "dates", "date"),
    ("get_availability", "start_date", "date"),
    ("get_availability", "timezone", "time_zone"),
    ("get_availability", "weekday", "weekdays"),
    ("get_availability", "not_befor", "not_before"),
    ("create_hold", "party_sise", "party_size"),
    ("create_hold", "people", "party_size"),
    ("create_hold", "start_time", "start"),
    ("create_hold", "employee", "staff_id"),
    ("create_hold", "time_zone", "time_zone"),
    ("create_booking", "party_size", "party_size"),
    ("create_booking", "staff", "staff"),
    ("create_booking", "agreed", "customer_agreed"),
    ("create_booking", "confirmed", "customer_agreed"),
    ("create_booking", "customer_name", "customer"),
    ("reschedule_booking", "new_start", "start"),
    ("reschedule_booking", "new_time", "start"),
    ("cancel_booking", "appointment", "appointment_id"),
    ("cancel_booking", "code", "booking_code"),
)


NO_AGREEMENT = (
    "True",
    "TRUE",
    " true ",
    "true\n",
    "yes",
    "1",
    "y",
    "on",
    "True!",
    "trueish",
    1,
    ["true"],
    {"value": True},
)


@pytest.mark.parametrize(("tool", "name", "right"), MISSPELT)
def test_a_name_that_says_what_to_book_is_refused_and_the_right_one_named(
    tool: str, name: str, right: str
) -> None:
    with pytest.raises(InvalidField) as refused:
        read_arguments({name: "x"}, TOOLS[tool].accepts, ARGUMENTS)
    assert (refused.value.code, refused.value.field) == ("unknown_field", name)
    assert f"`{right}`" in refused.value.detail.partition("Known are")[0]


@pytest.mark.parametrize(("tool", "name", "value", "right"), WISHES)
def test_a_wish_is_refused_whatever_it_is_called(
    tool: str, name: str, value: object, right: str | None
) -> None:
    with pytest.raises(InvalidField) as refused:
        read_arguments({name: value}, TOOLS[tool].accepts, ARGUMENTS)
    assert (refused.value.code, refused.value.field) == ("unknown_field", name)
    hint, _, choices = refused.value.detail.partition("Known are")
    assert ("Perhaps" in hint, f"`{right}`" in hint) == (right is not None, right is not None)
    opposite = {"not_before": "`not_after`", "not_after": "`not_before`"}.get(right or "", "another tool")
    assert opposite not in hint
    assert all(f"`{one}`" in choices for one in TOOLS[tool].input_schema["properties"])


async def test_nothing_is_held_where_an_argument_is_misspelt(agent: Agent) -> None:
    slot = (await agent.slots())[0]
    refused = await agent.refusal("create_hold", slot_id=slot["slot_id"], partysize=3)
    assert refused["code"] == "unknown_field"
    assert "party_size" in refused["detail"]


async def test_only_true_is_an_agreement(api_url: str, core: BookingCore, salon: DemoSalon) -> None:
    """Also as the word of JSON in a string, as clients write it that send all values as strings."""
    await allows(core, salon, public_reads=True, anonymous_booking=True)
    anybody = Agent(api_url, salon)
    hold = await anybody.gets("create_hold", slot_id=(await anybody.slots())[0]["slot_id"])
    asked = {"hold_id": hold["hold_id"], "customer": ADA}
    for no in NO_AGREEMENT:
        refused = await anybody.refusal("create_booking", **asked, customer_agreed=no)
        assert (refused["code"], refused["errors"][0]["field"]) == ("invalid_field", "customer_agreed")
        assert "`true`" in refused["detail"]
    for none in (None, "", False, "false"):
        refused = await anybody.refusal("create_booking", **asked, customer_agreed=none)
        assert refused["code"] == "customer_agreement_needed"
    booked = await anybody.gets("create_booking", **asked, customer_agreed="true")
    assert booked["status"] == "confirmed"
