"""What customers of each language say every day is understood for what it is: `everyday/` has their
sentences, by what they mean.

Pure: no conversation, only the words.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from agent.assent import plain_answer
from agent.languages import LANGUAGES, words_in
from agent.mentions.sizes.people_counted import party_in
from agent.when import read
from agent.wishes.choices import position_in_list
from agent.wishes.intents import intent_in, topic_in
from tests.tables import each_row

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
# What is understood where it is not simply called what the sentence means.
UNDERSTOOD = {
    "yes": "agree",
    "no": "decline",
    "second": 1,
    "last": -1,
    "two": 2,
    "anyone": True,
    "more": True,
    "not monday": frozenset({0}),
    "friday": ["2026-11-27"],
}


def sentences() -> Iterator[tuple[str, str, str]]:
    for language in LANGUAGES:
        lines = (Path(__file__).parent / "everyday" / f"{language}.txt").read_text(encoding="utf-8")
        for line in lines.splitlines():
            kind, _, said = line.partition(": ")
            yield from ((language, kind, text) for text in said.split(" | "))


def tell(kind: str, text: str, language: str) -> object:
    """What a text says of one kind."""
    words, lowered = words_in(language), text.casefold().replace("’", "'")
    if kind in words.intents:
        return intent_in(words, lowered)
    if kind in words.topics:
        return topic_in(words, lowered)
    when = read(text, MONDAY, "Europe/Berlin", language)
    answers: dict[str, object] = {
        "yes": plain_answer(text, language),
        "no": plain_answer(text, language),
        "second": position_in_list(lowered, words),
        "last": position_in_list(lowered, words),
        "two": party_in(lowered, words, is_group=True),
        "anyone": re.search(words.anyone, lowered) is not None,
        "more": re.search(words.more, lowered) is not None,
        "earlier": when.relative,
        "later": when.relative,
        "not monday": when.not_weekdays,
        "friday": [str(days.first) for days in when.dates],
    }
    return answers[kind]


@each_row(("language", "kind", "text"), list(sentences()))
def test_it_is_understood(language: str, kind: str, text: str) -> None:
    assert tell(kind, text, language) == UNDERSTOOD.get(kind, kind)
