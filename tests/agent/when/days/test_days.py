"""Single days."""

from tests.agent.when.shorthand import said
from tests.tables import each_row

RELATIVE = {
    "today": "06-09",
    "Today works for me": "06-09",
    "could I drop by later today?": "06-09",
    "tomorrow": "06-10",
    "Tommorow, please.": "06-10",
    "what about tmrw": "06-10",
    "the day after tomorrow": "06-11",
    "day after tomorrow would be ideal": "06-11",
    "yesterday": "06-08",
    "the day before yesterday": "06-07",
}

WEEKDAYS = {
    "Friday": "06-12",
    "on Friday please": "06-12",
    "is Dana in on friday?": "06-12",
    "Tuesday": "06-16",
    "this Friday": "06-12",
    "this Tuesday": "06-09",
    "this coming Friday": "06-12",
    "next Friday": "06-19",
    "next Monday": "06-15",
    "next tues": "06-16",
    "Friday next week": "06-19",
    "Friday of next week": "06-19",
    "next week Friday": "06-19",
    "next week, on Friday": "06-19",
    "Friday in two weeks": "06-26",
    "Thursday this week": "06-11",
    "the Thursday after next": "06-18",
    "last Friday": "06-05",
    "Monday week": "06-22",
    "Thursday or Friday": "06-11|06-12",
    "Thursday or Friday next week": "06-18|06-19",
    "either Monday, Wednesday or Friday": "06-15|06-10|06-12",
    "Wednsday": "06-10",
    "can I come on thrusday": "06-11",
    "satuday afternoon": "06-13 12:00..18:00",
    "on Sat": "06-13",
    "Sat or Sun": "06-13|06-14",
    "this wed": "06-10",
    "Sat 13 June": "06-13",
    "Fri, June 12": "06-12",
    "Wed at 4": "06-10 16:00",
    "this coming Tuesday": "06-16",
    "the following Monday": "06-15",
    "Monday after next": "06-22",
    "5 on Friday": "06-12 17:00",
}

MONTH_DAYS = {
    "June 20": "06-20",
    "June 20th": "06-20",
    "20 June": "06-20",
    "20th June": "06-20",
    "the 20th of June": "06-20",
    "on the twentieth of June": "06-20",
    "june twenty third": "06-23",
    "Aug 3rd": "08-03",
    "3 aug": "08-03",
    "March 3": "2027-03-03",
    "March 3rd, 2028": "2028-03-03",
    "3 March 2028": "2028-03-03",
    "may 4": "2027-05-04",
    "on May the 4th": "2027-05-04",
    "4th of may": "2027-05-04",
    "Friday, June 26th": "06-26",
    "Friday June 26 2026": "06-26",
    "Friday the 26th of June": "06-26",
    "Sept 1st": "09-01",
    "Setpember 1st": "09-01",
    "the 14th": "06-14",
    "the 5th": "07-05",
    "on the 9th": "06-09",
    "on the twelfth": "06-12",
    "on the 12": "06-12",
    "14th at 5": "06-14 17:00",
    "the 14th or 15th": "06-14|06-15",
    "the 14th or the 15th": "06-14|06-15",
    "the 14th, 15th or 16th": "06-14|06-15|06-16",
    "July 14th or 15th": "07-14|07-15",
    "14 or 15 July": "07-14|07-15",
    "the 14th or 15th of July": "07-14|07-15",
    "July 14th or maybe the 15th": "07-14|07-15",
    "Friday the 12th": "06-12",
    "Monday 13th": "07-13",
    "Monday the 13th": "07-13",
    "the 20th of this month": "06-20",
    "20th of next month": "07-20",
    "the 3rd of next month": "07-03",
    "on the 2nd of the month": "07-02",
    "29 February 2028": "2028-02-29",
    "leaving on the 12th of July and back on the 18th": "07-12|07-18",
    "January 5th next year": "2027-01-05",
    "shall we say the 22": "06-22",
    "the second to last day of July": "07-30",
    "31st": "07-31",
}

WRITTEN = {
    "2026-06-20": "06-20",
    "on 2026/06/20 please": "06-20",
    "2026-06-20T14:30": "06-20 14:30",
    "6/20": "06-20",
    "6/20/2026": "06-20",
    "06/20/26": "06-20",
    "20/6": "06-20",
    "20/06/2026": "06-20",
    "20.6.": "06-20",
    "20.06.2026": "06-20",
    "20-06-2026": "06-20",
    "20-Jun-2026": "06-20",
    "on 6/20 at 3": "06-20 15:00",
}


@each_row(
    ("sentence", "reading"),
    [*RELATIVE.items(), *WEEKDAYS.items(), *MONTH_DAYS.items(), *WRITTEN.items()],
)
def test_a_day_is_read(sentence, reading):
    assert said(sentence) == reading


def test_british_english_writes_the_day_first():
    assert said("on 3/4", "en-GB") == "2027-04-03"
    assert said("on 3/4", "en-US") == "2027-03-04"


def test_a_day_no_month_has_is_no_day():
    assert said("June 31") == ""
    assert said("2026-02-30") == ""
    assert said("the 45th") == ""
