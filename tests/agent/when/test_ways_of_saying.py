"""The many ways of saying the same: abbreviations, fractions, meals, weeks by number."""

import pytest

from tests.agent.when.shorthand import said

READINGS = {
    "tomorrow week": "06-17",
    "the twenty-first at half past six": "06-21 18:30",
    "the twelfth at noon": "06-12 12:00",
    "Wed 7/1": "07-01",
    "Wed 1/7": "07-01",
    "Friday 19 at 4": "06-19 16:00",
    "Thursday 19": "06-11",
    "tomorrow or the day after": "06-10|06-11",
    "not this Friday but the next": "06-19",
    "not tomorrow but the day after": "06-11",
    "by end of day Friday": "..06-12",
    "reschedule Monday's appointment to Wednesday": "06-10",
    "My appointment is on Monday at 3. Can I move it to Wednesday at 4?": "06-10 16:00",
    "I have a booking on Monday, please change it to 5pm": "06-15 17:00",
    "I'm away on Friday": "!fri",
    "later": "later",
    "sept. 14": "09-14",
    "Tues. the 16th": "06-16",
    "dec-9": "12-09",
    "in 1.5 hours": "06-09 11:30",
    "it has hurt for the last three days, can I come on Thursday?": "06-11",
    "I have had this since yesterday, is Friday at 3 free?": "06-12 15:00",
    "I was there last Friday and liked it, how about tomorrow": "06-10",
    "tomorrow, latest 3": "06-10 ..15:00",
    "in 2h": "06-09 12:00",
    "a massage for 2h": "",
    "at 14h": "14:00",
    "11, 11:30 or 12": "11:00|11:30|12:00",
    "Friday at 11, 11:30 or 12": "06-12 11:00|11:30|12:00",
    "9, 10 or 11 on Friday": "06-12 9:00|10:00|11:00",
    "we are 2, 11:30 or 12 would be good": "11:30|12:00",
    "in 1/2 hour": "06-09 10:30",
    "5pmish": "17:00",
    "nineish": "9:00",
    "ten to noon": "11:50",
    "at ten to nine in the morning": "8:50",
    "fourteen hundred hours": "14:00",
    "late Thursday afternoon": "06-11 15:00..18:00",
    "early tomorrow morning": "06-10 4:00..9:00",
    "lunch on Friday": "06-12 12:00..14:00",
    "a wake up call at 6:15": "6:15",
    "dinner at 8:15": "20:15",
    "next Wednesday or Friday": "06-17|06-19",
    "the last but one Friday of July": "07-24",
    "I want to visit Friday next week": "06-19",
    "I can't come Friday next week": "06-15..06-21 !06-19",
    "Tuesday 16": "06-16",
    "Thursday 11": "06-11",
    "Wednesday 11": "06-10 11:00",
    "in week 30": "07-20..07-26",
    "Friday fortnight": "06-26",
    "within the next hour": "06-09 10:00..11:00",
    "in the next 24 hours": "06-09..06-10",
    "4th quarter of next year": "2027-10-01..2027-12-31",
    "Easter of next year": "2027-03-28",
    "late 2027": "2027-09-01..2027-12-31",
    "at the end of August": "08-21..08-31",
    "between two and half past four": "14:00..16:30",
}
SILENCE = [
    "the second at the top",
    "the third one",
    "a haircut for 35.00",
    "room 1730",
    "it was founded in nineteen fifty",
    "I called earlier",
    "I'll do it later",
    "the twentieth century",
    "I live at 12 May Street",
    "happy new year!",
    "thank you so much for today",
    "we sat next to you",
    "it has 4.5 stars",
]


@pytest.mark.parametrize(("sentence", "reading"), READINGS.items())
def test_it_is_read(sentence: str, reading: str) -> None:
    assert said(sentence) == reading


@pytest.mark.parametrize("sentence", SILENCE)
def test_nothing_is_read(sentence: str) -> None:
    assert said(sentence) == ""
