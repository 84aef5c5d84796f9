"""The hours of one day as a field: a line to type."""

from collections.abc import Sequence
from typing import Any

from booking_core.catalogue.hours.opening_hours import Window
from booking_core.errors import InvalidField
from web.console.forms.fields import TextField
from web.console.forms.sent import Sent, Texts
from web.console.rendering.typed_hours import BackwardsHours, UnreadableHours, read_hours, write_hours
from web.console.words.translate import gettext


class HoursField(TextField, frozen=True, kw_only=True):
    """The value is pairs of minutes, or the refusal of a line that cannot be read."""

    @property
    def direction(self) -> str:
        return "ltr"

    def read(self, sent: Sent) -> Sequence[Any] | InvalidField:
        return typed_windows(self.name, sent.text(self.name))

    def write(self, value: Any) -> Texts:
        return {self.name: [write_hours([(opens, closes) for opens, closes in value or ()])]}


def typed_windows(name: str, text: str) -> list[Window] | InvalidField:
    try:
        return read_hours(text)
    except UnreadableHours:
        return InvalidField(name, gettext("Write hours such as 9:00–13:00, 14:00–18:00, or nothing."))
    except BackwardsHours:
        return InvalidField(
            name, gettext("This ends before it begins. A night is written 22:00–2:00, five o’clock 17:00.")
        )


def readable_hours(windows: Sequence[Any] | InvalidField) -> list[list[int]]:
    """As the back office takes them. Raises ``InvalidField``."""
    if isinstance(windows, InvalidField):
        raise windows
    return [list(window) for window in windows]
