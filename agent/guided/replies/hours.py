"""When the business is open and its people are in, in words."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from agent.languages.wording import date_words, join_words, weekday_name
from agent.turn_context import TurnContext
from booking_core.catalogue.locations import Location
from booking_core.catalogue.opening_hours import Window, format_window
from booking_core.catalogue.resources import Resource
from booking_core.time.wall_clock import zone


def has_hours(context: TurnContext, owner: str) -> bool:
    """Whether any hours of a usual week are stored for a location or a person."""
    return any(context.catalogue.weekly(owner, weekday) for weekday in range(7))


def hours_owner(context: TurnContext, person: Resource) -> str:
    """Whose hours a person keeps: their own, else those of their location."""
    return person.id if context.catalogue.has_own_hours(person.id) else person.location_id


def opening_sentence(context: TurnContext, place: Location, day: date) -> str:
    """One sentence: open there from when to when on that day, or closed."""
    windows = context.catalogue.windows(place.id, day)
    sentence = context.says.OPEN_ON if windows else context.says.CLOSED_ON
    told = str(sentence.format(day=date_words(day, context.locale), hours=_spans(context, windows)))
    return told if len(context.catalogue.locations) == 1 else f"{place.name}: {told}"


def staff_day_sentence(context: TurnContext, person: Resource, day: date) -> str:
    """One sentence: in from when to when on that day, or not in."""
    windows = _windows(context, person, day)
    sentence = context.says.STAFF_IN if windows else context.says.STAFF_NOT_IN
    return str(
        sentence.format(
            staff=person.name, day=date_words(day, context.locale), hours=_spans(context, windows)
        )
    )


def staff_week_sentence(context: TurnContext, person: Resource) -> str:
    """One sentence: on which days of a usual week, and when."""
    owner = hours_owner(context, person)
    days = [(weekday, context.catalogue.weekly(owner, weekday)) for weekday in range(7)]
    told = [
        f"{weekday_name(weekday, context.locale)} {_spans(context, windows)}"
        for weekday, windows in days
        if windows
    ]
    return str(context.says.STAFF_WEEK.format(staff=person.name, hours="; ".join(told)))


def _windows(context: TurnContext, person: Resource, day: date) -> list[Window]:
    """Where the person's hours and those of the business overlap that day, with time off taken out."""
    catalogue = context.catalogue
    house = catalogue.windows(person.location_id, day)
    own = catalogue.windows(person.id, day) if catalogue.has_own_hours(person.id) else house
    both = [(max(a, c), min(b, d)) for a, b in own for c, d in house if max(a, c) < min(b, d)]
    midnight = datetime.combine(day, time(), zone(catalogue.location(person.location_id).time_zone))
    off = [
        (int((begin - midnight) / timedelta(minutes=1)), int((end - midnight) / timedelta(minutes=1)))
        for begin, end in catalogue.time_off[person.id]
    ]
    return [
        window for window in both if not any(begin <= window[0] and window[1] <= end for begin, end in off)
    ]


def _spans(context: TurnContext, windows: Sequence[Window]) -> str:
    return join_words([format_window(window) for window in windows], context.says.AND)
