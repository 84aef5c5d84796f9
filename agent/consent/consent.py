"""Consent: whether a message agrees to the summary that the customer was shown. No model is involved.

A yes counts only to a summary that was shown before the customer's latest message, and only with nothing else
in it. ``agent.consent.operation`` carries out what was agreed to.
"""

import re

from msgspec import structs

from agent.assent import (
    AnswerKind,
    SummaryAnswer,
    answer_to,
    asks_for_operation,
    first_polarity,
    gives_reason_against,
    is_courtesy,
)
from agent.assent.information import asks_for_information
from agent.conversation.choices import Summary
from agent.languages import language_of
from agent.mentions.names.people import staff_in
from agent.mentions.names.services import services_in
from agent.mentions.offsets import offset_in, without_offset
from agent.turn_context import TurnContext
from agent.when import When
from agent.wishes.unclear_days import read_when
from booking_core.storage.statements import Statement

# What leads to a day or an hour.
LEADS = re.compile(
    r"(?:(?<!\w)(?:on|for|to|at|then|am|um|auf|für|den|à|au|pour|le|al|a|el|para|la|las|alle|per|il|ب|ל|ב|على|يوم|ع|في|ل)\s*)*$",
    re.I,
)
BY_BUTTON = {"agree": SummaryAnswer(AnswerKind.YES), "decline": SummaryAnswer(AnswerKind.NO)}
PLAIN_YES, SHOWN_BEFORE = "a_yes_and_nothing_else", "consent_before_deed"

# The answers before the customer's message that have a certain block.
ANSWERS_WITH_BLOCK = Statement(
    "WITH answers AS (SELECT position, blocks FROM messages"
    " WHERE conversation_id = :conversation_id AND role = 'assistant' AND position < :position)"
    " SELECT position = (SELECT max(position) FROM answers) AS is_newest FROM answers"
    " WHERE EXISTS (SELECT FROM jsonb_array_elements(blocks) AS block WHERE block ->> 'id' = :block)"
)


def answer_to_summary(context: TurnContext) -> SummaryAnswer | None:
    """The kind of answer that this message is to the open summary, by a button or in words; None where no
    summary is open, or another button was pressed."""
    summary = context.state.summary
    if summary is None:
        return None
    if context.pressed is not None:
        return BY_BUTTON.get(context.pressed.verb)
    context.names_something = _names_something(context)
    language = language_of(context.locale)
    # "Más tarde" asks to wait, "una hora más tarde" for another time.
    told = _without_own_time(context, summary, without_offset(context.text, language))
    answer = answer_to(told, summary.deed, language, names_something=context.names_something)
    is_open = answer.kind is AnswerKind.OTHER and summary.deed != "cancel" and not context.names_something
    if is_open and gives_reason_against(told, language):
        answer = SummaryAnswer(AnswerKind.NO)
    context.answer, context.answered_deed = answer, summary.deed
    context.answered_appointment = summary.appointment_id
    context.record_decision(
        PLAIN_YES, allowed=answer.kind in (AnswerKind.YES, AnswerKind.NO), is_a=answer.kind.value
    )
    return answer


def _without_own_time(context: TurnContext, summary: Summary, told: str) -> str:
    """The text without the time that the summary has anyway: "yes, book me in for Friday at nine"."""
    own = context.state.latest if summary.deed == "cancel" else context.state.held_offer
    when = read_when(context, told)
    if own is None or when.is_empty or when.unclear or when.relative or when.weekdays or when.soonest:
        return told
    start = own.start.astimezone(context.zone)
    minute = start.hour * 60 + start.minute
    is_own = all(days.first == days.last == start.date() for days in when.dates) and all(
        times.first == times.last == minute for times in when.times
    )
    if not is_own or when.not_dates or when.not_weekdays or when.not_times or when.not_moments:
        return told
    context.names_something = any(one.isdigit() for one in _without_spans(told, when))
    return _without_spans(told, when)


def _without_spans(text: str, when: When) -> str:
    for span in sorted(when.spans, key=lambda one: -one.start):
        text = f"{LEADS.sub('', text[: span.start])} {text[span.end :]}"
    return text


def asks_to_reopen_summary(context: TurnContext) -> bool:
    """Whether the message asks for the summary once more, right after a no to booking: "Ok, book it". It is
    no yes to that summary yet."""
    state = context.state
    if state.refused != "book" or state.hold_id is None or state.summary is not None or context.pressed:
        return False
    return asks_for_operation(context.text, state.refused, language_of(context.locale))


def acknowledges_refusal(context: TurnContext) -> bool:
    """Whether "ok", "thanks" or "yes", right after a no, refers to that no: nothing is proposed again
    then."""
    if not context.state.refused or context.pressed is not None or context.state.summary is not None:
        return False
    language = language_of(context.locale)
    if asks_for_operation(context.text, context.state.refused, language):
        return False
    return answer_to(context.text, "", language).kind is AnswerKind.YES or is_courtesy(context.text, language)


def _names_something(context: TurnContext) -> bool:
    """Whether a message has a number, a time, a person, an e-mail address or another service."""
    if any(one.isdigit() or one == "@" for one in context.text):
        return True
    if offset_in(context.text, language_of(context.locale)) is not None:
        return True
    held = context.state.held_offer
    named = {service.id for service in services_in(context.catalogue, context.text)}
    when = read_when(context, context.text)
    return (
        not (when.is_empty or _is_time_that_stands(context, when))
        or bool(named - {held.service_id if held else ""})
        or bool(staff_in(context.catalogue, context.text))
    )


def _is_time_that_stands(context: TurnContext, when: When) -> bool:
    """Whether the time named is the one that a move would give up: "leave the Thursday as it is"."""
    stands, held = context.state.draft.base, context.state.held_offer
    if stands is None or held is None or context.state.moving is None:
        return False
    return when.allows(stands) and not when.allows(held.start)


async def was_shown_before(context: TurnContext, summary: Summary, answer: SummaryAnswer) -> bool:
    """Whether the summary was in an answer before the customer's message was written.

    Weak answers such as "ok" and "great, thank you" refer to the newest answer: they are a yes only to a
    summary there, and only if the customer asked for it. Where the summary must be shown again, only its
    button is a yes.
    """
    found = False
    is_meant = context.pressed is not None or answer.kind is AnswerKind.NO or not summary.must_be_shown_again
    if is_meant and summary.shown_after < context.position:
        message = {"conversation_id": context.conversation_id, "position": context.position}
        rows = await context.core.ask(ANSWERS_WITH_BLOCK, **message, block=summary.block.get("id", ""))
        found = any(row.is_newest and not summary.is_unasked if answer.is_weak else True for row in rows)
    context.record_decision(SHOWN_BEFORE, allowed=found, deed=summary.deed)
    return found


def flag_stale_summary(context: TurnContext, before: Summary | None) -> None:
    """After an answer that left the summary as it was: flag it to be shown again where a typed yes may be
    meant for the answer's text or for a change."""
    summary = context.state.summary
    if before is None or summary is None or summary.block.get("id") != before.block.get("id"):
        return
    if _model_spoke(context) or may_want_change(context):
        context.state.summary = structs.replace(summary, must_be_shown_again=True)


def _model_spoke(context: TurnContext) -> bool:
    """Whether the answer has text of a provider's model."""
    return context.model_has_spoken


def may_want_change(context: TurnContext) -> bool:
    """Whether the message said yes and more, named something that the summary does not have, or asked for
    something that was not taken up. A question beside the summary that was answered wants no change; a yes to
    "say yes if I should book it" is one."""
    kind = context.answer.kind if context.answer is not None else None
    if kind in (None, AnswerKind.YES, AnswerKind.NO) or context.is_side_question:
        return False
    language = language_of(context.locale)
    # "What do I have to bring?" has words of a yes in it.
    says_yes = first_polarity(context.text, language) and not asks_for_information(context.text, language)
    # "Great, see you then" takes leave.
    says_yes = says_yes and kind is not AnswerKind.GOODBYE
    # To cancel has nothing that could be different.
    is_other = context.names_something and context.answered_deed != "cancel"
    return bool(says_yes) or is_other or context.is_unheard
