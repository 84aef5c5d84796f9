"""Words in other languages of a field that holds texts by key: the facts of a business, the choices of a
question. The keys stand in the same form."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from web.console.forms.compound_fields import TranslationsField
from web.console.forms.field import Option
from web.console.forms.sent import Sent, Texts


class KeyedWords(TranslationsField, frozen=True, kw_only=True):
    """``fields`` are those of one text, ``keyed`` is the field with texts by key."""

    drawn: ClassVar[str] = "keyed_words"
    keyed: str

    def keys(self, sent: Sent) -> Mapping[str, str]:
        """The keys of the form as it is sent, each by the name that its inputs have."""
        raise NotImplementedError

    def parts(self, sent: Sent) -> list[Option]:
        return [*self.fields, *(Option(f"{self.keyed}.{name}", key) for name, key in self.keys(sent).items())]

    def read(self, sent: Sent) -> dict[str, Any]:
        keys = self.keys(sent)
        said = {tag: self._with_keys(words, keys) for tag, words in self.unasked().items()}
        for place, text in sent.below(self.name).items():
            tag, _, field = place.partition(".")
            _, _, name = field.partition(".")
            if not text.strip():
                continue
            if not name:
                said.setdefault(tag, {})[field] = text
            elif name in keys:
                said.setdefault(tag, {}).setdefault(self.keyed, {})[keys[name]] = text
        return {tag: words for tag, words in said.items() if words}

    def _with_keys(self, words: Mapping[str, Any], keys: Mapping[str, str]) -> dict[str, Any]:
        """Words that are not drawn, by the keys as they are from now on."""
        each = {keys[name]: text for name, text in (words.get(self.keyed) or {}).items() if name in keys}
        others = {name: said for name, said in words.items() if name != self.keyed}
        return {**others, self.keyed: each} if each else others

    def write(self, value: Any) -> Texts:
        texts: dict[str, Sequence[str]] = {}
        for tag, words in (value or {}).items():
            for name in self._names():
                texts[f"{self.name}.{tag}.{name}"] = [str(words.get(name, ""))]
            for key, text in (words.get(self.keyed) or {}).items():
                texts[f"{self.name}.{tag}.{self.keyed}.{key}"] = [str(text)]
        return texts

    def anchor(self, problem: str) -> str:
        return input_id(problem)


def input_id(problem: str) -> str:
    """The id of the input of this name: keys have blanks, and ids have none."""
    return problem.replace(" ", "_")
