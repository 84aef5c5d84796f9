"""What cannot be as it was said is never read as another day: it is a problem of the answer, with the days
that may be meant."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from babel.dates import get_day_names, get_month_names
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.when import DateRange, read
from agent.when.languages import LANGUAGES
from agent.when.vocabulary.date_order import day_comes_first

BERLIN = ZoneInfo("Europe/Berlin")
# A Monday.
NOW = datetime(2026, 11, 30, 9, 0, tzinfo=BERLIN)
TODAY = NOW.date()

# How a language writes a weekday and a date, and a date alone.
WITH_WEEKDAY = {
    "en": "{weekday}, {day} {month}",
    "de": "{weekday}, den {day}. {month}",
    "fr": "{weekday} {day} {month}",
    "es": "el {weekday} {day} de {month}",
    "it": "{weekday} {day} {month}",
    "he": "{weekday} ה-{day} ב{month}",
    "ar": "{weekday} {day} {month}",
}
ALONE = {
    "en": "on the {day} of {month} {year}",
    "de": "am {day}. {month} {year}",
    "fr": "le {day} {month} {year}",
    "es": "el {day} de {month} de {year}",
    "it": "il {day} {month} {year}",
    "he": "ב-{day} ב{month} {year}",
    "ar": "يوم {day} {month} {year}",
}
# Every number beside a month that is no day of it, in a year that is no leap year.
MISSING = [(2, 29), (2, 30), (2, 31), (4, 31), (6, 31), (9, 31), (11, 31), (1, 32), (12, 33), (5, 0)]


def said(text: str, language: str = "en", country: str | None = "DE"):
    return read(text, NOW, BERLIN, language, country)


def month_name(language: str, month: int) -> str:
    names = get_month_names("wide", "format", language)
    # Babel knows the months of the Gregorian calendar by their names in Egypt.
    return str(names[month])


def weekday_name(language: str, weekday: int) -> str:
    return str(get_day_names("wide", "format", language)[weekday])


@pytest.mark.parametrize("language", LANGUAGES)
@given(ahead=st.integers(0, 300), wrong=st.integers(0, 6))
@settings(max_examples=60, deadline=None)
def test_a_weekday_beside_a_date_is_right_or_asked_about(language, ahead, wrong):
    day = TODAY + timedelta(days=ahead)
    text = WITH_WEEKDAY[language].format(
        weekday=weekday_name(language, wrong), day=day.day, month=month_name(language, day.month)
    )
    when = said(text, language)
    if (day.month, day.day) == (2, 29):
        return
    if wrong == day.weekday():
        assert (when.problems, when.dates) == ((), (DateRange(day, day),)), text
        return
    [problem] = when.problems
    assert problem.kind == "weekday_and_date_differ", text
    assert day in problem.days
    assert [one.weekday() for one in problem.days if one != day] == [wrong]
    assert all(abs((one - day).days) <= 7 for one in problem.days)
    assert not when.allows(datetime(day.year, day.month, day.day, 12, tzinfo=BERLIN))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("month", "number"), MISSING)
def test_a_day_that_does_not_exist_is_no_other_day(language, month, number):
    text = ALONE[language].format(day=number, month=month_name(language, month), year=2027)
    when = said(text, language)
    [problem] = when.problems
    assert problem.kind == "no_such_day", text
    assert len(problem.days) == 2
    assert problem.days[1] - problem.days[0] == timedelta(days=1)
    # The month's last day and the first one after it; before its first day where the number is nought.
    assert problem.days[1].day == 1
    assert not any(when.allows(NOW + timedelta(days=ahead)) for ahead in range(500))


@pytest.mark.parametrize("pattern", ["{d}/{m}/2027", "{d}.{m}.2027", "2027-{m}-{d}", "{d}-{m}-2027"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("month", "number"), [(2, 29), (2, 30), (4, 31), (11, 31)])
def test_nor_is_one_in_numbers(language, pattern, month, number):
    [problem] = said(pattern.format(d=number, m=month), language).problems
    assert problem.kind == "no_such_day"


@pytest.mark.parametrize(
    ("language", "country", "first"),
    [
        ("en", "DE", True), ("en", "GB", True), ("en-GB", "DE", True), ("en_AU", "NZ", True),
        ("de", "DE", True), ("de-CH", "CH", True),
        ("he", "IL", True), ("ar", "EG", True), ("en", "US", False), ("en-US", "US", False),
        ("en", None, False), ("en-US", None, False),
        ("en-US", "DE", None), ("en-GB", "US", None), ("en", "CA", None), ("en-CA", "CA", None),
        ("es", "US", None), ("de", "US", None),
        ("zh-Hans-US", "US", False), ("es-MX", "MX", True), ("pt", "BR", True),
    ],
)  # fmt: skip
def test_the_order_follows_the_language_and_the_country(language, country, first):
    assert day_comes_first(language, country) is first


@pytest.mark.parametrize("written", ["5/12", "05/12", "5/12/2027", "5-12-2027", "05-12-27"])
def test_where_both_orders_are_usual_it_is_asked(written):
    [problem] = said(written, "en-US", "DE").problems
    assert problem.kind == "day_month_order"
    assert {(day.month, day.day) for day in problem.days} == {(12, 5), (5, 12)}
    assert said(written, "en", "DE").problems == said(written, "en-US", "US").problems == ()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # The only order in which it is a day, the only one that is not past, and the one the weekday tells.
        ("25/12", date(2026, 12, 25)), ("12/25", date(2026, 12, 25)), ("5/12/2026", date(2026, 12, 5)),
        ("5/5", date(2027, 5, 5)),
        ("Saturday 5/12", date(2026, 12, 5)), ("Wed 5/12", date(2027, 5, 12)),
        ("05.12.2026", date(2026, 12, 5)),
    ],
)  # fmt: skip
def test_it_is_not_asked_where_only_one_can_be_meant(text, day):
    when = said(text, "en-US", "DE")
    assert (when.problems, when.dates) == ((), (DateRange(day, day),))


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        ("Friday the 3rd", "Friday the 3rd", [date(2026, 12, 3), date(2026, 12, 4)]),
        ("the 5th Monday of December", "the 5th Monday of December", [date(2026, 12, 28), date(2027, 1, 4)]),
        ("tomorrow, Friday", "tomorrow, Friday", [date(2026, 12, 1), date(2026, 12, 4)]),
        ("Dec 3rd, a Friday then", "Dec 3rd", []),
        ("on the 0th", "the 0th", [date(2026, 11, 30), date(2026, 12, 1)]),
        ("from 28 to 31 November", "from 28 to 31 November", [date(2026, 11, 30), date(2026, 12, 1)]),
        ("Sat 6/12", "Sat 6/12", [date(2026, 12, 5), date(2026, 12, 6), date(2027, 6, 12)]),
        ("December 45th", "December 45th", [date(2026, 12, 31), date(2027, 1, 1)]),
        ("move it to the 31st of April", "the 31st of April", [date(2027, 4, 30), date(2027, 5, 1)]),
    ],
)
def test_a_problem_has_the_words_and_the_days(text, words, days):
    problems = said(text).problems
    if days:
        assert [(one.words, sorted(one.days)) for one in problems] == [(words, days)]


@pytest.mark.parametrize(
    "text",
    [
        # Real days, however rarely they come: the next but one 8th is a Friday.
        "Friday the 8th", "Tuesday the 5th", "31 December", "the 31st", "29 February 2028", "Monday 7",
        "next Friday the 11th",
        # Of what is not wanted, or moved away from, it does not matter.
        "not on 31 November", "move it from Friday the 3rd to Monday",
        # Alternatives, not one day told twice.
        "Friday or the 3rd", "Monday, Tuesday or the 10th of December", "tomorrow, Wednesday or Thursday",
        "next Tuesday, Wednesday",
        # No days and no hours at all.
        "24/7", "50/50", "size 42", "room 32", "may 40 people come?", "haircut, just 1/2 inch off",
        "1/3 off the length", "3/4 of an hour",
    ],
)  # fmt: skip
def test_what_can_be_is_no_problem(text):
    assert said(text).problems == ()


@pytest.mark.parametrize("text", ["13/13/2026", "2026-13-05", "32/32/27", "2026-02-30"])
def test_what_has_the_shape_of_a_date_and_is_none_has_no_days_to_offer(text):
    assert [(problem.kind, problem.days) for problem in said(text).problems] == [("no_such_day", ())]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("um 24.30 Uhr", "de"), ("à 26 heures", "fr"), ("a las 25", "es"), ("alle 26", "it"),
        ("at 25:00", "en"), ("at 10:75", "en"), ("at 13 am", "en"), ("14:30 am", "en"), ("at 30 pm", "en"),
        ("um 26 Uhr", "de"),
        ("um 24:30", "de"), ("à 25h", "fr"), ("à 25h30", "fr"), ("a las 24:70", "es"), ("alle 25:00", "it"),
        ("בשעה 25:30", "he"), ("الساعة ٢٥:٠٠", "ar"),
    ],
)  # fmt: skip
def test_an_hour_that_is_on_no_clock_is_a_problem(text, language):
    assert [problem.kind for problem in said(text, language).problems] == ["no_such_time"]
    assert [problem.kind for problem in said(f"5/12 {text}", language).problems] == ["no_such_time"]


def test_what_is_past_is_said_and_needs_no_question():
    when = said("on 3 November 2026")
    assert [problem.kind for problem in when.problems] == ["past"]
    assert not when.unclear
