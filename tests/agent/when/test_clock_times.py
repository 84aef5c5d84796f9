"""Times on the clock and parts of the day."""

import pytest

from tests.agent.when.shorthand import said

EXACT = {
    "4:30": "16:30",
    "at 4:30": "16:30",
    "at 9": "9:00",
    "at 8": "8:00",
    "at 7": "19:00",
    "at 12": "12:00",
    "at 12:15": "12:15",
    "16:30": "16:30",
    "05:30": "5:30",
    "17:05 would be great": "17:05",
    "4pm": "16:00",
    "4 PM": "16:00",
    "4 p.m.": "16:00",
    "at 4p.m. sharp": "16:00",
    "4p": "16:00",
    "11am": "11:00",
    "12am": "0:00",
    "12 pm": "12:00",
    "4:30pm": "16:30",
    "4.30pm": "16:30",
    "at 4.30": "16:30",
    "430pm": "16:30",
    "at 1530": "15:30",
    "1530 hours": "15:30",
    "four pm": "16:00",
    "One pm works": "13:00",
    "four thirty": "16:30",
    "at nine fifteen": "9:15",
    "four thirty pm": "16:30",
    "five oh five pm": "17:05",
    "4 o'clock": "16:00",
    "4 oclock": "16:00",
    "three o'clock in the afternoon": "15:00",
    "half past three": "15:30",
    "half past 9": "9:30",
    "half four": "16:30",
    "quarter past 3": "15:15",
    "a quarter to five": "16:45",
    "quarter of five": "16:45",
    "ten to four": "15:50",
    "20 past 4": "16:20",
    "twenty to five": "16:40",
    "ten minutes past four": "16:10",
    "5 minutes to 4": "15:55",
    "at 15 past 3pm": "15:15",
    "a quarter past noon": "12:15",
    "noon": "12:00",
    "at midday": "12:00",
    "12 noon": "12:00",
    "midnight": "0:00",
    "around 4": "16:00",
    "at around 4:15": "16:15",
    "about five o'clock": "17:00",
    "4ish": "16:00",
    "3 or 4pm": "15:00|16:00",
    "at 3 or 4": "15:00|16:00",
    "at 10:30, 11 or 11:30": "10:30|11:00|11:30",
    "move it to 4": "16:00",
    "16h30": "16:30",
}

PARTED = {
    "9 in the morning": "9:00",
    "3 in the afternoon": "15:00",
    "four in the evening": "16:00",
    "eight in the evening": "20:00",
    "half past 3 in the afternoon": "15:30",
    "quarter to 1 in the afternoon": "12:45",
    "7 in the morning": "7:00",
    "7:30 in the evening": "19:30",
    "9 at night": "21:00",
    "evening 4": "16:00",
    "afternoon 12:30": "12:30",
    "morning 10:15": "10:15",
    "tomorrow evening at 8": "06-10 20:00",
    "8 tonight": "06-09 20:00",
    "tonight at 8": "06-09 20:00",
    "9 tomorrow morning": "06-10 9:00",
    "tomorrow morning, say at 7": "06-10 7:00",
    "Friday afternoon at 5": "06-12 17:00",
    "at 8 on Friday evening": "06-12 20:00",
    "7 o'clock in the morning": "7:00",
    "12 in the afternoon": "12:00",
    "at 4:30 on the afternoon of the 12th": "06-12 16:30",
}

PARTS = {
    "in the morning": "4:00..12:00",
    "mornings": "4:00..12:00",
    "any time in the afternoon": "12:00..18:00",
    "this afternoon": "06-09 12:00..18:00",
    "this evening": "06-09 17:00..",
    "tonight": "06-09 18:00..",
    "tomorrow morning": "06-10 4:00..12:00",
    "late afternoon": "15:00..18:00",
    "early in the morning": "4:00..9:00",
    "early morning on Friday": "06-12 4:00..9:00",
    "first thing tomorrow": "06-10 4:00..10:00",
    "after work": "17:00..21:00",
    "Friday after work": "06-12 17:00..21:00",
    "around lunchtime": "12:00..14:00",
    "after lunch": "13:00..17:00",
    "Friday afternon": "06-12 12:00..18:00",
    "in the morning or in the evening": "4:00..12:00|17:00..",
}

RANGES = {
    "between 2 and 4": "14:00..16:00",
    "between 2 and 4pm": "14:00..16:00",
    "from 9 till noon": "9:00..12:00",
    "9 to 5": "",
    "from 9 to 5": "9:00..17:00",
    "9-5pm": "9:00..17:00",
    "3-5pm": "15:00..17:00",
    "10 to 2pm": "10:00..14:00",
    "10am-2pm": "10:00..14:00",
    "between 9:30 and 11:00 on thursday": "06-11 9:30..11:00",
    "from 7 to 3": "7:00..15:00",
    "8:30 - 10:00": "8:30..10:00",
    "after five": "17:00..",
    "after 5pm": "17:00..",
    "any time after 3": "15:00..",
    "past 4": "16:00..",
    "from 4 onwards": "16:00..",
    "4 or later": "16:00..",
    "no earlier than 10": "10:00..",
    "not before 10": "10:00..",
    "I can't make it before 10": "10:00..",
    "not until 11": "11:00..",
    "before noon": "..12:00",
    "before 11": "..11:00",
    "by 3": "..15:00",
    "until 4": "..16:00",
    "no later than 3": "..15:00",
    "not after 6": "..18:00",
    "3 at the latest": "",
    "3pm at the latest": "..15:00",
    "after 3 but before 5": "15:00..17:00",
    "in the morning after 10": "10:00..12:00",
    "tomorrow afternoon before 3": "06-10 12:00..15:00",
    "tomorrow after 3": "06-10 15:00..",
    "mornings or after 5": "4:00..12:00|17:00..",
    "in the evening after 7": "19:00..",
    "change it from 3 to 4": "16:00",
}


@pytest.mark.parametrize(("sentence", "reading"), [*EXACT.items(), *PARTED.items()])
def test_a_time_is_read(sentence, reading):
    assert said(sentence) == reading


@pytest.mark.parametrize(("sentence", "reading"), [*PARTS.items(), *RANGES.items()])
def test_a_stretch_of_the_day_is_read(sentence, reading):
    assert said(sentence) == reading


def test_a_bare_hour_that_has_passed_today_is_the_one_to_come():
    assert said("today at 9") == "06-09 21:00"
    assert said("today at 11") == "06-09 11:00"
    assert said("tomorrow at 9") == "06-10 9:00"
