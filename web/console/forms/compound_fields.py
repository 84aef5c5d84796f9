"""Fields of several inputs: minutes by name, facts, and words in other languages."""

from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import Any, ClassVar

from booking_core.catalogue.settings.settings import setting_of
from booking_core.catalogue.translations import language_chain
from web.console.forms.field import FormField, Option
from web.console.forms.fields import minutes_or_text
from web.console.forms.sent import Sent, Texts
from web.console.words.language import LANGUAGES

EMPTY_ROWS = 2


class MinutesByName(FormField, frozen=True, kw_only=True):
    """Minutes for each option, or none."""

    drawn: ClassVar[str] = "numbers"
    options: Sequence[Option]
    unit: str = ""

    def read(self, sent: Sent) -> dict[str, int | str]:
        said = {name: text.strip() for name, text in sent.below(self.name).items()}
        return {name: minutes_or_text(text) for name, text in said.items() if text}

    def write(self, value: Any) -> Texts:
        return {f"{self.name}.{one.value}": [str((value or {}).get(one.value, ""))] for one in self.options}

    def tell(self, value: Any) -> str:
        labels = {one.value: one.label for one in self.options}
        return ", ".join(f"{labels.get(name, name)}: {number}" for name, number in (value or {}).items())


class Facts(FormField, frozen=True, kw_only=True):
    """Texts by topic, each a pair of inputs beside the topic it ``was`` kept under, with room for more."""

    drawn: ClassVar[str] = "facts"

    def read(self, sent: Sent) -> dict[str, str]:
        return {topic.strip(): text for _, topic, text in self._filled_rows(sent)}

    def write(self, value: Any) -> Texts:
        known: Mapping[str, str] = value or {}
        topics, texts = list(known), list(known.values())
        written = {f"{self.name}.was": topics, f"{self.name}.topic": topics, f"{self.name}.text": texts}
        return written if known else {}

    def rows(self, sent: Sent) -> list[tuple[str, str, str]]:
        return [*self._filled_rows(sent), *[("", "", "")] * EMPTY_ROWS]

    def topics(self, sent: Sent) -> dict[str, str]:
        """Each topic by the one it was kept under, or by itself where it is new."""
        filled = self._filled_rows(sent)
        return {(was or topic).strip(): topic.strip() for was, topic, _ in filled if topic.strip()}

    def tell(self, value: Any) -> str:
        return "; ".join(f"{topic}: {text}" for topic, text in (value or {}).items())

    def _filled_rows(self, sent: Sent) -> list[tuple[str, str, str]]:
        parts = (sent.each(f"{self.name}.{part}") for part in ("was", "topic", "text"))
        rows = zip_longest(*parts, fillvalue="")
        return [(was, topic, text) for was, topic, text in rows if topic.strip() or text.strip()]


class TextByLanguage(FormField, frozen=True, kw_only=True):
    """One text for each language, the business's ``own`` first; kept as one text for all where there is only
    that."""

    drawn: ClassVar[str] = "by_language"
    own: str
    asked: Sequence[str] = tuple(LANGUAGES)

    def languages(self, sent: Sent) -> list[tuple[str, str]]:
        """Tags and names of those that it is ``asked`` for in, and of any that is filled in."""
        own = language_chain(self.own)[-1]
        first = {own: LANGUAGES.get(own, own)} if own in self.asked or own not in LANGUAGES else {}
        known = first | {tag: name for tag, name in LANGUAGES.items() if tag in self.asked}
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
    name and label; ``own`` is the language of the business, which is no translation, and ``asked`` are those
    that it speaks to customers. What is kept in others, or below names with dots, stays as it is."""

    drawn: ClassVar[str] = "words"
    fields: Sequence[Option]
    own: str
    asked: Sequence[str] = tuple(LANGUAGES)
    kept: Mapping[str, Any] = {}

    def languages(self) -> list[tuple[str, str]]:
        """Tags and names of those that words are asked for in, and of kept ones that are none of ours."""
        own = language_chain(self.own)
        others = {tag: LANGUAGES[tag] for tag in LANGUAGES if tag in self.asked and tag not in own}
        return list((others | {tag: tag for tag in self.kept if tag not in LANGUAGES or tag in own}).items())

    def unasked(self) -> dict[str, Any]:
        """Words that are kept and not drawn."""
        drawn = {tag for tag, _ in self.languages()}
        return {tag: dict(words) for tag, words in self.kept.items() if tag not in drawn}

    def read(self, sent: Sent) -> dict[str, Any]:
        said: dict[str, dict[str, Any]] = self.unasked()
        for tag, words in self.kept.items():
            if tag not in said:
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


def customer_languages(organization: Any) -> Sequence[str]:
    """Those in which a business speaks to customers: all of ours, where it has chosen none."""
    chosen: Sequence[str] = setting_of(organization, "chat.languages")
    return chosen or tuple(LANGUAGES)
