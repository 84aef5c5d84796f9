"""A yes or a no with a question beside it: "yes please, and where do I park?". The answer to the summary is
the one, and the question is answered as if it stood alone.

A yes is only taken out of a message where it is plain by itself, and where what stands beside it changes
nothing of what is agreed to: no time, no person, no service, and no "but" unless the yes says what to do.
"""

import re

from msgspec import Struct

from agent.assent import AnswerKind, answer_to, asks_for_operation, is_courtesy
from agent.assent.information import asks_for_information
from agent.assent.kinds import LONGEST_AGREEMENT
from agent.assent.own_questions import asks_about_own_obligations
from agent.conversation.choices import Summary
from agent.guided.replies.unknown import unknown_answer
from agent.guided.responses.clauses import hear_part
from agent.guided.responses.concerns.concern import concern_answer
from agent.guided.responses.question import question_step
from agent.guided.steps.search import offers_on_screen
from agent.guided.steps.step import GuidedStep
from agent.languages import language_of
from agent.mentions.concerns import Concern, concern_in
from agent.mentions.own_appointment import asks_of_it, forgot_it
from agent.mentions.service_questions import begins_as_question
from agent.mentions.staffing import Staffing
from agent.turn_context import TurnContext
from agent.wishes.parsed_message import ParsedMessage
from agent.wishes.understanding import parse_message

BORDER = re.compile(
    r"[,.;!…،؛\n]+\s*(?:(?:and|und|et|y|e)\s+)?|\s+(?:and|n|und|et|y|e|&|\+)\s+|"
    r"\s+(?=ו[\u05d0-\u05ea]{2})|\s+(?=و[\u0621-\u064a]{2})|\s+(?=(?:but|aber|mais|pero|ma|però|אבל|بس)\s)",
    re.I,
)
BUT = re.compile(r"(?:but|aber|mais|pero|ma|però|אבל|بس)\s", re.I)
CONFIRMS = re.compile(r"confirm|conferm|bestätig|אשר|أكد|اكد", re.I)
QUESTION = re.compile("[?؟]")


class Beside(Struct, frozen=True):
    """The part of a message that answers the summary, and what is said to the rest of it: ``rest`` where that
    is no plain sentence."""

    answer: str
    step: GuidedStep | None
    rest: str


def take_apart(context: TurnContext) -> Beside | None:
    """The message at an open summary as an answer and something beside it; None where it is one thing. From
    now on the message is the answer alone."""
    beside = _parts(context)
    context.text = beside.answer if beside is not None else context.text
    return beside


def _parts(context: TurnContext) -> Beside | None:
    summary = context.state.summary
    if summary is None or context.pressed is not None or len(context.text) > LONGEST_AGREEMENT:
        return None
    for border in BORDER.finditer(context.text):
        head, tail = context.text[: border.start()].strip(), context.text[border.end() :].strip(" ,.!")
        kind = _kind_of(context, summary, head, tail) if head and tail else None
        if kind is None:
            continue
        step = _answer_to_rest(context, tail)
        if step is not None and not step.tool:
            return Beside(head, step, tail)
        if kind is AnswerKind.NO and _asks_of_own(context, tail):
            return Beside(head, None, tail)
    return None


def _kind_of(context: TurnContext, summary: Summary, head: str, tail: str) -> AnswerKind | None:
    """Yes or no, where the beginning of the message is that, plain and strong."""
    language = language_of(context.locale)
    if begins_as_question(head, language) or asks_about_own_obligations(context.text, language):
        return None
    answer = answer_to(head, summary.deed, language)
    if answer.kind is AnswerKind.NO:
        return AnswerKind.NO
    if answer.kind is not AnswerKind.YES or answer.is_weak:
        return None
    if BUT.match(tail) and not CONFIRMS.search(head) and not asks_for_operation(head, summary.deed, language):
        return None
    return AnswerKind.YES


def _answer_to_rest(context: TurnContext, tail: str) -> GuidedStep | None:
    """What is said to a question or to a concern; None for anything else."""
    tail = _without_courtesies(context, tail)
    with hear_part(context, tail, is_alone=True):
        said = parse_message(context, offers_on_screen(context))
        concern = concern_in(tail, language_of(context.locale))
        if concern is Concern.DATA:
            context.state.team_was_told = True
            return GuidedStep(concern_answer(context, concern).say)
        if _changes_something(context, said):
            return None
        if _asks_of_own(context, tail):
            return None
        step = question_step(context, said)
        is_asked = QUESTION.search(tail) or asks_for_information(tail, language_of(context.locale))
        if step is None and is_asked and not said.intent:
            step = GuidedStep(unknown_answer(context))
        return step


def _without_courtesies(context: TurnContext, tail: str) -> str:
    """ "Thx. am i still late": what is asked behind the thanks, with a mark or without."""
    first, *rest = BORDER.split(tail, maxsplit=1)
    return rest[0] if rest and rest[0].strip() and is_courtesy(first, language_of(context.locale)) else tail


def _changes_something(context: TurnContext, said: ParsedMessage) -> bool:
    """Whether the rest may want the booking to be different; a question of opening hours has a day in it."""
    held = context.state.held_offer
    others = [service for service in said.services if held is None or service.id != held.service_id]
    is_time = said.has_time and said.topic != "hours"
    is_other = said.intent in ("cancel", "move", "person", "bargain") or said.instead or said.more
    return bool(is_time or others or is_other or said.when.relative or said.staffing != Staffing())


def _asks_of_own(context: TurnContext, tail: str) -> bool:
    language = language_of(context.locale)
    return asks_of_it(tail, language) or forgot_it(tail, language)
