"""What a customer sees of a conversation: the newest words, and the blocks that can still be used."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from msgspec import Struct

from agent.conversation.conversation import ASSISTANT, Message
from agent.languages.wording import day
from evaluation.salon.records import suits
from evaluation.scenarios.customer_wishes import Wish

CLOCK = re.compile(r"(\d{1,2})[:.h](\d\d)\s*([AaPpصم])?")
# A button that answers how long it shall take.
LENGTH = re.compile(r"(\d+) (?:min|Min|דק|دقيقة)")
AFTERNOON = ("p", "م")
# How far ahead a summary may lie, in days.
READ_AHEAD = 120
CUES = {
    "name": r"\bname\b|namen?\b|nom\b|nombre|nome\b|שם|اسم",
    "contact": r"e-?mail|phone|reach you|contact|telefon|téléphone|correo|teléfono|דוא|טלפון|بريد|هاتف",
    "code": r"\bcode\b|\bdigits\b",
    "when": r"which (?:day|time)|what (?:day|time)|\bwhen\b|day or time|suits you|another (?:day|time)|wann|"
    r"quand|cuándo|quando",
    "people": r"how many|wie viele|combien|cuántas|quante",
    "staff": r"\bwho(?:m| would)|anyone in particular|preference|prefer\b|which (?:stylist|person)|"
    r"bei wem|avec qui",
    "service": r"what would you like|which service|what (?:service|can i)|like to book|do you mean|"
    r"was möchten|que désirez|qué desea|cosa desidera",
}


class Time(Struct, frozen=True):
    """A time on a button; ``start`` is on the salon's clock."""

    start: datetime
    input_id: str
    place: int


class SeenSummary(Struct, frozen=True):
    """What a customer reads in a summary. ``start`` is None where they cannot make it out."""

    block_id: str
    values: tuple[str, ...]
    start: datetime | None
    agree: str
    decline: str


class Sight:
    """A conversation as it lies before the customer, on a page in ``locale`` about a salon in ``zone``."""

    def __init__(self, messages: Sequence[Message], locale: str, zone: ZoneInfo, now: datetime) -> None:
        self.answers = [message for message in messages if message.role == ASSISTANT]
        self.locale = locale
        self.zone = zone
        self.now = now

    @property
    def text(self) -> str:
        return self.answers[-1].text if self.answers else ""

    @property
    def newest(self) -> list[dict[str, Any]]:
        """The blocks of the newest answer."""
        return (
            [block for block in self.answers[-1].blocks if block["state"] == "open"] if self.answers else []
        )

    def block(self, kind: str) -> dict[str, Any] | None:
        """The newest block of a kind that can still be used."""
        return next((block for block in self._open() if block["type"] == kind), None)

    def asks(self, about: str) -> bool:
        """Whether the newest words, or the question in them, are about that."""
        return bool(re.search(CUES[about], self.text.casefold()))

    def length_button(self, minutes: int | None) -> str | None:
        """The id of the button for that length, or for the usual one, where it was just asked for one."""
        block = next((one for one in self.newest if one["type"] == "quick_replies"), None)
        options = block["options"] if block is not None and block["state"] == "open" else ()
        buttons = {
            int(found[1]): option["input_id"]
            for option in options
            if (found := LENGTH.match(option["label"]))
        }
        return buttons.get(minutes or 0, next(iter(buttons.values()), None))

    def times(self) -> list[Time]:
        picker = self.block("slot_picker")
        if picker is None:
            return []
        times = [time for one_day in picker["days"] for time in one_day["times"]]
        return [
            Time(datetime.fromisoformat(time["start"]).astimezone(self.zone), time["input_id"], place)
            for place, time in enumerate(times)
        ]

    def times_for(self, wish: Wish) -> list[Time]:
        return [time for time in self.times() if suits(wish, time.start)]

    def summary(self) -> SeenSummary | None:
        block = self.block("summary")
        if block is None:
            return None
        values = tuple(row["value"] for row in block["rows"])
        agree, decline = (action["input_id"] for action in block["actions"][:2])
        return SeenSummary(block["id"], values, self._moment(values), agree, decline)

    def cards(self) -> list[dict[str, Any]]:
        """Every booking card that was ever shown."""
        return [
            block for answer in self.answers for block in answer.blocks if block["type"] == "booking_card"
        ]

    def _open(self) -> Iterator[dict[str, Any]]:
        for answer in reversed(self.answers):
            yield from (block for block in reversed(answer.blocks) if block["state"] == "open")

    def _moment(self, values: Sequence[str]) -> datetime | None:
        today = self.now.astimezone(self.zone).date()
        # A move tells both times, the one until now first.
        for value in reversed(values):
            for written, on in days_written(self.locale, self.zone, today):
                clock = CLOCK.search(value.replace(written, "")) if written in value else None
                if clock:
                    return self._at(on, clock, value)
        return None

    def _at(self, on: date, clock: re.Match[str], value: str) -> datetime:
        hour, minute, half = int(clock.group(1)), int(clock.group(2)), (clock.group(3) or "").casefold()
        hour = hour % 12 + (12 if half in AFTERNOON else 0) if half else hour
        local = datetime(on.year, on.month, on.day, hour, minute, tzinfo=self.zone)
        # An hour that comes twice is shown with its offset.
        later = local.replace(fold=1)
        return later if f"UTC{later:%z}" in value and later.utcoffset() != local.utcoffset() else local


@lru_cache(maxsize=64)
def days_written(locale: str, zone: ZoneInfo, today: date) -> tuple[tuple[str, date], ...]:
    """The days ahead as the page writes them."""
    noons = (
        datetime(today.year, today.month, today.day, 12, tzinfo=zone) + timedelta(days=n)
        for n in range(READ_AHEAD)
    )
    # The longest first: "Dec 1" is also the beginning of "Dec 10".
    return tuple(
        sorted(((day(noon, str(zone), locale), noon.date()) for noon in noons), key=lambda one: -len(one[0]))
    )
