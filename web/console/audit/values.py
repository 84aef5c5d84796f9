"""Values of the audit log for reading: names for ids, words for keys, and moments on a clock of theirs."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from babel.numbers import format_decimal
from babel.units import format_unit
from msgspec import Struct

from web.console.audit.labels import LABELS, label_of
from web.console.forms.choices import country_choices, currency_choices, language_choices, time_zones
from web.console.forms.field import yes_or_no
from web.console.rendering.formatting import LocalFormat
from web.console.rendering.names import AN_ID, SubjectNames
from web.console.rendering.texts import number_text
from web.console.rendering.typed_hours import clock_text, write_hours
from web.console.settings.api_clients.scopes import SCOPES
from web.console.settings.webhooks.events import EVENT_NAMES
from web.console.words.language import language
from web.console.words.translate import N_, gettext

WORDS = {
    "staff": N_("Person"),
    "room": N_("Room"),
    "equipment": N_("Equipment"),
    "text": N_("Text"),
    "choice": N_("Choice"),
    "yes_no": N_("yes or no"),
    "mailbox": N_("A code by email"),
    "booking_code": N_("The booking code"),
    "owner": N_("Owner"),
    "manager": N_("Manager"),
    "member": N_("Member"),
    "closed": N_("closed"),
    "time_off": N_("away"),
    "no_qualified_staff": N_("nobody who does it"),
    "person_wanted": N_("A customer asks for a person"),
}
# Fields whose values are one of those words, and those about one thing alone.
WORDED = {"", "kind", "kinds", "role", "rules", "chat.proof"}
CHOICES = {
    "country": country_choices,
    "currency": currency_choices,
    "locale": language_choices,
    "time_zone": time_zones,
}


class Telling(Struct, frozen=True):
    """For one entry: what ids are called, and how its place writes times."""

    names: SubjectNames
    local: LocalFormat

    def tell(self, name: str, value: Any) -> str:
        """The value of a field; empty where it is nothing."""
        if value is None or value in ("", [], {}):
            return ""
        if isinstance(value, bool):
            return yes_or_no(value)
        if name == "windows":
            return self._windows(value)
        if isinstance(value, Mapping):
            lines = ((self._key(name, key), self.tell(_below(name, key), one)) for key, one in value.items())
            return "\n".join(f"{key}: {said}" for key, said in lines)
        if isinstance(value, Sequence) and not isinstance(value, str):
            between = "\n" if isinstance(value[0], Mapping) else ", "
            return between.join(self._item(name, one) for one in value)
        return self._plain(name, value)

    def _item(self, name: str, value: Any) -> str:
        """A line of several: what is said of each, side by side."""
        if isinstance(value, Mapping):
            return " · ".join(text for key, one in value.items() if (text := self.tell(key, one)))
        return self.tell(name, value)

    def _plain(self, name: str, value: Any) -> str:
        if reader := READERS.get(name):
            try:
                return reader(self, value)
            except (ValueError, TypeError, OverflowError, InvalidOperation):
                return str(value)
        if name in CHOICES:
            return next((one.label for one in CHOICES[name]() if one.value == value), str(value))
        if isinstance(value, int):
            return self._number(name, value)
        word, _, about = str(value).partition(":")
        if name in WORDED and word in WORDS:
            return gettext(WORDS[word]) + (f" ({self._name_of(about)})" if about else "")
        return self._name_of(str(value))

    def _number(self, name: str, value: int) -> str:
        for end, unit in (("_min", "minute"), ("_days", "day")):
            if name.endswith(end) or (name == "durations" and unit == "minute"):
                return str(format_unit(value, f"duration-{unit}", length="short", locale=language()))
        return number_text(value)

    def _name_of(self, text: str) -> str:
        """What an id is called; of what is gone, or must not be named here, no more than that."""
        if not AN_ID.fullmatch(text):
            return text
        return self.names.person(text) or self.names.thing(text) or gettext("not there any more")

    def _key(self, name: str, key: str) -> str:
        if name == "translations":
            return next((one.label for one in language_choices(key) if one.value == key), key)
        if name == "price_by_duration" and key.isdecimal():
            return self._number("durations", int(key))
        field, _, part = key.partition(".")
        return f"{label_of(field)} {part}".strip() if name == "" and field in LABELS else self._name_of(key)

    def _windows(self, windows: Sequence[Any]) -> str:
        if not isinstance(windows[0], Mapping):
            return write_hours([(opens, closes) for opens, closes in windows])
        return "\n".join(self._window(one) for one in windows)

    def _window(self, window: Mapping[str, Any]) -> str:
        hours = write_hours([(window["opens"], window["closes"])])
        told = [f"{self.local.weekday(window['weekday'])} {hours}"]
        if (weeks := window.get("every_weeks", 1)) > 1:
            told.append(gettext("every %(number)s weeks", number=weeks))
        named = ("anchor", "until")
        told += [f"{label_of(one)} {self.tell(one, window[one])}" for one in named if window.get(one)]
        return " · ".join(told)

    def _moment(self, value: str) -> str:
        return self.local.date_and_time(datetime.fromisoformat(value))

    def _day(self, value: str) -> str:
        return self.local.long_date(date.fromisoformat(value))

    def _money(self, value: str) -> str:
        return str(format_decimal(Decimal(value), "#,##0.00", locale=language()))


def _below(name: str, key: str) -> str:
    """What a value within a value is read as: words of another language are not read at all."""
    return {"translations": "", "price_by_duration": "amount", "travel_min": "travel_min"}.get(name, key)


SPOKEN: Mapping[str, str] = {**EVENT_NAMES, **{one.value: told for one, told in SCOPES.items()}}
READERS: Mapping[str, Callable[[Telling, Any], str]] = {
    "amount": Telling._money,
    "anchor": Telling._day,
    "day": Telling._day,
    "events": lambda _, value: gettext(SPOKEN.get(value, value)),
    "ends": lambda _, value: clock_text(value),
    "ends_at": Telling._moment,
    "picture": lambda _, __: gettext("a picture"),
    "previous": Telling._moment,
    "previous_end": Telling._moment,
    "price": Telling._money,
    "scopes": lambda _, value: gettext(SPOKEN.get(value, value)),
    "starts": lambda _, value: clock_text(value),
    "starts_at": Telling._moment,
    "until": Telling._day,
    "weekday": lambda self, value: self.local.weekday(value),
}
