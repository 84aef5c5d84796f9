"""Of harmless sentences: what a booking is made of reaches a model in any case, and most other words do."""

import re
from collections.abc import Iterable

from agent.languages import words_in
from agent.mentions.everyday_words import forms
from agent.privacy.calendar_words import CALENDAR_WORDS
from tests.agent.privacy.private_sentences import PLACEHOLDER, Sentence
from tests.agent.privacy.provider import SALON, heard

_WORD = re.compile(r"[^\W_]+(?:[:.]\d\d)?")


def words_lost(sentence: Sentence) -> set[str]:
    """What matters to a booking and does not reach a model: words of the salon, of the calendar and of every
    day, and clock times."""
    concealed = heard(sentence.text, sentence.language, sentence.asked)[0]
    gone = _words(sentence.text) - _words(PLACEHOLDER.sub(" ", concealed))
    matters = SALON.words | CALENDAR_WORDS | words_in(sentence.language).own
    return {word for word in gone if not matters.isdisjoint(forms(word)) or ":" in word}


def assert_nothing_that_matters_is_lost(
    harmless: Iterable[Sentence], *, changed_at_most: float, lost_at_most: float = 0.01
) -> None:
    """``changed_at_most``: of the sentences, so many may have a placeholder for another word."""
    read = list(harmless)
    changed = [concealed for one in read if (concealed := heard(one.text, one.language)[0]) != one.text]
    without = [(words, one.text) for one in read if (words := words_lost(one))]
    assert len(without) <= lost_at_most * len(read), without
    assert len(changed) <= changed_at_most * len(read), changed


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))
