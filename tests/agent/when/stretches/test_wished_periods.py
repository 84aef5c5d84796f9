"""What suits and what does not: days that repeat, days that are left out, and wishes."""

from tests.agent.when.shorthand import said
from tests.tables import each_row

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
    "Tuesday and Thursday mornings": "tue,thu 4:00..12:00",
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
    "any time but 1": "!13:00",
    "July 12th doesn't work, how about the 30th?": "07-30 !07-12",
    "not Friday, Thursday": "06-11 !fri",
    "not Friday, Saturday or Sunday": "!fri !sat !sun",
    "weekends don't work": "!sat !sun",
    "I can't on Monday, how about Tuesday?": "06-16 !mon",
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


@each_row(("sentence", "reading"), [*REPEATED.items(), *EXCLUDED.items(), *WISHES.items()])
def test_what_suits_and_what_does_not_is_read(sentence, reading):
    assert said(sentence) == reading
