"""business_info and hand_over: what customers ask about, and a person when they want one."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from msgspec import Struct

from agent.events import PageEvent
from agent.languages import language_of, sentences_in
from agent.languages.wording import day_and_time, weekday_name
from agent.mentions.concerns import Concern, concern_in
from agent.mentions.offsets import length_in
from agent.tools.arguments.place import place_by_name
from agent.tools.services import length_and_price
from agent.tools.tool import Tool, ToolOutcome
from agent.turn_context import LateCustomer, TurnContext
from agent.ui_blocks import blocks, forms
from booking_core.appointments.by_link.late import LONGEST_MIN
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.hours.opening_hours import format_window
from booking_core.catalogue.locations import Location
from booking_core.desk import Desk

NOT_ENTERED = "not entered yet"


class BusinessInfo(Struct, frozen=True):
    """Facts about the business: name, addresses and opening hours of its places, phone, prices, cancellation
    terms, and what the owner wants told. Name a `location` to be told of one place only."""

    location: str | None = None


class HandOver(Struct, frozen=True):
    """The customer wants a person, or you cannot help: the team is told, and the customer is shown how to
    reach the business. Nobody can join this chat: never say that somebody will. `reason` is a few words."""

    reason: str = ""


async def business_info(context: TurnContext, ask: BusinessInfo) -> ToolOutcome:
    organization = context.catalogue.organization
    place = place_by_name(context, ask.location) or context.place_in_message or context.place
    places = [place] if place else context.catalogue.locations.values()
    return ToolOutcome(
        {
            "name": organization.name,
            "phone": organization.phone or NOT_ENTERED,
            "email": organization.email or NOT_ENTERED,
            "places": [_place(context, one) for one in places],
            "services": {
                service.name: length_and_price(context, service, place)
                for service in context.catalogue.services.values()
            },
            "cancel_until_hours_before": max(
                (s.cancellation_cutoff_min for s in context.catalogue.services.values()), default=0
            )
            / 60,
            "facts": organization.facts,
        }
    )


async def hand_over(context: TurnContext, ask: HandOver) -> ToolOutcome:
    late, draft = _late(context), context.state.draft
    is_for_none = late is not None and not await context.read_only(
        lambda desk: _has_appointment(desk, context)
    )
    if is_for_none and (draft.email or draft.phone):
        return ToolOutcome({"no_appointment": True, "team_was_told": False})
    ways = ways_to_reach(context)
    context.state.team_was_told = True
    context.late = late
    told: dict[str, Any] = {
        "team_was_told": True,
        "somebody_joins_this_chat": False,
        "ways_to_reach_a_person": ways,
    }
    told |= {"no_appointment": True} if is_for_none else {}
    block = blocks.contact_fallback(context.catalogue, context.says.REACH_US_SO, ways.get("opening_hours"))
    happened = PageEvent("handoff.requested", {"reason": ask.reason[:200]})
    return ToolOutcome(told, ((block,) if ways else ()) + _callback_form(context), (happened,))


async def _has_appointment(desk: Desk, context: TurnContext) -> bool:
    """Whether one that was made or proven here is on or comes."""
    own = [await desk.find(one) for one in {*context.state.appointments, *context.state.bookings.values()}]
    return any(one.stands and one.ends_at > context.now for one in own)


def _late(context: TurnContext) -> LateCustomer | None:
    """Whoever will be late wants nobody: the team is told who and how late instead."""
    language = language_of(context.locale)
    if context.pressed is not None or concern_in(context.text, language) is not Concern.LATE:
        return None
    minutes = length_in(context.text, language)
    return LateCustomer(minutes if minutes and minutes <= LONGEST_MIN else None)


def _callback_form(context: TurnContext) -> tuple[dict[str, Any], ...]:
    """A form for a name and a contact, where neither is known nor asked for already: nobody could call back
    otherwise."""
    state = context.state
    if state.contact is not None:
        return ()
    # Whoever chooses a time is asked with it.
    is_choosing = any(one.verb == "time" for one in state.inputs.values())
    is_asked = state.awaits_contact or state.summary is not None or is_choosing or state.is_going_on
    state.callback = True
    if is_asked:
        return ()
    state.close("contact")
    return (forms.callback_form(state),)


def ways_to_reach(context: TurnContext) -> dict[str, str]:
    """How to reach the business, and when: what is stored of that, and nothing else. Hours alone are no
    way."""
    organization = context.catalogue.organization
    ways = {"phone": organization.phone, "email": organization.email}
    known = {name: way for name, way in ways.items() if way}
    places = [context.place] if context.place else list(context.catalogue.locations.values())
    hours = hours_text(context, places)
    return known | ({"opening_hours": hours} if known and hours else {})


def hours_text(context: TurnContext, places: Sequence[Location]) -> str:
    """The weekly hours of those of these places that have any, each by its name where the business has
    several."""
    told = {place.name: business_hours(context.catalogue, context.locale, place) for place in places}
    known = {name: hours for name, hours in told.items() if hours}
    if len(context.catalogue.locations) == 1:
        return next(iter(known.values()), "")
    return " · ".join(f"{name}: {hours}" for name, hours in known.items())


def business_hours(catalogue: Catalogue, locale: str, location: Location) -> str:
    """The weekly hours of a location, days of equal hours together: ``Mon–Wed 09:00–19:00, …``; empty where
    none are stored."""
    if not any(catalogue.weekly(location.id, weekday) for weekday in range(7)):
        return ""
    closed = sentences_in(locale).CLOSED
    weekly = [
        ", ".join(map(format_window, catalogue.weekly(location.id, weekday))) or closed
        for weekday in range(7)
    ]
    runs = [list(run) for _, run in groupby(range(7), key=lambda weekday: weekly[weekday])]
    return "; ".join(f"{_days(run, locale)} {weekly[run[0]]}" for run in runs)


def _place(context: TurnContext, place: Location) -> dict[str, str]:
    """What is stored of a place; what is not says so, lest a model make it up."""
    return {
        "name": place.name,
        "address": place.address or NOT_ENTERED,
        "opening_hours": business_hours(context.catalogue, context.locale, place) or NOT_ENTERED,
        "time_zone": place.time_zone,
        "now_there": day_and_time(context.now, place.time_zone, context.locale),
    }


def _days(run: list[int], locale: str) -> str:
    first, last = weekday_name(run[0], locale), weekday_name(run[-1], locale)
    return first if len(run) == 1 else f"{first}–{last}"


INFO = Tool("business_info", BusinessInfo, business_info, "Looking that up")
HAND_OVER = Tool("hand_over", HandOver, hand_over, "One moment", writes=True)
