"""Kinds of saying a day that were read as something else, each in the languages it occurs in; "" is nothing
about time. `tables/told_days.tsv` has them.

The Hebrew "ב-14" is a day where the sentence tells no other one and the number is above twelve; beside a day,
and up to twelve, it is an hour.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from agent.when import read
from tests.agent.when.shorthand import shorthand, table
from tests.tables import each_row

# A Saturday.
NOW = datetime(2026, 11, 28, 20, 0, tzinfo=ZoneInfo("Europe/Berlin"))


def say(text: str, language: str) -> str:
    when = read(text, NOW, "Europe/Berlin", language, "DE")
    return " ".join([shorthand(when), *(f"?{problem.kind}" for problem in when.problems)]).strip()


def rows(kind: str) -> list[list[str]]:
    return [row for of_kind, *row in table("told_days") if of_kind == kind]


@each_row(("language", "text", "wanted"), rows("numbers in blanks"))
def test_numbers_with_blanks_are_a_date_or_a_row_of_numbers(language, text, wanted):
    assert say(text, language) == wanted


@each_row(("language", "text", "wanted"), rows("spelt days"))
def test_a_number_behind_the_article_of_days_is_a_day(language, text, wanted):
    assert say(text, language) == wanted


@each_row(("language", "text", "wanted"), rows("Hebrew"))
def test_hebrew_numbers_of_days(language, text, wanted):
    assert say(text, language) == wanted


@each_row(("language", "text", "wanted"), rows("occasions"))
def test_an_occasion_is_no_time_of_day(language, text, wanted):
    assert say(text, language) == wanted


@each_row(("language", "text", "wanted"), rows("no such day"))
def test_a_number_no_month_has_is_not_the_whole_month(language, text, wanted):
    when = read(text, NOW, "Europe/Berlin", language, "DE")
    assert [f"?{problem.kind}" for problem in when.problems] == [wanted]
    assert when.dates == ()
    assert not when.allows(NOW)


@each_row(("language", "text", "wanted"), rows("short forms"))
def test_short_forms_are_read_in_full(language, text, wanted):
    assert say(text, language) == wanted


@each_row(("language", "text", "wanted"), rows("short days"))
def test_short_names_of_days_beside_an_hour(language, text, wanted):
    assert say(text, language) == wanted
