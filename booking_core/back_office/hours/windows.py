"""Opening windows as they are set: minutes from local midnight, none overlapping another."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from msgspec import Struct

from booking_core.catalogue.opening_hours import Window
from booking_core.input.kinds import Listed, Whole, WrongValue
from booking_core.time.wall_clock import DAY_MINUTES

WEEKDAYS = 7
MOST_A_DAY = 12
OPENS, CLOSES = Whole(0, DAY_MINUTES - 1), Whole(1, 2 * DAY_MINUTES)
OVERLAP = "These hours overlap one another."
WINDOW = "opens and closes in minutes from midnight; closes may pass 1440 into the next day"


class DayWindows(Struct, frozen=True):
    """The windows of one date, as pairs; none means closed."""

    takes = f"a list of pairs: {WINDOW}"

    def read(self, value: Any) -> list[list[int]]:
        windows = [list(_window(*_pair(one))) for one in Listed(Anything(), MOST_A_DAY).read(value)]
        _must_not_overlap(windows)
        return sorted(windows)


class WeekWindows(Struct, frozen=True):
    """The windows of a week, each with its ``weekday`` (0 is Monday), ``opens`` and ``closes``."""

    takes = f"a list, each with weekday (0 is Monday), {WINDOW}"

    def read(self, value: Any) -> list[dict[str, int]]:
        given = [_members(one) for one in Listed(Anything(), WEEKDAYS * MOST_A_DAY).read(value)]
        spans = [(day * DAY_MINUTES + opens, day * DAY_MINUTES + closes) for day, opens, closes in given]
        _must_not_overlap(spans, around=WEEKDAYS * DAY_MINUTES)
        return [{"weekday": day, "opens": opens, "closes": closes} for day, opens, closes in sorted(given)]


class Anything(Struct, frozen=True):
    """Read by whoever takes the list apart."""

    takes = "anything"

    def read(self, value: Any) -> Any:
        return value


def _members(value: Any) -> tuple[int, int, int]:
    if not isinstance(value, Mapping) or value.keys() != {"weekday", "opens", "closes"}:
        raise WrongValue("Please give weekday, opens and closes of each.")
    return (Whole(0, WEEKDAYS - 1).read(value["weekday"]), *_window(value["opens"], value["closes"]))


def _pair(value: Any) -> Sequence[Any]:
    if not isinstance(value, list | tuple) or len(value) != len(("opens", "closes")):
        raise WrongValue("Please give opens and closes of each.")
    return value


def _window(opens: Any, closes: Any) -> Window:
    window = OPENS.read(opens), CLOSES.read(closes)
    if window[0] >= window[1]:
        raise WrongValue("It has to close after it opens.")
    return window


def _must_not_overlap(spans: Sequence[Sequence[int]], around: int | None = None) -> None:
    """``around`` is how long the week is whose last window may reach into its first day."""
    ordered = sorted((opens, closes) for opens, closes in spans)
    if around is not None and ordered:
        ordered.append((ordered[0][0] + around, ordered[0][1] + around))
    if any(following[0] < window[1] for window, following in pairwise(ordered)):
        raise WrongValue(OVERLAP)
