"""When the business is open and its people are in, in words."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby

from agent.languages.wording import date_words, join_words, weekday_name
from agent.tools.business import hours_text
from agent.turn_context import TurnContext
from agent.when import When
from booking_core.catalogue.hours.opening_hours import Window, format_window
from booking_core.catalogue.locations import Location
from booking_core.catalogue.resources import Resource
from booking_core.time.timeline import Horizon, span
from booking_core.time.wall_clock import zone

# A question about a longer time is about the usual week; nobody reads more than a few sentences of what
# differs.
LONGEST_SPAN, MOST_SENTENCES = timedelta(days=92), 6
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


def span_sentences(context: TurnContext, place: Location, first: date, last: date) -> list[str]:
    """What differs from the usual week between two days, days of equal hours together, with the usual week
    behind it where that holds for the others; empty where nothing differs."""
    catalogue = context.catalogue
    days = [first + timedelta(days=ahead) for ahead in range(min(last - first, LONGEST_SPAN).days + 1)]
    runs = [list(run) for _, run in groupby(days, key=lambda day: list(catalogue.windows(place.id, day)))]
    other = [run for run in runs if any(_differs(context, place, day) for day in run)]
    told = [_run_sentence(context, place, run) for run in other[:MOST_SENTENCES]]
    if told and len(other) < len(runs):
        told.append(str(context.says.ABOUT_HOURS.format(hours=hours_text(context, [place]))))
    return told


def closed_days_sentence(context: TurnContext, days: Sequence[date]) -> str:
    """That every place is closed on each of these days; "" where any is open on any, or no hours are
    stored."""
    places = [one for one in context.catalogue.locations.values() if has_hours(context, one.id)]
    if not places or any(context.catalogue.windows(place.id, day) for place in places for day in days):
        return ""
    return " ".join(context.says.CLOSED_ON.format(day=date_words(day, context.locale)) for day in days)


def _differs(context: TurnContext, place: Location, day: date) -> bool:
    """Whether a date has other hours than its weekday."""
    catalogue = context.catalogue
    if not catalogue.has_override(place.id, day) and not catalogue.holiday(place.id, day):
        return False
    return list(catalogue.windows(place.id, day)) != list(catalogue.weekly(place.id, day.weekday()))


def _run_sentence(context: TurnContext, place: Location, days: Sequence[date]) -> str:
    """One sentence for days that follow each other and have the same hours."""
    if len(days) == 1:
        return opening_sentence(context, place, days[0])
    windows = context.catalogue.windows(place.id, days[0])
    sentence = context.says.OPEN_FROM_TO if windows else context.says.CLOSED_FROM_TO
    first, last = (date_words(day, context.locale) for day in (days[0], days[-1]))
    told = str(sentence.format(first=first, last=last, hours=_spans(context, windows)))
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


def out_of_hours(context: TurnContext, person: Resource | None, place: Location, when: When) -> str:
    """Why the one time that is wanted cannot be, where it lies outside the hours of a person, or of the
    place; "" where it does not, or more than one time is wanted."""
    days, times = when.dates, when.times
    if len(days) != 1 or len(times) != 1 or days[0].first != days[0].last or times[0].first != times[0].last:
        return ""
    day, minute = days[0].first, times[0].first
    if day is None or minute is None or not has_hours(context, place.id):
        return ""
    if not _is_within(minute, context.catalogue.windows(place.id, day)):
        return opening_sentence(context, place, day)
    if person is None or _is_within(minute, _windows(context, person, place, day)):
        return ""
    return staff_day_sentence(context, person, place, day)


def _is_within(minute: int, windows: Sequence[Window]) -> bool:
    return any(opens <= minute < closes for opens, closes in windows)


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
