"""list_services: what can be booked."""

from typing import Any

from msgspec import Struct

from agent.conversation.places import places_offering
from agent.languages.prices import price_text
from agent.tools.arguments.place import place_by_name
from agent.tools.tool import Tool, ToolOutcome
from agent.turn_context import TurnContext
from agent.ui_blocks import blocks
from booking_core.catalogue.locations import Location
from booking_core.catalogue.quotes import quote
from booking_core.catalogue.services.services import Service


class ListServices(Struct, frozen=True):
    """Show what can be booked, with lengths in minutes and prices; at one place where a `location` is named
    or known. The customer sees the list as cards."""

    location: str | None = None


async def list_services(context: TurnContext, ask: ListServices) -> ToolOutcome:
    catalogue, several = context.catalogue, len(context.catalogue.locations) > 1
    place = place_by_name(context, ask.location) or catalogue.locations.get(
        context.state.draft.location_id or ""
    )
    places = {service.id: places_offering(catalogue, service.id) for service in catalogue.services.values()}
    services = [
        one
        for one in catalogue.services.values()
        if catalogue.is_served(one.id) and (place is None or place in places[one.id])
    ]
    data = {
        "services": [
            {
                "name": service.name,
                "description": service.description,
                **length_and_price(context, service, place),
                **({"business_has_to_approve": True} if service.requires_approval else {}),
                "staff": [r.name for r in catalogue.resources_of[service.id] if r.kind == "staff"],
                **({"places": [one.name for one in places[service.id]]} if several else {}),
            }
            for service in services
        ]
    }
    return ToolOutcome(
        data, (blocks.service_list(context.state, catalogue, services, place),) if services else ()
    )


def length_and_price(context: TurnContext, service: Service, place: Location | None) -> dict[str, Any]:
    """Those of the usual length, at a place or at any; of every length under ``lengths`` where there are
    several."""
    quotes = {one: quote(context.catalogue, service, one, place) for one in service.durations}
    every = [
        {
            "minutes": one,
            **({"called": name} if (name := service.length_name(one)) else {}),
            "price": price_text(told, context.locale, is_each=service.is_group),
        }
        for one, told in quotes.items()
    ]
    return every[0] if len(every) == 1 else {**every[0], "lengths": every}


TOOL = Tool("list_services", ListServices, list_services, "Looking at the services")
