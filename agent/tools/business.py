"""business_info and hand_over: what customers ask about, and a person when they want one."""

from itertools import groupby

from msgspec import Struct

from agent import blocks
from agent.events import Happened
from agent.languages import sentences_in
from agent.talk import Talk
from agent.tools.services import length_and_price
from agent.tools.tool import Outcome, Tool
from agent.tools.whereabouts import place_named
from agent.wording import day_and_time, weekday_name
from booking_core.catalogue import Catalogue
from booking_core.locations import Location
from booking_core.opening_hours import written


class BusinessInfo(Struct, frozen=True):
    """Facts about the business: name, addresses and opening hours of its places, phone, prices, cancellation terms, and what the owner
    wants told. Name a `location` to be told of one place only."""

    location: str | None = None


class HandOver(Struct, frozen=True):
    """Ask for a person to take over, because the customer wants one or you cannot help. `reason` is a few words."""

    reason: str = ""


async def business_info(talk: Talk, ask: BusinessInfo) -> Outcome:
    organization = talk.catalogue.organization
    place = place_named(talk, ask.location) or talk.place_named or talk.place
    places = [place] if place else talk.catalogue.locations.values()
    return Outcome(
        {
            "name": organization.name,
            "phone": organization.phone,
            "email": organization.email,
            "places": [_place(talk, one) for one in places],
            "services": {
                service.name: length_and_price(service, talk.locale)
                for service in talk.catalogue.services.values()
            },
            "cancel_until_hours_before": max(
                s.cancellation_cutoff_min for s in talk.catalogue.services.values()
            )
            / 60,
            "facts": organization.facts,
        }
    )


async def hand_over(talk: Talk, ask: HandOver) -> Outcome:
    block = blocks.contact_fallback(talk.catalogue, "A person will answer here, or reach us directly:")
    return Outcome(
        {"handed_over": True}, (block,), (Happened("handoff.requested", {"reason": ask.reason[:200]}),)
    )


def business_hours(catalogue: Catalogue, locale: str, location: Location) -> str:
    """The weekly hours of a location, days of equal hours together: ``Mon–Wed 09:00–19:00, …``."""
    closed = sentences_in(locale).CLOSED
    weekly = [
        ", ".join(map(written, catalogue.weekly(location.id, weekday))) or closed for weekday in range(7)
    ]
    runs = [list(run) for _, run in groupby(range(7), key=lambda weekday: weekly[weekday])]
    return "; ".join(f"{_days(run, locale)} {weekly[run[0]]}" for run in runs)


def _place(talk: Talk, place: Location) -> dict[str, str]:
    return {
        "name": place.name,
        "address": place.address,
        "opening_hours": business_hours(talk.catalogue, talk.locale, place),
        "time_zone": place.time_zone,
        "now_there": day_and_time(talk.now, place.time_zone, talk.locale),
    }


def _days(run: list[int], locale: str) -> str:
    first, last = weekday_name(run[0], locale), weekday_name(run[-1], locale)
    return first if len(run) == 1 else f"{first}–{last}"


INFO = Tool("business_info", BusinessInfo, business_info, "Looking that up")
HAND_OVER = Tool("hand_over", HandOver, hand_over, "Asking for a person", writes=True)
