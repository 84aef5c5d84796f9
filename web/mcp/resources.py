"""What an agent can read about the business without asking a tool: who it is, and its terms."""

from collections.abc import Callable
from typing import Any

import mcp_types as types
import msgspec
from mcp.server.context import ServerRequestContext
from mcp.shared.exceptions import MCPError

from booking_core.catalogue.hours.opening_hours import format_window
from booking_core.desk import Desk
from web.api.catalogue.pictures import url_of
from web.api.catalogue.services import PolicyView

JSON = "application/json"
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def information(desk: Desk, public_url: str) -> dict[str, Any]:
    """Name, contact, locations with their weekly hours on their own clock, and what the owner wants told."""
    organization = desk.catalogue.organization
    return {
        "name": organization.name,
        "time_zone": organization.time_zone,
        "currency": organization.currency,
        "email": organization.email,
        "logo_url": url_of(public_url, organization.id, organization.logo),
        "phone": organization.phone,
        "locations": [
            {
                "id": location.id,
                "name": location.name,
                "address": location.address,
                "time_zone": location.time_zone,
                "opening_hours": _hours(desk, location.id),
            }
            for location in desk.list_locations()
        ],
        "facts": organization.facts,
    }


def policies(desk: Desk, _: str) -> dict[str, Any]:
    """For each service: notice, how far ahead, until when it can be cancelled and moved, and whether it has
    to be approved."""
    return {
        "services": [
            {
                "service_id": service.id,
                "name": service.name,
                "min_notice_min": service.min_notice_min,
                "booking_window_days": service.booking_window_days,
                **msgspec.to_builtins(PolicyView.of(service.policy())),
            }
            for service in desk.list_services()
        ]
    }


READERS: dict[str, tuple[str, str, Callable[[Desk, str], dict[str, Any]]]] = {
    "zimun://business/information": (
        "Business information",
        "Name, contact, addresses, opening hours and facts, as the business wrote them.",
        information,
    ),
    "zimun://business/policies": (
        "Booking policies",
        "How early and how late each service can be booked, cancelled and moved; minutes before the start.",
        policies,
    ),
}


async def list_resources(
    _: ServerRequestContext[Any, Any], __: types.PaginatedRequestParams | None
) -> types.ListResourcesResult:
    return types.ListResourcesResult(
        resources=[
            types.Resource(
                uri=uri, name=title.lower().replace(" ", "_"), title=title, description=told, mime_type=JSON
            )
            for uri, (title, told, _) in READERS.items()
        ]
    )


async def templates(
    _: ServerRequestContext[Any, Any], __: types.PaginatedRequestParams | None
) -> types.ListResourceTemplatesResult:
    """There are none; clients ask all the same wherever there are resources."""
    return types.ListResourceTemplatesResult(resource_templates=[])


def read(desk: Desk, uri: str, public_url: str) -> types.ReadResourceResult:
    """Raises ``MCPError`` for anything that was not listed."""
    if uri not in READERS:
        raise MCPError(types.INVALID_PARAMS, "There is no such resource.", {"uri": uri[:200]})
    text = msgspec.json.encode(READERS[uri][2](desk, public_url)).decode()
    return types.ReadResourceResult(contents=[types.TextResourceContents(uri=uri, mime_type=JSON, text=text)])


def _hours(desk: Desk, location_id: str) -> dict[str, list[str]]:
    return {
        name: [format_window(window, "-") for window in desk.catalogue.weekly(location_id, weekday)]
        for weekday, name in enumerate(WEEKDAYS)
    }
