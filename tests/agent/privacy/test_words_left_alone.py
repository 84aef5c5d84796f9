"""What is nobody's own is read by a model as it was written: everyday sentences, words of the business."""

from collections.abc import Iterator

import pytest

from agent.conversation.vault import Vault
from agent.languages import LANGUAGES
from agent.llm.redaction import Redaction
from agent.models.protocol import ModelMessage
from agent.privacy.business_words import BusinessWords
from tests.agent.privacy.private_sentences import TABLES, Sentence, sentences
from tests.agent.privacy.provider import TODAY, heard
from tests.agent.privacy.vocabulary.what_matters import assert_nothing_that_matters_is_lost


def harmless() -> Iterator[Sentence]:
    yield from sentences("plain_sentences")
    for language in LANGUAGES:
        for line in (
            (TABLES.parents[1] / "guided" / "everyday" / f"{language}.txt").read_text("utf-8").splitlines()
        ):
            yield from (Sentence(language, said.strip(), ()) for said in line.partition(": ")[2].split(" | "))


def test_everyday_sentences_reach_a_model_as_they_are() -> None:
    assert_nothing_that_matters_is_lost(harmless(), changed_at_most=0.05)


@pytest.mark.parametrize(
    "text",
    [
        "Is Dana in on 12.03.? I'd like Miriam else",
        "on 12.03.2027 or on 5 December 2026",
        "Are you still at Lavender Lane 12, Berlin?",
        "12 Lavender Lane, is that the right address?",
        "I would like the pregnancy massage",
        "my RTX4090 is too hot, do you repair that?",
    ],
)
def test_what_belongs_to_the_business_or_to_an_appointment_is_left_alone(text: str) -> None:
    assert heard(text)[0] == text


@pytest.mark.parametrize(
    "text",
    [
        "I have chest pains",
        "Ich bekomme keine Luft",
        "je n'arrive plus à respirer",
        "no puedo respirar",
        "non riesco a respirare",
        "אני לא מצליח לנשום",
        "لا أستطيع التنفس",
    ],
)
def test_an_emergency_is_still_one_to_a_model(text: str) -> None:
    assert "[health emergency 1]" in heard(text)[0]


def test_another_house_of_our_street_is_private_unless_it_is_told_apart_from_ours() -> None:
    assert heard("I live at Lavender Lane 50")[0] == "I live at [address 1]"
    told_apart = "the map sends me to Lavender Lane 50 and not 12"
    assert heard(told_apart)[0] == told_apart


def test_a_code_that_the_business_speaks_of_itself_is_left_alone() -> None:
    own = Redaction(Vault("cnv", "org"), BusinessWords(frozenset({"hj48wz"})), TODAY)
    message = ModelMessage("user", "is HJ48WZ still on?")
    own.read([message])
    assert own.conceal(message).content == message.content


@pytest.mark.parametrize(
    "text",
    [
        "אנחנו שמונה",
        "call men's cuts what you like",
        "my address isn't needed",
        "mi Seat León",
    ],
)
def test_a_frame_ends_with_its_word_and_a_thing_has_a_name_too(text: str) -> None:
    assert heard(text)[0] == text


@pytest.mark.parametrize(
    "text", ["my code is RTX4090", "voucher RTX4090", "Buchung RTX4090", "commande réf. RTX4090"]
)
def test_the_same_letters_and_figures_behind_a_word_for_a_code_are_concealed(text: str) -> None:
    assert "RTX4090" not in heard(text)[0]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "¿hay algo libre el jueves por la tarde?"),
        ("de", "mein Kopfhörer WH1000XM4 ist kaputt"),
    ],
)
def test_words_are_those_of_the_page_s_language(language: str, text: str) -> None:
    assert heard(text, language)[0] == text
