"""Every message of the console is there in each of its languages, and nothing else is."""

import re

import pytest
from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as Entry

from agent.languages import LANGUAGES as SPOKEN
from tests.web.console.words.messages import Message, messages_of_pages, messages_of_refusals
from web.console.words.catalogues import REFUSALS, sections
from web.console.words.language import ENGLISH, LANGUAGES

OTHERS = [tag for tag in LANGUAGES if tag != ENGLISH]
PLACE = re.compile(r"%\(\w+\)s|%%")


def test_the_console_speaks_the_languages_of_the_chat() -> None:
    assert set(LANGUAGES) == set(SPOKEN)


@pytest.mark.parametrize("tag", OTHERS)
def test_every_message_is_translated_and_every_translation_is_used(tag: str) -> None:
    wanted = messages_of_pages() | messages_of_refusals()
    written = {entry.id for section in sections(tag).values() for entry in section if entry.id}
    missing = {message: file for message, file in wanted.items() if message not in written}
    assert missing == {}, "write these into a catalogue of this language"
    assert written - wanted.keys() == set(), "no page says these any more"


@pytest.mark.parametrize("tag", OTHERS)
def test_a_translation_is_whole(tag: str) -> None:
    found = [
        (name, entry.id)
        for name, section in sections(tag).items()
        for entry in section
        if entry.id and not is_whole(section, entry, may_leave_out=name == REFUSALS)
    ]
    assert found == [], "fuzzy, empty, or with other places for values"


@pytest.mark.parametrize("tag", OTHERS)
def test_two_sections_that_say_the_same_translate_it_alike(tag: str) -> None:
    said: dict[Message, set[str]] = {}
    for section in sections(tag).values():
        for entry in section:
            said.setdefault(entry.id, set()).add(str(entry.string))
    assert {message: texts for message, texts in said.items() if len(texts) > 1} == {}


def test_every_language_has_the_same_sections() -> None:
    assert {tag: set(sections(tag)) for tag in OTHERS} == {tag: set(sections("de")) for tag in OTHERS}


def is_whole(section: Catalog, entry: Entry, *, may_leave_out: bool) -> bool:
    """A refusal may be told without its values; of a plural each form names what the other says."""
    texts = [entry.string] if isinstance(entry.string, str) else list(entry.string)
    if entry.fuzzy or not all(text.strip() for text in texts):
        return False
    if isinstance(entry.id, tuple):
        known = {place for form in entry.id for place in PLACE.findall(form)}
        return len(texts) == section.num_plurals and all(set(PLACE.findall(text)) <= known for text in texts)
    before, after = sorted(PLACE.findall(entry.id)), sorted(PLACE.findall(texts[0]))
    return set(after) <= set(before) if may_leave_out else before == after
