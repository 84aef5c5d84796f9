"""A form: its fields, and what is on it at the moment."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from booking_core.errors import InvalidField, InvalidFields, Refusal, complaints_of
from web.console.forms.field import FormField
from web.console.forms.meanwhile import Meanwhile
from web.console.forms.sent import Sent
from web.console.words.refusals import refusal_text

# Beside its fields, a form carries the version it was drawn from and, of something new, its key.
VERSION, KEY = "expected_version", "form_key"


class Form(Struct, frozen=True):
    fields: Sequence[FormField]

    def __getitem__(self, name: str) -> FormField:
        return next(field for field in self.fields if field.name == name)

    def read(self, sent: Sent) -> dict[str, Any]:
        return {field.name: field.read(sent) for field in self.fields}

    def write(self, values: Mapping[str, Any]) -> Sent:
        texts: dict[str, Sequence[str]] = {}
        for field in self.fields:
            if field.name in values:
                texts |= field.write(values[field.name])
        return Sent(texts)

    def field_of(self, problem: str) -> FormField | None:
        """The field that a refusal of this name is about, or about a part of."""
        named = [one for one in self.fields if problem == one.name or problem.startswith(f"{one.name}.")]
        return max(named, key=lambda one: len(one.name), default=None)


def must_be_readable(values: Any) -> None:
    """Raises ``InvalidFields`` where fields gave refusals in place of values."""
    wrong = list(_unreadable(values))
    if wrong:
        raise InvalidFields(wrong)


def _unreadable(values: Any) -> Iterator[InvalidField]:
    if isinstance(values, InvalidField):
        yield values
    elif isinstance(values, Mapping | list):
        for one in values.values() if isinstance(values, Mapping) else values:
            yield from _unreadable(one)


class FormProblem(Struct, frozen=True):
    """A refusal: its field, where there is one, the id of what is to be put right, and a sentence."""

    field: str
    anchor: str
    label: str
    text: str


class FormState(Struct, frozen=True):
    """``version`` is what the form was drawn from (0 of something new, which has a ``key``)."""

    form: Form
    sent: Sent
    version: int = 0
    key: str = ""
    problems: Sequence[FormProblem] = ()
    meanwhile: Meanwhile | None = None

    @property
    def is_refused(self) -> bool:
        return bool(self.problems or self.meanwhile)

    def problems_of(self, name: str) -> list[FormProblem]:
        """What is wrong with a field, and with its parts that have no place of their own."""
        return [one for one in self.problems if one.anchor == name]

    def with_refusal(self, refusal: Refusal) -> "FormState":
        """The same form with what was typed, and each sentence beside its field."""
        problems = []
        for name, sentence in complaints_of(refusal):
            field = self.form.field_of(name)
            anchor, label = (field.anchor(name), field.label_of(name)) if field else ("", "")
            problems.append(FormProblem(name, anchor, label, refusal_text(sentence)))
        return FormState(self.form, self.sent, self.version, self.key, problems)
