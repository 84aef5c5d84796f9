"""A bare number said while the day wished so far is refused: "Oh no, I'm away then. 7?" means the 7th, and
never the old day at seven."""

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec import Struct, structs

from agent.assent import refuses_anywhere, words_beyond_an_answer
from agent.languages import language_of
from agent.mentions.names.people import staff_in
from agent.mentions.names.services import services_in
from agent.turn_context import TurnContext
from agent.when import DateRange, When, WhenProblem
from agent.when.grammar.engine.items import Item
from agent.when.grammar.lexer import items_of
from agent.when.languages import vocabulary_of
from agent.when.values import DAY_OR_HOUR
from agent.when.vocabulary.catalogue import plain

LONGEST_MONTH = 31
# A number told with one of these is an hour, or counts something.
_TOLD_OTHERWISE = frozenset(
    {"oclock", "am", "pm", "half", "quarter", "of", "slash", "to", "until", "from", "between", "past"}
    | {"after", "before", "around", "since", "earlier", "later", "onwards", "less", "dash"}
)
_NUMBERS = frozenset({"INT", "NUMWORD", "DOTTEDINT", "NUMMONTH"})
_HOURS_TOLD = frozenset({"PART", "HHMM", "NH", "TIME", "earlier", "later", "time", "RELATIVE"})
_ENDS = frozenset({"comma", "stop", "other", "but"})
_REFUSES = frozenset({"not", "no", "nor", "unsuitable", "except", "instead_of"})
# Of one word beyond an answer nobody can tell what it is.
FEWEST_WORDS = 2


class DayClause(Struct, frozen=True):
    """The items between two marks."""

    items: tuple[Item, ...]

    @property
    def kinds(self) -> frozenset[str]:
        return frozenset(item.kind for item in self.items)

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers in it that may be days; none where it tells an hour, a day, or so many of something."""
        told = {kind for kind in self.kinds if kind.isupper()}
        if not told or told - _NUMBERS or self.kinds & _TOLD_OTHERWISE:
            return ()
        values = [item.value for item in self.items if item.kind in _NUMBERS]
        return tuple(one[0] if isinstance(one, tuple) else one for one in values)

    @property
    def says_day(self) -> bool:
        """ "That day"."""
        return any(item.kind == "UNIT" and item.value == "day" for item in self.items)

    @property
    def is_led_as_hour(self) -> bool:
        """ "At 7", "um 7"; a preposition written onto the number ("ב-7") stands before days as well."""
        return any(item.kind == "at" and item.text for item in self.items)

    @property
    def denies_hour(self) -> bool:
        return self.is_led_as_hour and bool(self.kinds & _REFUSES)


def day_instead(context: TurnContext, text: str, when: When) -> When:
    """The reading of a text, where a bare number in it takes the place of the day that is refused in it: as
    that day where nothing else can be meant, else as a problem to be asked about. Nothing changes where no
    day is refused."""
    old = _day_wished(context)
    if old is None or when.weekdays or when.problems or any(days.first != old for days in when.dates):
        return when
    clauses = _clauses(context, text)
    if any(clause.denies_hour for clause in clauses) or any(clause.kinds & _HOURS_TOLD for clause in clauses):
        return when  # "Not at 5, 7?"
    hours = _hours_wished(context)
    refused = [one for one in clauses if one.kinds & _REFUSES and (old.day in one.numbers or one.says_day)]
    if refused and old.day % 12 in hours:
        return when  # The hour is as likely meant.
    told = [one for one in clauses if _new_numbers(one, old, context)]
    if not told:
        return _without(when, old) if refused else when
    number = told[-1]
    is_known_hour = number.is_led_as_hour and {one % 12 for one in number.numbers} <= hours
    if when.dates and is_known_hour and not refused:
        return when  # "Thursday 10 I meant, at 11": both are told again.
    certainty = _refusal(context, text, number, is_named=bool(refused or old in _denied_days(when)))
    if not certainty:
        return when
    days = tuple(day for one in _new_numbers(number, old, context) if (day := _nearest(context, old, one)))
    if certainty == "refused" and not hours and not number.is_led_as_hour:
        return structs.replace(_without(when, old), dates=tuple(DateRange(day, day) for day in days))
    spoken = [item for item in number.items if item.kind in _NUMBERS]
    words = text[spoken[0].start : spoken[-1].end]
    return structs.replace(_without(when, old), problems=(WhenProblem(DAY_OR_HOUR, words, (*days, old)),))


def day_of_number(context: TurnContext, text: str, asked: Sequence[date]) -> date | None:
    """Of the days that were asked about, the only one whose number a text is: "7"."""
    said = {number for clause in _clauses(context, text) for number in clause.numbers}
    meant = [day for day in asked if day.day in said]
    return meant[0] if len(meant) == 1 else None


def _day_wished(context: TurnContext) -> date | None:
    """The one day that is wanted so far."""
    dates = context.state.draft.when.dates
    return dates[0].first if len(dates) == 1 and dates[0].first == dates[0].last else None


def _hours_wished(context: TurnContext) -> frozenset[int]:
    """The hours wanted so far, on the clock face."""
    times = context.state.draft.when.times
    return frozenset(one.first // 60 % 12 for one in times if one.first is not None)


def _denied_days(when: When) -> set[date | None]:
    return {days.first for days in when.not_dates}


def _without(when: When, old: date) -> When:
    """The reading with no day and no hour of its own but that the old day is refused."""
    denied = dict.fromkeys((*when.not_dates, DateRange(old, old)))
    return structs.replace(when, dates=(), times=(), not_times=(), moments=(), not_dates=tuple(denied))


def _clauses(context: TurnContext, text: str) -> list[DayClause]:
    made: list[list[Item]] = [[]]
    for item in items_of(text, vocabulary_of(context.locale)):
        if item.kind in _ENDS or (item.kind == "dash" and text[item.start - 1 : item.start].isspace()):
            made.append([])
        else:
            made[-1].append(item)
    return [DayClause(tuple(items)) for items in made if items]


def _new_numbers(clause: DayClause, old: date, context: TurnContext) -> tuple[int, ...]:
    """The numbers of a clause that are no refusal of themselves, and count nothing."""
    counted = vocabulary_of(context.locale).counted
    if any(plain(item.text) in counted for item in clause.items if item.kind == "word"):
        return ()
    numbers = tuple(one for one in clause.numbers if one != old.day)
    return numbers if all(0 < one <= LONGEST_MONTH for one in numbers) else ()


def _refusal(context: TurnContext, text: str, number: DayClause, *, is_named: bool) -> str:
    """How certain it is that the day is refused beside the number: "refused" where that is said, "doubted"
    for a mere no, or where something is told that may be why the day does not suit, "" for anything else."""
    if is_named:
        return "refused"
    language = language_of(context.locale)
    first = next(item for item in number.items if item.kind in _NUMBERS)
    rest = f"{text[: first.start]} {text[number.items[-1].end :]}"
    others = f"{text[: number.items[0].start]} {text[number.items[-1].end :]}"
    said_no = any(item.kind in _REFUSES for item in items_of(rest, vocabulary_of(context.locale)))
    names = services_in(context.catalogue, others) or staff_in(context.catalogue, others)
    told = [] if names else words_beyond_an_answer(others, language)
    if said_no or refuses_anywhere(rest, language):
        return "refused" if told else "doubted"
    return "doubted" if len(told) >= FEWEST_WORDS else ""


def _nearest(context: TurnContext, old: date, number: int) -> date | None:
    """The day of that number nearest to the old one, from today on."""
    today = context.now.astimezone(context.zone).date()
    days = [old + timedelta(days=count) for count in range(-LONGEST_MONTH, LONGEST_MONTH + 1)]
    fitting = [day for day in days if day.day == number and day >= today]
    return min(fitting, key=lambda day: abs(day - old), default=None)
