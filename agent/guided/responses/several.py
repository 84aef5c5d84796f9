"""Several things in one message: each question is answered, and what else is said goes on as if it stood
alone."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from msgspec import structs

from agent.guided.responses.question import question_step
from agent.guided.steps.search import offers_on_screen
from agent.guided.steps.step import GuidedStep
from agent.languages import words_in
from agent.turn_context import TurnContext
from agent.wishes.intents import topic_in
from agent.wishes.parsed_message import ParsedMessage
from agent.wishes.unclear_days import read_when
from agent.wishes.understanding import parse_message

SENTENCES = re.compile(r"(?<=[.!?؟])\s+|\n+")
# Between two questions in one sentence. Hebrew and Arabic write "and" onto the next word.
AND = re.compile(r"\s*,?\s+(?:and|und|et|y|e)\s+|\s+(?=ו[\u05d0-\u05ea]{2})|\s+(?=و[\u0621-\u064a]{2})", re.I)
QUESTION = re.compile("[?؟]")
MOST_PARTS = 6
Respond = Callable[[TurnContext], GuidedStep]


def several_step(context: TurnContext, respond: Respond) -> GuidedStep | None:
    """The answers to the questions of a message, and the step for its rest; None where it is one thing."""
    parts = [
        one for part in SENTENCES.split(context.text) if part.strip() for one in _wish_apart(context, part)
    ]
    if not QUESTION.search(context.text) or len(parts) > MOST_PARTS:
        return None
    answers, rest = [], []
    for part in parts:
        told = _answers(context, part)
        (answers.extend(told) if told else rest.append(part))
    is_several = len(answers) > 1 or (answers and rest)
    if not is_several:
        return None
    said = " ".join(dict.fromkeys(answers))
    if not rest:
        return GuidedStep(said)
    with _hearing(context, " ".join(rest)):
        lost = context.state.draft.lost
        step = respond(context)
        is_lost = context.state.draft.lost > lost
    if is_lost:
        context.state.draft.lost = lost
        return GuidedStep(said)
    return structs.replace(step, say=f"{said}\n\n{step.say}".strip())


def questions_step(context: TurnContext, said: ParsedMessage) -> GuidedStep | None:
    """The answers to all questions of a message that is nothing but questions; else that to the first."""
    parts = [part for part in SENTENCES.split(context.text) if part.strip()]
    told = [_answers(context, part) for part in parts[:MOST_PARTS]]
    if sum(map(len, told)) > 1 and all(told):
        return GuidedStep(" ".join(dict.fromkeys(one for answers in told for one in answers)))
    return question_step(context, said)


def _wish_apart(context: TurnContext, part: str) -> list[str]:
    """ "A haircut on Tuesday at ten, and what does a massage cost?": the wish and the question, each for
    itself."""
    clauses = [clause for clause in AND.split(part) if clause.strip()]
    if not QUESTION.search(part) or len(clauses) != 2:
        return [part]
    words = words_in(context.locale)
    is_asked = [bool(topic_in(words, clause.casefold())) for clause in clauses]
    is_timed = [not read_when(context, clause).is_empty for clause in clauses]
    if sorted(is_asked) != [False, True] or is_timed != [not asked for asked in is_asked]:
        return [part]
    return [f"{one.rstrip(' .?!؟')}?" if asked else one for one, asked in zip(clauses, is_asked, strict=True)]


def _answers(context: TurnContext, part: str) -> list[str]:
    """The answer to each question of a sentence; nothing where it is no question, or one that a list or a
    search answers."""
    if not QUESTION.search(part):
        return []
    words = words_in(context.locale)
    clauses = [clause for clause in AND.split(part) if clause.strip()]
    topics = [topic_in(words, clause.casefold()) for clause in clauses]
    asked = clauses if len(clauses) > 1 and all(topics) and len(set(topics)) == len(topics) else [part]
    steps = [_answer(context, one if QUESTION.search(one) else f"{one}?") for one in asked]
    return [step.say for step in steps if step is not None and not step.tool] if all(steps) else []


def _answer(context: TurnContext, question: str) -> GuidedStep | None:
    with _hearing(context, question, is_alone=True):
        said = parse_message(context, offers_on_screen(context))
        is_wish = not said.when.is_empty and said.topic not in ("hours", "staff")
        return None if is_wish or said.contact.written else question_step(context, said)


@contextmanager
def _hearing(context: TurnContext, part: str, *, is_alone: bool = False) -> Iterator[None]:
    """The message as if it were this part of it; ``is_alone`` for one that has none of the two services that
    the whole message wants."""
    whole, context.text = context.text, part
    two, context.two_services = context.two_services, None if is_alone else context.two_services
    try:
        yield
    finally:
        context.text, context.two_services = whole, two
