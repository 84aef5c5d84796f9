"""Words in other languages, as a field of what has a name."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from booking_core.catalogue.translations import Keys, Translatable, check_translations, language_chain
from booking_core.errors import InvalidField
from booking_core.input.fields import Field
from booking_core.input.kinds import WrongPart, WrongValue

NAME = "translations"


class Translations(Struct, frozen=True):
    """Words by language and field, of whatever can be translated of a table."""

    of: type[Translatable]

    @property
    def takes(self) -> str:
        named = (*self.of.TRANSLATED, *(f"{field} (by key)" for field in self.of.TRANSLATED_EACH))
        return f"words by language, then by field: {', '.join(named)}"

    def read(self, value: Any) -> dict[str, Any]:
        if not isinstance(value, Mapping) or not all(isinstance(tag, str) for tag in value):
            raise WrongValue("Please give words by language, then by field.")
        try:
            return check_translations(self.of, value)
        except InvalidField as error:
            if error.field == NAME:
                raise WrongValue(error.detail) from error
            raise WrongPart(error.field.removeprefix(f"{NAME}."), error.detail) from error


def translations_field(table: type[Translatable]) -> Field:
    """The field that every noun with words has."""
    return Field(NAME, Translations(table), {}, tells="The same in the languages of customers.")


def own_words(locale: str, before: Mapping[str, Any], changed: Mapping[str, Any]) -> dict[str, Any]:
    """What is ``changed``, with what becomes of words in the language of the business (``locale``), which are
    the fields themselves: those of a field that is written anew go, as from when the business spoke another
    language. Raises ``InvalidField`` (``own_language``) for whoever writes them as a translation."""
    stood, words = before.get(NAME) or {}, dict(changed.get(NAME, before.get(NAME)) or {})
    for tag in set(language_chain(locale)) & words.keys():
        known = stood.get(tag, {})
        if new := [name for name, said in words[tag].items() if said != known.get(name)]:
            raise InvalidField(
                f"{NAME}.{tag}.{new[0]}",
                "This is the language of the business: write it in the field itself.",
                code="own_language",
            )
        words[tag] = {name: said for name, said in words[tag].items() if name not in changed}
    words = {tag: said for tag, said in words.items() if said}
    return dict(changed) if words == stood else {**changed, NAME: words}


def keys_must_be_known(table: type[Translatable], changed: Mapping[str, Any], keys: Keys) -> None:
    """Raises ``InvalidField`` for words of a key that is not there, where words are changed."""
    if NAME in changed:
        check_translations(table, changed[NAME], keys)
