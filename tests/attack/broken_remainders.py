"""What one booking leaves over, broken on purpose: it is dropped."""

from agent import consent, reply


def what_is_left_over_is_not_said() -> None:
    reply.said_of_remainders = lambda _: ""


def what_is_left_over_is_forgotten() -> None:
    consent.going_on = lambda *_: iter(())
