"""Catalogues of messages: one text file for each language and section, all of one language read as one."""

from collections.abc import Mapping
from functools import cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

HERE = Path(__file__).resolve().parent
REFUSALS = "refusals"
# Any but English, which has no catalogues.
SOME_LANGUAGE = "de"


@cache
def translations(tag: str) -> GNUTranslations:
    """All sections of a language together; nothing but English where there are none."""
    together = Catalog(locale=tag, fuzzy=False)
    for section in sections(tag).values():
        for message in section:
            if message.id and message.string:
                together.add(message.id, message.string, context=message.context)
    compiled = BytesIO()
    write_mo(compiled, together)
    compiled.seek(0)
    return GNUTranslations(compiled)


def is_message(text: str) -> bool:
    """Whether any page of ours says this; every language has the same messages."""
    return text in _messages()


@cache
def _messages() -> frozenset[str]:
    every = (entry.id for section in sections(SOME_LANGUAGE).values() for entry in section if entry.id)
    return frozenset(form for one in every for form in ((one,) if isinstance(one, str) else one))


def sections(tag: str) -> Mapping[str, Catalog]:
    """The catalogues of a language by the name of their section."""
    return {path.stem: _read(path, tag) for path in sorted((HERE / tag).glob("*.po"))}


@cache
def refusals(tag: str) -> Mapping[str, str]:
    """What the core refuses with, in a language."""
    path = HERE / tag / f"{REFUSALS}.po"
    catalogue = _read(path, tag) if path.exists() else ()
    return {str(one.id): str(one.string) for one in catalogue if one.id}


def _read(path: Path, tag: str) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=tag, abort_invalid=True)
