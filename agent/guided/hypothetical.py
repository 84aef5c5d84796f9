"""What would be if: only what is asked is answered, and nothing of the condition is wanted."""

from msgspec import structs

from agent.guided.replies.facts import answer_question
from agent.guided.replies.unknown import unknown_answer
from agent.guided.responses.clauses import hear_part
from agent.guided.responses.question import question_step
from agent.guided.responses.service_question import service_question_step
from agent.guided.steps.step import GuidedStep
from agent.languages import language_of
from agent.mentions.hypotheticals import hypothetical_in
from agent.turn_context import TurnContext
from agent.wishes.parsed_message import ParsedMessage
from agent.wishes.understanding import parse_message

# What a change of an appointment is asked about: whether it costs something.
TERMS = frozenset({"price", "payment", "policy"})
CHANGES = frozenset({"cancel", "move"})


def hypothetical_step(context: TurnContext) -> GuidedStep | None:
    """The answer to a question of what would be if somebody came then, or cancelled; None for any other
    message."""
    told = hypothetical_in(context.text, language_of(context.locale)) if context.pressed is None else None
    if told is None:
        return None
    condition = _hear(context, told.condition)
    if condition.when.is_empty and condition.intent not in CHANGES:
        return None
    is_change = condition.intent in CHANGES or context.situation.is_known
    asked = _hear(context, told.question)
    if is_change and not asked.services and asked.topic in TERMS:
        return answer_question(context, structs.replace(asked, intent="", topic="policy"))
    step = _answer(context, told.question) or _answer(context, context.text)
    return step or GuidedStep(unknown_answer(context))


def _hear(context: TurnContext, text: str) -> ParsedMessage:
    with hear_part(context, text, is_alone=True):
        return parse_message(context, ())


def _answer(context: TurnContext, question: str) -> GuidedStep | None:
    """The answer to what is asked alone; None where nothing answers it but a search."""
    with hear_part(context, question, is_alone=True):
        said = parse_message(context, ())
        step = question_step(context, said) or service_question_step(context, said)
    return step if step is not None and not step.tool else None
