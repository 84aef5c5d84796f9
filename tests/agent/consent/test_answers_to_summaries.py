"""What kind of answer a message is to an open summary, in every language. Pure: only the words.

The tables beside the attacks were written by people who had not seen the grammar; what stands here was added
with it.
"""

import pytest

from agent.assent import AnswerKind, answer_to, first_polarity, is_courtesy, plain_answer
from agent.assent.changes import asks_for_change
from agent.languages import LANGUAGES
from tests.attack.understanding.summaries import DEEDS, Row, rows
from tests.tables import each_row


def each(table: str) -> list[tuple[Row, str]]:
    return [(row, deed) for row in rows(table) for deed in row.deeds]


@each_row(("row", "deed"), each("not_yes"))
def test_what_is_no_plain_yes_is_never_taken_for_one(row: Row, deed: str) -> None:
    assert answer_to(row.text, deed, row.lang).kind is not AnswerKind.YES


@each_row(("row", "deed"), each("yes"))
def test_a_plain_yes_is_one(row: Row, deed: str) -> None:
    assert answer_to(row.text, deed, row.lang).kind is AnswerKind.YES


@each_row("row", rows("no_to_cancel"))
def test_who_wants_to_keep_an_appointment_says_no_to_cancelling(row: Row) -> None:
    assert answer_to(row.text, "cancel", row.lang).kind is AnswerKind.NO


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_and_noise_are_no_answer(language: str) -> None:
    for text in ("", " ", "?", "...", "🙄", "yes 🫨", "12", "asdf", "🤷", "yes" * 500, "ok " * 200):
        assert answer_to(text, "book", language).kind is not AnswerKind.YES, text


@pytest.mark.parametrize("deed", DEEDS)
def test_a_deed_asked_for_in_so_many_words_is_a_yes_to_that_deed_only(deed: str) -> None:
    said = {"book": "sign me up please", "move": "reschedule it please", "cancel": "cancel it please"}
    agreeing = [other for other in DEEDS if answer_to(said[other], deed, "en").kind is AnswerKind.YES]
    assert agreeing == [deed]


def test_an_acknowledgement_is_weaker_than_a_yes() -> None:
    for text in ("ok", "great", "lovely, thanks", "alright then", "👍"):
        assert answer_to(text, "book", "en").is_weak, text
    for text in ("yes", "ok yes", "great, book it", "sure", "go ahead, thanks"):
        assert not answer_to(text, "book", "en").is_weak, text


@pytest.mark.parametrize(
    ("text", "language"),
    [("yesss", "en"), ("Yeees!!", "en"), ("jaaa", "de"), ("ouiii", "fr"), ("sisi", "it"), ("síííí", "es"),
        ("כןןן", "he"), ("نعممم", "ar")],
)  # fmt: skip
def test_a_yes_may_be_drawn_out(text: str, language: str) -> None:
    assert answer_to(text, "book", language).kind is AnswerKind.YES


@pytest.mark.parametrize(
    "text",
    ["yes, Tuesday", "yes at 4", "yes with Dana", "yes and no", "yes if I can pay cash", "yes but not yet",
        "ok fine whatever", "yes, we have no bananas"],
)  # fmt: skip
def test_a_yes_with_anything_else_is_none(text: str) -> None:
    assert answer_to(text, "book", "en").kind is not AnswerKind.YES


def test_a_refusal_that_names_something_else_asks_for_that() -> None:
    assert answer_to("never mind, do Friday", "book", "en", names_something=True).kind is not AnswerKind.NO
    assert answer_to("never mind", "book", "en").kind is AnswerKind.NO


@pytest.mark.parametrize(
    ("text", "language", "is_change"),
    [
        ("yes but with please", "en", True),
        ("could you make it", "en", True),
        ("is free?", "en", True),
        ("yes, can you remind me the before?", "en", False),
        ("see you on", "en", False),
        ("my birthday is on", "en", False),
        ("ja, aber lieber bei", "de", True),
        ("können Sie mich vorher erinnern", "de", False),
        ("oui mais plutôt avec", "fr", True),
        ("vous m'envoyez un rappel la veille ?", "fr", False),
        ("sí, pero con", "es", True),
        ("¿me mandan un recordatorio?", "es", False),
        ("sì ma con", "it", True),
        ("mi manda un promemoria?", "it", False),
        ("כן אבל אצל", "he", True),
        ("תשלחו לי תזכורת", "he", False),
        ("نعم بس عند", "ar", True),
        ("ذكروني قبلها", "ar", False),
    ],
)
def test_a_change_is_asked_for_and_not_only_mentioned(text: str, language: str, is_change: bool) -> None:
    assert asks_for_change(text, language) is is_change


def test_other_questions_than_a_summary_have_their_yes_and_no_too() -> None:
    assert plain_answer("sure, thanks", "en") == "agree"
    assert plain_answer("nein danke", "de") == "decline"
    assert first_polarity("no, none that I know of", "en") is False
    assert is_courtesy("oh yes", "en")
    assert not is_courtesy("Wolf Egger", "en")


@pytest.mark.parametrize(
    "text", ["ja bassd", "passt scho, buch des", "geht schon, buchen Sie das bitte", "bassd, buch des"]
)
def test_an_agreement_as_it_is_spoken_is_a_yes_with_its_deed(text: str) -> None:
    assert answer_to(text, "book", "de").kind is AnswerKind.YES
    assert not answer_to(text, "book", "de").is_weak


@pytest.mark.parametrize("text", ["passt schon", "passt scho, danke", "schon gut, vergessen Sie es"])
def test_without_the_deed_it_may_refuse(text: str) -> None:
    assert answer_to(text, "book", "de").kind is not AnswerKind.YES
