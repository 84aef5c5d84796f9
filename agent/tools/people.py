"""introduce_person: who somebody of the team is."""

from msgspec import Struct

from agent.mentions.names.people import staff_in
from agent.tools.tool import Tool, ToolOutcome
from agent.turn_context import TurnContext
from agent.ui_blocks.people import person_block
from booking_core.errors import NotFound


class IntroducePerson(Struct, frozen=True):
    """Show who somebody of the team is when the customer asks about them: picture, what is told of them, what
    they do and their next free times. `name` as the customer says it."""

    name: str


async def introduce_person(context: TurnContext, ask: IntroducePerson) -> ToolOutcome:
    """Raises ``NotFound`` for a name that nobody here has, or several have."""
    named = staff_in(context.catalogue, ask.name)
    if len(named) != 1:
        raise NotFound("Nobody here is called so, or more than one.")
    [person] = named
    services = [one.name for one in context.catalogue.services_of(person.id)]
    data = {"name": person.name, "about": person.bio or "not entered yet", "services": services}
    return ToolOutcome(data, (person_block(context.catalogue, person),))


TOOL = Tool("introduce_person", IntroducePerson, introduce_person, "Looking that up")
