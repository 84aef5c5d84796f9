"""One prompt: how to book for a customer, for people who pick prompts from a menu."""

from typing import Any

import mcp_types as types
from mcp.server.context import ServerRequestContext
from mcp.shared.exceptions import MCPError

BOOK = types.Prompt(
    name="book_appointment",
    title="Book an appointment",
    description="Find a free time, keep it, and book it once the customer agrees.",
    arguments=[
        types.PromptArgument(
            name="service", description="What to book, in the customer's words.", required=True
        ),
        types.PromptArgument(name="when", description="When, in the customer's words.", required=False),
    ],
)
LONGEST_ARGUMENT = 200
STEPS = """\
Book an appointment for me at this business.
What I want: {service}
When: {when}

Find the service with list_services and free times with get_availability. Offer me two or three of them. Keep
the one I choose with create_hold, then ask me for my name and an email address or phone number, and whatever
else `required_fields` names. Show me service, day, time, price and terms, and wait for my yes. Only then call
create_booking, and tell me the booking code.
"""


async def list_prompts(
    _: ServerRequestContext[Any, Any], __: types.PaginatedRequestParams | None
) -> types.ListPromptsResult:
    return types.ListPromptsResult(prompts=[BOOK])


async def get_prompt(
    _: ServerRequestContext[Any, Any], asked: types.GetPromptRequestParams
) -> types.GetPromptResult:
    words = asked.arguments or {}
    if asked.name != BOOK.name or not words.get("service"):
        raise MCPError(types.INVALID_PARAMS, "There is the prompt book_appointment; it needs `service`.")
    text = STEPS.format(
        service=words["service"][:LONGEST_ARGUMENT],
        when=words.get("when", "as soon as it fits")[:LONGEST_ARGUMENT],
    )
    message = types.PromptMessage(role="user", content=types.TextContent(text=text))
    return types.GetPromptResult(description=BOOK.description, messages=[message])
