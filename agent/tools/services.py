"""list_services: what can be booked."""

from typing import Any

from msgspec import Struct

from agent.conversation.places import offered_at
from agent.languages.wording import money
from agent.tools.arguments.place import place_named
from agent.tools.tool import Outcome, Tool
from agent.turn_context import Talk
from agent.ui_blocks import blocks
from booking_core.catalogue.services import Service


class ListServices(Struct, frozen=True):
    """Show what can be booked, with lengths in minutes and prices; at one place where a `location` is named or known. The customer sees
    the list as cards."""

    location: str | None = None


async def list_services(talk: Talk, ask: ListServices) -> Outcome:
    catalogue, several = talk.catalogue, len(talk.catalogue.locations) > 1
    place = place_named(talk, ask.location) or catalogue.locations.get(talk.notepad.draft.location_id or "")
    places = {service.id: offered_at(catalogue, service.id) for service in catalogue.services.values()}
    services = [one for one in catalogue.services.values() if place is None or place in places[one.id]]
    data = {
        "services": [
            {
                "name": service.name,
                "description": service.description,
                **length_and_price(service, talk.locale),
                **({"business_has_to_approve": True} if service.requires_approval else {}),
                "staff": [r.name for r in catalogue.resources_of[service.id] if r.kind == "staff"],
                **({"places": [one.name for one in places[service.id]]} if several else {}),
            }
            for service in services
        ]
    }
    return Outcome(data, (blocks.service_list(talk.notepad, services),) if services else ())


def length_and_price(service: Service, locale: str) -> dict[str, Any]:
    """Those of the usual length; of every length under ``lengths`` where there are several."""
    every = [{"minutes": one, "price": money(service.money_for(one), locale)} for one in service.durations]
    return every[0] if len(every) == 1 else {**every[0], "lengths": every}


TOOL = Tool("list_services", ListServices, list_services, "Looking at the services")
