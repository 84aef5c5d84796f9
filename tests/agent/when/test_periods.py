"""Stretches of days."""

import pytest

from tests.agent.when.shorthand import said

PERIODS = {
    "this week": "06-08..06-14",
    "next week": "06-15..06-21",
    "sometime next week": "06-15..06-21",
    "the week after next": "06-22..06-28",
    "last week": "06-01..06-07",
    "later this week": "06-09..06-14",
    "the rest of the week": "06-09..06-14",
    "this weekend": "06-13..06-14",
    "the weekend": "06-13..06-14",
    "next weekend": "06-20..06-21",
    "this month": "06-01..06-30",
    "next month": "07-01..07-31",
    "end of next month": "07-21..07-31",
    "at the beginning of July": "07-01..07-10",
    "mid-February": "2027-02-11..2027-02-20",
    "early September": "09-01..09-10",
    "late in August": "08-21..08-31",
    "early next week": "06-15..06-16",
    "late next week": "06-18..06-21",
    "end of the week": "06-11..06-14",
    "end of the month": "06-21..06-30",
    "in July": "07-01..07-31",
    "in March": "2027-03-01..2027-03-31",
    "July": "07-01..07-31",
    "October 2027": "2027-10-01..2027-10-31",
    "next May": "2027-05-01..2027-05-31",
    "in may or june": "2027-05-01..2027-05-31|06-01..06-30",
    "the first week of July": "07-01..07-07",
    "the last week of July": "07-25..07-31",
    "second week of July": "07-08..07-14",
    "first weekend in July": "07-04..07-05",
    "the week of the 22nd": "06-22..06-28",
    "the week after Easter": "2027-03-29..2027-04-04",
    "this quarter": "04-01..06-30",
    "next quarter": "07-01..09-30",
    "this summer": "06-01..08-31",
    "next year": "2027-01-01..2027-12-31",
    "within the next 3 days": "06-10..06-12",
    "next 3 days": "06-10..06-12",
    "over the next two weeks": "06-10..06-23",
    "within two weeks": "06-09..06-23",
    "in the next few days": "06-10..06-12",
}

RANGES = {
    "Monday to Wednesday": "06-15..06-17",
    "from Thursday to Saturday": "06-11..06-13",
    "between Thursday and Saturday": "06-11..06-13",
    "Thursday through Monday": "06-11..06-15",
    "Mon-Fri next week": "06-15..06-19",
    "between Monday and Wednesday next week": "06-15..06-17",
    "June 20-22": "06-20..06-22",
    "20-22 June": "06-20..06-22",
    "June 20th to 22nd": "06-20..06-22",
    "June 20 to July 3": "06-20..07-03",
    "from the 20th to the 22nd": "06-20..06-22",
    "from the 20th to the 3rd": "06-20..07-03",
    "between the 20th and the 22nd of July": "07-20..07-22",
    "after Friday": "06-13..",
    "after the 20th": "06-21..",
    "before Friday": "..06-11",
    "by Friday": "..06-12",
    "until next Friday": "..06-19",
    "from Friday": "06-12..",
    "from tomorrow on": "06-10..",
    "Friday or later": "06-12..",
    "no later than Friday": "..06-12",
    "not before the 20th": "06-20..",
    "after the 10th of July but before the 20th": "07-11..07-19",
    "next week after Tuesday": "06-17..06-21",
    "any day next week": "06-15..06-21",
    "by the end of the month": "..06-30",
    "between now and Friday": "06-09..06-12",
    "move it from Friday to Saturday": "06-13",
    "reschedule to Saturday at 4": "06-13 16:00",
}

REPEATED = {
    "on weekdays": "mon,tue,wed,thu,fri",
    "weekdays only": "mon,tue,wed,thu,fri",
    "on weekends": "sat,sun",
    "Mondays": "mon",
    "on Mondays or Thursdays": "mon,thu",
    "any Tuesday": "tue",
    "any Tuesday in July": "07-01..07-31 tue",
    "every Monday": "mon",
    "weekdays after 5": "mon,tue,wed,thu,fri 17:00..",
    "Monday mornings": "mon 4:00..12:00",
}

EXCLUDED = {
    "not Monday": "!mon",
    "not Mondays": "!mon",
    "not on Monday or Tuesday": "!mon !tue",
    "next week except Monday": "06-15..06-21 !06-15",
    "any day but Friday": "!fri",
    "I can't do Friday": "!fri",
    "I can't make it on Friday": "!fri",
    "Friday doesn't work": "!fri",
    "Friday doesn't work, what about Thursday": "06-11 !fri",
    "not the 14th": "!06-14",
    "not tomorrow": "!06-10",
    "not mornings": "!4:00..12:00",
    "not in the morning": "!4:00..12:00",
    "no mornings please": "!4:00..12:00",
    "next week but not in the afternoon": "06-15..06-21 !12:00..18:00",
    "except between 2 and 4": "!14:00..16:00",
    "Thursday instead of Friday": "06-11 !fri",
    "I'm busy from 2 to 4": "!14:00..16:00",
    "No, Thursday": "06-11",
    "No. Thursday at 3.": "06-11 15:00",
    "anything but Wednesdays": "!wed",
}

WISHES = {
    "asap": "soonest",
    "as soon as possible": "soonest",
    "the earliest you have": "soonest",
    "first available on Friday": "06-12 soonest",
    "your next available slot": "soonest",
    "what's the earliest on Thursday?": "06-11 soonest",
    "anything earlier": "earlier",
    "do you have anything earlier?": "earlier",
    "is there something later": "later",
    "a bit later please": "later",
    "That's too late": "earlier",
    "too early for me": "later",
    "anything earlier on Friday?": "06-12 earlier",
    "anything sooner?": "earlier",
}


@pytest.mark.parametrize(("sentence", "reading"), [*PERIODS.items(), *RANGES.items()])
def test_a_stretch_of_days_is_read(sentence, reading):
    assert said(sentence) == reading


@pytest.mark.parametrize(("sentence", "reading"), [*REPEATED.items(), *EXCLUDED.items(), *WISHES.items()])
def test_what_suits_and_what_does_not_is_read(sentence, reading):
    assert said(sentence) == reading
