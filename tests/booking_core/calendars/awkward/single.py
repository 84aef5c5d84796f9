"""Files of single events: zones, days, lengths, what is free, and spelling."""

from tests.booking_core.calendars.awkward.case import ZONE, Case, event

NO_ZONES = "vobject knows no zones but those of the file"
CASES = [
    Case(
        "a time without a zone is on the clock of the place",
        event("DTSTART:20261124T100000", "DTEND:20261124T110000"),
        "2026-11-24 10:00-11:00",
    ),
    Case(
        "a zone under the name that Windows has for it",
        event(
            "DTSTART;TZID=W. Europe Standard Time:20261124T100000",
            "DTEND;TZID=W. Europe Standard Time:20261124T110000",
        ),
        "2026-11-24 10:00-11:00",
        alone=NO_ZONES,
    ),
    Case(
        "a Windows zone of another continent, quoted",
        event(
            'DTSTART;TZID="Eastern Standard Time":20261124T100000',
            'DTEND;TZID="Eastern Standard Time":20261124T110000',
        ),
        "2026-11-24 16:00-17:00",
        alone=NO_ZONES,
    ),
    Case(
        "a zone that only the file itself explains",
        ZONE.format(name="Customized Time Zone")
        + event(
            "DTSTART;TZID=Customized Time Zone:20261124T100000",
            "DTEND;TZID=Customized Time Zone:20261124T110000",
        ),
        "2026-11-24 10:00-11:00",
    ),
    Case(
        "a zone with the path of an old program before its name",
        event(
            "DTSTART;TZID=/freeassociation.sourceforge.net/Tzfile/Europe/London:20261124T100000",
            "DTEND;TZID=/freeassociation.sourceforge.net/Tzfile/Europe/London:20261124T110000",
        ),
        "2026-11-24 11:00-12:00",
        alone=NO_ZONES,
    ),
    Case(
        "a zone that nobody knows is the clock of the place",
        event("DTSTART;TZID=Somewhere/Else:20261124T100000", "DTEND;TZID=Somewhere/Else:20261124T110000"),
        "2026-11-24 10:00-11:00",
        alone=NO_ZONES,
    ),
    Case(
        "a length in place of an end, and an hour that belongs to two days",
        event("DTSTART:20261124T223000Z", "DURATION:PT1H30M"),
        "2026-11-24 23:30-2026-11-25 01:00",
    ),
    Case(
        "days: one without an end, three with one, and a length of a week",
        event("DTSTART;VALUE=DATE:20261124", uid="a")
        + "\n"
        + event("DTSTART;VALUE=DATE:20261126", "DTEND;VALUE=DATE:20261129", uid="b")
        + "\n"
        + event("DTSTART;VALUE=DATE:20261130", "DURATION:P1W", uid="c"),
        "2026-11-24 00:00-2026-11-25 00:00, 2026-11-26 00:00-2026-11-29 00:00,"
        " 2026-11-30 00:00-2026-12-07 00:00",
    ),
    Case(
        "what is shown as free, cancelled, free by Outlook's word, or of no length keeps nobody busy",
        event("DTSTART:20261124T080000Z", "DTEND:20261124T090000Z", "TRANSP:TRANSPARENT", uid="a")
        + "\n"
        + event("DTSTART:20261124T090000Z", "DTEND:20261124T100000Z", "STATUS:CANCELLED", uid="b")
        + "\n"
        + event(
            "DTSTART:20261124T100000Z",
            "DTEND:20261124T110000Z",
            "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
            uid="c",
        )
        + "\n"
        + event("DTSTART:20261124T110000Z", uid="d"),
        "",
        alone="what is free is not what vobject decides",
    ),
    Case(
        "tentative, private and opaque in small letters are busy",
        event(
            "DTSTART:20261124T080000Z",
            "DTEND:20261124T090000Z",
            "STATUS:TENTATIVE",
            "CLASS:PRIVATE",
            "transp:opaque",
        ),
        "2026-11-24 09:00-10:00",
    ),
    Case(
        "events without any name are not one event",
        "BEGIN:VEVENT\nDTSTART:20261124T080000Z\nDTEND:20261124T090000Z\nEND:VEVENT\n"
        "BEGIN:VEVENT\nDTSTART:20261125T080000Z\nDTEND:20261125T090000Z\nEND:VEVENT",
        "2026-11-24 09:00-10:00, 2026-11-25 09:00-10:00",
    ),
    Case(
        "a note with broken lines, an alarm, a task and a folded name disturb nobody",
        event(
            "DTSTART:20261124T080000Z",
            "DTEND:20261124T090000Z",
            "DESCRIPTION:first",
            "not a property at all",
            "X-BROKEN;=:;",
            "ATTENDEE;CN=A",
            " nn;PARTSTAT=DECLINED:mailto:ann@example.com",
            "BEGIN:VALARM",
            "TRIGGER:never",
            "DTSTART:nonsense",
            "END:VALARM",
        )
        + "\nBEGIN:VTODO\nUID:t\nDTSTART:20261126T080000Z\nDUE:20261126T090000Z\nEND:VTODO",
        "2026-11-24 09:00-10:00",
        alone="vobject gives up at the broken lines",
    ),
    Case(
        "an event whose start is nonsense is told, and the others count",
        event("DTSTART:tomorrow", "DTEND:20261124T090000Z", uid="a")
        + "\n"
        + event("DTSTART:20261125T080000Z", "DTEND:20261125T090000Z", uid="b"),
        "2026-11-25 09:00-10:00",
        alone="vobject gives up at the nonsense",
        skipped=1,
    ),
    Case(
        "two calendars in one file",
        "BEGIN:VCALENDAR\nVERSION:2.0\n"
        + event("DTSTART:20261124T080000Z", "DTEND:20261124T090000Z")
        + "\nEND:VCALENDAR\nBEGIN:VCALENDAR\nVERSION:2.0\n"
        + event("DTSTART:20261125T080000Z", "DTEND:20261125T090000Z")
        + "\nEND:VCALENDAR\n",
        "2026-11-24 09:00-10:00, 2026-11-25 09:00-10:00",
    ),
    Case("an empty calendar", "X-WR-CALNAME:Nothing", "", alone="vobject asks for an event"),
]
