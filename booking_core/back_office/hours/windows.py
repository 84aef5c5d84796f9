"""Opening windows as they are set: minutes from local midnight, none overlapping another."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import Any

from msgspec import Struct

from booking_core.catalogue.hours.opening_hours import Window
from booking_core.catalogue.hours.repetition import MOST_WEEKS, Rhythm, check_repetition, ever_meet
from booking_core.errors import InvalidField
from booking_core.input.dates import Day
from booking_core.input.kinds import Anything, Kind, Listed, OrNothing, Whole, WrongValue
from booking_core.time.wall_clock import DAY_MINUTES

WEEKDAYS = 7
MOST_A_DAY = 12
OPENS, CLOSES = Whole(0, DAY_MINUTES - 1), Whole(1, 2 * DAY_MINUTES)
OVERLAP = "These hours overlap one another."
WINDOW = (
    "opens and closes in minutes from midnight; what closes on the next day counts on beyond 1440,"
    " so that 22:00 to 02:00 is 1320 to 1560"
)
NEEDED = {"weekday", "opens", "closes"}
# What is said only of windows that do not hold in every week.
RHYTHM: Mapping[str, Kind] = {
    "every_weeks": Whole(1, MOST_WEEKS),
    "anchor": OrNothing(Day()),
    "until": OrNothing(Day()),
}
MEMBERS = (*sorted(NEEDED), *RHYTHM)
EVERY_WEEK: dict[str, Any] = {"every_weeks": 1, "anchor": None, "until": None}


class DayWindows(Struct, frozen=True):
    """The windows of one date, as pairs; none means closed."""

    takes = f"a list of pairs: {WINDOW}"

    def read(self, value: Any) -> list[list[int]]:
        windows = [list(_window(*_pair(one))) for one in Listed(Anything(), MOST_A_DAY).read(value)]
        if any(one[0] < other[1] and other[0] < one[1] for one, other in combinations(windows, 2)):
            raise WrongValue(OVERLAP)
        return sorted(windows)


class WeekWindows(Struct, frozen=True):
    """The windows of a week, each with its ``weekday`` (0 is Monday), ``opens`` and ``closes``; one that
    holds only every so many weeks, or from a date to another, has ``every_weeks``, ``anchor`` and ``until``
    too."""

    takes = f"a list, each with weekday (0 is Monday), {WINDOW}; and {', '.join(RHYTHM)} if not of every week"

    def read(self, value: Any) -> list[dict[str, Any]]:
        given = [_members(one) for one in Listed(Anything(), WEEKDAYS * MOST_A_DAY).read(value)]
        if any(_ever_overlap(one, other) for one, other in combinations(given, 2)):
            raise WrongValue(OVERLAP)
        return sorted(map(plain, given), key=_in_order)


def week_of(rows: Sequence[Any]) -> list[dict[str, Any]]:
    """The same, of what is kept."""
    return sorted((plain({name: getattr(row, name) for name in MEMBERS}) for row in rows), key=_in_order)


def plain(window: Mapping[str, Any]) -> dict[str, Any]:
    """Without a rhythm where it holds in every week."""
    bare = {name: window[name] for name in ("weekday", "opens", "closes")}
    rhythm = {name: window[name] for name in EVERY_WEEK}
    return bare if rhythm == EVERY_WEEK else bare | rhythm


def _in_order(window: Mapping[str, Any]) -> tuple[Any, ...]:
    rhythm = {**EVERY_WEEK, **window}
    dates = rhythm["anchor"] or date.min, rhythm["until"] or date.max
    return rhythm["weekday"], rhythm["opens"], rhythm["closes"], rhythm["every_weeks"], *dates


def _members(value: Any) -> dict[str, Any]:
    if not isinstance(value, Mapping) or not NEEDED <= value.keys() <= NEEDED | RHYTHM.keys():
        raise WrongValue("Please give weekday, opens and closes of each.")
    opens, closes = _window(value["opens"], value["closes"])
    given = EVERY_WEEK | {name: kind.read(value[name]) for name, kind in RHYTHM.items() if name in value}
    try:
        check_repetition(given["every_weeks"], given["anchor"], given["until"])
    except InvalidField as error:
        raise WrongValue(error.detail) from error
    return {
        "weekday": Whole(0, WEEKDAYS - 1).read(value["weekday"]),
        "opens": opens,
        "closes": closes,
        **given,
    }


def _pair(value: Any) -> Sequence[Any]:
    if not isinstance(value, list | tuple) or len(value) != len(("opens", "closes")):
        raise WrongValue("Please give opens and closes of each.")
    return value


def _window(opens: Any, closes: Any) -> Window:
    window = OPENS.read(opens), CLOSES.read(closes)
    if window[0] >= window[1]:
        raise WrongValue("It has to close after it opens.")
    return window


def _ever_overlap(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether both are ever open at once, be it for a night that ends in the next week."""
    opens, closes = (one["weekday"] * DAY_MINUTES + one[end] for end in ("opens", "closes"))
    for later in (-1, 0, 1):
        shift = (other["weekday"] + later * WEEKDAYS) * DAY_MINUTES
        meets = other["opens"] + shift < closes and opens < other["closes"] + shift
        if meets and ever_meet(_rhythm(one), _rhythm(other), later):
            return True
    return False


def _rhythm(window: Mapping[str, Any]) -> Rhythm:
    return Rhythm(window["weekday"], **{name: window[name] for name in EVERY_WEEK})
