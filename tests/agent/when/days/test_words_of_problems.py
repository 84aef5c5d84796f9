"""What a problem says: the words it quotes, the days that may be meant, and what is no problem."""

from datetime import date

import pytest

from tests.agent.when.days.saying import say


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
    problems = say(text).problems
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
    assert say(text).problems == ()


@pytest.mark.parametrize("text", ["13/13/2026", "2026-13-05", "32/32/27", "2026-02-30"])
def test_what_has_the_shape_of_a_date_and_is_none_has_no_days_to_offer(text):
    assert [(problem.kind, problem.days) for problem in say(text).problems] == [("no_such_day", ())]


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
    assert [problem.kind for problem in say(text, language).problems] == ["no_such_time"]
    assert [problem.kind for problem in say(f"5/12 {text}", language).problems] == ["no_such_time"]


def test_what_is_past_is_said_and_needs_no_question():
    when = say("on 3 November 2026")
    assert [problem.kind for problem in when.problems] == ["past"]
    assert not when.unclear
