"""The answer to distress, broken on purpose: it is not seen, or books by its way."""

from agent.distress import answering
from agent.distress.finding import Distress
from agent.distress.frames import DistressKind
from agent.turn_context import TurnContext
from agent.turns import reply


def distress_is_not_seen() -> None:
    reply.distress_in = lambda _: None


def what_is_unsure_is_not_seen() -> None:
    find = reply.distress_in

    def sure(context: TurnContext) -> Distress | None:
        found = find(context)
        return None if found is None or found.kind is DistressKind.UNSURE else found

    reply.distress_in = sure


def what_is_unsure_ends_the_turn() -> None:
    find = reply.distress_in

    def grave(context: TurnContext) -> Distress | None:
        found = find(context)
        return found and Distress(DistressKind.CRISIS, found.language)

    reply.distress_in = grave


def a_yes_after_distress_counts() -> None:
    answering.ask_again_before_a_yes = lambda _: None
