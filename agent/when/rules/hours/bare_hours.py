"""Hours written as a mere number: "around four", "Friday 2-4", "how about 5?"."""

from __future__ import annotations

from agent.when.calendar.calendar import weekday_after
from agent.when.grammar.clock_face import clock
from agent.when.grammar.engine.items import MatchContext, RuleResult, readings
from agent.when.rules.counting import HOUR_COMES_AFTER, counts_things
from agent.when.rules.days.day_of_month import LARGEST_DAY
from agent.when.rules.hours.clocks import no_clock
from agent.when.rules.stages import BARE_HOURS
from agent.when.values import ClockTime, Hours
from agent.when.vocabulary.catalogue import plain

# Behind "Thursday 11" at its end.
_ENDS = frozenset(["", "stop", "comma", "or", "some", "suits"])
_SOFTLY = frozenset(
    ["please", "pls", "plz", "then", "instead", "thanks", "thx", "dann", "danke", "stattdessen"]
)
# "I sat 2".
_WHO_SITS = frozenset(["i", "we", "they", "he", "she", "you"])


@BARE_HOURS.rule("hour=NUM|DOTTEDINT oclock?")
def bare_hour(place: MatchContext, hour: int) -> RuleResult:
    time = clock(hour, 0)
    if time is None and _is_told_as_hour(place, hour):
        return no_clock(place)
    if time is None or place.after in {"MONTH", "WEAKMONTH", "slash"} or counts_things(place):
        return None
    if [item.kind for item in place.right[:2]] in (["to", "UNIT"], ["of", "UNIT"]):
        return None  # The 14th to the month, as Hebrew says.
    if place.before == "than" and [item.kind for item in place.left[-2:-1]] not in (["later"], ["earlier"]):
        return None  # "Higher than 3"
    is_led = place.before in HOUR_COMES_AFTER or _continues_times(place) or _is_moved_to(place)
    is_led = is_led or (place.before == "" and _day_follows(place))
    return readings("TIME", time) if is_led else None


def _is_told_as_hour(place: MatchContext, hour: int) -> bool:
    """ "A las 25", "alle 26": where what stands before hours stands before nothing else."""
    is_said_so = place.habits.article_days and not place.catalogue.prefixes and not place.habits.hour_words
    ends = place.after in {"", "stop", "comma"}
    return (
        is_said_so and place.before == "at" and ends and hour <= LARGEST_DAY and len(place.left[-1].text) > 1
    )


def _day_follows(place: MatchContext) -> bool:
    """ "5 on Friday", as the whole of an answer."""
    kinds = [item.kind for item in place.right]
    return kinds[:1] == ["on"] and kinds[1:2] in (["WEEKDAY"], ["the"], ["MONTH"], ["ORDINT"])


def _is_moved_to(place: MatchContext) -> bool:
    """ "Move it to 4", but not "go to 4"."""
    return place.before == "to" and any(item.kind == "move" for item in place.left)


def _continues_times(place: MatchContext) -> bool:
    """Whether a time came before, as in "from 9 to 5" and "at 3 or 4"."""
    kinds = [item.kind for item in place.left[-3:]]
    links = {"or", "and", "to", "dash", "until", "comma"}
    if not kinds or kinds[-1] not in links:
        return False
    before = kinds[:-1][-1:] if kinds[-2:-1] != ["comma"] else kinds[:-2][-1:]
    return before == ["TIME"]


@BARE_HOURS.rule("first=NUM link=dash|to|until last=NUM")
def hours_of_day(place: MatchContext, first: int, link: str, last: int) -> RuleResult:
    """ "Friday 2-4": two numbers beside a day."""
    times = clock(first, 0), clock(last, 0)
    is_led = place.before in {"DAY", "WEEKDAY", "WEAKDAY", "DATE", "HOURS"}
    is_led = is_led or (place.before == "" and _day_follows(place)) or link == "until"
    if not is_led or None in times or first == last or counts_things(place):
        return None
    return (*readings("TIME", times[0]), (link, link), *readings("TIME", times[1]))


@BARE_HOURS.rule("hour=NUM comma time=TIME")
def hour_of_list(place: MatchContext, hour: int, time: ClockTime) -> RuleResult:
    """ "11, 11:30 or 12"."""
    first = clock(hour, 0)
    is_list = place.before in HOUR_COMES_AFTER | {"", "stop"} and place.after in {"or", "and", "comma"}
    return (
        (*readings("TIME", first), ("comma", "comma"), *readings("TIME", time)) if first and is_list else None
    )


@BARE_HOURS.rule("first=NUM comma second=NUM comma? or third=NUM")
def hours_of_list(place: MatchContext, first: int, second: int, third: int) -> RuleResult:
    """ "9, 10 or 11 on Friday"."""
    times = [clock(hour, 0) for hour in (first, second, third)]
    is_answer = place.before == "" and _day_follows(place)
    return readings("TIME", *times) if is_answer and None not in times else None


@BARE_HOURS.rule("lead=between|from now link=and|to|until hour=NUM")
def hour_after_now(place: MatchContext, lead: str, link: str, hour: int) -> RuleResult:
    """ "Between now and 5"."""
    time = None if counts_things(place) else clock(hour, 0)
    return ((lead, lead), ("now", "now"), (link, link), *readings("TIME", time)) if time else None


@BARE_HOURS.rule("between part=HOURS link=and|to hour=NUM")
def hour_after_part(place: MatchContext, part: Hours, link: str, hour: int) -> RuleResult:
    """ "Between lunch and 4"."""
    time = None if counts_things(place) else clock(hour, 0)
    return (
        (("between", "between"), *readings("HOURS", part), (link, link), *readings("TIME", time))
        if time
        else None
    )


@BARE_HOURS.rule("hour=NUM suits")
def suiting_hour(place: MatchContext, hour: int) -> RuleResult:
    """ "5 works", "does 5 work": an hour, unless a word before it says what is numbered."""
    time = clock(hour, 0)
    is_led = place.before in {"", "stop", "comma", "asks", "suggest", "and", "or", "the"}
    return readings("TIME", time) if time and is_led and 1 <= hour <= 12 else None


@BARE_HOURS.rule("suggest hour=NUM")
def hour_after_suggestion(place: MatchContext, hour: int) -> RuleResult:
    """ "How about 4?", where nothing else follows."""
    time = clock(hour, 0)
    follows = place.after in {"", "stop", "comma", "or", "on", "DAY", "WEEKDAY", "some"}
    ends = (follows or place.right[0].text.lower() in {"instead", "then"}) and 1 <= hour <= 12
    return readings("TIME", time) if time and ends else None


@BARE_HOURS.rule("day=DAY hour=NUM")
def day_then_hour(place: MatchContext, day: int, hour: int) -> RuleResult:
    time = clock(hour, 0)
    ends = place.after in {"", "stop", "comma"}
    return readings("DAY", day) + readings("TIME", time) if time and ends else None


@BARE_HOURS.rule("weekday=WEAKDAY hour=INT")
def short_weekday_then_hour(place: MatchContext, weekday: int, hour: int) -> RuleResult:
    """ "Massage sat 11", where the number ends what is said; "we sat 2 hours" does not."""
    is_verb = place.left and plain(place.left[-1].text) in _WHO_SITS
    return None if place.after not in {"", "stop"} or is_verb else weekday_then_hour(place, weekday, hour)


@BARE_HOURS.rule("weekday=WEEKDAY hour=INT")
def weekday_then_hour(place: MatchContext, weekday: int, hour: int) -> RuleResult:
    """ "Tuesday 11", unless the coming Tuesday is the eleventh."""
    time = clock(hour, 0) if 1 <= hour <= 12 else None
    ends = place.after in _ENDS or place.right[0].text.casefold() in _SOFTLY
    if (
        time is None
        or not ends
        or place.habits.article_days
        or weekday_after(place.today, weekday).day == hour
    ):
        return None
    return (("WEEKDAY", weekday), *readings("TIME", time))


@BARE_HOURS.rule("hour=NUM at? end=latest|earliest")
def hour_at_the_edge(place: MatchContext, hour: int, end: str) -> RuleResult:
    """ "5 at the latest"."""
    time = clock(hour, 0)
    return (*readings("TIME", time), (end, end)) if time and not counts_things(place) else None


@BARE_HOURS.rule("end=latest|earliest at? hour=NUM")
def edge_of_hours(place: MatchContext, end: str, hour: int) -> RuleResult:
    """ "Latest 5"."""
    time = None if counts_things(place) else clock(hour, 0)
    return ((end, end), ("at", "at"), *readings("TIME", time)) if time else None


@BARE_HOURS.rule("hour=NUM oclock? instead=instead_of at? other=NUM|TIME")
def hour_instead_of(place: MatchContext, hour: int, instead: str, other: int | ClockTime) -> RuleResult:
    """ "5 instead of 4"."""
    time = clock(hour, 0)
    refused = other if isinstance(other, ClockTime) else clock(other, 0)
    if time is None or refused is None or counts_things(place):
        return None
    return (*readings("TIME", time), (instead, instead), *readings("TIME", refused))


@BARE_HOURS.rule("hour=NUM onwards")
def hour_or_later(place: MatchContext, hour: int) -> RuleResult:
    time = clock(hour, 0)
    return (*readings("TIME", time), ("onwards", "onwards")) if time and not counts_things(place) else None


@BARE_HOURS.rule("hour=NUM link=or|dash|to|until time=TIME", "pair=DOTTED link=or|dash|to|until time=TIME")
def hour_before_time(
    _: MatchContext, link: str, time: ClockTime, hour: int = 0, pair: tuple[int, int] | None = None
) -> RuleResult:
    first = clock(*pair) if pair else clock(hour, 0)
    if first is None:
        return None
    if time.is_certain and not first.is_certain:
        earlier = [minute for minute in first.choices() if minute < time.minute]
        first = ClockTime(max(earlier, default=first.guess()), is_certain=True)
    return (*readings("TIME", first), (link, link), *readings("TIME", time))
