"""Words in other languages, as a field of what has a name."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from booking_core.catalogue.translations import Keys, Translatable, check_translations
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


def keys_must_be_known(table: type[Translatable], changed: Mapping[str, Any], keys: Keys) -> None:
    """Raises ``InvalidField`` for words of a key that is not there, where words are changed."""
    if NAME in changed:
        check_translations(table, changed[NAME], keys)
