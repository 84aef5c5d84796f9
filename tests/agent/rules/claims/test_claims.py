"""Which sentences tell of a deed, in every language of the chat."""

from pathlib import Path

import pytest

from agent.guardrails.false_claims.guard import (
    ClaimGuard,
    Withheld,
    claimed_kinds,
    claims_a_booking,
    sentences,
)
from agent.guardrails.false_claims.kinds import ClaimKind
from agent.languages import sentences_in
from tests.agent.rules.claims.innocent_sentences import HONEST, INNOCENT
from tests.agent.rules.claims.told_sentences import TOLD, TOLD_ALL_THE_SAME
from tests.tables import each_row

TABLES = Path(__file__).parent / "tables"
# In seven languages, of every kind of deed; and what is offered, asked, denied or explained about the same
# things.
TOLD_DEEDS = [line.split("\t") for line in (TABLES / "told_deeds.tsv").read_text("utf-8").splitlines()]
HONEST_DEEDS = (TABLES / "honest_deeds.txt").read_text("utf-8").splitlines()
# Language, kind of deed or "honest", sentence: what strangers made of the same in other trades.
STATEMENTS = [line.split("\t") for line in (TABLES / "statements.tsv").read_text("utf-8").splitlines()]
STATED_DEEDS = [(kind, sentence) for _, kind, sentence in STATEMENTS if kind != "honest"]
# A place that is somebody's is kept or booked.
ALIKE = {ClaimKind.BOOKING: {ClaimKind.KEEPING}, ClaimKind.KEEPING: {ClaimKind.BOOKING}}


@each_row("sentence", (*TOLD, *TOLD_ALL_THE_SAME))
def test_it_tells_of_a_deed(sentence: str) -> None:
    assert claims_a_booking(sentence)


@each_row("sentence", (*INNOCENT, *HONEST))
def test_it_tells_of_no_deed(sentence: str) -> None:
    assert not claims_a_booking(sentence)


def test_every_kind_of_deed_is_seen() -> None:
    assert min(len(TOLD_DEEDS), len(HONEST_DEEDS)) >= 60
    assert [one for one in TOLD_DEEDS if ClaimKind[one[0].upper()] not in claimed_kinds(one[1])] == []


def test_what_is_offered_asked_denied_or_explained_is_no_deed() -> None:
    assert [one for one in HONEST_DEEDS if claimed_kinds(one)] == []


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "it", "he", "ar"])
def test_a_deed_is_seen_by_its_parts_in_every_language(language: str) -> None:
    told = [(kind, sentence) for tag, kind, sentence in STATEMENTS if tag == language]
    assert min(sum(kind != "honest" for kind, _ in told), sum(kind == "honest" for kind, _ in told)) >= 20
    assert [one for one in told if not is_judged_right(*one)] == []


def is_judged_right(kind: str, sentence: str) -> bool:
    found = set(claimed_kinds(sentence))
    if kind == "honest":
        return not found
    meant = ClaimKind[kind.upper()]
    return bool(found & ({meant} | ALIKE.get(meant, set())))


@each_row(("kind", "sentence"), STATED_DEEDS)
def test_nothing_of_a_deed_is_seen_for_a_moment(kind: str, sentence: str) -> None:
    guard, seen = ClaimGuard(), ""
    with pytest.raises(Withheld):
        for letter in f"{sentence}\n":
            seen += guard.feed(letter)
    assert claimed_kinds(seen) == [], kind


def test_people_of_the_house_are_known_by_name() -> None:
    assert claimed_kinds("I've told Miriam about it.") == []
    assert claimed_kinds("I've told Miriam about it.", frozenset({"miriam"})) == [ClaimKind.TEAM]


def test_what_the_house_does_for_everybody_may_be_told_in_other_words() -> None:
    guard = ClaimGuard(["We will call you on the day before your visit."])
    told = "Yes, we will call you on the day before your visit."
    assert guard.finish_with(told) == told
    with pytest.raises(Withheld):
        guard.finish_with("We will call you in five minutes.")


# What tells of a deed that was done, and what stands on cards and forms.
UNSPOKEN = {"DEED_DONE", "SUMMARY_TITLES", "IDENTIFY_FORM", "NOTED_ONLY"}


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "it", "he", "ar"])
def test_nothing_the_built_in_receptionist_says_is_taken_for_a_deed(language: str) -> None:
    said = sentences_in(language)
    phrases = {
        name: list(texts(getattr(said, name)))
        for name in dir(said)
        if name.isupper() and name not in UNSPOKEN
    }
    assert "WHOSE_BOOKING" in phrases
    withheld = [
        (name, sentence)
        for name, spoken in phrases.items()
        for text in spoken
        for sentence in sentences(text)
        if claims_a_booking(sentence)
    ]
    assert withheld == []


def test_what_the_owner_wants_told_may_be_told() -> None:
    fact = "Your booking is confirmed by e-mail within a minute."
    guard = ClaimGuard([fact])
    assert guard.finish_with(fact) == fact


def texts(said: object) -> list[str]:
    if isinstance(said, str):
        return [said]
    inside = said.values() if isinstance(said, dict) else said if isinstance(said, tuple | list) else ()
    return [text for one in inside for text in texts(one)]
