"""The starts that are wanted after a sentence, as a table says them: days, and hours of the business."""

from datetime import date, datetime, timedelta
from typing import Any

from msgspec import structs

from agent.when import When
from tests.agent.heard.hearing import Heard
from tests.agent.heard.states import NOW
from tests.cast import BERLIN

DAYS = [NOW.date() + timedelta(days=ahead) for ahead in range(62)]
# "The morning" begins when the doors open, for one, and at six for another.
AN_HOUR = 60
STEP = 5


def opening(day: date) -> tuple[int, int]:
    """In minutes from midnight; on Sundays as on other days, for who asks about one."""
    return (10 * 60, 14 * 60) if day.weekday() == 5 else (9 * 60, 18 * 60)


def choose(heard: Heard) -> datetime | None:
    """The start that is kept, if one is."""
    for tool, arguments in heard.calls:
        if tool == "hold_time" and arguments["handle"] in heard.state.offers:
            return heard.state.offers[arguments["handle"]].start.astimezone(BERLIN)
    return None


def days_of(when: When) -> list[date]:
    return [day for day in DAYS if when.allows_day(day)]


def minutes_of(when: When, day: date) -> list[int]:
    first, last = opening(day)
    midnight = datetime.combine(day, datetime.min.time(), BERLIN)
    return [
        minute for minute in range(first, last + 1, STEP) if when.allows(midnight + timedelta(minutes=minute))
    ]


def fits(heard: Heard, right: dict[str, Any], *, is_part: bool = False) -> bool:
    """Whether the days and hours that are wanted now are those of the table; of a part of it, what it does
    not say may stand in another."""
    kept, when = choose(heard), heard.state.draft.when
    searched = [arguments for tool, arguments in heard.calls if tool == "find_times"]
    if kept is not None:
        return _is_moment(kept.date(), f"{kept:%H:%M}", right)
    if "at" in right and _is_bound(searched, right):
        return True
    days = days_of(when)
    if not _fit_days(days, right, is_any=when.soonest or not (when.dates or when.weekdays)):
        return False
    if is_part and not {"at", "from", "to"} & right.keys():
        return True
    day = days[0] if days else DAYS[0]
    return _fit_minutes(when, day, right)


def _is_moment(day: date, clock: str, right: dict[str, Any]) -> bool:
    return right.get("day") == day.isoformat() and right.get("at", clock) == clock


def _is_bound(searched: list[dict[str, Any]], right: dict[str, Any]) -> bool:
    """ "Half an hour later" looks for what is later than something."""
    moments = [one.get("after") or one.get("before") for one in searched]
    return any(
        moment
        and datetime.fromisoformat(moment).astimezone(BERLIN).isoformat()[:16]
        == f"{right.get('day')}T{right['at']}"
        for moment in moments
    )


def _fit_days(days: list[date], right: dict[str, Any], *, is_any: bool) -> bool:
    if "days" in right:
        first, last = map(date.fromisoformat, right["days"])
        without = {right.get("not_day")}
        wanted = [day for day in DAYS if first <= day <= last and day.isoformat() not in without]
        if len(right["days"]) == 2 and (last - first).days == 1:
            return days == wanted
        return [day for day in days if day.weekday() != 6] == [day for day in wanted if day.weekday() != 6]
    if "day" in right:
        return days == [date.fromisoformat(right["day"])]
    return is_any or not {"at", "from", "to"}.isdisjoint(right)


def _fit_minutes(when: When, day: date, right: dict[str, Any]) -> bool:
    minutes = minutes_of(when, day)
    first, last = opening(day)
    if "at" in right and not first <= _minute(right["at"]) <= last:
        # Nobody is there then; it is wanted all the same.
        return [(times.first, times.last) for times in when.times] == [(_minute(right["at"]),) * 2]
    if "at" in right:
        return minutes == [_minute(right["at"])]
    if "from" in right and _minute(right["from"]) >= last:
        # Nobody is there so late; it is wanted all the same.
        return [times.first for times in when.times] == [_minute(right["from"])]
    wanted_first = max(_minute(right["from"]), first) if "from" in right else first
    wanted_last = min(_minute(right["to"]), last) if "to" in right else last
    is_first = bool(minutes) and abs(minutes[0] - wanted_first) <= (AN_HOUR if "from" in right else 0)
    return is_first and abs(minutes[-1] - wanted_last) <= (AN_HOUR if "to" in right else STEP)


def _minute(clock: str) -> int:
    hour, minute = clock.split(":")
    return int(hour) * 60 + int(minute)


def excludes_day(heard: Heard, day: str) -> bool:
    return not heard.state.draft.when.allows_day(date.fromisoformat(day))


def keeps_times(heard: Heard) -> bool:
    """Whether no day and no hour is wanted that was not before; on whose clock is another matter."""
    before, now = heard.before.draft.when, heard.state.draft.when
    return structs.replace(now, zone=before.zone, spans=before.spans) == before
