"""When the business is open and its people are in, in words."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from agent.languages.wording import date_words, join_words, weekday_name
from agent.turn_context import TurnContext
from booking_core.catalogue.hours.opening_hours import Window, format_window
from booking_core.catalogue.locations import Location
from booking_core.catalogue.resources import Resource
from booking_core.time.timeline import Horizon, span
from booking_core.time.wall_clock import zone

# The windows of a date may end on the next one.
TWO_DAYS = timedelta(days=2)


def has_hours(context: TurnContext, owner: str) -> bool:
    """Whether any hours of a usual week are stored for a location or a person."""
    return any(context.catalogue.weekly(owner, weekday) for weekday in range(7))


def hours_owner(context: TurnContext, person: Resource, place: Location) -> str:
    """Whose hours a person keeps at a place: their own, else those of the place."""
    return context.catalogue.hours_of(person, place.id) or place.id


def opening_sentence(context: TurnContext, place: Location, day: date) -> str:
    """One sentence: open there from when to when on that day, or closed."""
    windows = context.catalogue.windows(place.id, day)
    sentence = context.says.OPEN_ON if windows else context.says.CLOSED_ON
    told = str(sentence.format(day=date_words(day, context.locale), hours=_spans(context, windows)))
    return told if len(context.catalogue.locations) == 1 else f"{place.name}: {told}"


def staff_day_sentence(context: TurnContext, person: Resource, place: Location, day: date) -> str:
    """One sentence: in from when to when on that day, or not in."""
    windows = _windows(context, person, place, day)
    sentence = context.says.STAFF_IN if windows else context.says.STAFF_NOT_IN
    names = {"staff": person.name, "day": date_words(day, context.locale), "hours": _spans(context, windows)}
    return _at_place(context, person, place, str(sentence.format(**names)))


def staff_week_sentence(context: TurnContext, person: Resource, place: Location) -> str:
    """One sentence: on which days of a usual week, and when."""
    owner = hours_owner(context, person, place)
    days = [(weekday, context.catalogue.weekly(owner, weekday)) for weekday in range(7)]
    told = [
        f"{weekday_name(weekday, context.locale)} {_spans(context, windows)}"
        for weekday, windows in days
        if windows
    ]
    sentence = context.says.STAFF_WEEK.format(staff=person.name, hours="; ".join(told))
    return _at_place(context, person, place, str(sentence))


def _at_place(context: TurnContext, person: Resource, place: Location, sentence: str) -> str:
    """Of who works at several places, at which of them this is."""
    is_travelling = len(context.catalogue.workplaces.of(person.id)) > 1
    return f"{place.name}: {sentence}" if is_travelling else sentence


def _windows(context: TurnContext, person: Resource, place: Location, day: date) -> list[Window]:
    """Where the person's hours there and those of the place overlap that day, with time off taken out."""
    catalogue = context.catalogue
    house = catalogue.windows(place.id, day)
    owner = catalogue.hours_of(person, place.id)
    own = catalogue.windows(owner, day) if owner else house
    both = [(max(a, c), min(b, d)) for a, b in own for c, d in house if max(a, c) < min(b, d)]
    midnight = datetime.combine(day, time(), zone(place.time_zone)).astimezone(UTC)
    horizon = Horizon.between(midnight, midnight + TWO_DAYS)
    away = catalogue.away(horizon, person, place.id)
    return [window for window in both if span(*window) & ~away]


def _spans(context: TurnContext, windows: Sequence[Window]) -> str:
    return join_words([format_window(window) for window in windows], context.says.AND)
