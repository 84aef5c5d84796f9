"""The reading of days and hours, broken on purpose: what cannot be is put right in silence."""

from calendar import monthrange
from datetime import date
from typing import Any

from msgspec import structs

from agent.guided.responses import clauses
from agent.mentions.names import people, refused_names, slips
from agent.tools import free_times
from agent.tools.arguments import time_query
from agent.tools.arguments.time_query import TimeQuery
from agent.turn_context import TurnContext
from agent.when import When, sentence
from agent.when.rules.days import day_of_month, month_days, numeric_dates
from agent.when.values import DAYS_DIFFER
from agent.wishes import spoken_times


def contradictions_are_ignored() -> None:
    assembled = sentence.assemble_when

    def without_contradictions(*given: Any) -> When:
        when = assembled(*given)
        return structs.replace(when, problems=tuple(one for one in when.problems if one.kind != DAYS_DIFFER))

    sentence.assemble_when = without_contradictions


def times_are_cut_at_questions() -> None:
    def nothing(*_: Any) -> When:
        return When()

    clauses.read_when = nothing


def impossible_days_are_clamped() -> None:
    find = day_of_month.coming_month_day

    def clamp(today: date, month: int, day: int, year: int | None = None) -> date | None:
        if not 1 <= month <= 12:
            return None
        return find(today, month, min(max(day, 1), monthrange(year or today.year, month)[1]), year)

    for rules in (day_of_month, month_days, numeric_dates):
        rules.coming_month_day = clamp


def times_are_looked_for_all_the_same() -> None:
    understood = free_times.parse_time_query

    def without_problems(*given: Any) -> TimeQuery:
        wish = understood(*given)
        return structs.replace(wish, when=structs.replace(wish.when, problems=()))

    free_times.parse_time_query = without_problems


def numbers_keep_the_refused_day() -> None:
    def as_read(_context: TurnContext, _text: str, when: When) -> When:
        return when

    spoken_times.day_instead = time_query.day_instead = as_read


def takes_ordinary_words_for_slips() -> None:
    people.is_ordinary = slips.is_ordinary = lambda _: False


def hears_no_no_behind_a_question() -> None:
    refused_names._is_answered_with_no = lambda *_: False
