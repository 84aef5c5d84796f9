"""What nobody has done or will do is seen whatever stands between its words, and honest sentences near it
pass, in seven languages."""

from pathlib import Path

import pytest

from agent.guardrails.false_claims.guard import claimed_kinds
from agent.guardrails.false_claims.kinds import ClaimKind

STAFF = frozenset({"dana", "miriam"})
TABLE = Path(__file__).parent / "tables" / "near_each_other.tsv"
SENTENCES = [line.split("\t") for line in TABLE.read_text("utf-8").splitlines()]
# Somebody will be heard from; the words of it stand apart, or in another order.
HEARD_FROM = (
    "You will, by Tuesday noon at the latest, hear from us.",
    "Von uns hören Sie spätestens Dienstag gegen neun.",
    "Vous aurez, au plus tard mardi, un signe de ma part.",
    "El martes, a más tardar, tendrá una respuesta de nuestra parte.",
    "Entro martedì sentirà qualcosa da noi.",
    "עד יום שלישי תשמעו מאיתנו.",
    "حتى يوم الثلاثاء ستسمعون منا.",
)
ON_A_YES = (
    "Once you agree, Tuesday at nine is booked.",
    "Sobald Sie zustimmen, ist Dienstag um neun gebucht.",
    "Dès que vous confirmez, mardi à neuf heures est réservé.",
    "En cuanto confirme, el martes a las nueve está reservado.",
    "Quando conferma, martedì alle nove è prenotato.",
)


@pytest.mark.parametrize("sentence", HEARD_FROM)
def test_that_somebody_will_be_heard_from_is_a_promise(sentence: str) -> None:
    assert ClaimKind.CALLING in claimed_kinds(sentence)


def test_untrue_sentences_are_seen_and_honest_ones_near_them_pass() -> None:
    wrong = [
        (kind, sentence)
        for kind, sentence in SENTENCES
        if bool(claimed_kinds(sentence, STAFF)) is (kind == "honest")
    ]
    assert len(SENTENCES) > 300
    assert wrong == []


@pytest.mark.parametrize("sentence", ON_A_YES)
def test_what_the_customers_yes_would_do_is_not_done(sentence: str) -> None:
    assert claimed_kinds(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Sie bekommen eine Nachricht von uns.",
        "Vous recevrez un message de notre part.",
        "Recibirá un mensaje de nuestra parte.",
        "Riceverà un messaggio da noi.",
    ],
)
def test_a_letter_from_us_is_a_letter_and_no_call(sentence: str) -> None:
    """Where something is booked, the letter is true."""
    found = claimed_kinds(sentence)
    assert ClaimKind.SENDING in found
    assert ClaimKind.CALLING not in found
