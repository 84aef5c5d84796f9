"""How long before an appointment its customer is reminded, each length on a line as people say it."""

from typing import Any, ClassVar

from web.console.forms.fields import Lines
from web.console.forms.sent import Sent, Texts
from web.console.rendering.typed_lengths import UnreadableLength, read_length
from web.console.settings.services.spans import length_text

NONE = "0"


class ReminderTimes(Lines, frozen=True, kw_only=True):
    """Minutes; without a line there are no reminders."""

    rows: int = 2

    def read(self, sent: Sent) -> Any:
        return [_minutes(line) for line in super().read(sent)]

    def write(self, value: Any) -> Texts:
        return {self.name: ["\n".join(length_text(one) for one in value or ())]}

    def tell(self, value: Any) -> str:
        return ", ".join(length_text(one) if isinstance(one, int) else str(one) for one in value or ())


class OwnReminderTimes(ReminderTimes, frozen=True, kw_only=True):
    """The same of a service: without a line it is as the business reminds, and a nought is for none."""

    drawn: ClassVar[str] = "textarea"

    def read(self, sent: Sent) -> Any:
        lines = super().read(sent)
        return None if not lines else [] if lines == [0] else lines

    def write(self, value: Any) -> Texts:
        return {self.name: [NONE]} if value == [] else super().write(value)

    def tell(self, value: Any) -> str:
        return NONE if value == [] else super().tell(value)


def _minutes(line: str) -> int | str:
    try:
        return read_length(line)
    except UnreadableLength:
        return line
