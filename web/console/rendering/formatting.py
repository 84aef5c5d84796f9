"""How the console writes times: in the operator's language, the way the organization's country writes them,
on its own clock. Numbers and money are in ``texts``: there the language alone decides."""

from datetime import date, datetime, timedelta

from babel import Locale
from babel.dates import format_date, format_interval, format_skeleton, get_day_names
from babel.units import format_unit
from msgspec import Struct

from agent.languages.wording import day, day_and_time, locale_from_tag, time_of_day
from booking_core.catalogue.organizations import Organization
from booking_core.time.wall_clock import zone
from web.console.words.language import language
from web.console.words.translate import gettext


class LocalFormat(Struct, frozen=True):
    """How one place writes: an IANA zone, and a locale such as ``en_DE`` (English with 24 hours and day
    before month). Made for a request, in its language."""

    time_zone: str
    locale: str

    @classmethod
    def of(cls, organization: Organization, time_zone: str | None = None) -> "LocalFormat":
        locale = locale_from_tag(f"{language()}-{organization.country}", language())
        return cls(time_zone or organization.time_zone, locale)

    def day_of(self, moment: datetime) -> date:
        return moment.astimezone(zone(self.time_zone)).date()

    def time(self, moment: datetime) -> str:
        return time_of_day(moment, self.time_zone, self.locale)

    def day_and_time(self, moment: datetime) -> str:
        return day_and_time(moment, self.time_zone, self.locale)

    def date_and_time(self, moment: datetime) -> str:
        """Such as ``Monday, 23 November 2026, 14:30``."""
        return f"{self.long_date(self.day_of(moment))}, {self.time(moment)}"

    def when(self, moment: datetime, now: datetime) -> str:
        """As short as it can be understood: the time today, the day before today in words, or the date."""
        days = (self.day_of(now) - self.day_of(moment)).days
        if days == 0:
            return self.time(moment)
        if days == 1:
            return gettext("Yesterday, %(time)s", time=self.time(moment))
        if 0 < days < 300:
            return day(moment, self.time_zone, self.locale)
        return str(format_date(self.day_of(moment), format="medium", locale=self.locale))

    def moment(self, moment: datetime, now: datetime) -> str:
        """The time alone where it is today, else the day with it."""
        is_today = self.day_of(moment) == self.day_of(now)
        return self.time(moment) if is_today else self.day_and_time(moment)

    def long_date(self, of: date) -> str:
        """Such as ``Monday, 23 November 2026``."""
        return str(format_date(of, format="full", locale=self.locale))

    def weekday_and_day(self, of: date) -> str:
        """Such as ``Mon 23 Nov``."""
        return str(format_skeleton("MMMEd", of, locale=self.locale))

    def short_date(self, of: date) -> str:
        """Such as ``23 Nov 2026``."""
        return str(format_date(of, format="medium", locale=self.locale))

    def date_span(self, first: date, last: date) -> str:
        """Such as ``24 Dec 2026 – 6 Jan 2027``."""
        return str(format_interval(first, last, skeleton="yMMMd", locale=self.locale))

    def weekdays(self) -> list[int]:
        """The days of a week in the order of the place; Monday is 0."""
        first = Locale.parse(self.locale).first_week_day
        return [(first + number) % 7 for number in range(7)]

    def weekday(self, number: int) -> str:
        """Such as ``Monday``; Monday is 0."""
        return str(get_day_names("wide", "stand-alone", self.locale)[number])


def duration_text(length: timedelta) -> str:
    """A length of time for reading: ``120 ms``, ``3.4 sec`` or ``2 min 5 sec``."""
    milliseconds = round(length / timedelta(milliseconds=1))
    if milliseconds < 1000:
        return _unit(milliseconds, "millisecond")
    if milliseconds < 60_000:
        return _unit(round(milliseconds / 1000, 1), "second")
    return f"{_unit(milliseconds // 60_000, 'minute')} {_unit(milliseconds % 60_000 // 1000, 'second')}"


def _unit(number: float, unit: str) -> str:
    return str(format_unit(number, f"duration-{unit}", length="short", locale=language()))
