"""The answer to distress, broken on purpose: it is not seen, or books by its way."""

from agent.distress import answering
from agent.turns import reply


def distress_is_not_seen() -> None:
    reply.distress_in = lambda _: None


def a_yes_after_distress_counts() -> None:
    answering.ask_again_before_a_yes = lambda _: None
