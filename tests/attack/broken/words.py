"""The guard of a model's words, broken on purpose: it knows of bookings only, or lets every amount pass."""

from agent.guardrails import output_filter as speech
from agent.guardrails.false_claims import guard


def only_bookings_are_guarded() -> None:
    guard.stated_kinds = lambda *_: []


def amounts_are_made_up() -> None:
    speech.may_be_said = lambda *_: True
