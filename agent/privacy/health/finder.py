"""Health: words for illness, pregnancy, injury, medicine and pain, by their stems. Each language has its own,
and all are looked for.

What may be life and death is of a kind of its own, so that a model can still tell it.
"""

import re
from collections.abc import Collection, Iterator

from agent.privacy.calendar_words import CALENDAR_WORDS
from agent.privacy.health.body import BROKEN_PART, HURT_PART, OPERATION_ON, PART_BEFORE, PART_BEHIND
from agent.privacy.health.complaints import COMPLAINTS
from agent.privacy.health.conditions import (
    AGAINST_BEFORE,
    ALSO_CALLED,
    CALLED_WITH,
    DEGREE,
    GOES_ON,
    HEBREW_OR_ARABIC,
    HOW_BAD,
    LED_BY,
    LINK,
    MEASURED,
    MONTH_OF,
    NAMES_WHAT,
    NEXT_WORD,
    OF_WHICH_KIND,
    PREGNANT,
    SUFFERS,
    TAKEN_FOR,
    THEY_HAVE,
    TO_WHAT,
    WEEK_BEFORE,
    WHAT_THEY_HAVE,
)
from agent.privacy.health.emergencies import EMERGENCIES
from agent.privacy.health.faculties import FACULTIES, OF_OTHERS
from agent.privacy.health.patterns import plain
from agent.privacy.health.senses import SENSES, TAKES
from agent.privacy.health.stems import ANYWHERE, BEGINNING, BY_ENDING, PLAINLY, SEMITIC
from agent.privacy.health.stories import STORIES
from agent.privacy.names.words import BRANDS, COMMON_NOUNS, STOPS
from agent.privacy.spans import EMERGENCY, HEALTH, Span, without_overlaps

# The words of a question about health, behind which a short answer is one.
ASKS = re.compile(
    r"allerg|alérg|injur|health|medical|verletz|gesundheit|schwanger|santé|bless|salud|lesi[óo]n|embaraz|salute|infortun|gravidanza|בריאות|פציע|אלרגי|הריון|صحي|إصابة|حساسية|حامل|"
    r"be careful with|intoleran|unverträglich",
)
_NO_MEDICINE = COMMON_NOUNS | STOPS | BRANDS | CALENDAR_WORDS
_LETTER, _LETTERS = re.compile(r"\w"), re.compile(r"[^\W\d_]{2}")
_LONGEST_PART = 30


def health_words(text: str, own: Collection[str]) -> Iterator[Span]:
    """``own`` are phrases of the business, in lower case: a "pregnancy massage" it offers is a service."""
    kept = [(at.start(), at.end()) for phrase in own for at in re.finditer(re.escape(phrase), text, re.I)]
    read = plain(text)
    for span in _joined(read, without_overlaps(_with_part_of_body(read, found) for found in _found(read))):
        if not any(start <= span.start and span.end <= end for start, end in kept):
            yield _with_article(read, span)


def _found(text: str) -> Iterator[Span]:
    if not _LETTERS.search(text):
        return
    for found in EMERGENCIES.finditer(text):
        yield Span(EMERGENCY, found.start(), found.end())
    for found in BEGINNING.finditer(text):
        yield Span(HEALTH, found.start(), found.end())
    if HEBREW_OR_ARABIC.search(text):
        for found in SEMITIC.finditer(text):
            yield Span(HEALTH, found.start(), found.end())
    for pattern in (
        STORIES,
        COMPLAINTS,
        FACULTIES,
        SENSES,
        PLAINLY,
        BY_ENDING,
        MONTH_OF,
        BROKEN_PART,
        HURT_PART,
        OPERATION_ON,
        THEY_HAVE,
    ):
        for found in pattern.finditer(text):
            yield Span(HEALTH, found.start(), found.end())
    for found in OF_OTHERS.finditer(text):
        language = found.lastgroup or ""
        yield Span(HEALTH, found.start(language), found.end(language))
    yield from _told_behind(text)
    for found in ANYWHERE.finditer(text):
        yield Span(HEALTH, *_word_around(text, found.start(), found.end()))


def _told_behind(text: str) -> Iterator[Span]:
    """What somebody suffers from or takes, whatever it is called."""
    for frame in TAKES.finditer(text):
        what = frame["what"]
        if what[0].isupper() and what.casefold() not in _NO_MEDICINE:
            yield Span(HEALTH, frame.start("what"), frame.end("what"))
    for frame in SUFFERS.finditer(text):
        told = WHAT_THEY_HAVE.match(text, frame.end())
        if told:
            yield Span(HEALTH, told.start(), told.end())


def _joined(text: str, spans: list[Span]) -> Iterator[Span]:
    """Those that little stands between are one: "pills for depression"."""
    kept: list[Span] = []
    for span in spans:
        before = kept[-1] if kept else None
        if before and before.kind == span.kind == HEALTH and LINK.fullmatch(text, before.end, span.start):
            kept[-1] = Span(HEALTH, before.start, span.end)
        else:
            kept.append(span)
    yield from kept


def _with_part_of_body(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    if behind := PART_BEHIND.match(text, end):
        end = behind.end()
    if behind := OF_WHICH_KIND.match(text, end):
        end = behind.end()
    if NAMES_WHAT.search(text[start:end]) and (behind := TO_WHAT.match(text, end)):
        end = behind.end()
        # "To tree nuts": the rest of what it is called.
        more = NEXT_WORD.match(text, end)
        if more and (more["of"] or more["word"].casefold() not in GOES_ON):
            end = more.end()
    if behind := TAKEN_FOR.match(text, end):
        end = behind.end()
    is_pregnant = PREGNANT.search(text[start:end])
    if (is_pregnant or MEASURED.search(text[start:end])) and (behind := DEGREE.match(text, end)):
        end = behind.end()
    if behind := CALLED_WITH.match(text, end):
        end = behind.end()
    if behind := ALSO_CALLED.match(text, end):
        end = behind.end()
    nearby = text[max(0, start - _LONGEST_PART) : start]
    what = NAMES_WHAT.search(text[start:end]) and AGAINST_BEFORE.search(nearby)
    before = what or HOW_BAD.search(nearby) or (is_pregnant and WEEK_BEFORE.search(nearby))
    if before:
        start -= len(nearby) - before.start()
    if before := PART_BEFORE.search(text[max(0, start - _LONGEST_PART) : start]):
        start = max(0, start - _LONGEST_PART) + before.start()
    return Span(span.kind, start, end)


def _with_article(text: str, span: Span) -> Span:
    nearby = text[max(0, span.start - _LONGEST_PART) : span.start]
    before = LED_BY.search(nearby)
    return Span(span.kind, span.start - (len(nearby) - before.start() if before else 0), span.end)


def _word_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The whole word, of at most so many letters that a text without spaces costs no more than another."""
    longest = 40
    while start > 0 and end - start < longest and _LETTER.match(text[start - 1]):
        start -= 1
    while end < len(text) and end - start < 2 * longest and _LETTER.match(text[end]):
        end += 1
    return start, end
