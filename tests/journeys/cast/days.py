"""Days that a customer can name by their weekday, whatever day the tests run on."""

from datetime import date, datetime, time, timedelta

from booking_core.time.clock import SystemClock
from tests.cast import BERLIN

TUE, WED, THU, FRI = 1, 2, 3, 4
# Dana works on all of them until seven, Miriam until Thursday.
DANAS = (TUE, WED, THU, FRI)
# Late enough that nothing is too soon to book, early enough that a weekday alone can only mean that day.
EARLIEST, LATEST = 2, 6


def soon(*weekdays: int) -> list[date]:
    """The dates of these weekdays, two to six days from now on the salon's calendar, the nearest first.

    Five days in a row: of any four weekdays at least two are among them.
    """
    today = SystemClock().now().astimezone(BERLIN).date()
    ahead = [today + timedelta(days=days) for days in range(EARLIEST, LATEST + 1)]
    return [day for day in ahead if day.weekday() in weekdays]


def weekday(day: date) -> str:
    return f"{day:%A}"


def at(day: date, clock_label: str) -> datetime:
    """The moment of "3:15 PM" that day on the salon's clock."""
    told = datetime.strptime(clock_label, "%I:%M %p").time()  # noqa: DTZ007 - the zone is given in the next line
    return datetime.combine(day, told, BERLIN)


def clock_label(hour: int, minute: int = 0) -> str:
    return f"{time(hour, minute):%I:%M %p}".lstrip("0")
