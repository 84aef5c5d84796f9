"""A question beside thanks or a greeting: it is the question that wants an answer."""

import re

from agent.guided.responses.clauses import hear_part
from agent.guided.responses.question import question_step
from agent.guided.responses.service_question import (
    service_question_step,
    unknown_beside_step,
    unknown_question_step,
)
from agent.guided.steps.search import offers_on_screen
from agent.guided.steps.step import GuidedStep
from agent.turn_context import TurnContext
from agent.wishes.parsed_message import ParsedMessage
from agent.wishes.understanding import parse_message

CLAUSES = re.compile(r"(?<=[,.;:!…،؛\n])\s+")
QUESTION = re.compile("[?؟]")
COURTESIES = frozenset({"thanks", "greeting", "goodbye"})


def question_beside_courtesy_step(context: TurnContext, said: ParsedMessage) -> GuidedStep | None:
    """The answer to the question; None where nothing but courtesy is said."""
    rest = beside_courtesy(context, said)
    if rest is None:
        return None
    with hear_part(context, rest):
        asked = parse_message(context, offers_on_screen(context))
        return (
            question_step(context, asked)
            or service_question_step(context, asked)
            or unknown_question_step(context, asked)
            # "May I come with my dog?" is no wish to book.
            or unknown_beside_step(context, asked)
        )


def beside_courtesy(context: TurnContext, said: ParsedMessage) -> str | None:
    """The question behind the courtesies that a message begins with."""
    if said.intent not in COURTESIES or context.pressed is not None or not QUESTION.search(context.text):
        return None
    first, *rest = CLAUSES.split(context.text.strip(), maxsplit=1)
    return rest[0] if rest and not QUESTION.search(first) else None
