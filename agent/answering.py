"""Answers to booking questions within a conversation: noted, still open, shown in the summary."""

from collections.abc import Mapping, Sequence
from typing import Any

from agent.talk import Talk
from booking_core.booking_questions import BookingQuestion


def note_answers(talk: Talk, questions: Sequence[BookingQuestion], given: Mapping[str, Any]) -> None:
    """Keep what was answered, each in its question's own terms. Raises ``InvalidField``; what nobody asked is left out."""
    for question in questions:
        if question.key in given:
            answer = question.answered(given[question.key])
            if answer is not None:
                talk.notepad.answers[question.key] = answer


def open_questions(talk: Talk, questions: Sequence[BookingQuestion]) -> list[BookingQuestion]:
    """The required ones that have no answer yet."""
    return [one for one in questions if one.required and one.key not in talk.notepad.answers]


def answers_given(talk: Talk, service_id: str) -> dict[str, str | bool]:
    """The answers that belong to a service, by key."""
    keys = {question.key for question in talk.catalogue.questions_of.get(service_id, ())}
    return {key: answer for key, answer in talk.notepad.answers.items() if key in keys}


def question_view(question: BookingQuestion) -> dict[str, Any]:
    """A question as a model reads it."""
    view: dict[str, Any] = {"key": question.key, "question": question.label, "kind": question.kind}
    return view | ({"choices": list(question.choices)} if question.choices else {})


def answer_rows(talk: Talk, questions: Sequence[BookingQuestion]) -> list[tuple[str, str]]:
    """Question and answer as rows of the summary; a sensitive answer is only said to be noted."""
    return [
        (question.label, _shown(talk, question, talk.notepad.answers[question.key]))
        for question in questions
        if question.key in talk.notepad.answers
    ]


def _shown(talk: Talk, question: BookingQuestion, answer: str | bool) -> str:
    if question.sensitive:
        return str(talk.says.NOTED_ONLY)
    if isinstance(answer, bool):
        yes, no = talk.says.YES_NO
        return str(yes if answer else no)
    return answer
