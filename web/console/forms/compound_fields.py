"""Fields of several inputs: minutes by name, facts, and words in other languages."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from booking_core.catalogue.translations import language_chain
from web.console.forms.field import FormField, Option
from web.console.forms.sent import Sent, Texts
from web.console.rendering.typed_lengths import UnreadableLength, read_length
from web.console.words.language import LANGUAGES

EMPTY_ROWS = 2


class MinutesByName(FormField, frozen=True, kw_only=True):
    """Minutes for each option, or none."""

    drawn: ClassVar[str] = "numbers"
    options: Sequence[Option]
    unit: str = ""

    def read(self, sent: Sent) -> dict[str, int | str]:
        said = {name: text.strip() for name, text in sent.below(self.name).items()}
        return {name: _minutes(text) for name, text in said.items() if text}

    def write(self, value: Any) -> Texts:
        return {f"{self.name}.{one.value}": [str((value or {}).get(one.value, ""))] for one in self.options}

    def tell(self, value: Any) -> str:
        labels = {one.value: one.label for one in self.options}
        return ", ".join(f"{labels.get(name, name)}: {number}" for name, number in (value or {}).items())


def _minutes(text: str) -> int | str:
    try:
        return read_length(text)
    except UnreadableLength:
        return text


class Facts(FormField, frozen=True, kw_only=True):
    """Texts by topic, each a pair of inputs, with room for more."""

    drawn: ClassVar[str] = "facts"

    def read(self, sent: Sent) -> dict[str, str]:
        return {topic.strip(): text for topic, text in self._filled(sent)}

    def write(self, value: Any) -> Texts:
        known: Mapping[str, str] = value or {}
        texts = {f"{self.name}.topic": list(known), f"{self.name}.text": list(known.values())}
        return {name: said for name, said in texts.items() if said}

    def rows(self, sent: Sent) -> list[tuple[str, str]]:
        return [*self._filled(sent), *[("", "")] * EMPTY_ROWS]

    def tell(self, value: Any) -> str:
        return "; ".join(f"{topic}: {text}" for topic, text in (value or {}).items())

    def _filled(self, sent: Sent) -> list[tuple[str, str]]:
        pairs = zip(sent.each(f"{self.name}.topic"), sent.each(f"{self.name}.text"), strict=False)
        return [(topic, text) for topic, text in pairs if topic.strip() or text.strip()]


class TextByLanguage(FormField, frozen=True, kw_only=True):
    """One text for each language, the business's ``own`` first; kept as one text for all where there is only
    that."""

    drawn: ClassVar[str] = "by_language"
    own: str

    def languages(self, sent: Sent) -> list[tuple[str, str]]:
        """Tags and names of those that it is asked for in, and of any that is filled in."""
        own = language_chain(self.own)[-1]
        known = {own: LANGUAGES.get(own, own)} | LANGUAGES
        return list((known | {tag: tag for tag in sent.below(self.name) if tag not in known}).items())

    def read(self, sent: Sent) -> Any:
        said = {tag: text.strip() for tag, text in sent.below(self.name).items() if text.strip()}
        own = language_chain(self.own)[-1]
        return said[own] if list(said) == [own] else said or None

    def write(self, value: Any) -> Texts:
        if value is None:
            return {}
        words = value if isinstance(value, Mapping) else {language_chain(self.own)[-1]: value}
        return {f"{self.name}.{tag}": [str(text)] for tag, text in words.items()}

    def anchor(self, problem: str) -> str:
        return problem


class TranslationsField(FormField, frozen=True, kw_only=True):
    """The same in the languages of customers, folded away: ``fields`` are those that can be translated, by
    name and label; ``own`` is the language of the business, which is no translation. What is kept in further
    languages, or below names with dots, stays as it is."""

    drawn: ClassVar[str] = "words"
    fields: Sequence[Option]
    own: str
    kept: Mapping[str, Any] = {}

    def languages(self) -> list[tuple[str, str]]:
        """Tags and names of those that words are asked for in."""
        others = {tag: name for tag, name in LANGUAGES.items() if tag not in language_chain(self.own)}
        return list((others | {tag: tag for tag in self.kept if tag not in others}).items())

    def read(self, sent: Sent) -> dict[str, Any]:
        said: dict[str, dict[str, Any]] = {}
        for tag, words in self.kept.items():
            said[tag] = {name: text for name, text in words.items() if name not in self._names()}
        for place, text in sent.below(self.name).items():
            tag, _, field = place.partition(".")
            if text.strip():
                said.setdefault(tag, {})[field] = text
        return {tag: words for tag, words in said.items() if words}

    def write(self, value: Any) -> Texts:
        return {
            f"{self.name}.{tag}.{name}": [str((value or {}).get(tag, {}).get(name, ""))]
            for tag, _ in self.languages()
            for name in self._names()
        }

    def anchor(self, problem: str) -> str:
        return problem

    def _names(self) -> list[str]:
        return [one.value for one in self.fields]
