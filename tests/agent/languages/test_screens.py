"""A screen never keeps a pattern from a text that it matches."""

import re
import sys
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.languages.patterns.alternatives import alternatives
from agent.languages.patterns.required import required_strings
from agent.languages.patterns.screen import Screen, prepare_screens
from agent.privacy import birth_dates
from agent.privacy.health import matters
from agent.privacy.names import framed
from tests.agent.privacy.private_sentences import sentences

# The kinds of parts that patterns are made of.
PARTS = st.recursive(
    st.sampled_from(
        ["a", "bc", " ", "é", "ß", "[xy]", r"\d", r"\d{2}", "5", r"\w", r"\b", ".", "(?<!q)", "(?=c)", "[^a]"]
    ),
    lambda part: st.one_of(
        st.lists(part, min_size=1, max_size=3).map("".join),
        st.lists(part, min_size=2, max_size=3).map(lambda parts: f"(?:{'|'.join(parts)})"),
        st.tuples(part, st.sampled_from(["?", "*", "+", "{1,3}", "{2}", "{0,2}?"])).map(
            lambda both: f"(?:{both[0]}){both[1]}"
        ),
    ),
    max_leaves=12,
)
TEXTS = st.text(st.sampled_from("aAbBcC xyXYéÉßq057٣ſKİ"), max_size=12)


@given(st.lists(PARTS, min_size=1, max_size=3), TEXTS)
def test_a_pattern_that_matches_is_always_possible(patterns: list[str], text: str) -> None:
    compiled = [re.compile(pattern, re.I) for pattern in patterns]
    possible = Screen([(pattern, None) for pattern in compiled]).possible(text)
    assert [one for one in compiled if one.search(text) and (one, None) not in possible] == []


def _screens() -> Iterator[tuple[str, Screen[object]]]:
    modules = [module for name, module in sorted(sys.modules.items()) if name.startswith("agent.")]
    yield from (
        (f"{module.__name__}.{name}", thing)
        for module in modules
        for name, thing in vars(module).items()
        if isinstance(thing, Screen)
    )


def test_the_screens_are_found() -> None:
    assert {name.rpartition(".")[0] for name, _ in _screens()} >= {
        module.__name__ for module in (birth_dates, matters, framed)
    }


def test_a_worker_has_taken_all_patterns_apart_before_it_begins() -> None:
    prepare_screens()
    assert [name for name, screen in _screens() if "_strings" not in vars(screen)] == []


@pytest.mark.parametrize(("name", "screen"), list(_screens()))
def test_whatever_the_patterns_find_in_private_sentences_passes_the_screen(
    name: str, screen: Screen[object]
) -> None:
    patterns = screen._patterns
    for text in [one.text for table in ("private_sentences", "plain_sentences") for one in sentences(table)]:
        for said in (text, text.upper()):
            possible = {id(pattern) for pattern, _ in screen.possible(said)}
            missed = [p.pattern[:60] for p, _ in patterns if id(p) not in possible and p.search(said)]
            assert missed == [], (name, said)


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        (r"(?:my )?(?:cat|dog)(?!\w)", {"cat", "dog", "my cat", "my dog"}),
        (r"\w+ (?:loves|hates) \w+", {" loves ", " hates "}),
        (r"\d{1,2} weeks", {"0 weeks", "00 weeks"}),
        (r"a\w*(?:bcd|bce)|[xy]z", {"bcd", "bce", "xz", "yz"}),
        (r"\w*\W?", None),
        (r"a|\w", None),
    ],
)
def test_what_a_pattern_needs_is_told_by_its_rarest_part(pattern: str, needed: set[str] | None) -> None:
    assert required_strings(re.compile(pattern)) == needed


@given(
    st.lists(st.text(st.sampled_from("abé '."), min_size=1, max_size=5), min_size=1, max_size=12),
    st.text(st.sampled_from("abé '."), max_size=12),
)
def test_alternatives_find_what_a_plain_list_of_words_finds(words: list[str], text: str) -> None:
    plain = "|".join(map(re.escape, sorted(set(words), key=lambda word: (-len(word), word))))
    assert re.findall(alternatives(words), text, re.I) == re.findall(plain, text, re.I)
