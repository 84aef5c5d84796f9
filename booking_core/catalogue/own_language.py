"""What becomes of the words of a row when its business speaks another language from now on: those it has in
the new language are its own, and its own until then are a translation. There and back is nothing at all."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

from booking_core.catalogue.translations import Translatable, Words, language_chain

# A field, or a field and a key in it.
Path = tuple[str, ...]


def is_same_language(one: str, other: str) -> bool:
    """Whether it is another country's spelling at most: ``de`` and ``de-AT``."""
    return language_chain(one)[-1] == language_chain(other)[-1]


def own_words_of(row: Translatable) -> dict[str, Any]:
    """What the owner wrote, by field."""
    texts = {field: row.words(field) or "" for field in row.TRANSLATED}
    return texts | {field: row.words(field) or {} for field in row.TRANSLATED_EACH}


def change_language(
    own: Words, translations: Words, old: str, new: str
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Own words and translations of a business that spoke ``old`` and speaks ``new``. What has no words in
    the new language stays as it is."""
    now, others = dict(own), deepcopy(dict(translations))
    if is_same_language(old, new):
        return now, others
    for path in _paths(own):
        taken = _take(others, path, new)
        if taken is not None:
            _put(others, path, old, _at(now, path))
            _write(now, path, taken)
    return now, {tag: words for tag, words in others.items() if words}


def words_missing(own: Words, translations: Words, old: str) -> list[str]:
    """The fields with words of which none are kept in the language before: nothing took their place."""
    kept = [translations.get(tag) or {} for tag in language_chain(old)]
    return list(
        dict.fromkeys(
            path[0]
            for path in _paths(own)
            if _at(own, path) and not any(_at(words, path) is not None for words in kept)
        )
    )


def _paths(own: Words) -> Iterator[Path]:
    for field, said in own.items():
        if isinstance(said, Mapping):
            yield from ((field, key) for key in said)
        else:
            yield (field,)


def _take(translations: dict[str, Any], path: Path, new: str) -> str | None:
    """The nearest words in a language, which are no translation any more. Where wider ones stay, they stay
    too: else those would be read in their place."""
    having = [tag for tag in language_chain(new) if _at(translations.get(tag) or {}, path) is not None]
    if not having:
        return None
    said: str = _at(translations[having[0]], path)
    if len(having) == 1:
        _remove(translations[having[0]], path)
    return said


def _put(translations: dict[str, Any], path: Path, old: str, said: str) -> None:
    """For whoever speaks the language anywhere, unless somebody wrote that before."""
    narrow, wide = language_chain(old)[0], language_chain(old)[-1]
    tag = narrow if _at(translations.get(wide) or {}, path) is not None else wide
    _write(translations.setdefault(tag, {}), path, said)


def _at(words: Words, path: Path) -> Any:
    """None where nothing was ever said."""
    said: Any = words
    for part in path:
        said = said.get(part) if isinstance(said, Mapping) else None
    return said


def _write(words: dict[str, Any], path: Path, said: str) -> None:
    *outer, last = path
    for part in outer:
        words[part] = words = dict(words.get(part) or {})
    words[last] = said


def _remove(words: dict[str, Any], path: Path) -> None:
    field, *keys = path
    if keys:
        each = {key: said for key, said in words[field].items() if key != keys[0]}
        words[field] = each
        if each:
            return
    del words[field]
