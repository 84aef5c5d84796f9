"""Emails that really go out may be told of, and no others, in seven languages."""

import pytest

from agent.guardrails.false_claims.guard import ClaimGuard, Withheld

GO_OUT = (
    "You will receive a confirmation email with all details.",
    "We will email you a reminder the day before.",
    "Am Tag davor erinnern wir Sie per E-Mail.",
    "Vous recevrez un rappel par e-mail la veille.",
    "Le enviaremos un correo con un recordatorio.",
    "Le manderemo una email di conferma.",
)
NOBODY_SENDS = (
    "I have sent you an email.",
    "I will email you our price list.",
    "We will call you back tomorrow.",
    "Ich habe Ihnen gerade eine E-Mail geschickt.",
    "Je vous ai envoyé un e-mail.",
)


def heard(sentence: str, *, writes: bool) -> str:
    guard = ClaimGuard(writes=lambda: writes)
    return guard.finish_with(sentence)


@pytest.mark.parametrize("sentence", GO_OUT)
def test_whoever_has_an_address_may_be_told_of_what_goes_there(sentence: str) -> None:
    assert heard(sentence, writes=True) == sentence


@pytest.mark.parametrize("sentence", NOBODY_SENDS)
def test_what_nobody_sends_is_withheld_all_the_same(sentence: str) -> None:
    with pytest.raises(Withheld):
        heard(sentence, writes=True)


def test_without_an_address_nothing_goes_out() -> None:
    with pytest.raises(Withheld):
        heard("We will email you a reminder the day before.", writes=False)
