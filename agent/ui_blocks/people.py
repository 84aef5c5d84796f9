"""Services and people as cards: what somebody may choose, and from whom."""

from typing import Any

from agent.ui_blocks.block import new_block, quote_view
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.locations import Location
from booking_core.catalogue.quotes import quote
from booking_core.catalogue.resources import Resource
from booking_core.catalogue.services.services import Service
from booking_core.pictures.picture import picture_path
from booking_core.storage.ids import new_id

# What fits on some screens; whoever has more is asked for the list.
MOST_SERVICES = 12


def service_card(catalogue: Catalogue, service: Service, person: Resource | None = None) -> dict[str, Any]:
    """With the price that it has with a person, or with anybody."""
    told = quote(catalogue, service, service.duration_min, staff_id=person.id if person else None)
    return {
        "id": service.id,
        "name": service.name,
        "description": service.description,
        "picture": picture_path(service.organization_id, service.picture),
        "duration_min": service.duration_min,
        "price": quote_view(told, is_each=service.is_group),
        "lengths": lengths_of(catalogue, service, staff_id=person.id if person else None),
    }


def lengths_of(
    catalogue: Catalogue, service: Service, place: Location | None = None, staff_id: str | None = None
) -> list[dict[str, Any]]:
    """Every length in minutes with name and price, the usual one first; nothing where there is only one."""
    if len(service.durations) == 1:
        return []
    return [
        {
            "duration_min": minutes,
            "name": service.length_name(minutes) or None,
            "price": quote_view(
                quote(catalogue, service, minutes, place, staff_id), is_each=service.is_group
            ),
        }
        for minutes in service.durations
    ]


def person_card(catalogue: Catalogue, person: Resource) -> dict[str, Any]:
    """``services`` are the ids of what they do."""
    return {
        "id": person.id,
        "name": person.name,
        "bio": person.bio,
        "picture": picture_path(person.organization_id, person.picture),
        "services": [one.id for one in catalogue.services_of(person.id)][:MOST_SERVICES],
    }


def person_block(catalogue: Catalogue, person: Resource) -> dict[str, Any]:
    """Who somebody is and what they do; the page asks for their free times itself."""
    services = catalogue.services_of(person.id)[:MOST_SERVICES]
    known = [person.name, person.bio, ", ".join(one.name for one in services)]
    return new_block(
        "person",
        new_id("b"),
        ". ".join(one for one in known if one),
        person=person_card(catalogue, person),
        services=[service_card(catalogue, one, person) for one in services],
    )
