"""What a service wants to know before it is booked: asked one by one, answered in the customer's words."""

import re

from rapidfuzz.distance import OSA

from agent.assent import first_polarity
from agent.guided.steps.step import Step
from agent.languages import words_in
from agent.languages.language import Words
from agent.turn_context import Talk
from agent.wishes.choices import place_meant
from booking_core.catalogue.booking_questions import CHOICE, YES_NO, BookingQuestion
from booking_core.errors import InvalidField

ANSWERS_OFFERED = 6
LETTERS_A_SLIP = 4
WORD = re.compile(r"[^\W_]+")


def question_step(talk: Talk) -> Step | None:
    """Ask the first required question that has no answer; None where everything is known."""
    question = _open(talk)
    if question is None:
        talk.notepad.draft.asking = None
        return None
    talk.notepad.draft.asking = question.key
    return _asked(talk, question, talk.says.ONE_QUESTION)


def answer_noted(talk: Talk) -> Step | None:
    """Take the message as the answer to the question asked last. None where it was noted, a step where it was no answer."""
    question = _asked_last(talk)
    if question is None:
        return None
    try:
        answer = question.normalise(_understood(talk, question))
    except InvalidField:
        return _asked(talk, question, talk.says.ASK_AGAIN)
    talk.notepad.draft.asking = None
    if answer is not None:
        talk.notepad.answers[question.key] = answer
    return None


def is_asking(talk: Talk) -> bool:
    return _asked_last(talk) is not None


def _asked_last(talk: Talk) -> BookingQuestion | None:
    asking = talk.notepad.draft.asking
    return next((one for one in _questions(talk) if one.key == asking), None)


def _open(talk: Talk) -> BookingQuestion | None:
    if talk.notepad.moving is not None:
        return None
    return next(
        (one for one in _questions(talk) if one.required and one.key not in talk.notepad.answers), None
    )


def _questions(talk: Talk) -> list[BookingQuestion]:
    offer = talk.notepad.held_offer
    return talk.catalogue.questions_of.get(offer.service_id, []) if offer else []


def _asked(talk: Talk, question: BookingQuestion, sentence: str) -> Step:
    say = sentence.format(question=question.label)
    answers = (
        list(question.choices)
        if question.kind == CHOICE
        else list(talk.says.YES_NO)
        if question.kind == YES_NO
        else []
    )
    if not answers:
        return Step(say)
    return Step(say, tool="suggest_answers", arguments={"answers": answers[:ANSWERS_OFFERED]})


def _understood(talk: Talk, question: BookingQuestion) -> str | bool | None:
    """The answer in the question's own terms; None where there is none."""
    words = words_in(talk.locale)
    if question.kind == YES_NO:
        return _yes_or_no(talk.text, words)
    if question.kind == CHOICE:
        return _chosen(talk.text, question.choices, words)
    return talk.text


def _yes_or_no(text: str, words: Words) -> bool | None:
    """The first word that says yes or no decides: "no, none that I know of"."""
    told = first_polarity(text, words.tag)
    if told is not None:
        return told
    return False if re.search(r"\b(?:not|none|never|nothing)\b", text.casefold()) else None


def _chosen(text: str, choices: list[str], words: Words) -> str | None:
    lowered = text.casefold()
    named = [
        choice for choice in choices if re.search(rf"(?<!\w){re.escape(choice.casefold())}(?!\w)", lowered)
    ]
    if named:
        return max(named, key=len)
    place = place_meant(lowered, words)
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
