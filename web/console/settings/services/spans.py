"""Lengths of time in a form, in the unit that people say them in."""

from datetime import timedelta
from typing import Any, ClassVar

from babel.dates import format_timedelta

from web.console.forms.field import FormField, Option
from web.console.forms.sent import Sent, Texts
from web.console.rendering.typed_lengths import DAY, HOUR, MINUTE, UnreadableLength, read_length
from web.console.words.language import language
from web.console.words.translate import gettext

# Further than this nothing is booked; what somebody types may be any number.
LONGEST = 10 * 366 * DAY


class Span(FormField, frozen=True, kw_only=True):
    """Minutes, written as a number and a unit, which is ``of_nothing`` where there are none yet; ``after``
    stands behind them."""

    drawn: ClassVar[str] = "span"
    after: str = ""
    of_nothing: int = HOUR

    @property
    def units(self) -> list[Option]:
        names = {MINUTE: gettext("minutes"), HOUR: gettext("hours"), DAY: gettext("days")}
        return [Option(str(minutes), name) for minutes, name in names.items()]

    def read(self, sent: Sent) -> int | str | None:
        """What is no whole number of minutes goes on as text; empty is none at all."""
        text, unit = sent.text(self.name).strip(), sent.number(f"{self.name}.unit") or MINUTE
        try:
            return read_length(text or "0", unit)
        except UnreadableLength:
            return text

    def write(self, value: Any) -> Texts:
        minutes = value or 0
        unit = unit_of(minutes) if minutes else self.of_nothing
        return {self.name: [str(minutes // unit)], f"{self.name}.unit": [str(unit)]}

    def tell(self, value: Any) -> str:
        return length_text(value) if isinstance(value, int) else str(value)


def unit_of(minutes: int) -> int:
    """The largest unit in which it is a whole number."""
    return next(unit for unit in (DAY, HOUR, MINUTE) if minutes % unit == 0)


def length_text(minutes: int, of_nothing: int = MINUTE) -> str:
    """Such as ``45 minutes``, ``2 hours`` or ``3 days``; nothing at all in the unit that is given."""
    if not 0 <= minutes <= LONGEST:
        return str(minutes)
    unit = {MINUTE: "minute", HOUR: "hour", DAY: "day"}[unit_of(minutes) if minutes else of_nothing]
    # Never rounded up to the next unit.
    length = timedelta(minutes=minutes)
    return str(format_timedelta(length, granularity=unit, threshold=10**9, locale=language()))  # type: ignore[arg-type]
