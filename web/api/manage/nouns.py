"""The nouns of a business as programs arrange them, one router each."""

from collections.abc import Mapping
from typing import Any

from booking_core.back_office.categories import Categories
from booking_core.back_office.hours.dates import Dates
from booking_core.back_office.hours.repeated_time_off import RepeatedTimesOff
from booking_core.back_office.hours.time_off import TimesOff
from booking_core.back_office.locations import Locations
from booking_core.back_office.questions import Questions
from booking_core.back_office.resources import Resources
from booking_core.back_office.services import Services
from booking_core.context import OperationContext
from web.api.api_request import ApiRequest
from web.api.catalogue.pictures import url_of
from web.api.manage.description.operations import NounNames
from web.api.manage.noun_routes import ManagedNoun, NounRoutes


def _picture(context: OperationContext, door: ApiRequest, row: Any) -> Mapping[str, Any]:
    return {"picture_url": url_of(door.public_url, context.organization_id, row.picture)}


PICTURE = (("picture_url", str | None),)
LOCATIONS = NounRoutes(
    ManagedNoun(
        Locations,
        "locations",
        NounNames("location", "locations", "locations"),
        "Location",
        "A place of the business, on a clock of its own.",
    )
)
RESOURCES = NounRoutes(
    ManagedNoun(
        Resources,
        "resources",
        NounNames("resource", "resources", "people, rooms and equipment"),
        "Resource",
        "Somebody or something that appointments occupy.",
        PICTURE,
        _picture,
    )
)
CATEGORIES = NounRoutes(
    ManagedNoun(
        Categories,
        "categories",
        NounNames("category", "categories", "categories"),
        "Category",
        "Services that are shown together.",
    )
)
SERVICES = NounRoutes(
    ManagedNoun(
        Services,
        "services",
        NounNames("service", "services", "services"),
        "Service",
        "What can be booked.",
        PICTURE,
        _picture,
    )
)
QUESTIONS = NounRoutes(
    ManagedNoun(
        Questions,
        "questions",
        NounNames("question", "questions", "questions"),
        "Question",
        "What a service asks before it is booked.",
    )
)
DATES = NounRoutes(
    ManagedNoun(
        Dates,
        "dates",
        NounNames("date", "dates", "dates that differ"),
        "Date",
        "Other hours than usual on one date, or none.",
        refusals=("day_taken",),
    )
)
TIMES_OFF = NounRoutes(
    ManagedNoun(
        TimesOff,
        "times_off",
        NounNames("time_off", "times_off", "times off"),
        "TimeOff",
        "When somebody is away, or something cannot be used. Moments are told in UTC.",
    )
)
REPEATED_TIMES_OFF = NounRoutes(
    ManagedNoun(
        RepeatedTimesOff,
        "repeated_times_off",
        NounNames("repeated_time_off", "repeated_times_off", "times off that come again"),
        "RepeatedTimeOff",
        "When somebody is away again and again.",
    )
)
ROUTERS = [
    noun.router
    for noun in (
        LOCATIONS,
        RESOURCES,
        CATEGORIES,
        SERVICES,
        QUESTIONS,
        DATES,
        TIMES_OFF,
        REPEATED_TIMES_OFF,
    )
]
