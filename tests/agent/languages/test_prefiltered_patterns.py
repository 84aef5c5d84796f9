"""A prefiltered pattern finds what the pattern itself finds, in whatever text."""

import re
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from agent.distress.finding import find_distress
from agent.languages import LANGUAGES
from agent.languages.patterns.prefiltered import WORTH_IT, PrefilteredPattern, prefilter
from agent.languages.patterns.screen import _SCREENS, Screen
from agent.mentions.concerns.finding import concern_in
from agent.mentions.offsets.finding import offset_in
from agent.mentions.sad_news import sad_news_in
from agent.privacy.contacts.origins import countries_told
from tests.agent.languages.test_screens import PARTS
from tests.agent.languages.test_screens import TEXTS as LETTERS
from tests.agent.rules.test_distress import ROWS
from tests.agent.test_any_words import TEXTS
from tests.examples import examples

# Longer than what is worth a look, and nothing of it is needed.
PADDING = "(?:q{5}){0,2}" * (WORTH_IT // 10)


def _finds(pattern: re.Pattern[str] | PrefilteredPattern, text: str) -> list[object]:
    one = (pattern.search(text), pattern.match(text), pattern.match(text, 1), pattern.fullmatch(text))
    return [
        [found and (found.span(), found.groups()) for found in (*one, *pattern.finditer(text))],
        pattern.sub("+", text),
        pattern.sub(lambda found: found.group().upper(), text),
        pattern.split(text),
    ]


@given(PARTS, LETTERS, st.sampled_from([0, re.I, re.I | re.S]))
@settings(max_examples=examples(400))
def test_it_finds_what_the_plain_pattern_finds(part: str, text: str, flags: int) -> None:
    pattern = prefilter(part + PADDING, flags)
    assert isinstance(pattern, PrefilteredPattern)
    assert _finds(pattern, text) == _finds(re.compile(part + PADDING, flags), text)


def test_a_short_pattern_is_tried_at_once() -> None:
    assert isinstance(prefilter("a|b"), re.Pattern)


def test_a_text_without_what_a_pattern_needs_is_not_searched() -> None:
    pattern = prefilter(rf"{PADDING}(?:cancel|reschedule)")
    assert isinstance(pattern, PrefilteredPattern)
    pattern.plain = None  # type: ignore[assignment]
    assert pattern.search("a haircut on friday, please") is None
    assert pattern.sub("", "a haircut") == "a haircut"


@cache
def _screens_of_readers() -> list[Screen[object]]:
    """Those of every pattern that reading in all languages has made."""
    for language in LANGUAGES:
        for _, _, text in ROWS:
            find_distress(text, language)
            concern_in(text, language)
            offset_in(text, language)
            sad_news_in(text, language)
            countries_told(text)
    return list(_SCREENS)


@given(TEXTS)
@settings(max_examples=examples(40), deadline=None)
def test_no_pattern_of_a_reader_is_kept_from_a_text_that_it_matches(text: str) -> None:
    for told in (text, text.casefold()):
        for screen in _screens_of_readers():
            missed = [one.pattern for one, _ in screen._patterns if one.search(told)]
            assert not missed or screen.has_possible(told), (missed, told)
