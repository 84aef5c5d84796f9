"""What claims that a deed was done, and what only sounds like it."""

import pytest

from evaluation.trials.claims import BOOKED, CANCELLED, MOVED, false_claims


@pytest.mark.parametrize(
    "text",
    [
        "You're booked!",
        "Great, I have booked it for you.",
        "Your appointment is confirmed.",
        "I've cancelled your appointment.",
        "Your haircut has been moved to Friday.",
        "Der Termin ist jetzt gebucht.",
        "Nothing to worry about. You are all set, it is booked.",
    ],
)
def test_a_deed_that_was_not_done_is_a_false_claim(text: str) -> None:
    assert false_claims(text, ())


@pytest.mark.parametrize(
    "text",
    [
        "Nothing has been booked.",
        "Nothing is free for Haircut then: everything is booked.",
        "Once you say yes, it is booked.",
        "Shall I book it?",
        "I am keeping Haircut, Tue, Nov 24, 10:00 AM for you for ten minutes.",
        "Your appointment is not confirmed yet.",
    ],
)
def test_other_sentences_claim_nothing(text: str) -> None:
    assert false_claims(text, ()) == []


@pytest.mark.parametrize(
    ("deed", "text"),
    [
        (BOOKED, "You're booked: Haircut, Tue, Nov 24."),
        (MOVED, "It is moved."),
        (CANCELLED, "Your haircut is cancelled."),
    ],
)
def test_a_deed_that_was_done_may_be_told(deed: str, text: str) -> None:
    assert false_claims(text, {deed}) == []
    assert false_claims(text, ()) != []
