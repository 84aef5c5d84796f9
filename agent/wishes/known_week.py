"""The week that is being talked about: a bare weekday is one of its days, not the nearest one of any week."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from agent.languages import language_of
from agent.turn_context import TurnContext
from agent.when import DateRange, When
from agent.when.grammar.lexer import items_of
from agent.when.languages import vocabulary_of
from agent.wishes.unclear_days import read_when

# What says beside a weekday which of them is meant.
SAYS_WHICH = frozenset(
    {
        "next",
        "this",
        "last",
        "in",
        "after",
        "before",
        "DAY",
        "UNIT",
        "MONTH",
        "HOLIDAY",
        "SEASON",
        "NTH",
        "now",
    }
)
WEEKDAYS = frozenset({"WEEKDAY", "WEAKDAY"})
# The weekdays on which a week begins; Monday elsewhere.
BEGINS = {"he": 6, "ar": 6}


def in_known_week(context: TurnContext, text: str, when: When, clock: ZoneInfo) -> When:
    """A bare "Thursday" after "sometime next week", or while a time of another week is held, is of that
    week: the reading moves on by whole weeks."""
    day = _one_day(when)
    if day is None or not _is_bare_weekday(context, text):
        return when
    today = context.now.astimezone(clock).date()
    for period in _known_periods(context, clock):
        if period.holds(day) or period.first is None:
            return when
        eve = datetime.combine(period.first - timedelta(days=1), time(), clock)
        moved = read_when(context, text, now=eve, clock=clock)
        then = _one_day(moved)
        if then is not None and then > today and period.holds(then) and (then - day).days % 7 == 0:
            return moved
    return when


def _known_periods(context: TurnContext, clock: ZoneInfo) -> Iterator[DateRange]:
    """The days that were asked for where they are several, else the week of the one day there is: asked for,
    held, booked, or shown."""
    draft, held = context.state.draft, context.state.held_offer
    wished = draft.when.dates[0] if len(draft.when.dates) == 1 else None
    if wished is not None and wished.first != wished.last:
        yield wished
        return
    begins = BEGINS.get(language_of(context.locale), 0)
    days = [
        wished.first if wished is not None else None,
        held.start.astimezone(clock).date() if held is not None else None,
        draft.base.astimezone(clock).date() if draft.base is not None else None,
    ]
    weeks = {_week_of(start.astimezone(clock).date(), begins) for start in _starts_on_screen(context)}
    known = next((_week_of(day, begins) for day in days if day is not None), None)
    if known is not None:
        yield known
    elif len(weeks) == 1:
        yield weeks.pop()


def _starts_on_screen(context: TurnContext) -> Iterator[datetime]:
    """Those whose buttons are open: what was listed for a booking that is made counts no more."""
    offers = context.state.offers
    shown = (known.value for known in context.state.inputs.values() if known.verb == "time")
    return (offers[one].start for one in shown if one in offers)


def _week_of(day: date, begins: int) -> DateRange:
    first = day - timedelta(days=(day.weekday() - begins) % 7)
    return DateRange(first, first + timedelta(days=6))


def _one_day(when: When) -> date | None:
    if len(when.dates) != 1 or when.dates[0].first != when.dates[0].last:
        return None
    return when.dates[0].first


def _is_bare_weekday(context: TurnContext, text: str) -> bool:
    items = items_of(text, vocabulary_of(context.locale))
    kinds = {item.kind for item in items}
    # Italian "a giovedì" has what stands before stretches elsewhere.
    leads = {
        item.kind for item, after in pairwise(items) if not (item.kind == "in" and after.kind in WEEKDAYS)
    }
    return bool(kinds & WEEKDAYS) and not (leads | {one.kind for one in items[-1:]}) & SAYS_WHICH
