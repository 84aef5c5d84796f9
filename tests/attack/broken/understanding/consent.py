"""Consent and offers, broken on purpose: what counts as a yes or a no, and which list a time is chosen
from."""

from typing import Any

from agent.assent import AnswerKind, SummaryAnswer
from agent.consent import consent
from agent.conversation.choices import Summary
from agent.conversation.state import ConversationState
from agent.turn_context import TurnContext
from agent.turns import reply
from agent.when import When
from agent.wishes import spoken_times


def takes_a_yes_with_more_for_a_yes() -> None:
    answer_to = consent.answer_to

    def eager(*message: Any, **known: Any) -> SummaryAnswer:
        answer = answer_to(*message, **known)
        return SummaryAnswer(AnswerKind.YES) if answer.kind is AnswerKind.MORE else answer

    consent.answer_to = eager


def takes_a_yes_to_a_models_words_for_one_to_the_summary() -> None:
    def deaf(_: TurnContext) -> bool:
        return False

    consent._model_spoke = deaf


def takes_a_yes_to_a_change_for_one_to_the_summary() -> None:
    def deaf(_: TurnContext) -> bool:
        return False

    consent.may_want_change = deaf


def reads_no_offset() -> None:
    def nothing(_: str, __: str) -> None: ...

    spoken_times.offset_in = consent.offset_in = nothing  # type: ignore[assignment]


def takes_a_weekday_for_the_nearest() -> None:
    def as_read(_: TurnContext, __: str, when: When, ___: Any) -> When:
        return when

    spoken_times.in_known_week = as_read


def ignores_a_no_to_cancelling() -> None:
    answer_to = consent.answer_to

    def deaf(text: str, deed: str, *language: Any, **known: Any) -> SummaryAnswer:
        answer = answer_to(text, deed, *language, **known)
        return SummaryAnswer(AnswerKind.OTHER) if (deed, answer.kind) == ("cancel", AnswerKind.NO) else answer

    def keeps_asking(_: TurnContext, __: Summary, ___: AnswerKind | None) -> bool:
        return False

    consent.answer_to, reply._keeps_appointment = deaf, keeps_asking


def takes_whatever_is_no_yes_to_cancelling_for_a_no() -> None:
    def gives_up(_: TurnContext, summary: Summary, kind: AnswerKind | None) -> bool:
        return summary.deed == "cancel" and kind in (AnswerKind.MORE, AnswerKind.OTHER)

    reply._keeps_appointment = gives_up


def keeps_old_lists_open() -> None:
    def begin_list(_: ConversationState) -> None: ...

    ConversationState.begin_list = begin_list  # type: ignore[method-assign]
