"""The form of the words of one letter in one language."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from booking_core.catalogue.settings.letter_words import OUTCOMES
from web.console.forms.field import FormField
from web.console.forms.fields import TextArea, TextField
from web.console.forms.form import Form
from web.console.settings.letters.letter_names import PARTS
from web.console.words.language import LANGUAGES
from web.console.words.translate import gettext

SETTING = "letters.words"
LONG = {"opening": 4, "closing": 4, "signature": 3}


class ChosenLetter(Struct, frozen=True):
    """Which letter in which language; the first of each where the address names none that there is."""

    outcome: str
    language: str

    @classmethod
    def of(cls, letter: str, language: str, usual: str) -> "ChosenLetter":
        own = usual.split("-", maxsplit=1)[0].lower()
        known = next((one for one in (language, own) if one in LANGUAGES), "en")
        return cls(letter if letter in OUTCOMES else OUTCOMES[0], known)

    @property
    def query(self) -> str:
        return f"letter={self.outcome}&language={self.language}"

    def field(self, part: str) -> str:
        return f"{SETTING}.{self.language}.{self.outcome}.{part}"

    def words_in(self, every: Mapping[str, Any]) -> Mapping[str, str]:
        found: Mapping[str, str] = every.get(self.language, {}).get(self.outcome, {})
        return found

    def form(self) -> Form:
        hint = gettext("Empty is ours.")
        return Form([self._field(part, gettext(label), hint) for part, label in PARTS.items()])

    def _field(self, part: str, label: str, hint: str) -> FormField:
        if part in LONG:
            return TextArea(name=self.field(part), label=label, hint=hint, rows=LONG[part])
        return TextField(name=self.field(part), label=label, hint=hint)

    def values(self, every: Mapping[str, Any]) -> dict[str, str]:
        """What the form shows of all words."""
        words = self.words_in(every)
        return {self.field(part): words.get(part, "") for part in PARTS}

    def words_typed(self, values: Mapping[str, Any]) -> dict[str, str]:
        return {part: str(values[self.field(part)]).strip() for part in PARTS}

    def merge(self, every: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
        """All words, with those of the form in their place."""
        letters = {**every.get(self.language, {}), self.outcome: self.words_typed(values)}
        return {**every, self.language: letters}
