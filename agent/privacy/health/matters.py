"""Matters of health where they stand in a text, each by the pattern that finds it."""

import re
from collections.abc import Callable, Iterator

from agent.languages.patterns.screen import Screen
from agent.privacy.health.body import BROKEN_PART, HURT_PART, INNER_PART, OPERATION_ON, ORGAN_TAKEN
from agent.privacy.health.complaints import COMPLAINTS, STATES, TREATMENTS
from agent.privacy.health.conditions import HEBREW_OR_ARABIC, MONTH_OF, SUFFERS, THEY_HAVE, WHAT_THEY_HAVE
from agent.privacy.health.emergencies import EMERGENCIES
from agent.privacy.health.faculties import FACULTIES, OF_OTHERS
from agent.privacy.health.medicines import BY_STEM, TAKEN, medicines
from agent.privacy.health.senses import FEELINGS, SENSES
from agent.privacy.health.stems import ANYWHERE, BEGINNING, BY_ENDING, PLAINLY, SEMITIC
from agent.privacy.health.stories import STORIES
from agent.privacy.spans import EMERGENCY, HEALTH, Span

_LETTER, _LETTERS = re.compile(r"\w"), re.compile(r"[^\W\d_]{2}")


def matters_in(text: str) -> Iterator[Span]:
    """Each by itself, in no order; ``text`` is what was typed, made plain."""
    for pattern, spans_of in _SCREEN.possible(text) if _LETTERS.search(text) else ():
        yield from spans_of(pattern, text)


def _emergencies(pattern: re.Pattern[str], text: str) -> Iterator[Span]:
    return (Span(EMERGENCY, found.start(), found.end()) for found in pattern.finditer(text))


def _matters(pattern: re.Pattern[str], text: str) -> Iterator[Span]:
    return (Span(HEALTH, found.start(), found.end()) for found in pattern.finditer(text))


def _scripted_matters(pattern: re.Pattern[str], text: str) -> Iterator[Span]:
    return _matters(pattern, text) if HEBREW_OR_ARABIC.search(text) else iter(())


def _of_others(pattern: re.Pattern[str], text: str) -> Iterator[Span]:
    for found in pattern.finditer(text):
        language = found.lastgroup or ""
        yield Span(HEALTH, found.start(language), found.end(language))


def _complaints(pattern: re.Pattern[str], text: str) -> Iterator[Span]:
    """What somebody suffers from, whatever it is called."""
    for frame in pattern.finditer(text):
        told = WHAT_THEY_HAVE.match(text, frame.end())
        if told:
            yield Span(HEALTH, told.start(), told.end())


def _within_words(pattern: re.Pattern[str], text: str) -> Iterator[Span]:
    return (Span(HEALTH, *_word_around(text, *found.span())) for found in pattern.finditer(text))


# Hardly a message has any of these; which are worth trying on it, the screen tells.
_SCREEN: Screen[Callable[[re.Pattern[str], str], Iterator[Span]]] = Screen(
    [
        (EMERGENCIES, _emergencies),
        (BEGINNING, _matters),
        (SEMITIC, _scripted_matters),
        *(
            (pattern, _matters)
            for pattern in (
                STATES,
                TREATMENTS,
                STORIES,
                COMPLAINTS,
                FACULTIES,
                SENSES,
                FEELINGS,
                BY_STEM,
                PLAINLY,
                BY_ENDING,
                MONTH_OF,
                BROKEN_PART,
                HURT_PART,
                OPERATION_ON,
                ORGAN_TAKEN,
                INNER_PART,
                THEY_HAVE,
            )
        ),
        (OF_OTHERS, _of_others),
        *((pattern, medicines) for pattern in TAKEN),
        (SUFFERS, _complaints),
        (ANYWHERE, _within_words),
    ]
)


def _word_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The whole word, of at most so many letters that a text without spaces costs no more than another."""
    longest = 40
    while start > 0 and end - start < longest and _LETTER.match(text[start - 1]):
        start -= 1
    while end < len(text) and end - start < 2 * longest and _LETTER.match(text[end]):
        end += 1
    return start, end
