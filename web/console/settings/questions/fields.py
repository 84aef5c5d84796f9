"""The fields of a question: its choices, each on a line, and the words of all of them."""

import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from booking_core.back_office.questions import LONGEST_KEY
from booking_core.input.clean_text import clean_text
from web.console.forms.field import FormField
from web.console.forms.fields import Lines, TextField
from web.console.forms.form import KEY
from web.console.forms.keyed_words import KeyedWords, input_id
from web.console.forms.sent import Sent, Texts

LABEL, CHOICES, LABELS = "label", "choices", "choice_labels"


class Choices(Lines, frozen=True, kw_only=True):
    """Cleaned as the back office cleans them, because other fields go by them."""

    drawn: ClassVar[str] = "textarea"

    def read(self, sent: Sent) -> list[str]:
        return choices_in(sent)


class ChoiceLabels(FormField, frozen=True, kw_only=True):
    """What each of the choices that stand above is called, where that is something else."""

    drawn: ClassVar[str] = "choice_labels"

    def parts(self, sent: Sent) -> Sequence[str]:
        return choices_in(sent)

    def read(self, sent: Sent) -> dict[str, str]:
        said, known = sent.below(self.name), choices_in(sent)
        return {choice: text for choice, text in said.items() if text.strip() and choice in known}

    def write(self, value: Any) -> Texts:
        return {f"{self.name}.{choice}": [str(text)] for choice, text in (value or {}).items()}

    def tell(self, value: Any) -> str:
        return ", ".join(f"{choice}: {text}" for choice, text in (value or {}).items())

    def anchor(self, problem: str) -> str:
        return input_id(problem)


class QuestionWords(KeyedWords, frozen=True, kw_only=True):
    """The question and each of its choices in the languages of customers. ``fields`` has the question; the
    choices are those that stand above."""

    keyed: str = CHOICES

    def keys(self, sent: Sent) -> Mapping[str, str]:
        return {choice: choice for choice in choices_in(sent)}


class QuestionKey(TextField, frozen=True, kw_only=True):
    """Of something new; made of the question where none is typed, so that a form that is sent twice asks one
    question."""

    def read(self, sent: Sent) -> str:
        typed = sent.text(self.name).strip()
        return typed or key_of(sent.text(LABEL)) or f"question_{sent.text(KEY)[-6:]}".rstrip("_")


def key_of(label: str) -> str:
    """A name for programs, of the words of a question; empty where its letters are others."""
    plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().lower()
    words = "".join(letter if letter.isalnum() else " " for letter in plain).split()
    key = "_".join(words).lstrip("0123456789_")
    return key if len(key) <= LONGEST_KEY else key[:LONGEST_KEY].rpartition("_")[0] or key[:LONGEST_KEY]


def choices_in(sent: Sent) -> list[str]:
    cleaned = (clean_text(line).strip() for line in sent.text(CHOICES).splitlines())
    return [one for one in cleaned if one]


def without_choices(said: Mapping[str, Any]) -> dict[str, Any]:
    """The same for a question that is no choice."""
    words = {
        tag: {name: text for name, text in one.items() if name != CHOICES}
        for tag, one in said["translations"].items()
    }
    return {**said, CHOICES: [], LABELS: {}, "translations": {tag: one for tag, one in words.items() if one}}
