"""Translations: what the owner wrote, in the languages of customers. One JSON column a row: language → field
→ words.

A field that has no words in a customer's language has those of its base language (``de`` for ``de-AT``), else
the owner's.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from typing import Any, ClassVar, TypeVar

from sqlalchemy import inspect
from sqlalchemy.orm import Mapped, mapped_column

from booking_core.errors import InvalidField
from booking_core.input.kinds import Text, WrongValue

# BCP 47 as customers' browsers send it: a language, and what narrows it.
TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}")
# Names stand on buttons; everything else is a paragraph at most.
LONGEST_NAME, LONGEST_TEXT = 120, 2000
MOST_LANGUAGES = 30
_NOTHING: MappingProxyType[str, Any] = MappingProxyType({})
Words = Mapping[str, Any]
Keys = Mapping[str, Collection[str]]


class Translatable:
    """A row with ``translations``. ``TRANSLATED`` are its fields of words, ``TRANSLATED_EACH`` those that
    hold words by key."""

    TRANSLATED: ClassVar[tuple[str, ...]] = ("name",)
    TRANSLATED_EACH: ClassVar[tuple[str, ...]] = ()
    translations: Mapped[dict[str, Any]] = mapped_column(server_default="{}")
    # Of a translated copy, what the owner wrote.
    _own = _NOTHING

    @property
    def all_names(self) -> tuple[str, ...]:
        """What it is called in any language, the present one first."""
        own = str(self._own.get("name", getattr(self, "name", "")))
        others = (str(words["name"]) for words in (self.translations or {}).values() if words.get("name"))
        return tuple(dict.fromkeys((str(getattr(self, "name", own)), own, *others)))

    def words(self, field: str) -> Any:
        """What the owner wrote in a field that can be translated."""
        return getattr(self, field)

    def translated_columns(self, translate_row: Words) -> dict[str, Any]:
        """The columns of a copy that holds these words."""
        return dict(translate_row)


T = TypeVar("T", bound=Translatable)


def language_chain(tag: str) -> tuple[str, ...]:
    """The languages in which to look for words, nearest first: ``de-AT`` gives ``de-at`` and ``de``."""
    parts = tag.strip().replace("_", "-").lower().split("-")
    return tuple("-".join(parts[:count]) for count in range(len(parts), 0, -1))


def translate_row(row: T, chain: Sequence[str]) -> T:
    """A copy of a row in the first of these languages that has each field; the row itself where none has
    any."""
    known = [words for tag in chain if (words := (row.translations or {}).get(tag))]
    changed: dict[str, Any] = {}
    for field in row.TRANSLATED:
        if (said := next((words[field] for words in known if words.get(field)), None)) is not None:
            changed[field] = said
    for field in row.TRANSLATED_EACH:
        own = row.words(field) or {}
        said = {key: text for words in reversed(known) for key, text in (words.get(field) or {}).items()}
        if own.keys() & said.keys():
            changed[field] = {key: said.get(key) or text for key, text in own.items()}
    return _copy(row, changed) if changed else row


def copy_with(row: T, **changed: Any) -> T:
    """A copy of a row with other values in some of its columns."""
    columns = {column.key: getattr(row, column.key) for column in inspect(type(row)).column_attrs}
    return type(row)(**columns | changed)


def _copy(row: T, changed: dict[str, Any]) -> T:
    copied = copy_with(row, **row.translated_columns(changed))
    copied._own = MappingProxyType({field: row.words(field) for field in changed})
    return copied


def check_translations(
    kind: type[Translatable], given: Mapping[str, Any], keys: Keys | None = None
) -> dict[str, Any]:
    """Translations as they are kept: languages in lower case, words trimmed, nothing empty. ``keys`` are the
    known keys of each field that holds words by key; without any, all keys will do. Raises ``InvalidField``,
    named by language and field."""
    if len(given) > MOST_LANGUAGES:
        raise InvalidField("translations", f"Words can be kept in {MOST_LANGUAGES} languages.")
    kept: dict[str, Any] = {}
    for language, fields in given.items():
        tag = language.strip().replace("_", "-").lower()
        if not TAG.fullmatch(tag):
            raise InvalidField(
                f"translations.{language}", "That is no language. Write it as `de` or `pt-BR`."
            )
        if not isinstance(fields, Mapping):
            raise InvalidField(f"translations.{tag}", "Say which field is translated how.")
        kept[tag] = _check_fields(kind, tag, fields, keys)
    return {tag: fields for tag, fields in kept.items() if fields}


def known_translations(translations: Words, field: str, keys: Collection[str]) -> dict[str, Any]:
    """Translations without the words of keys that are gone, of a field that holds words by key."""
    kept = {}
    for tag, words in translations.items():
        each = {key: one for key, one in (words.get(field) or {}).items() if key in keys}
        others = {name: said for name, said in words.items() if name != field}
        kept[tag] = {**others, field: each} if each else others
    return {tag: words for tag, words in kept.items() if words}


def _check_fields(kind: type[Translatable], tag: str, given: Words, keys: Keys | None) -> dict[str, Any]:
    kept: dict[str, Any] = {}
    for field, said in given.items():
        where = f"translations.{tag}.{field}"
        if field in kind.TRANSLATED:
            kept[field] = _check_words(where, said, LONGEST_NAME if field == "name" else LONGEST_TEXT)
        elif field in kind.TRANSLATED_EACH and isinstance(said, Mapping):
            known = said if keys is None else keys.get(field, ())
            if unknown := [key for key in said if key not in known]:
                raise InvalidField(f"{where}.{unknown[0]}", "There is nothing of that name to translate.")
            each = {key: _check_words(f"{where}.{key}", one, LONGEST_TEXT) for key, one in said.items()}
            kept[field] = {key: one for key, one in each.items() if one}
        else:
            raise InvalidField(where, "That cannot be translated.")
    return {field: said for field, said in kept.items() if said}


def _check_words(where: str, said: Any, longest: int) -> str:
    try:
        return Text(longest, lines=longest > LONGEST_NAME, may_be_empty=True).read(said)
    except WrongValue as error:
        raise InvalidField(where, str(error)) from error
