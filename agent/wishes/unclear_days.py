"""Days and hours that cannot be as they were said ("30 February", "Friday the 3rd" of a Thursday): how they
are asked about, and which day the answer means. For the built-in receptionist and for models alike."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from msgspec import structs

from agent.languages import language_of
from agent.languages.wording import full_date, join_words
from agent.mentions.names_of_days import without_named_days
from agent.turn_context import TurnContext
from agent.when import DateRange, When, WhenProblem, read
from agent.when.values import DAY_OR_HOUR, PAST
from agent.wishes.refused_days import day_of_number
from booking_core.catalogue.catalogue import Catalogue

# No answer to "which of the two days?" is a stretch as short as this, but for a day: "next week" is another
# wish.
A_MONTH = 28


def read_when(context: TurnContext, text: str, *, now: datetime | None = None, clock: Any = None) -> When:
    """What a text says about time in this conversation; ``now`` and ``clock`` where they are not its own."""
    country = context.catalogue.organization.country
    text = _without_people_counted(context, without_named_days(text, language_of(context.locale)))
    return read(text, now or context.now, clock or context.zone, context.locale, country)


def _without_people_counted(context: TurnContext, text: str) -> str:
    """With a comma for a person named right behind a number: "at 12 Jonas" counts no Jonases."""
    if not any(one.isdigit() for one in text):
        return text
    return context.catalogue.once(_behind_number).sub(
        lambda found: "," + " " * (len(found.group()) - 1), text
    )


def _behind_number(catalogue: Catalogue) -> re.Pattern[str]:
    people = "|".join(re.escape(one.name) for one in catalogue.resources.values())
    return re.compile(rf"(?<=\d )(?:{people})(?!\w)" if people else "(?!)", re.I)


def without_past_day(when: When) -> When:
    """Nothing, where all that is told of time is a day gone by: "did you see the match yesterday?"."""
    is_past = bool(when.problems) and all(problem.kind == PAST for problem in when.problems)
    is_more = when.times or when.weekdays or when.not_dates or len(when.dates) > 1
    return when if is_more or not is_past else structs.replace(when, dates=(), problems=(), spans=())


def question_about(context: TurnContext, problem: WhenProblem) -> str:
    """What the customer is asked, in the language of the conversation."""
    says = context.says
    is_open = problem.kind == "no_such_day" and not problem.days
    sentence: str = says.UNCLEAR["which_day" if is_open else problem.kind]
    return sentence.format(
        words=problem.words, days=join_words(list(candidate_days(context, problem)), says.OR)
    )


def candidate_days(context: TurnContext, problem: WhenProblem) -> dict[str, str]:
    """The days that may be meant: each as people read it, and as a message that says it without a doubt."""
    today = context.now.astimezone(context.zone).date()
    return {full_date(day, today, context.locale): day.isoformat() for day in problem.days}


def resolve_day(context: TurnContext, text: str, when: When, place: int | None = None) -> When:
    """The reading of an answer to that question: of the days that were named, the one it means. "Friday" is
    then the Friday asked about and not the coming one; ``place`` is 0 for "the first one"."""
    asked = sorted({day for problem in context.state.draft.when.unclear for day in problem.days})
    if not asked or when.unclear:
        return when
    meant = _day_in_answer(context, text, asked) or _day_or_hour(context, text, when)
    if meant is None and place is not None and not when.dates and -1 <= place < len(asked):
        meant = asked[place]
    if meant is None:
        return when
    return structs.replace(when, dates=(DateRange(meant, meant),), weekdays=frozenset(), moments=())


def _day_or_hour(context: TurnContext, text: str, when: When) -> date | None:
    """Of "7, the day or the hour?": the day for the number once more, and the old one for an hour told as an
    hour."""
    for problem in context.state.draft.when.unclear:
        if problem.kind == DAY_OR_HOUR:
            number = day_of_number(context, text, problem.days)
            return number or (problem.days[-1] if when.times and not when.dates else None)
    return None


def _day_in_answer(context: TurnContext, text: str, asked: Sequence[date]) -> date | None:
    """The only one of the days that the text names, read today or on the eve of the first."""
    eve = datetime.combine(asked[0] - timedelta(days=1), time(), context.zone)
    for now in (context.now, eve):
        said = read_when(context, text, now=now)
        if said.unclear or not (said.weekdays or (said.dates and all(map(_names_days, said.dates)))):
            continue
        named = [day for day in asked if said.allows_day(day)]
        if len(named) == 1:
            return named[0]
    return None


def _names_days(days: DateRange) -> bool:
    if days.first is None or days.last is None:
        return False
    return days.first == days.last or (days.last - days.first).days + 1 >= A_MONTH
