"""Days counted from another, and days that have a name."""

from tests.agent.when.shorthand import said
from tests.tables import each_row

COUNTED = {
    "the first Monday of July": "07-06",
    "first monday in july": "07-06",
    "the last Friday of June": "06-26",
    "last Friday of the month": "06-26",
    "the second Tuesday of next month": "07-14",
    "3rd Thursday of September": "09-17",
    "the last day of October": "10-31",
    "last day of the month": "06-30",
    "first day of next month": "07-01",
    "the first day of next week": "06-15",
    "the Monday after Christmas": "12-28",
    "the Friday before Halloween": "10-30",
    "the day before Christmas": "12-24",
    "the day after Thanksgiving": "11-27",
    "two days before Christmas": "12-23",
}
HOLIDAYS = {
    "Christmas": "12-25",
    "christmas eve": "12-24",
    "Xmas day": "12-25",
    "on New Year's Eve": "12-31",
    "thanksgiving": "11-26",
    "Labor Day": "09-07",
    "Halloween": "10-31",
    "Valentine's Day": "2027-02-14",
    "Easter": "2027-03-28",
    "good friday": "2027-03-26",
    "mother's day": "2027-05-09",
    "thanksgiving 2027": "2027-11-25",
    "last christmas": "2025-12-25",
    "on the 4th of July": "07-04",
    "black friday": "11-27",
}
OFFSETS = {
    "in 3 days": "06-12",
    "in three days' time": "06-12",
    "in two weeks": "06-23",
    "in a week": "06-16",
    "in a couple of weeks": "06-23",
    "two weeks from now": "06-23",
    "2 weeks from today": "06-23",
    "a week from tomorrow": "06-17",
    "two weeks from Monday": "06-29",
    "a week on Friday": "06-19",
    "in a fortnight": "06-23",
    "in a month": "07-09",
    "six months from now": "12-09",
    "in a year": "2027-06-09",
    "3 days ago": "06-06",
    "a week ago": "06-02",
    "three days after July 4th": "07-07",
    "in 2 hours": "06-09 12:00",
    "in half an hour": "06-09 10:30",
    "half an hour from now": "06-09 10:30",
    "in an hour and a half": "06-09 11:30",
    "in 45 minutes": "06-09 10:45",
    "20 minutes ago": "06-09 9:40",
    "in 20 hours": "06-10 6:00",
    "in three quarters of an hour": "06-09 10:45",
    "3 Fridays from now": "06-26",
    "two days after tomorrow": "06-12",
}


@each_row(("sentence", "reading"), [*COUNTED.items(), *HOLIDAYS.items(), *OFFSETS.items()])
def test_a_day_counted_from_another_is_read(sentence, reading):
    assert said(sentence) == reading
