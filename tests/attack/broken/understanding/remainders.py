"""What one booking leaves over, broken on purpose: it is dropped, or not found."""

from agent.consent import operation
from agent.mentions.beyond_one import people, recurring
from agent.turns import reply


def what_is_left_over_is_not_said() -> None:
    reply.take_remainder_text = lambda _: ""


def what_is_left_over_is_forgotten() -> None:
    operation.offer_remainder = lambda *_: iter(())


def a_party_without_its_speaker_is_one() -> None:
    people.find_party = lambda *_: None


def a_rhythm_is_not_heard() -> None:
    recurring.find_rhythm = lambda *_: None


def a_complaint_is_taken_for_a_wish() -> None:
    recurring.belongs_to_habit = lambda *_: False
