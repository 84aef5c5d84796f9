"""Consent and offers, broken on purpose: what counts as a yes or a no, and which list a time is chosen
from."""

from typing import Any

from agent.assent import Answer, Kind
from agent.consent import consent
from agent.conversation.state import Notepad, Summary
from agent.turn_context import Talk
from agent.turns import reply


def takes_a_yes_with_more_for_a_yes() -> None:
    answer_to = consent.answer_to

    def eager(*message: Any, **known: Any) -> Answer:
        answer = answer_to(*message, **known)
        return Answer(Kind.YES) if answer.kind is Kind.MORE else answer

    consent.answer_to = eager


def takes_a_yes_to_a_models_words_for_one_to_the_summary() -> None:
    def deaf(_: Talk) -> bool:
        return False

    consent._is_talked_over = deaf


def takes_a_yes_to_a_change_for_one_to_the_summary() -> None:
    def deaf(_: Talk) -> bool:
        return False

    consent._wanted_a_change = deaf


def ignores_a_no_to_cancelling() -> None:
    answer_to = consent.answer_to

    def deaf(text: str, deed: str, *language: Any, **known: Any) -> Answer:
        answer = answer_to(text, deed, *language, **known)
        return Answer(Kind.OTHER) if (deed, answer.kind) == ("cancel", Kind.NO) else answer

    def keeps_asking(_: Summary, __: Kind | None) -> bool:
        return False

    consent.answer_to, reply._lets_it_stand = deaf, keeps_asking


def keeps_old_lists_open() -> None:
    def begin_list(_: Notepad) -> None: ...

    Notepad.begin_list = begin_list  # type: ignore[method-assign]
