"""Several things in one message: each question is answered, and what else is said goes on as if it stood
alone."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from msgspec import structs

from agent.contact_lines import without
from agent.guided.replies.facts import owners_fact
from agent.guided.replies.summaries import is_question_beside_hold, names_little_else
from agent.guided.replies.unknown import unknown_answer
from agent.guided.responses.clauses import (
    AND,
    OF_A_SERVICE,
    PAUSE,
    SENTENCES,
    before_questions,
    cut,
    hear_part,
    set_apart,
)
from agent.guided.responses.question import person_question_step, question_step
from agent.guided.responses.service_question import LEAST_WORDS, service_question_step
from agent.guided.steps.search import offers_on_screen
from agent.guided.steps.step import GuidedStep
from agent.languages import language_of, words_in
from agent.mentions.names.services import services_in
from agent.mentions.service_questions import asks_about_children, begins_as_question
from agent.mentions.staffing import Staffing, staffing_in
from agent.turn_context import TurnContext
from agent.wishes.intents import topic_in
from agent.wishes.parsed_message import ParsedMessage
from agent.wishes.unclear_days import read_when
from agent.wishes.understanding import parse_message, read_contact

QUESTION = re.compile("[?؟]")
MOST_PARTS = 6
Respond = Callable[[TurnContext], GuidedStep]


def several_step(context: TurnContext, respond: Respond) -> GuidedStep | None:
    """The answers to the questions of a message, and the step for its rest; None where it is one thing."""
    if not _may_ask(context):
        return None
    if context.state.awaits_contact and read_contact(context, is_asked=True).is_whole:
        return None  # "Nina Costa" costs nothing.
    answers, rest = _questions_and_rest(context)
    if not answers:
        answers, rest = _question_beside_contact(context)
    is_several = len(answers) > 1 or (answers and rest)
    if not is_several:
        return None
    said = " ".join(dict.fromkeys(answers))
    if not rest:
        return GuidedStep(said)
    _keep_what_is_asked_about(context, " ".join(rest))
    with hear_part(context, " ".join(rest)):
        lost = context.state.draft.lost
        step = respond(context)
        is_lost = context.state.draft.lost > lost
    if is_lost:
        context.state.draft.lost = lost
        return GuidedStep(said)
    return structs.replace(step, say=f"{said}\n\n{step.say}".strip())


def change_beside_questions_step(context: TurnContext, respond: Respond) -> GuidedStep | None:
    """At a summary: the answers to the questions of a message whose rest asks for something to be different,
    and the step for that; None for any other message."""
    answers, rest = _questions_and_rest(context)
    if not answers or not rest:
        return None
    with hear_part(context, " ".join(rest)):
        said = parse_message(context, offers_on_screen(context))
        if not (said.is_about_booking and names_little_else(context, said)):
            return None
        step = respond(context)
    return structs.replace(step, say=f"{' '.join(dict.fromkeys(answers))}\n\n{step.say}".strip())


def _questions_and_rest(context: TurnContext) -> tuple[list[str], list[str]]:
    """The answers to the questions of a message, and the parts that are none; nothing of either where it asks
    nothing, or has too many parts."""
    if not _may_ask(context):
        return [], []
    parts = [
        one for part in cut(context, context.text, SENTENCES) for one in _with_questions_apart(context, part)
    ]
    if len(parts) > MOST_PARTS:
        return [], []
    answers: list[str] = []
    rest: list[str] = []
    with _service_in_mind(context, parts):
        for part in parts:
            told = _answers(context, part)
            (answers.extend(told) if told else rest.append(part))
    return answers, rest


def _may_ask(context: TurnContext) -> bool:
    """Whether a message has a question mark or a topic, or a clause that begins as a question."""
    if QUESTION.search(context.text) or _topic(context, context.text) in OF_A_SERVICE:
        return True
    clauses = [one for one in PAUSE.split(context.text) if one and one.strip()]
    return len(clauses) > 1 and any(_begins_as_question(context, one) for one in clauses[:MOST_PARTS])


def questions_step(context: TurnContext, said: ParsedMessage) -> GuidedStep | None:
    """The answers to all questions of a message that is nothing but questions; else that to the first."""
    told = [_answers(context, part) for part in cut(context, context.text, SENTENCES)[:MOST_PARTS]]
    if sum(map(len, told)) > 1 and all(told):
        return GuidedStep(" ".join(dict.fromkeys(one for answers in told for one in answers)))
    return question_step(context, said)


def _with_questions_apart(context: TurnContext, part: str) -> list[str]:
    """ "A haircut on Tuesday at ten, what does a massage cost?": the wish and the questions, each for
    itself; the sentence as it is where it has no wish for a time, or no question beside it."""
    is_marked = bool(QUESTION.search(part))
    for border in (PAUSE, before_questions(context.locale)):
        rest, questions = set_apart(
            context, part, border, lambda clause: _is_question(context, clause, is_marked=is_marked)
        )
        if questions and _wants_time(context, rest, is_of_day=border is not PAUSE):
            return [rest, *questions]
    return [part]


def _is_question(context: TurnContext, clause: str, *, is_marked: bool) -> bool:
    """Whether a clause asks about the business, and tells no time."""
    if not read_when(context, clause).is_empty:
        return False
    with hear_part(context, clause):
        is_asked = is_marked or _begins_as_question(context, clause)
        return _topic(context, clause) in OF_A_SERVICE or (
            is_asked and bool(_topic(context, clause) or owners_fact(context))
        )


def _wants_time(context: TurnContext, text: str, *, is_of_day: bool) -> bool:
    """Whether a text picks one of the times on the screen or says when; ``is_of_day``: at which time of day,
    as "the Saturday" is no wish in "the Saturday price"."""
    with hear_part(context, f"{text}?"):
        said = parse_message(context, offers_on_screen(context))
        if is_question_beside_hold(context, said):
            return False
    return (
        said.chosen is not None
        or bool(said.contact.written)
        or bool(said.when.times if is_of_day else not said.when.is_empty)
    )


def _question_beside_contact(context: TurnContext) -> tuple[list[str], list[str]]:
    """What is asked behind a name or an address, though nobody here knows it, and those."""
    written = read_contact(context, is_asked=context.state.awaits_contact).written
    rest = without(context.text, *written)
    if not written or not context.state.awaits_contact or not QUESTION.search(rest):
        return [], []
    with hear_part(context, rest, is_alone=True):
        said = parse_message(context, ())
    if said.is_about_booking or said.intent or said.topic or len(rest.split()) < LEAST_WORDS:
        return [], []
    return [unknown_answer(context)], list(written)


def _keep_what_is_asked_about(context: TurnContext, rest: str) -> None:
    """ "What does a massage with Jonas cost? And is there room on Saturday?": of a wish that names neither
    service nor person, they are those that the question beside it is about."""
    draft, words = context.state.draft, words_in(context.locale)
    if read_when(context, rest).is_empty or context.situation.stands_alone:
        return
    services, person = (
        services_in(context.catalogue, context.text),
        staffing_in(context.catalogue, context.text, words),
    )
    if draft.service_id not in (None, *(one.id for one in services)):
        return
    if len(services) == 1 and not services_in(context.catalogue, rest):
        draft.service_id = services[0].id
    if person.wanted is not None and staffing_in(context.catalogue, rest, words) == Staffing():
        draft.staff_id = person.wanted.id


@contextmanager
def _service_in_mind(context: TurnContext, parts: Sequence[str]) -> Iterator[None]:
    """The service that is wanted at a time is the one that questions beside it are about."""
    named = {
        one.id: one
        for part in parts
        if not read_when(context, part).is_empty
        for one in services_in(context.catalogue, part)
    }
    draft, before = context.state.draft, context.state.draft.service_id
    if len(named) != 1:
        yield
        return
    [draft.service_id] = named
    try:
        yield
    finally:
        draft.service_id = before


def _answers(context: TurnContext, part: str) -> list[str]:
    """The answer to each question of a sentence; nothing where it is no question, or one that a list or a
    search answers."""
    if not QUESTION.search(part) and not _begins_as_question(context, part):
        return []
    clauses = cut(context, part, AND)
    subjects = [_subject(context, clause) for clause in clauses]
    asked = clauses if len(clauses) > 1 and all(subjects) and len(set(subjects)) == len(subjects) else [part]
    steps = [_answer(context, one if QUESTION.search(one) else f"{one}?") for one in asked]
    return [step.say for step in steps if step is not None and not step.tool] if all(steps) else []


def _topic(context: TurnContext, text: str) -> str:
    return topic_in(words_in(context.locale), text.casefold())


def _subject(context: TurnContext, clause: str) -> str:
    """What a clause asks about; "" where it asks nothing that is known."""
    with hear_part(context, clause, is_alone=True):
        if topic := _topic(context, clause):
            return topic
        services = services_in(context.catalogue, clause) if _begins_as_question(context, clause) else []
        return owners_fact(context) or "".join(one.id for one in services)


def _begins_as_question(context: TurnContext, text: str) -> bool:
    return begins_as_question(text, language_of(context.locale))


def _answer(context: TurnContext, question: str) -> GuidedStep | None:
    with hear_part(context, question, is_alone=True):
        said = parse_message(context, offers_on_screen(context))
        if asks_about_children(question) and not said.services:
            # "May I bring my daughter, she is 5": of no hour.
            return GuidedStep(owners_fact(context) or unknown_answer(context))
        is_wish = not said.when.is_empty and said.topic not in ("hours", "staff")
        if is_wish or said.contact.written:
            return None
        return (
            question_step(context, said)
            or service_question_step(context, said)
            or person_question_step(context, said)
        )
