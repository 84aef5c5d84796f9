"""A business changes its language: what was translated is its own, and the way back leads to what was."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from booking_core.catalogue.own_language import change_language, words_missing

WORDS = st.text("aäא ", max_size=3)
TEXT = st.text("aäא ", min_size=1, max_size=3)
KEYED = st.fixed_dictionaries({}, optional={"short": TEXT, "long": TEXT})
OWN = st.fixed_dictionaries({"name": WORDS, "bio": WORDS, "each": KEYED})
SAID = st.one_of(
    st.fixed_dictionaries({"name": TEXT}, optional={"bio": TEXT}),
    st.fixed_dictionaries({"each": st.fixed_dictionaries({"long": TEXT}, optional={"short": TEXT})}),
)
OTHERS = st.fixed_dictionaries({}, optional={"de": SAID, "fr": SAID, "he": SAID})
TAGS = st.sampled_from(("de", "de-AT", "fr", "pt-BR"))


@given(OWN, OTHERS, st.sampled_from(("en", "en-GB")), TAGS)
def test_there_and_back_is_nothing_at_all(
    own: dict[str, Any], others: dict[str, Any], old: str, new: str
) -> None:
    there = change_language(own, others, old, new)
    assert change_language(*there, new, old) == (own, others)


@given(OWN, OTHERS, TAGS)
def test_nothing_that_somebody_wrote_is_lost(own: dict[str, Any], others: dict[str, Any], new: str) -> None:
    now, translations = change_language(own, others, "en", new)
    assert sorted(_texts({"own": own, **others})) == sorted(_texts({"own": now, **translations}))


def test_what_has_no_words_in_the_new_language_stays_and_is_named() -> None:
    own = {"name": "Haircut", "bio": "Short or long", "each": {"short": "Short", "long": "Long"}}
    others = {"de": {"name": "Haarschnitt", "each": {"short": "Kurz"}}}
    now, translations = change_language(own, others, "en-US", "de-AT")
    assert now == {"name": "Haarschnitt", "bio": "Short or long", "each": {"short": "Kurz", "long": "Long"}}
    assert translations == {"en": {"name": "Haircut", "each": {"short": "Short"}}}
    assert words_missing(now, translations, "en-US") == ["bio", "each"]


def test_another_spelling_of_the_language_changes_nothing() -> None:
    own, others = {"name": "Haarschnitt"}, {"de": {"name": "Schnitt"}}
    assert change_language(own, others, "de", "de-AT") == (own, others)


def test_words_of_the_region_come_before_those_of_the_language() -> None:
    others = {"pt": {"name": "Corte"}, "pt-br": {"name": "Corte de cabelo"}}
    now, _ = change_language({"name": "Haircut"}, others, "en", "pt-BR")
    assert now == {"name": "Corte de cabelo"}


def _texts(words: Any) -> list[str]:
    if isinstance(words, dict):
        return [text for one in words.values() for text in _texts(one)]
    return [words] if words else []
