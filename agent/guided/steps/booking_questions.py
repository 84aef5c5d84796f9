"""What a service wants to know before it is booked: asked one by one, answered in the customer's words."""

import re

from rapidfuzz.distance import OSA

from agent.assent import first_polarity
from agent.guided.steps.step import GuidedStep
from agent.languages import words_in
from agent.languages.language import Words
from agent.turn_context import TurnContext
from agent.wishes.choices import position_in_list
from booking_core.catalogue.services.booking_questions import CHOICE, YES_NO, BookingQuestion
from booking_core.errors import InvalidField

ANSWERS_OFFERED = 6
LETTERS_A_SLIP = 4
WORD = re.compile(r"[^\W_]+")


def question_step(context: TurnContext) -> GuidedStep | None:
    """Ask the first required question that has no answer; None where everything is known."""
    question = _next_question(context)
    if question is None:
        context.state.draft.asking = None
        return None
    context.state.draft.asking = question.key
    return _ask(context, question, context.says.ONE_QUESTION)


def note_answer(context: TurnContext) -> GuidedStep | None:
    """Take the message as the answer to the question asked last. None where it was noted, a step where it was
    no answer."""
    question = _current_question(context)
    if question is None:
        return None
    try:
        answer = question.normalise(_parse_answer(context, question))
    except InvalidField:
        return _ask(context, question, context.says.ASK_AGAIN)
    context.state.draft.asking = None
    if answer is not None:
        context.state.answers[question.key] = answer
    return None


def is_asking(context: TurnContext) -> bool:
    return _current_question(context) is not None


def _current_question(context: TurnContext) -> BookingQuestion | None:
    asking = context.state.draft.asking
    return next((one for one in _questions(context) if one.key == asking), None)


def _next_question(context: TurnContext) -> BookingQuestion | None:
    if context.state.moving is not None:
        return None
    return next(
        (one for one in _questions(context) if one.required and one.key not in context.state.answers), None
    )


def _questions(context: TurnContext) -> list[BookingQuestion]:
    offer = context.state.held_offer
    return context.catalogue.questions_of.get(offer.service_id, []) if offer else []


def _ask(context: TurnContext, question: BookingQuestion, sentence: str) -> GuidedStep:
    say = sentence.format(question=question.label)
    answers = (
        list(question.options.values())
        if question.kind == CHOICE
        else list(context.says.YES_NO)
        if question.kind == YES_NO
        else []
    )
    if not answers:
        return GuidedStep(say)
    return GuidedStep(say, tool="suggest_answers", arguments={"answers": answers[:ANSWERS_OFFERED]})


def _parse_answer(context: TurnContext, question: BookingQuestion) -> str | bool | None:
    """The answer in the question's own terms; None where there is none."""
    words = words_in(context.locale)
    if question.kind == YES_NO:
        return _yes_or_no(context.text, words)
    if question.kind == CHOICE:
        return _matching_choice(context.text, list(question.options.values()), words)
    return context.text


def _yes_or_no(text: str, words: Words) -> bool | None:
    """The first word that says yes or no decides: "no, none that I know of"."""
    told = first_polarity(text, words.tag)
    if told is not None:
        return told
    return False if re.search(r"\b(?:not|none|never|nothing)\b", text.casefold()) else None


def _matching_choice(text: str, choices: list[str], words: Words) -> str | None:
    lowered = text.casefold()
    named = [
        choice for choice in choices if re.search(rf"(?<!\w){re.escape(choice.casefold())}(?!\w)", lowered)
    ]
    if named:
        return max(named, key=len)
    place = position_in_list(lowered, words)
    if place is not None and place < len(choices):
        return choices[place]
    told = WORD.findall(lowered)
    partly = [
        choice
        for choice in choices
        if set(told) & {word for word in WORD.findall(choice.casefold()) if len(word) > 3}
    ]
    if len(partly) == 1:
        return partly[0]
    close = [
        one
        for one in choices
        if any(OSA.distance(one.casefold(), word) <= len(one) // LETTERS_A_SLIP for word in told)
    ]
    return close[0] if len(close) == 1 else None
