"""Files in which something comes again: rules, exceptions, moved and cancelled ones, clock changes."""

from tests.booking_core.calendars.awkward.case import ZONE, Case, event

BERLIN = ZONE.format(name="Europe/Berlin")
CASES = [
    Case(
        "weekly with an exception, one moved and one cancelled",
        BERLIN
        + event(
            "DTSTART;TZID=Europe/Berlin:20261102T100000",
            "DTEND;TZID=Europe/Berlin:20261102T110000",
            "RRULE:FREQ=WEEKLY;BYDAY=MO",
            "EXDATE;TZID=Europe/Berlin:20261207T100000",
        )
        + "\n"
        + event(
            "RECURRENCE-ID;TZID=Europe/Berlin:20261130T100000",
            "DTSTART;TZID=Europe/Berlin:20261201T150000",
            "DTEND;TZID=Europe/Berlin:20261201T153000",
        )
        + "\n"
        + event(
            "RECURRENCE-ID;TZID=Europe/Berlin:20261214T100000",
            "DTSTART;TZID=Europe/Berlin:20261214T100000",
            "DTEND;TZID=Europe/Berlin:20261214T110000",
            "STATUS:CANCELLED",
        ),
        "2026-11-23 10:00-11:00, 2026-12-01 15:00-15:30",
    ),
    Case(
        "a weekly time keeps its clock over the change to winter",
        BERLIN
        + event(
            "DTSTART;TZID=Europe/Berlin:20261020T090000",
            "DURATION:PT1H",
            "RRULE:FREQ=WEEKLY;COUNT=3",
        ),
        "2026-10-20 09:00-10:00, 2026-10-27 09:00-10:00, 2026-11-03 09:00-10:00",
        start="2026-10-19",
    ),
    Case(
        "all of a day over the change to winter lasts twenty-five hours",
        event("DTSTART;VALUE=DATE:20261025", "DTEND;VALUE=DATE:20261026"),
        "2026-10-25 00:00-2026-10-26 00:00",
        start="2026-10-19",
    ),
    Case(
        "an until in local time, as Outlook writes it",
        BERLIN
        + event(
            "DTSTART;TZID=Europe/Berlin:20261124T140000",
            "DTEND;TZID=Europe/Berlin:20261124T143000",
            "RRULE:FREQ=DAILY;UNTIL=20261126T140000",
        ),
        "2026-11-24 14:00-14:30, 2026-11-25 14:00-14:30, 2026-11-26 14:00-14:30",
        alone="vobject refuses an UNTIL without a zone",
    ),
    Case(
        "an exception given as a day removes that day's",
        BERLIN
        + event(
            "DTSTART;TZID=Europe/Berlin:20261124T140000",
            "DTEND;TZID=Europe/Berlin:20261124T143000",
            "RRULE:FREQ=DAILY;COUNT=3",
            "EXDATE;VALUE=DATE:20261125",
        ),
        "2026-11-24 14:00-14:30, 2026-11-26 14:00-14:30",
        alone="vobject takes such an exception for midnight",
    ),
    Case(
        "several exceptions in one line and further times beside the rule",
        event(
            "DTSTART:20261124T080000Z",
            "DTEND:20261124T090000Z",
            "RRULE:FREQ=DAILY;COUNT=4",
            "EXDATE:20261125T080000Z,20261126T080000Z",
            "RDATE:20261201T080000Z",
        ),
        "2026-11-24 09:00-10:00, 2026-11-27 09:00-10:00, 2026-12-01 09:00-10:00",
    ),
    Case(
        "the last Friday of each month",
        event("DTSTART:20260130T160000Z", "DTEND:20260130T170000Z", "RRULE:FREQ=MONTHLY;BYDAY=-1FR"),
        "2026-11-27 17:00-18:00",
    ),
    Case(
        "an exception without its series blocks by itself",
        event("RECURRENCE-ID:20261124T080000Z", "DTSTART:20261125T080000Z", "DTEND:20261125T090000Z"),
        "2026-11-25 09:00-10:00",
    ),
    Case(
        "this and all that follow, moved by an hour",
        event("DTSTART:20261123T080000Z", "DTEND:20261123T083000Z", "RRULE:FREQ=WEEKLY;COUNT=4")
        + "\n"
        + event(
            "RECURRENCE-ID;RANGE=THISANDFUTURE:20261207T080000Z",
            "DTSTART:20261207T090000Z",
            "DTEND:20261207T093000Z",
        ),
        "2026-11-23 09:00-09:30, 2026-11-30 09:00-09:30, 2026-12-07 10:00-10:30, 2026-12-14 10:00-10:30",
        alone="vobject knows no RANGE",
    ),
    Case(
        "a series whose new version replaces the old one",
        event("SEQUENCE:0", "DTSTART:20261124T080000Z", "DTEND:20261124T090000Z")
        + "\n"
        + event("SEQUENCE:3", "DTSTART:20261125T080000Z", "DTEND:20261125T090000Z"),
        "2026-11-25 09:00-10:00",
        alone="vobject does not compare versions",
    ),
    Case(
        "two different events under one name are both there",
        event("DTSTART:20261124T080000Z", "DTEND:20261124T090000Z")
        + "\n"
        + event("DTSTART:20261125T080000Z", "DTEND:20261125T090000Z"),
        "2026-11-24 09:00-10:00, 2026-11-25 09:00-10:00",
    ),
]
