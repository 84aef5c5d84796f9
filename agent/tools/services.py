"""list_services: what can be booked."""

from msgspec import Struct

from agent import blocks
from agent.talk import Talk
from agent.tools.tool import Outcome, Tool
from agent.wording import money


class ListServices(Struct, frozen=True):
    """Show what can be booked, with lengths in minutes and prices. The customer sees the list as cards."""


async def list_services(talk: Talk, _: ListServices) -> Outcome:
    services = list(talk.catalogue.services.values())
    data = {
        "services": [
            {
                "name": service.name,
                "description": service.description,
                "minutes": service.duration_min,
                "price": money(service.money, talk.locale),
                "staff": [r.name for r in talk.catalogue.resources_of[service.id] if r.kind == "staff"],
            }
            for service in services
        ]
    }
    return Outcome(data, (blocks.service_list(talk.notepad, services),))


TOOL = Tool("list_services", ListServices, list_services, "Looking at the services")
