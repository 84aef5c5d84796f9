"""What cannot be as it was said is never read as another day: it is a problem of the answer, with the days
that may be meant."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.when import DateRange
from agent.when.languages import LANGUAGES
from agent.when.vocabulary.date_order import day_comes_first
from tests.agent.when.days.saying import BERLIN, NOW, TODAY, month_name, say, weekday_name
from tests.examples import examples

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


@pytest.mark.parametrize("language", LANGUAGES)
@given(ahead=st.integers(0, 300), wrong=st.integers(0, 6))
@settings(max_examples=examples(60))
def test_a_weekday_beside_a_date_is_right_or_asked_about(language, ahead, wrong):
    day = TODAY + timedelta(days=ahead)
    text = WITH_WEEKDAY[language].format(
        weekday=weekday_name(language, wrong), day=day.day, month=month_name(language, day.month)
    )
    when = say(text, language)
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
    when = say(text, language)
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
    [problem] = say(pattern.format(d=number, m=month), language).problems
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
    [problem] = say(written, "en-US", "DE").problems
    assert problem.kind == "day_month_order"
    assert {(day.month, day.day) for day in problem.days} == {(12, 5), (5, 12)}
    assert say(written, "en", "DE").problems == say(written, "en-US", "US").problems == ()


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
    when = say(text, "en-US", "DE")
    assert (when.problems, when.dates) == ((), (DateRange(day, day),))
