"""Businesses of one person and one service, as plain as they may be."""

from typing import Any

from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.hours.opening_hours import OpeningOverride, OpeningWindow, TimeOff
from booking_core.catalogue.locations import Location
from booking_core.catalogue.organizations import Organization
from booking_core.catalogue.resources import Resource
from booking_core.catalogue.services.services import Service, ServiceResource


def open_daily(zone: str, hours: tuple[int, int], **service: Any) -> Catalogue:
    rows: dict[Any, Any] = {
        Location: [Location(id="loc", time_zone=zone, position=0)],
        Resource: [Resource(id="res", location_id="loc", kind="staff", position=0)],
        Service: [plain_service(**service)],
        ServiceResource: [ServiceResource(service_id="srv", resource_id="res")],
        OpeningWindow: [
            OpeningWindow(location_id="loc", weekday=day, opens=hours[0], closes=hours[1]) for day in range(7)
        ],
        OpeningOverride: [],
        TimeOff: [],
    }
    return Catalogue(Organization(id="o"), rows)


def plain_service(**differently: Any) -> Service:
    plain = {
        "id": "srv",
        "durations": [5],
        "buffer_before_min": 0,
        "buffer_after_min": 0,
        "price": None,
        "currency": "EUR",
        "capacity": 1,
        "slot_step_min": 15,
        "min_notice_min": 0,
        "booking_window_days": 62,
        "position": 0,
    }
    return Service(**plain | differently)
