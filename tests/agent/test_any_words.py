"""Every reader of customers' words takes any words at all: those it knows, in letters people and machines
write them in. A reader that raises ends a turn in an apology."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from agent.assent import answer_to
from agent.contact_lines import contact_in
from agent.conversation.vault import Vault
from agent.distress.finding import find_distress
from agent.guardrails.false_claims.guard import claimed_kinds
from agent.languages import words_in
from agent.llm.redaction import Redaction
from agent.models.protocol import ModelMessage
from agent.privacy.business_words import BusinessWords
from agent.privacy.contacts.digits import DIGIT_WORDS
from agent.privacy.contacts.letters import ALPHABET_WORDS, LETTER_NAMES
from agent.privacy.personal import booking_codes_in, contacts_in, without_cards, without_codes
from agent.when import read
from tests.examples import examples

LANGUAGES = ("en", "de", "fr", "es", "it", "he", "ar")
TABLES = Path(__file__).parent.rglob("tables/*.t*")
WORDS = sorted(
    {word for table in TABLES for word in re.split(r"\s+", table.read_text("utf-8"))}
    | DIGIT_WORDS.keys()
    | LETTER_NAMES.keys()
    | ALPHABET_WORDS.keys()
)
# Made once: Hypothesis reads all of them for each such strategy.
A_WORD = st.sampled_from(WORDS)
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
# The same to a pattern that ignores case, and not to whoever looks a word up.
TWINS = {"i": "İıI", "s": "ſS", "ß": "ẞ", "k": "\u212a", "ss": "ß", "ö": "o\u0308", "é": "e\u0301"}


@st.composite
def spellings(draw: st.DrawFn) -> str:
    word = draw(A_WORD)
    for letter, others in TWINS.items():
        if letter in word and draw(st.booleans()):
            word = word.replace(letter, draw(st.sampled_from(others)), draw(st.sampled_from([1, -1])))
    return draw(st.sampled_from([word, word.upper(), word.title()]))


TEXTS = st.tuples(
    st.lists(spellings(), min_size=1, max_size=12), st.sampled_from([" ", ", ", "-", ". ", "\n", "\u200f "])
).map(lambda told: told[1].join(told[0]))


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=TEXTS)
@example("null eins sieben sechs, vierunddreißig zwölf dreißig neun")
@example("zero one seven sıx, fİve five four eıght nine")
@settings(max_examples=examples(60))
def test_no_words_are_too_much(language: str, text: str) -> None:
    list(contacts_in(text, "DE"))
    booking_codes_in(text)
    without_cards(text)
    without_codes(text, expected=True)
    answer_to(text, "book", language)
    find_distress(text, language)
    claimed_kinds(text)
    read(text, NOW, "Europe/Berlin", language)
    contact_in(text, ("DE",), words_in(language), is_asked=True, services=["Massage"], people=["Dana Levi"])
    salon = BusinessWords(frozenset({"salon", "dana"}), frozenset({"massage", "großer haarschnitt"}))
    redaction, said = Redaction(Vault("cnv", "org"), salon, NOW.date(), language), ModelMessage("user", text)
    redaction.read([said])
    assert redaction.restore(redaction.conceal(said).content).casefold() == text.casefold()
