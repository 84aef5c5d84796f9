"""One awkward file, and what a person reads in it."""

from msgspec import Struct

ZONE = """\
BEGIN:VTIMEZONE
TZID:{name}
BEGIN:DAYLIGHT
DTSTART:19810329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
END:STANDARD
END:VTIMEZONE
"""


class Case(Struct, frozen=True):
    """``busy`` are stretches as ``2026-11-24 10:00-11:00`` on the clock of Berlin, within the four weeks from
    ``start`` on. ``alone`` says why the second library is not asked."""

    name: str
    events: str
    busy: str
    start: str = "2026-11-23"
    alone: str = ""
    skipped: int = 0

    @property
    def body(self) -> bytes:
        head = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Somebody//Something//EN\n"
        whole = self.events if "BEGIN:VCALENDAR" in self.events else f"{head}{self.events}\nEND:VCALENDAR\n"
        return whole.replace("\n", "\r\n").encode()


def event(*lines: str, uid: str = "one@example.com") -> str:
    return "\n".join(("BEGIN:VEVENT", f"UID:{uid}", "SUMMARY:Dentist", *lines, "END:VEVENT"))
