"""Answers to booking questions in a conversation: storing them, finding open ones, showing them."""

from collections.abc import Mapping, Sequence
from typing import Any

from agent.conversation.state import ConversationState
from agent.turn_context import TurnContext
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.services.booking_questions import TEXT, YES_NO, BookingQuestion

# The name of an answer's field in a form, and in the ``InvalidField`` that refuses it.
FIELD = "answers.{key}"
CHECKED = {"yes": True, "no": False}


def note_answers(
    context: TurnContext, questions: Sequence[BookingQuestion], given: Mapping[str, Any]
) -> None:
    """Store the answers in the conversation's state, normalised by their questions. Raises ``InvalidField``;
    answers without a question are ignored."""
    for question in questions:
        if question.key in given:
            answer = question.normalise(given[question.key])
            if answer is not None:
                context.state.answers[question.key] = answer


def unanswered_questions(state: ConversationState, catalogue: Catalogue) -> list[BookingQuestion]:
    """What the service whose time is held still wants to know, in the owner's order."""
    return [one for one in asked_questions(state, catalogue) if one.key not in state.answers]


def asked_questions(state: ConversationState, catalogue: Catalogue) -> list[BookingQuestion]:
    """What it wants to know at all."""
    offer = state.held_offer
    return list(catalogue.questions_of.get(offer.service_id, ())) if offer else []


def answers_in_form(
    questions: Sequence[BookingQuestion], payload: Mapping[str, Any]
) -> dict[str, str | bool]:
    """The normalised answers in a form's payload, by key. What was left empty is asked later, where it has to
    be known. Raises ``InvalidField`` with the field's name."""
    answers: dict[str, str | bool] = {}
    for question in questions:
        written = payload.get(FIELD.format(key=question.key))
        if written is None or (isinstance(written, str) and not written.strip()):
            continue
        if question.kind == YES_NO and isinstance(written, str):
            written = CHECKED.get(written, written)
        answer = question.normalise(written)
        if answer is not None:
            answers[question.key] = answer
    return answers


def form_fields(questions: Sequence[BookingQuestion]) -> list[dict[str, Any]]:
    """One form field per question."""
    return [
        {
            "name": FIELD.format(key=question.key),
            "type": "textarea" if question.kind == TEXT else question.kind,
            "label": question.label,
            "autocomplete": "off",
            "required": question.required,
            "choices": [{"value": key, "label": label} for key, label in question.options.items()],
        }
        for question in questions
    ]


def open_questions(context: TurnContext, questions: Sequence[BookingQuestion]) -> list[BookingQuestion]:
    """The required questions that have no answer yet."""
    return [one for one in questions if one.required and one.key not in context.state.answers]


def answers_for_service(context: TurnContext, service_id: str) -> dict[str, str | bool]:
    """The stored answers to a service's questions, by key."""
    keys = {question.key for question in context.catalogue.questions_of.get(service_id, ())}
    return {key: answer for key, answer in context.state.answers.items() if key in keys}


def question_view(question: BookingQuestion) -> dict[str, Any]:
    """A question as JSON for a model."""
    view: dict[str, Any] = {"key": question.key, "question": question.label, "kind": question.kind}
    return view | ({"choices": list(question.options.values())} if question.choices else {})


def answer_rows(context: TurnContext, questions: Sequence[BookingQuestion]) -> list[tuple[str, str]]:
    """Questions and answers as rows of a summary; of a sensitive answer only that it was noted."""
    return [
        (question.label, _answer_text(context, question, context.state.answers[question.key]))
        for question in questions
        if question.key in context.state.answers
    ]


def _answer_text(context: TurnContext, question: BookingQuestion, answer: str | bool) -> str:
    if question.sensitive:
        return str(context.says.NOTED_ONLY)
    if isinstance(answer, bool):
        yes, no = context.says.YES_NO
        return str(yes if answer else no)
    return question.answer_text(answer)
