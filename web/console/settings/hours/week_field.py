"""The week as a field: a line to type for each day, and lines for what holds only in some weeks."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from booking_core.back_office.hours.windows import OVERLAP
from booking_core.errors import InvalidField, InvalidFields
from web.console.forms.field import FormField, Option
from web.console.forms.sent import Sent, Texts, number_or_text
from web.console.rendering.typed_hours import write_hours
from web.console.settings.hours.hours_field import typed_windows
from web.console.words.translate import gettext

Week = list[dict[str, Any]]
SOME = "some"
# What a line for some weeks holds, beside its weekday.
PARTS = ("weekday", "hours", "every_weeks", "anchor", "until")
EMPTY_LINES = 1


class WeekField(FormField, frozen=True, kw_only=True):
    """``days`` are the weekdays in the order of the place, by their names. Windows are those of the back
    office; a line that cannot be read stands among them as its refusal."""

    days: Sequence[Option]

    def read(self, sent: Sent) -> list[Any]:
        windows: list[Any] = []
        for day in self.days:
            name = f"{self.name}.{day.value}"
            windows += self._windows(name, sent.text(name), {"weekday": int(day.value)})
        for number, line in enumerate(self._lines(sent)):
            windows += self._windows(f"{self.name}.{SOME}.{number}", line["hours"], _rhythm(line))
        return windows

    def write(self, value: Any) -> Texts:
        texts: dict[str, list[str]] = {}
        value = value or ()
        for day in self.days:
            usual = [one for one in value if one["weekday"] == int(day.value) and "every_weeks" not in one]
            texts[f"{self.name}.{day.value}"] = [
                write_hours([(one["opens"], one["closes"]) for one in usual])
            ]
        for one in value:
            if "every_weeks" in one:
                said = {**one, "hours": write_hours([(one["opens"], one["closes"])])}
                for part in PARTS:
                    kept = said[part]
                    text = "" if kept is None else str(kept)
                    texts.setdefault(f"{self.name}.{SOME}.{part}", []).append(text)
        return texts

    def lines(self, sent: Sent) -> list[dict[str, str]]:
        """Those that are filled in, and room for more."""
        return [*self._lines(sent), *[dict.fromkeys(PARTS, "")] * EMPTY_LINES]

    def anchor(self, problem: str) -> str:
        return problem

    def label_of(self, problem: str) -> str:
        """The day of a line, as it stands before it."""
        line = problem.removeprefix(f"{self.name}.")
        labels = {day.value: day.label for day in self.days}
        is_of_some = line.startswith(f"{SOME}.")
        return gettext("Hours of some weeks only") if is_of_some else labels.get(line, self.label)

    def tell(self, value: Any) -> str:
        texts = self.write(value)
        return "; ".join(
            f"{day.label}: {text}" for day in self.days if (text := texts[f"{self.name}.{day.value}"][0])
        )

    def _lines(self, sent: Sent) -> list[dict[str, str]]:
        columns = (sent.each(f"{self.name}.{SOME}.{part}") for part in PARTS)
        found = [dict(zip(PARTS, line, strict=True)) for line in zip(*columns, strict=False)]
        return [line for line in found if line["hours"].strip()]

    def _windows(self, name: str, text: str, more: Mapping[str, Any]) -> Iterator[Any]:
        windows = typed_windows(name, text)
        if isinstance(windows, InvalidField):
            yield windows
        elif any(one[0] < other[1] and other[0] < one[1] for one, other in combinations(windows, 2)):
            yield InvalidField(name, OVERLAP)
        else:
            yield from ({**more, "opens": opens, "closes": closes} for opens, closes in windows)


def readable(windows: Sequence[Any]) -> Week:
    """The windows. Raises ``InvalidFields`` for lines that could not be read."""
    wrong = [one for one in windows if isinstance(one, InvalidField)]
    if wrong:
        raise InvalidFields(wrong)
    return list(windows)


def copy_day(field: WeekField, sent: Sent, source: str, targets: Sequence[str]) -> Sent:
    """What is typed for one day, typed for others too."""
    text = sent.text(f"{field.name}.{source}")
    names = [f"{field.name}.{day.value}" for day in field.days if day.value in targets]
    return sent.with_texts(names, {name: [text] for name in names})


def _rhythm(line: Mapping[str, str]) -> dict[str, Any]:
    return {
        "weekday": number_or_text(line["weekday"]),
        "every_weeks": number_or_text(line["every_weeks"]),
        "anchor": line["anchor"] or None,
        "until": line["until"] or None,
    }
